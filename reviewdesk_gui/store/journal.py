"""The journal beside the desk file: each transaction one line, on the disk before it is acknowledged.

A journal file begins with a head line that names its desk and the first transaction it may hold. After a failed write
the next transaction begins a new file, and lines of older files at or after its first number no longer count: what
was not acknowledged cannot come back in between.
"""

import contextlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from reviewdesk_gui.store.codec import Encoded
from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.errors import write_error
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.lines import frame, read_lines
from reviewdesk_gui.store.sealing import Sealer
from reviewdesk_gui.store.snapshot import Meta

_PURPOSE = b"journal"


class Head(msgspec.Struct):
    """First line of a journal file: its desk, that desk's schema version, and the first transaction it may hold."""

    desk: str
    schema: int
    start: int


class Entry(msgspec.Struct):
    """One transaction: documents put and document ids dropped, by table."""

    n: int
    at: str = ""
    put: dict[str, dict[str, msgspec.Raw]] = {}
    drop: dict[str, list[str]] = {}


class JournalFile(msgspec.Struct):
    """What one file holds. ``damaged`` counts lines that cannot be read."""

    path: Path
    desk: str
    schema: int
    start: int
    entries: list[Entry]
    damaged: int


_HEAD = msgspec.json.Decoder(Head)
_ENTRY = msgspec.json.Decoder(Entry)


def read_journal(path: Path, data: bytes, sealer: Sealer | None) -> JournalFile:
    """Everything readable in the file's ``data``. Where the head is damaged, ``desk`` is "" and ``start`` the first
    entry's.
    """
    lines = read_lines(data, sealer, _PURPOSE)
    head = _head(lines[0]) if lines else None
    found = [_entry(line) for line in (lines[1:] if head else lines)]
    entries = [entry for entry in found if entry]
    damaged = len(found) - len(entries)
    if head:
        return JournalFile(path, head.desk, head.schema, head.start, entries, damaged)
    return JournalFile(path, "", 0, entries[0].n if entries else 0, entries, damaged)


def _head(payload: bytes | None) -> Head | None:
    try:
        return _HEAD.decode(payload) if payload else None
    except msgspec.MsgspecError:
        return None


def _entry(payload: bytes | None) -> Entry | None:
    try:
        return _ENTRY.decode(payload) if payload else None
    except msgspec.MsgspecError:
        return None


class Journal:
    """The writing end. ``sequence`` is the last acknowledged transaction; ``size`` counts bytes since the last
    ``rotate``.
    """

    def __init__(self, files: DeskFiles, disk: Disk, sealer: Sealer | None, *, meta: Meta, number: int) -> None:
        self._files, self._disk, self.sealer, self._meta = files, disk, sealer, meta
        self.sequence = meta.sequence
        self.size = 0
        self._number = number
        self._handle: int | None = None
        self._good = 0

    @property
    def number(self) -> int:
        """The number of the newest file."""
        return self._number

    def append(self, put: Mapping[str, Mapping[str, Encoded]], drop: Mapping[str, list[str]]) -> None:
        """One transaction, on the disk when this returns. Raises WriteError; nothing has been changed then."""
        line = frame(_entry_json(self.sequence + 1, put, drop), self.sealer, _PURPOSE)
        try:
            if self._handle is None:
                self._begin(line)
            else:
                self._disk.write(self._handle, line)
                self._disk.sync(self._handle)
        except OSError as error:
            self._give_up()
            raise write_error("The change was not saved", error) from None
        self._good += len(line)
        self.size += len(line)
        self.sequence += 1

    def rotate(self) -> None:
        """Close the file; the next transaction begins a new one. A snapshot taken now holds all that came before."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                self._disk.close(self._handle)
        self._handle = None
        self.size = 0

    def _begin(self, line: bytes) -> None:
        self._number += 1
        path = self._files.journal(self._number)
        head = Head(self._meta.desk_id, self._meta.schema_version, self.sequence + 1)
        first = frame(msgspec.json.encode(head), self.sealer, _PURPOSE)
        self._handle = self._disk.create(path)
        self._good = 0
        self._disk.write(self._handle, first + line)
        self._disk.sync(self._handle)
        self._disk.sync_folder(path.parent)
        self._good = len(first)

    def _give_up(self) -> None:
        """Take the half-written line back as far as the disk allows and never write to this file again."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                self._disk.truncate(self._handle, self._good)
            with contextlib.suppress(OSError):
                self._disk.sync(self._handle)
            with contextlib.suppress(OSError):
                self._disk.close(self._handle)
            self._handle = None


def _entry_json(number: int, put: Mapping[str, Mapping[str, Encoded]], drop: Mapping[str, list[str]]) -> bytes:
    """Documents are JSON already, so the line is put together around them."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    tables = [b'"%b":{%b}' % (name.encode(), _documents(documents)) for name, documents in put.items() if documents]
    parts = [b'{"n":%d,"at":"%b"' % (number, at.encode())]
    if tables:
        parts.append(b',"put":{%b}' % b",".join(tables))
    if any(drop.values()):
        parts.append(b',"drop":' + msgspec.json.encode({name: ids for name, ids in drop.items() if ids}))
    return b"".join([*parts, b"}"])


def _documents(documents: Mapping[str, Encoded]) -> bytes:
    return b",".join([b'"%b":%b' % (key.encode(), bytes(document)) for key, document in documents.items()])
