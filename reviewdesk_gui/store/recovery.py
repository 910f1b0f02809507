"""Finding the newest good state of a desk among snapshot, former snapshot, journals and backups. Reads only."""

import errno
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.errors import UnreadableDeskError, reason
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.journal import JournalFile, read_journal
from reviewdesk_gui.store.sealed_file import is_sealed, unseal
from reviewdesk_gui.store.sealing import Sealer, SealError
from reviewdesk_gui.store.snapshot import DamagedError, Meta, Tables, parse, salvage

Fallback = Callable[[], tuple[Tables, Meta, str] | None]
"""The newest good backup: its tables, its meta and its name for the owner."""

_BAD_SECTOR = b"\0\n"
"""What stands for a file that the disk can no longer read: a damaged one."""


@dataclass
class State:
    """A desk in memory. ``damaged`` are files to keep aside; ``touched`` maps case documents to the last transaction
    in the journals that changed them; ``gap`` is true where transactions are missing between what was found;
    ``number`` is that of the last journal file, ``floor`` that of the first one still needed.
    """

    tables: Tables = field(default_factory=lambda: {"cases": {}})
    meta: Meta | None = None
    sequence: int = 0
    number: int = 0
    floor: int = 1
    touched: dict[str, int] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    damaged: list[Path] = field(default_factory=list)
    gap: bool = False
    replayed: int = 0
    snapshot_size: int = 0


def read_snapshot(data: bytes, sealer: Sealer | None) -> tuple[Tables, Meta]:
    """Tables and meta of a desk file's bytes. Raises DamagedError."""
    if is_sealed(data):
        if sealer is None:
            raise DamagedError("sealed, and there is no key")
        try:
            data = unseal(data, sealer)
        except SealError as error:
            raise DamagedError(str(error)) from None
    return parse(data)


class Recovery:
    """One search for the newest good state."""

    def __init__(self, files: DeskFiles, disk: Disk, sealer: Sealer | None, fallback: Fallback) -> None:
        self._files, self._disk, self._sealer, self._fallback = files, disk, sealer, fallback
        self._state = State()

    def load(self) -> State:
        """The newest good state. Raises UnreadableDeskError where the file cannot be read or is no desk at all."""
        data = self._read(self._files.desk)
        if data is None or not (self._use(data) or self._is_desk(data)):
            if data:
                raise UnreadableDeskError(
                    f"{self._files.desk.name} is not a ReviewDesk file; it has not been touched. Choose another file."
                )
            if data is None and not self._files.has_companions():
                return self._state
        if self._state.meta is None:
            self._rescue(data)
        self._replay()
        return self._state

    def _is_desk(self, data: bytes) -> bool:
        return self._files.has_companions() or data.startswith((b'{"cases":{\n', b"ReviewDesk sealed"))

    def _read(self, path: Path) -> bytes | None:
        try:
            return self._disk.read(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            if error.errno == errno.EIO and self._files.has_companions():
                return _BAD_SECTOR
            raise UnreadableDeskError(f"The desk {path.name} cannot be read: {reason(error)}.") from None

    def _use(self, data: bytes) -> bool:
        try:
            self._state.tables, self._state.meta = read_snapshot(data, self._sealer)
        except DamagedError:
            return False
        self._state.sequence = self._state.meta.sequence
        self._state.snapshot_size = len(data)
        self._state.tables.setdefault("cases", {})
        return True

    def _rescue(self, data: bytes | None) -> None:
        """The desk file is missing, empty or damaged: look for what else there is."""
        state = self._state
        what = "is missing" if data is None else "is empty" if not data else "is damaged"
        if data is not None and (data or self._files.has_companions()):
            state.damaged.append(self._files.desk)
        former = self._read(self._files.previous)
        if former and self._use(former):
            state.notices.append(f"The desk file {what}; its former copy and the journal were opened instead.")
            return
        saved = self._salvaged(data)
        backup = self._fallback()
        if backup:
            state.tables, state.meta, name = backup
            state.sequence = state.meta.sequence
            state.tables.setdefault("cases", {})
            for table, rows in saved.items():
                state.tables.setdefault(table, {}).update(rows)
            state.notices.append(
                f"The desk file {what}; the backup {name} was opened, with all later changes that can be read."
            )
        elif saved.get("cases"):
            state.tables = saved
            state.notices.append(
                f"The desk file {what}; {len(saved['cases'])} cases in it can be read and were opened."
            )
        elif data or self._files.journals():
            state.notices.append(f"The desk file {what} and there is no backup; what the journal holds was opened.")

    def _salvaged(self, data: bytes | None) -> Tables:
        if data and is_sealed(data) and self._sealer:
            return {}
        return salvage(data) if data else {}

    def _replay(self) -> None:
        state = self._state
        files = self._needed()
        for position, journal in enumerate(files):
            if state.meta and journal.desk not in ("", state.meta.desk_id):
                state.damaged.append(journal.path)
                state.notices.append(f"The journal {journal.path.name} belongs to another desk; it was kept aside.")
                continue
            until = min((later.start for later in files[position + 1 :] if later.start), default=None)
            self._apply(journal, until)
            if state.meta is None and journal.desk:
                state.meta = Meta(schema_version=journal.schema, desk_id=journal.desk)

    def _needed(self) -> list[JournalFile]:
        """The journal files that may hold transactions after the snapshot's."""
        covered = self._state.meta.journal if self._state.meta else 0
        paths = [(number, path) for number, path in self._files.journals() if number > covered]
        self._state.number = max([covered, *(number for number, _ in paths)])
        self._state.floor = covered + 1
        return [read_journal(path, self._read(path) or b"", self._sealer) for _, path in paths]

    def _apply(self, journal: JournalFile, until: int | None) -> None:
        state = self._state
        if journal.damaged:
            state.damaged.append(journal.path)
            lost = "1 change" if journal.damaged == 1 else f"{journal.damaged} changes"
            state.notices.append(f"The journal was damaged; {lost} could not be read, all others were kept.")
        for entry in journal.entries:
            if entry.n <= state.sequence or (until is not None and entry.n >= until):
                continue
            state.gap = state.gap or entry.n != state.sequence + 1
            state.sequence = entry.n
            state.replayed += 1
            for name, keys in entry.drop.items():
                for key in keys:
                    state.tables.get(name, {}).pop(key, None)
            for name, rows in entry.put.items():
                state.tables.setdefault(name, {}).update(rows)
            state.touched.update(dict.fromkeys(entry.put.get("cases", ()), entry.n))
