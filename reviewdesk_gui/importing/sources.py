"""From chosen paths to the files to read: single files, whole folders and zip archives, each openable
more than once.
"""

import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from reviewdesk_gui.importing.scanned import Rejected
from reviewdesk_gui.importing.zips import BROKEN, ArchiveError, check_archive, is_zip, names_in

MAX_FILES = 20_000
MAX_BYTES = 512 * 1024 * 1024
_ENDINGS = ("", ".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".xlsx", ".xls", ".ods", ".zip")
_MAX_BESIDE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: ``name`` as the owner knows it, ``path`` inside its folder or archive with "/", size in bytes.

    ``beside`` gives the bytes of another file in the same folder, None where there is none or it is big. ``chosen``
    tells a file that the owner picked from one that lay in a picked folder or archive. ``modified`` is UTC;
    ``archive`` the zip that holds it.
    """

    name: str
    path: str
    size: int
    open: Callable[[], BinaryIO]
    beside: Callable[[str], bytes | None]
    modified: datetime
    chosen: bool = True
    archive: Path | None = None

    @property
    def base(self) -> str:
        """The last part of the path."""
        return self.path.rsplit("/", 1)[-1]


def find_sources(paths: Sequence[Path]) -> Iterator[Source | Rejected]:
    """Every file behind ``paths`` in a fixed order, and what cannot be opened with the reason."""
    for path in paths:
        try:
            if path.is_dir():
                yield from _folder(path)
            else:
                yield from _file(path, str(path), path.name, chosen=True)
        except OSError as error:
            yield Rejected(str(path), 0, _os_reason(error))


def _folder(folder: Path) -> Iterator[Source | Rejected]:
    troubles: list[OSError] = []
    count = 0
    for root, folders, names in os.walk(folder, onerror=troubles.append):
        folders.sort()
        for name in sorted(names):
            path = Path(root) / name
            if not _may_hold_reviews(name) or not path.is_file():
                continue
            count += 1
            if count > MAX_FILES:
                yield Rejected(str(folder), 0, f"more than {MAX_FILES} files; choose the folder with the reviews")
                return
            yield from _file(path, str(path), path.relative_to(folder.parent).as_posix(), chosen=False)
    for trouble in troubles:
        yield Rejected(str(trouble.filename or folder), 0, _os_reason(trouble))


def _file(path: Path, name: str, inner: str, *, chosen: bool) -> Iterator[Source | Rejected]:
    try:
        if not path.is_file():
            reason = "is not a regular file" if path.exists() else "no such file"
            yield Rejected(name, 0, reason)
            return
        stat = path.stat()
        size = stat.st_size
        with path.open("rb") as handle:
            head = handle.read(4)
    except OSError as error:
        yield Rejected(name, 0, _os_reason(error))
        return
    if is_zip(head) and not _is_office(path):
        yield from _archive(path, name)
    elif size > MAX_BYTES:
        yield Rejected(name, 0, f"is bigger than {MAX_BYTES // 2**20} MB; split it and import the parts")
    else:
        yield Source(
            name, inner, size, partial(_open_path, path), partial(_beside_path, path), _moment(stat.st_mtime), chosen
        )


def _archive(path: Path, name: str) -> Iterator[Source | Rejected]:
    try:
        members = check_archive(path)
    except ArchiveError as trouble:
        yield Rejected(name, 0, str(trouble))
        return
    for member in members:
        if not _may_hold_reviews(member.filename):
            continue
        inner = f"{name} > {member.filename}"
        opener = partial(_open_member, path, member.filename)
        beside = partial(_beside_member, path, member.filename)
        moment = _member_moment(member)
        yield Source(inner, member.filename, member.file_size, opener, beside, moment, chosen=False, archive=path)


def _may_hold_reviews(path: str) -> bool:
    """Whether a file that nobody picked is worth a look: no hidden file, no picture, film or page."""
    base = path.rsplit("/", 1)[-1]
    return not base.startswith((".", "~$")) and Path(base).suffix.lower() in _ENDINGS


def _is_office(path: Path) -> bool:
    """Whether a zip is a workbook rather than an archive of files."""
    names = names_in(path) or frozenset()
    return (
        "xl/workbook.xml" in names or ("mimetype" in names and "content.xml" in names) or "[Content_Types].xml" in names
    )


def _open_path(path: Path) -> BinaryIO:
    return path.open("rb")


def _open_member(path: Path, member: str) -> BinaryIO:
    """A file in an archive. Raises BadZipFile where the archive tells of it and has it not."""
    with zipfile.ZipFile(path) as archive:
        try:
            handle = archive.open(member)
        except (OSError, ValueError, KeyError, NotImplementedError, RuntimeError) as error:
            raise zipfile.BadZipFile(str(error)) from None
        # The member keeps the archive's file open by its own reference count.
        return cast("BinaryIO", handle)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(max(seconds, 0.0), UTC)


def _member_moment(member: zipfile.ZipInfo) -> datetime:
    try:
        return datetime(*member.date_time, tzinfo=UTC)
    except ValueError:
        return _moment(0.0)


def _beside_path(path: Path, name: str) -> bytes | None:
    other = path.with_name(name)
    try:
        return other.read_bytes() if other.stat().st_size <= _MAX_BESIDE else None
    except OSError:
        return None


def _beside_member(path: Path, member: str, name: str) -> bytes | None:
    folder, slash, _ = member.rpartition("/")
    try:
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo(f"{folder}{slash}{name}")
            return archive.read(info) if info.file_size <= _MAX_BESIDE else None
    except (KeyError, *BROKEN):
        return None


def _os_reason(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}"
