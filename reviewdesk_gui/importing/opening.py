"""From a file to its tables, whatever form it has."""

import zipfile
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import chain, islice
from typing import BinaryIO

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.importing.delimited import delimited_records
from reviewdesk_gui.importing.encoding import EncodingError, TextTraits, examine, has_markup, has_mojibake
from reviewdesk_gui.importing.formats.reviewdesk import cases_of
from reviewdesk_gui.importing.headers import header_word
from reviewdesk_gui.importing.json_documents import gathered, read_documents
from reviewdesk_gui.importing.json_rows import (
    as_utf8,
    decode,
    find_lists,
    lines_table,
    looks_like_lines,
    records_table,
)
from reviewdesk_gui.importing.json_uniform import uniform_list
from reviewdesk_gui.importing.legacy import EncodingJudge
from reviewdesk_gui.importing.profile import DocumentReader, DocumentTable, Profile
from reviewdesk_gui.importing.rejects import begin_block, blocks
from reviewdesk_gui.importing.scanned import FileScan, ReadAs
from reviewdesk_gui.importing.sheets import sheets
from reviewdesk_gui.importing.sniff import Kind, sniff
from reviewdesk_gui.importing.sources import Source
from reviewdesk_gui.importing.tables import Record, TableError
from reviewdesk_gui.importing.trouble import RowError

_HEAD = 4096
_BLANKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_JSON_STARTS = (b"{", b"[")
_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class RawTable:
    """Records of one table. ``text`` is the JSON it came from, in which the lines of its records can be looked up;
    ``lines`` are these where they are known; ``listed`` says that records are known by their number in a list.
    ``trouble`` is why the rest of the file could not be read.

    ``header`` is None where it still has to be found among the records; ``profile`` is set where a document adapter
    made the table. ``cases`` are whole cases out of a desk's own export. ``careful`` says that texts may hold control
    characters or mojibake, ``markup`` that they may hold HTML; ``partial`` that the rows are some of an export,
    whatever kind it is, and ``read_as`` how that was read. A table that stands ``instead`` of another is read where no
    table before it was one of reviews.
    """

    name: str
    records: Iterable[Record]
    header: Sequence[str] | None = None
    profile: Profile | None = None
    careful: bool = True
    markup: bool = True
    encoding: str = ""
    encoding_guessed: bool = False
    cases: Sequence[Case] | None = None
    text: bytes = b""
    lines: Sequence[int] = ()
    listed: bool = False
    trouble: TableError | None = None
    partial: bool = False
    read_as: ReadAs = field(default_factory=ReadAs)
    instead: bool = False


class FileError(RowError):
    """The file as a whole cannot be used; ``line`` is 1-based or 0. ``foreign`` says that it is simply no table;
    ``scan`` shows the columns of a table whose header is unknown, so that the owner can map them.
    """

    def __init__(self, reason: str, line: int = 0, *, foreign: bool = False, scan: FileScan | None = None) -> None:
        super().__init__(reason)
        self.line = line
        self.foreign = foreign
        self.scan = scan


def open_tables(
    source: Source, handle: BinaryIO, readers: Sequence[DocumentReader], judge: EncodingJudge
) -> Iterator[RawTable]:
    """The tables of an open file; ``judge`` tells old encodings apart. Raises FileError."""
    try:
        kind, words = sniff(handle)
        handle.seek(0)
        if kind in (Kind.UNKNOWN, Kind.EMPTY):
            raise FileError(words, foreign=True)
        if kind is Kind.TEXT and _is_json(handle):
            yield from _json_tables(source, handle.read(), readers, judge)
        elif kind is Kind.TEXT:
            traits = examine(handle, judge)
            records = delimited_records(handle, traits.encoding, traits.errors)
            yield from _blocks(_text_table(source, traits, records), readers)
        else:
            yield from _sheet_tables(source, handle, kind, readers)
    except (EncodingError, TableError) as trouble:
        binary = isinstance(trouble, EncodingError)
        raise FileError(str(trouble), getattr(trouble, "line", 0), foreign=binary) from None
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        raise FileError(f"is damaged ({error})") from None


def _text_table(source: Source, traits: TextTraits, records: Iterable[Record] = ()) -> RawTable:
    return RawTable(
        source.name,
        records,
        careful=traits.controls or traits.mojibake,
        markup=traits.markup,
        encoding=traits.encoding,
        encoding_guessed=traits.doubtful,
    )


def _is_json(handle: BinaryIO) -> bool:
    """Whether the file begins as JSON does, in any encoding; the place in the file stays at its start."""
    head = handle.read(_HEAD)
    handle.seek(0)
    return head.lstrip(_BLANKS).startswith(_JSON_STARTS)


