"""Looking into zip archives without trusting them: sizes, names and contents are checked before anything is read."""

import os
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from reviewdesk_gui.domain.errors import ReviewDeskError

MAX_MEMBERS = 20_000
MAX_TOTAL = 1024 * 1024 * 1024
MAX_RATIO = 200
_RATIO_FROM = 10 * 1024 * 1024
_ENCRYPTED = 0x1

BROKEN = (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError)
"""What reading a damaged file out of an archive raises."""


class ArchiveError(ReviewDeskError):
    """The archive is damaged or hostile."""


def is_zip(head: bytes) -> bool:
    """Whether the first bytes are those of a zip archive."""
    return head[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def names_in(archive: Path | BinaryIO) -> frozenset[str] | None:
    """The names that the archive tells of; None where it is damaged."""
    try:
        with zipfile.ZipFile(archive) as opened:
            return frozenset(opened.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None


def check_archive(path: Path | BinaryIO) -> list[zipfile.ZipInfo]:
    """The files in the archive in order of their names. Raises ArchiveError where it is damaged, encrypted or would
    unpack to far more than it should. Python's reader never gives more bytes than the directory of the archive
    declares, so the declared sizes are a bound.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise ArchiveError(f"is a damaged zip archive ({error}); download it again") from None
    if len(members) > MAX_MEMBERS:
        raise ArchiveError(f"holds {len(members)} files; unpack it and choose the folder with the reviews")
    _check_sizes(members, _size(path))
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise ArchiveError("is protected by a password; unpack it first")
        if not _safe(member.filename):
            raise ArchiveError(f"names a file outside itself ({member.filename!r}); it was not opened")
    return sorted(members, key=lambda member: member.filename)


def _size(archive: Path | BinaryIO) -> int:
    return archive.stat().st_size if isinstance(archive, Path) else archive.seek(0, os.SEEK_END)


def _check_sizes(members: list[zipfile.ZipInfo], size: int) -> None:
    stored = sum(member.file_size for member in members if member.compress_type == zipfile.ZIP_STORED)
    if stored > size:
        raise ArchiveError("says that it holds more than it can; it was not opened")
    # What is not packed, such as the photos of an export of ours, unpacks to no more than the archive is.
    total = sum(member.file_size for member in members) - stored
    if total > MAX_TOTAL:
        raise ArchiveError(f"would unpack to {total // 2**20} MB; unpack it and choose the folder with the reviews")
    for member in members:
        if member.file_size > _RATIO_FROM and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise ArchiveError(f"packs {member.filename!r} suspiciously tight, as a zip bomb does; it was not opened")


def _safe(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return bool(parts) and ".." not in parts and not name.startswith(("/", "\\")) and ":" not in parts[0]
