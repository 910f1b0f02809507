"""What a file is, by its first bytes; the ending of its name counts for little."""

from enum import StrEnum
from typing import BinaryIO

from reviewdesk_gui.importing.zips import is_zip, names_in

_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound or picture"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"\x1f\x8b", "a gz archive; unpack it first"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"<!doc", "a web page; use the platform's export instead, or copy the reviews and paste them"),
    (b"<html", "a web page; use the platform's export instead, or copy the reviews and paste them"),
    (b"<?xml", "an XML file"),
)


class Kind(StrEnum):
    """The forms of files that can be read."""

    TEXT = "text"
    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"
    EMPTY = "empty"
    UNKNOWN = "unknown"


def sniff(handle: BinaryIO) -> tuple[Kind, str]:
    """The kind of the open file, and words for what it is where it cannot be read. Leaves the place in the file
    undefined.
    """
    head = handle.read(4096)
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        return Kind.EMPTY, "is empty"
    if is_zip(head):
        return _office_kind(handle)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return Kind.XLS, ""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for magic, words in _OTHERS:
        if head.startswith(magic) or start.startswith(magic.lower()):
            return Kind.UNKNOWN, f"is {words}"
    return Kind.TEXT, ""


def _office_kind(handle: BinaryIO) -> tuple[Kind, str]:
    names = names_in(handle)
    if names is None:
        return Kind.UNKNOWN, "is damaged"
    if "xl/workbook.xml" in names:
        return Kind.XLSX, ""
    if "content.xml" in names and "mimetype" in names:
        return Kind.ODS, ""
    return Kind.UNKNOWN, "is an archive inside an archive, or a document without a table; unpack or save it first"
