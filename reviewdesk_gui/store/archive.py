"""A backup: one zip with the desk file and a manifest that says what is in it, verified by reading back.

One that is carried away holds the attachments as well; the dated ones beside the desk only name them, since they lie
beside it too and never change.
"""

import contextlib
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from reviewdesk_gui.domain.case import Status
from reviewdesk_gui.store.archive_files import Held, read_files, write_files
from reviewdesk_gui.store.attachment_folder import AttachmentFolder, stored_name
from reviewdesk_gui.store.attachment_needs import digests
from reviewdesk_gui.store.codec import Encoded
from reviewdesk_gui.store.compaction import Frozen
from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.errors import BackupError, PhraseNeededError, reason
from reviewdesk_gui.store.keys import Keys
from reviewdesk_gui.store.recovery import read_snapshot
from reviewdesk_gui.store.sealed_file import envelope_of, is_sealed, seal_chunks, unseal
from reviewdesk_gui.store.sealing import Sealer, SealError
from reviewdesk_gui.store.snapshot import DamagedError, Meta, Tables, render

_DESK = "desk.json"
_MANIFEST = "manifest.json"
_LARGEST = 4 << 30
_BLOCK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError)


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds. ``cases`` and ``open_cases`` are counts, ``size`` bytes of the desk file, ``why`` one of
    day, hand, before. ``attachments`` are the names, beside the desk, of the files that its cases have there; ``files``
    those that lie in the backup itself.
    """

    format: int = 1
    made_at: datetime
    why: str
    cases: int
    open_cases: int
    schema_version: int
    protected: bool
    size: int
    sha256: str
    attachments: tuple[str, ...] = ()
    files: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Attached:
    """The attachments that a backup speaks of; ``whole`` where they shall lie in it."""

    folder: AttachmentFolder
    whole: bool = False


class _Sink(io.RawIOBase):
    """A file object for zipfile over the disk, so that every write can be made to fail."""

    def __init__(self, disk: Disk, handle: int) -> None:
        super().__init__()
        self._disk, self._handle = disk, handle

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        block = bytes(data)  # type: ignore[call-overload]
        self._disk.write(self._handle, block)
        return len(block)


def write_archive(
    disk: Disk, target: Path, frozen: Frozen, keys: Keys | None, why: str, attached: Attached
) -> Manifest:
    """The backup at ``target``, whole and verified, or BackupError and nothing there."""
    temporary = target.with_name(target.name + ".tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        disk.remove(temporary)
        manifest = _write(disk, temporary, frozen, keys, why, attached)
        _read_back(temporary, manifest)
        disk.replace(temporary, target)
        disk.sync_folder(target.parent)
    except (OSError, BackupError) as error:
        with contextlib.suppress(OSError):
            disk.remove(temporary)
        if isinstance(error, BackupError):
            raise
        raise BackupError(f"The backup {target.name} was not made: {reason(error)}.") from None
    return manifest


def _read_back(path: Path, manifest: Manifest) -> None:
    if verify(path) != manifest:
        raise BackupError("The backup could not be read back and was not kept. Try another disk.")


def _write(disk: Disk, temporary: Path, frozen: Frozen, keys: Keys | None, why: str, attached: Attached) -> Manifest:
    chunks = render(frozen.tables, frozen.meta)
    if keys:
        chunks = seal_chunks(chunks, keys.sealer, keys.envelope)
    digest, size = hashlib.sha256(), 0
    handle = disk.create(temporary)
    try:
        method = zipfile.ZIP_STORED if keys else zipfile.ZIP_DEFLATED
        with zipfile.ZipFile(_Sink(disk, handle), "w", method, compresslevel=1) as archive:
            with archive.open(_DESK, "w", force_zip64=True) as entry:
                for chunk in chunks:
                    entry.write(chunk)
                    digest.update(chunk)
                    size += len(chunk)
            names = _names(frozen, keys, attached.folder)
            files = write_files(archive, attached.folder, names) if attached.whole else ()
            manifest = _manifest(frozen, why, size, digest.hexdigest(), protected=keys is not None)
            manifest = msgspec.structs.replace(manifest, attachments=tuple(names), files=files)
            archive.writestr(_MANIFEST, msgspec.json.encode(manifest))
        disk.sync(handle)
    finally:
        disk.close(handle)
    return manifest


def _names(frozen: Frozen, keys: Keys | None, folder: AttachmentFolder) -> list[str]:
    there = folder.names()
    named = digests(frozen.tables.get("cases", {}).values()) if there else ()
    return sorted(there.intersection(stored_name(sha256, keys.sealer if keys else None) for sha256 in named))


def _manifest(frozen: Frozen, why: str, size: int, sha256: str, *, protected: bool) -> Manifest:
    rows = frozen.tables.get("cases", {})
    return Manifest(
        made_at=datetime.now(UTC),
        why=why,
        cases=len(rows),
        open_cases=sum(map(_is_open, rows.values())),
        schema_version=frozen.meta.schema_version,
        protected=protected,
        size=size,
        sha256=sha256,
    )


class _Stand(msgspec.Struct):
    status: str = ""


_STAND = msgspec.json.Decoder(_Stand)


def _is_open(row: Encoded) -> bool:
    try:
        return _STAND.decode(row).status != Status.CLOSED
    except msgspec.MsgspecError:
        return True


def read_manifest(path: Path) -> Manifest:
    """What the backup says about itself. Raises BackupError."""
    try:
        with zipfile.ZipFile(path) as archive:
            return msgspec.json.decode(archive.read(_MANIFEST), type=Manifest)
    except (*_BROKEN, OSError, msgspec.MsgspecError) as error:
        raise _unreadable(path, error) from None


def verify(path: Path) -> Manifest:
    """Read the whole backup and compare it with its manifest. Raises BackupError."""
    manifest = read_manifest(path)
    digest = hashlib.sha256()
    for block in _blocks(path):
        digest.update(block)
    if digest.hexdigest() != manifest.sha256:
        raise BackupError(f"The backup {path.name} is damaged and cannot be used. Choose another one.")
    for _ in attached_files(path, manifest):
        pass
    return manifest


def attached_files(path: Path, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the attachments within, each checked against the manifest. Raises BackupError."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield from read_files(archive, manifest.files)
    except (*_BROKEN, OSError) as error:
        raise _unreadable(path, error) from None


def read_desk_bytes(path: Path) -> bytes:
    """The desk file inside, checked against the manifest. Raises BackupError."""
    manifest = read_manifest(path)
    data = b"".join(_blocks(path))
    if hashlib.sha256(data).hexdigest() != manifest.sha256:
        raise BackupError(f"The backup {path.name} is damaged and cannot be used. Choose another one.")
    return data


def read_archive(path: Path, sealer: Sealer | None, phrase: str | None = None) -> tuple[Tables, Meta]:
    """Tables and meta of a backup; a protected one is opened with ``sealer`` or else ``phrase``.

    Raises BackupError, PhraseNeededError, WrongPhraseError.
    """
    tables, meta, _ = open_archive(path, sealer, phrase)
    return tables, meta


def open_archive(path: Path, sealer: Sealer | None, phrase: str | None) -> tuple[Tables, Meta, Sealer | None]:
    """As ``read_archive``, with the sealer that opened it; None for a plain one."""
    data = read_desk_bytes(path)
    try:
        plain, used = _plain(path, data, sealer, phrase)
        return (*read_snapshot(plain, None), used)
    except DamagedError as error:
        raise _unreadable(path, error) from None


def _plain(path: Path, data: bytes, sealer: Sealer | None, phrase: str | None) -> tuple[bytes, Sealer | None]:
    if not is_sealed(data):
        return data, None
    if sealer:
        try:
            return unseal(data, sealer), sealer
        except SealError:
            pass  # made under another key: its own phrase opens it
    envelope = envelope_of(data)
    if phrase is None or envelope is None:
        raise PhraseNeededError(f"The backup {path.name} is protected. Give the pass-phrase of the day it was made.")
    try:
        sealer = Keys.from_phrase(envelope, phrase).sealer
        return unseal(data, sealer), sealer
    except SealError as error:
        raise _unreadable(path, error) from None


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_DESK) as entry:
            size = 0
            while block := entry.read(_BLOCK):
                size += len(block)
                if size > _LARGEST:
                    raise BackupError(f"The backup {path.name} is larger than any desk. It was left alone.")
                yield block
    except (*_BROKEN, OSError) as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> BackupError:
    why = reason(error) if isinstance(error, OSError) else "it is no backup of ReviewDesk, or it is damaged"
    return BackupError(f"The backup {path.name} cannot be read: {why}. Choose another one.")
