"""The desk: one shop's cases, profile, settings and own templates in one file, and nothing of it ever lost."""

import contextlib
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import msgspec

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.store.background import Background
from reviewdesk_gui.store.codec import Encoded, decode_shop, decode_table, encode
from reviewdesk_gui.store.compaction import Compactor, Frozen
from reviewdesk_gui.store.database import DeskDatabase, DeskStorage
from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.drafts import Draft, DraftFile
from reviewdesk_gui.store.errors import ReadOnlyError, WriteError, reason, write_error
from reviewdesk_gui.store.files import DeskFiles, instance_name
from reviewdesk_gui.store.journal import Journal
from reviewdesk_gui.store.keys import Keys, unlock
from reviewdesk_gui.store.lock import DeskLock
from reviewdesk_gui.store.opening import Loaded, load, lock_desk, no_collection, with_draft
from reviewdesk_gui.store.schema import CURRENT, Schema

__all__ = ["Desk", "instance_name"]

_GROWN = 1 << 20
_SHARE = 4
_ONE = "1"


class Desk:
    """An open desk; all methods belong to one thread, long work runs in a thread of the desk's own.

    ``notices`` are lines for the owner about the opening: what was recovered, why it is read-only.
    """

    path: Path
    read_only: bool
    notices: tuple[str, ...]

    def __init__(self, files: DeskFiles, disk: Disk, loaded: Loaded, keys: Keys | None, lock: DeskLock | None) -> None:
        self.path = files.desk
        self.read_only = lock is None
        self.notices = tuple(loaded.state.notices)
        self._files, self._disk, self._lock = files, disk, lock
        self._cases, self._ids, self._meta = loaded.cases, loaded.ids, loaded.meta
        self._next_id = max((int(key) for key in loaded.state.tables["cases"]), default=0) + 1
        self._compactor = Compactor(files, disk, keys, loaded.state.floor)
        self._size = loaded.state.snapshot_size
        self._dirty = loaded.state.replayed > 0
        sealer = keys.sealer if keys else None
        self._journal = Journal(files, disk, sealer, meta=loaded.meta, number=loaded.state.number)
        self._storage = DeskStorage(loaded.state.tables, None if self.read_only else self._journal)
        self._drafts = DraftFile(files, disk, sealer)
        self._background = Background()
        self._closed = False

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        passphrase: str | None = None,
        take_over: bool = False,
        disk: Disk | None = None,
        schema: Schema = CURRENT,
    ) -> Self:
        """The desk at ``path``, made where there is none.

        Raises LockedError, PhraseNeededError, WrongPhraseError, UnreadableDeskError, MigrationError, WriteError.
        """
        files, disk = DeskFiles(path.expanduser().absolute()), disk or Disk()
        lock, why = (None, "") if read_only else lock_desk(files, take_over=take_over)
        try:
            keys = unlock(files, passphrase)
            with no_collection():
                loaded = load(files, disk, keys.sealer if keys else None, lambda: None, schema)
            if why:
                loaded.state.notices.append(why)
            if loaded.is_newer and lock:
                lock.release()
                lock = None
            desk = cls(files, disk, loaded, keys, lock)
            desk._settle(loaded)
        except BaseException:
            if lock:
                lock.release()
            raise
        return desk

    @property
    def database(self) -> DeskDatabase:
        """The desk as TinyDB; changes made through it do not show in ``cases`` before the next opening."""
        return DeskDatabase(self._storage)

    def cases(self) -> list[Case]:
        """All cases, in no particular order; the list is the caller's."""
        return list(self._cases.values())

    def case(self, case_id: str) -> Case | None:
        """The case, with its draft as typed; None where there is none."""
        return self._cases.get(case_id)

    def shop(self) -> Shop:
        """The shop's profile; an empty one where none was saved or it is not understood."""
        with contextlib.suppress(msgspec.MsgspecError):
            row = self._row("shop")
            return decode_shop(row) if row is not None else Shop()
        return Shop()

    def settings(self) -> Mapping[str, Any]:
        """The owner's settings that belong to this desk."""
        row = self._row("settings")
        return decode_table(row) if row is not None else {}

    def templates(self) -> dict[str, dict[str, Any]]:
        """The owner's own reply templates by their id; what a template holds is the drafting room's matter."""
        rows = map(decode_table, self._storage.tables.get("templates", {}).values())
        return {str(row["id"]): row for row in rows if "id" in row}

    def save(
        self,
        cases: Iterable[Case],
        *,
        delete: Iterable[str] = (),
        shop: Shop | None = None,
        settings: Mapping[str, Any] | None = None,
        templates: Mapping[str, Mapping[str, Any] | None] | None = None,
    ) -> None:
        """One durable transaction: on the disk when this returns, or WriteError and nothing is changed.

        ``settings`` replace the settings as a whole; ``templates`` change those named, and None takes one away. A
        case's draft is what the saved case says. Raises ReadOnlyError on a desk that is open for reading only.
        """
        saved = {case.id: case for case in cases}
        gone = [case_id for case_id in delete if case_id in self._ids and case_id not in saved]
        ids = dict(self._ids_for(saved))
        put: dict[str, dict[str, Encoded]] = {"cases": self._changed(saved, ids)}
        drop: dict[str, list[str]] = {"cases": [self._ids[case_id] for case_id in gone]}
        if shop is not None:
            put["shop"] = {_ONE: encode(shop)}
        if settings is not None:
            put["settings"] = {_ONE: encode(dict(settings))}
        if templates:
            put["templates"], drop["templates"] = self._template_rows(templates)
        self._commit(put, drop)
        self._cases.update(saved)
        self._ids.update(ids)
        self._next_id = max([self._next_id, *(int(key) + 1 for key in ids.values())])
        for case_id in gone:
            del self._cases[case_id], self._ids[case_id]
        self._drafts.forget([*saved, *gone])

    def save_draft(self, case_id: str, text: str, *, template: str | None = None, at: datetime | None = None) -> None:
        """Keep a reply as typed; it survives the end of the process once this returns.

        Cheap enough for every second of typing, and no step for undo. ``template`` None leaves the case's own. Unknown
        cases are passed over. Raises WriteError, ReadOnlyError.
        """
        case = self._cases.get(case_id)
        if case is None or (case.draft == text and template in (None, case.draft_template)):
            return
        self._must_write()
        draft = Draft(
            case=case_id, text=text, template=template, at=at or datetime.now(UTC), after=self._journal.sequence
        )
        self._drafts.keep(draft)
        self._cases[case_id] = with_draft(case, draft)

    @property
    def needs_compaction(self) -> bool:
        """Whether the journal has outgrown its share of the snapshot."""
        return not self.read_only and self._journal.size > max(_GROWN, self._size // _SHARE)

    def compact_in_background(self) -> None:
        """Write the snapshot anew off this thread; ``save`` does so by itself when it is due."""
        if not self.read_only and not self._background.busy:
            self._background.start("The desk file was not rewritten", self._compaction(self._files.previous))

    @property
    def troubles(self) -> tuple[str, ...]:
        """What went wrong in the background since the opening, one line each."""
        return self._background.troubles

    def close(self) -> None:
        """Fold drafts in, write the snapshot, give the lock free. Harmless when repeated; what a full disk keeps from
        being rewritten stays in the journal.
        """
        if self._closed:
            return
        try:
            self._background.wait()
            if not self.read_only:
                self._finish()
        finally:
            self._closed = True
            self._background.stop()
            self._journal.rotate()
            self._drafts.close()
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _finish(self) -> None:
        try:
            self._fold_drafts(self._drafts.waiting())
            if self._dirty or self._journal.size:
                self._compaction(self._files.previous)()
        except OSError as error:
            self._background.note(f"The desk file was not rewritten: {reason(error)}.")
        except WriteError as error:
            self._background.note(str(error))

    def _settle(self, loaded: Loaded) -> None:
        """Bring the files into order after a crash, damage or a step to a newer form; drafts come back into their
        cases.
        """
        drafts = loaded.drafts
        if self.read_only:
            for draft in drafts:
                self._cases[draft.case] = with_draft(self._cases[draft.case], draft)
            return
        try:
            for stray in self._files.strays():
                self._disk.remove(stray)
            if loaded.is_new or loaded.older or loaded.state.damaged:
                self._rewrite(loaded.state.damaged)
        except OSError as error:
            raise write_error(f"The desk {self.path.name} cannot be written", error) from None
        self._fold_drafts(drafts)

    def _rewrite(self, damaged: list[Path]) -> None:
        now = datetime.now(UTC)
        former = self._files.previous
        if self._files.desk in damaged:
            former = self._files.aside(self._files.desk, now)
        self._compaction(former)()
        for path in damaged:
            if path != self._files.desk:
                self._compactor.keep_aside(path, self._files.aside(path, now))
        kept = ", ".join(sorted(path.name for path in self._files.damaged()))
        if damaged:
            self.notices += (f"The bad files were kept beside the desk: {kept}.",)

    def _fold_drafts(self, drafts: list[Draft]) -> None:
        if drafts:
            known = [draft for draft in drafts if draft.case in self._cases]
            self.save([with_draft(self._cases[draft.case], draft) for draft in known])
        self._drafts.tidy()

    def _compaction(self, former: Path | None) -> Callable[[], None]:
        """The state of this moment frozen, as work to do here or elsewhere."""
        self._journal.rotate()
        meta = msgspec.structs.replace(
            self._meta, sequence=self._journal.sequence, saved_at=datetime.now(UTC).isoformat(timespec="seconds")
        )
        frozen = Frozen(self._storage.frozen(), meta, self._journal.number)

        def work() -> None:
            # Overtaken drafts must be gone before the journal that says so.
            self._drafts.tidy()
            self._size = self._compactor.write(frozen, former)

        self._dirty = False
        return work

    def _commit(self, put: Mapping[str, Mapping[str, Encoded]], drop: Mapping[str, list[str]]) -> None:
        if not any(put.values()) and not any(drop.values()):
            return
        self._must_write()
        self._storage.commit(put, drop)
        if self.needs_compaction:
            self.compact_in_background()

    def _must_write(self) -> None:
        if self.read_only or self._closed:
            raise ReadOnlyError("This desk is open for reading only; nothing was changed.")

    def _ids_for(self, cases: Iterable[str]) -> Iterable[tuple[str, str]]:
        fresh = self._next_id
        for case_id in cases:
            if case_id in self._ids:
                yield case_id, self._ids[case_id]
            else:
                yield case_id, str(fresh)
                fresh += 1

    def _changed(self, cases: Mapping[str, Case], ids: Mapping[str, str]) -> dict[str, Encoded]:
        rows = self._storage.tables["cases"]
        changed: dict[str, Encoded] = {}
        for case_id, case in cases.items():
            key, encoded = ids[case_id], encode(case)
            old = rows.get(key)
            if old is None or bytes(old) != encoded or self._drafts.holds(case_id):
                changed[key] = encoded
        return changed

    def _template_rows(self, templates: Mapping[str, Mapping[str, Any] | None]) -> tuple[dict[str, Encoded], list[str]]:
        rows = self._storage.tables.get("templates", {})
        keys = {str(decode_table(row).get("id")): key for key, row in rows.items()}
        fresh = max((int(key) for key in rows), default=0) + 1
        put: dict[str, Encoded] = {}
        for name, template in templates.items():
            if template is not None:
                put[keys.get(name) or str(fresh)] = encode({**template, "id": name})
                fresh += name not in keys
        return put, [keys[name] for name, template in templates.items() if template is None and name in keys]

    def _row(self, table: str) -> Encoded | None:
        return self._storage.tables.get(table, {}).get(_ONE)
