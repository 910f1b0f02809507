"""What the owner does with backups: have one made, see them, go back to one, carry one away."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from reviewdesk_gui.store.archive import Attached, Manifest, attached_files, open_archive, read_manifest, write_archive
from reviewdesk_gui.store.attachment_folder import plain_bytes
from reviewdesk_gui.store.attachment_needs import digests
from reviewdesk_gui.store.codec import Encoded, encode
from reviewdesk_gui.store.engine import Engine
from reviewdesk_gui.store.errors import BackupError, reason
from reviewdesk_gui.store.schema import Schema, migrate
from reviewdesk_gui.store.sealing import Sealer
from reviewdesk_gui.store.shelf import Backup, Shelf
from reviewdesk_gui.store.snapshot import Tables

_TABLE = "carried"
_ONE = "1"

Put = Mapping[str, Mapping[str, Encoded]]
Drop = Mapping[str, list[str]]


class Carried(msgspec.Struct, frozen=True):
    """The last backup that was made to another place, and when (UTC)."""

    to: str
    at: datetime


class Backups:
    """The backups of an open desk. ``replaced`` is called once going back has changed the tables."""

    def __init__(self, engine: Engine, shelf: Shelf, schema: Schema, replaced: Callable[[], None]) -> None:
        self._engine, self._shelf, self._schema, self._replaced = engine, shelf, schema, replaced
        self._checked: date | None = None

    def all(self) -> list[Backup]:
        """The dated backups beside the desk, newest first."""
        return self._shelf.backups()

    def last_made_at(self) -> datetime | None:
        """When the last backup was made, beside the desk or elsewhere (aware); None where there never was one."""
        carried = self.last_carried()
        moments = [self._shelf.newest_moment(), carried.at if carried else None]
        return max((moment for moment in moments if moment), default=None)

    def last_carried(self) -> Carried | None:
        """The last backup made to a place of the owner's choice."""
        row = self._engine.tables.get(_TABLE, {}).get(_ONE)
        try:
            return msgspec.json.decode(row, type=Carried) if row is not None else None
        except msgspec.MsgspecError:
            return None

    def job(self, target: Path) -> Callable[[], Manifest]:
        """Work that writes the desk of this moment to ``target`` as one verified zip ("Back up now to…").

        It may run in any thread and raises BackupError. Tell ``note`` when it is done.
        """
        frozen, keys, disk = self._engine.frozen(), self._engine.keys, self._engine.disk
        attached = Attached(self._engine.attachments, whole=True)
        return lambda: write_archive(disk, target, frozen, keys, "hand", attached)

    def note(self, target: Path, manifest: Manifest) -> None:
        """Remember the backup that was made. Raises WriteError; a desk that can only be read remembers nothing."""
        if self._engine.writable:
            self._engine.commit({_TABLE: {_ONE: encode(Carried(str(target), manifest.made_at))}}, {})

    def daily(self) -> None:
        """Start today's backup of what is there now unless it was made: called before the first change of a day."""
        today = datetime.now(UTC).astimezone().date()
        if self._checked == today or not any(self._engine.tables.values()):
            return
        self._checked = today
        if self._shelf.is_due():
            frozen, keys = self._engine.frozen(), self._engine.keys
            self._engine.background.start("Today's backup was not made", lambda: self._shelf.make(frozen, keys, "day"))

    def keep_present(self) -> Path:
        """The desk as it is now, as a dated backup. Raises BackupError."""
        self._engine.background.wait()
        return self._shelf.make(self._engine.frozen(), self._engine.keys, "before")

    def go_back(self, backup: Path, phrase: str | None = None) -> Path:
        """Make the desk what ``backup`` holds, in one durable transaction; the path of the kept present state.

        Takes seconds for a large desk: it may run in another thread while nothing else is done with the desk.

        ``phrase`` opens a backup made under another key. Raises BackupError, PhraseNeededError, WrongPhraseError,
        WriteError.
        """
        self._engine.must_write()
        tables, meta, sealer = open_archive(backup, self._engine.sealer, phrase)
        if meta.schema_version > self._schema.version:
            raise BackupError(f"A newer ReviewDesk made the backup {backup.name}. Update this program first.")
        tables = migrate(tables, meta.schema_version, self._schema)
        kept = self.keep_present()
        self._bring_attachments(backup, tables, sealer)
        put, drop = _difference(self._engine.tables, tables)
        self._engine.commit(put, drop)
        self._replaced()
        return kept

    def take_attachments(self, backup: Path) -> None:
        """Those of ``backup``, which this desk was just made of. Raises BackupError."""
        self._bring_attachments(backup, self._engine.tables, self._engine.sealer)

    def _bring_attachments(self, backup: Path, tables: Tables, sealer: Sealer | None) -> None:
        """The attachments that ``tables``, out of ``backup``, speak of, beside the desk and sealed as it is. ``sealer``
        opened the backup. Raises BackupError.
        """
        folder, present = self._engine.attachments, self._engine.sealer
        try:
            with folder.lock:
                for name, data in attached_files(backup, read_manifest(backup)):
                    plain = plain_bytes(name, data, sealer)
                    if plain is not None:
                        folder.put(plain, present)
                if sealer is not present:
                    self._reseal(digests(tables.get("cases", {}).values()), sealer)
        except OSError as error:
            raise BackupError(f"The attachments of {backup.name} were not brought back: {reason(error)}.") from None

    def _reseal(self, named: Iterable[str], sealer: Sealer | None) -> None:
        folder = self._engine.attachments
        for sha256 in named:
            plain = folder.read(sha256, sealer)
            if plain is not None:
                folder.put(plain, self._engine.sealer)


def _difference(now: Tables, wanted: Tables) -> tuple[Put, Drop]:
    put: dict[str, dict[str, Encoded]] = {}
    drop: dict[str, list[str]] = {}
    for name in {*now, *wanted} - {_TABLE}:
        old, new = now.get(name, {}), wanted.get(name, {})
        put[name] = {key: row for key, row in new.items() if key not in old or bytes(old[key]) != bytes(row)}
        drop[name] = [key for key in old if key not in new]
    return put, drop