def _json_tables(
    source: Source, data: bytes, readers: Sequence[DocumentReader], judge: EncodingJudge
) -> Iterator[RawTable]:
    lines = source.base.casefold().endswith(_LINES)
    quick = None if lines else _uniform_table(data, source, readers)
    if quick is not None:
        yield quick
        return
    traits = examine(BytesIO(data), judge)
    text = as_utf8(data, traits.encoding, traits.errors)
    table = _text_table(source, traits)
    escaped = _has_escapes(data)
    table = replace(table, careful=table.careful or escaped, markup=table.markup or escaped)
    if (lines and not text.lstrip().startswith(b"[")) or looks_like_lines(text):
        header, rows = lines_table(text)
        yield replace(table, records=rows, header=header)
        return

    def is_known(document: object) -> bool:
        return cases_of(document) is not None or _adapted(document, source, readers) is not None

    documents = read_documents(text)
    single = len(documents.found) == 1 and not documents.lines
    table = replace(table, text=data if single else b"", lines=documents.lines, listed=True, trouble=documents.trouble)
    for document in gathered(documents.found, is_known):
        yield from _document_tables(table, document, source, readers)
        table = replace(table, trouble=None)


def _document_tables(
    table: RawTable, document: object, source: Source, readers: Sequence[DocumentReader]
) -> Iterator[RawTable]:
    cases = cases_of(document)
    made = None if cases is not None else _adapted(document, source, readers)
    if cases is not None:
        yield replace(table, cases=cases)
    elif made is not None:
        yield replace(table, records=made.records, header=made.header, profile=made.profile)
    else:
        yield from _listed(table, document)


def _listed(table: RawTable, document: object) -> Iterator[RawTable]:
    """The lists of records in a document, each only to be read where none before it was one of reviews."""
    lists = find_lists(document)
    if not lists:
        raise FileError("holds no list of reviews", foreign=True)
    for number, found in enumerate(lists):
        header, rows = records_table(found)
        yield replace(table, records=rows, header=header, instead=number > 0)


def _uniform_table(data: bytes, source: Source, readers: Sequence[DocumentReader]) -> RawTable | None:
    """The table of a document that is a plain list of records and nothing that an adapter knows better. Whatever is no
    sound UTF-8 or holds control characters is none: to decode the list is to find that out.
    """
    text = data.removeprefix(BOM_UTF8)
    found = uniform_list(text)
    if found is None or cases_of(found.outline) is not None or _adapted(found.outline, source, readers) is not None:
        return None
    made = found.table()
    if made is None:
        return None
    header, rows = made
    escaped = _has_escapes(data)
    return RawTable(
        source.name,
        rows,
        header,
        careful=escaped or has_mojibake(data),
        markup=escaped or has_markup(data),
        encoding="utf-8" if text is data else "utf-8-sig",
        text=data,
        listed=True,
    )


def _has_escapes(data: bytes) -> bool:
    return b"\\" in data and b"\\u" in data


def _adapted(document: object, source: Source, readers: Sequence[DocumentReader]) -> DocumentTable | None:
    """What the first adapter that knows the document makes of it."""
    made = (reader.table(document, source.base, lambda name: _beside(source, name)) for reader in readers)
    return next((table for table in made if table is not None), None)


def _beside(source: Source, name: str) -> object:
    data = source.beside(name)
    if data is None:
        return None
    try:
        return decode(as_utf8(data, "utf-8"))
    except TableError:
        return None


def _sheet_tables(
    source: Source, handle: BinaryIO, kind: Kind, readers: Sequence[DocumentReader]
) -> Iterator[RawTable]:
    for number, (name, rows) in enumerate(sheets(handle, kind)):
        yield from _blocks(RawTable(f"{source.name} > {name}" if number else source.name, rows), readers)


def _blocks(table: RawTable, readers: Sequence[DocumentReader]) -> Iterator[RawTable]:
    """The table as it is; the tables within it where it holds rejected rows that were mended."""
    records = iter(table.records)
    first = list(islice(records, 1))
    if not first or begin_block(first[0]) is None:
        yield replace(table, records=chain(first, records))
        return
    for block in blocks(chain(first, records)):
        words = frozenset(map(header_word, block.header))
        made = [reader.profile for reader in readers if reader.profile.id == block.format_id]
        profile = next((profile for profile in made if profile.fits(words)), None)
        yield replace(
            table,
            records=block.records,
            header=block.header,
            profile=profile,
            partial=True,
            read_as=block.read_as,
        )
