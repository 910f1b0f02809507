"""The desk: one shop's cases, profile, settings and own templates in one file, and nothing of it ever lost."""

import contextlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import msgspec

from reviewdesk_gui.collection import no_collection, spare_from_collection
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.store.attachments import Attachments
from reviewdesk_gui.store.backups import Backups
from reviewdesk_gui.store.codec import Encoded, decode_shop, decode_table, encode, encode_case
from reviewdesk_gui.store.database import DeskDatabase
from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.drafts import Draft
from reviewdesk_gui.store.engine import Engine
from reviewdesk_gui.store.errors import DeskError
from reviewdesk_gui.store.files import DeskFiles, instance_name
from reviewdesk_gui.store.lock import DeskLock
from reviewdesk_gui.store.opening import Loaded, decode_cases, open_files, settle, tidy, with_draft
from reviewdesk_gui.store.own_templates import read_templates, template_changes
from reviewdesk_gui.store.privacy import Privacy
from reviewdesk_gui.store.protection import Protection
from reviewdesk_gui.store.schema import CURRENT, Schema
from reviewdesk_gui.store.shelf import Shelf

__all__ = ["Desk", "instance_name"]

_ONE = "1"


class Desk:
    """An open desk; its methods belong to one thread, long work runs in a thread of the desk's own.

    ``notices`` are lines for the owner about the opening: what was recovered, why it is read-only. ``backups``,
    ``protection`` and ``privacy`` hold what else can be done with the files, ``attachments`` the files of cases.
    """

    path: Path
    read_only: bool
    notices: tuple[str, ...]
    backups: Backups
    protection: Protection
    privacy: Privacy
    attachments: Attachments

    def __init__(self, engine: Engine, loaded: Loaded, lock: DeskLock | None, schema: Schema) -> None:
        self.path = engine.files.desk
        self.read_only = not engine.writable
        self._engine, self._lock = engine, lock
        self._cases, self._ids = loaded.cases, loaded.ids
        self._next_id = 1
        self._count_on(engine.tables["cases"])
        shelf = Shelf(engine.files, engine.disk)
        self.backups = Backups(engine, shelf, schema, self._reread)
        self.protection = Protection(engine, shelf, self._fold_drafts)
        self.attachments = Attachments(engine, shelf)
        self.privacy = Privacy(engine, shelf, self._fold_drafts, self.attachments)
        if not self.read_only:
            loaded.state.notices += settle(engine, loaded, shelf)
            tidy(engine, loaded, self.attachments)
        self.notices = tuple(loaded.state.notices)
        self._bring_back(loaded.drafts)

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

        ``take_over`` overrules the note that another computer left. Raises LockedError, PhraseNeededError,
        WrongPhraseError, UnreadableDeskError, MigrationError, WriteError.
        """
        files, disk = DeskFiles(path.expanduser().resolve()), disk or Disk()
        engine, loaded, lock = open_files(files, disk, passphrase, schema, read_only=read_only, take_over=take_over)
        try:
            return cls(engine, loaded, lock, schema)
        except BaseException:
            if lock:
                lock.release()
            raise

    @property
    def database(self) -> DeskDatabase:
        """The desk as TinyDB; changes made through it do not show in ``cases`` before the next opening."""
        return DeskDatabase(self._engine.storage)

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
        return read_templates(self._engine.tables)

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
        readable: dict[str, Case] = {}
        put: dict[str, dict[str, Encoded]] = {"cases": self._changed(saved, ids, readable)}
        drop: dict[str, list[str]] = {"cases": [self._ids[case_id] for case_id in gone]}
        if shop is not None:
            put["shop"] = {_ONE: encode(shop)}
        if settings is not None:
            put["settings"] = {_ONE: encode(dict(settings))}
        if templates:
            put["templates"], drop["templates"] = template_changes(self._engine.tables, templates)
        if any(put.values()) or any(drop.values()):
            self._engine.must_write()
            self.backups.daily()
            self._engine.commit(put, drop)
        self._cases.update(readable)
        self._ids.update(ids)
        self._count_on(ids.values())
        for case_id in gone:
            del self._cases[case_id], self._ids[case_id]
        self._engine.drafts.forget([*saved, *gone])
        self.attachments.arrived(saved.values())
        spare_from_collection(len(saved))

    def save_draft(self, case_id: str, text: str, *, template: str | None = None, at: datetime | None = None) -> None:
        """Keep a reply as typed; it survives the end of the process once this returns.

        Cheap enough for every second of typing, and no step for undo. ``template`` None leaves the case's own. Unknown
        cases are passed over. Raises WriteError, ReadOnlyError.
        """
        case = self._cases.get(case_id)
        if case is None or (case.draft == text and template in (None, case.draft_template)):
            return
        self._engine.must_write()
        draft = Draft(
            case=case_id, text=text, template=template, at=at or datetime.now(UTC), after=self._engine.sequence
        )
        self._engine.keep_draft(draft)
        self._cases[case_id] = with_draft(case, draft)

    @property
    def needs_compaction(self) -> bool:
        """Whether the journal has outgrown its share of the snapshot."""
        return self._engine.needs_compaction

    def compact_in_background(self) -> None:
        """Write the snapshot anew off this thread; ``save`` does so by itself when it is due."""
        self._engine.compact_in_background()

    @property
    def busy(self) -> bool:
        """Whether a compaction or backup is under way behind this thread."""
        return self._engine.background.busy

    def wait(self) -> None:
        """Return once nothing is under way any more."""
        self._engine.background.wait()

    @property
    def troubles(self) -> tuple[str, ...]:
        """What went wrong in the background since the opening, one line each."""
        return self._engine.background.troubles

    def close(self) -> None:
        """Fold drafts in, write the snapshot, give the lock free. Harmless when repeated; what a full disk keeps from
        being rewritten stays in the journal.
        """
        try:
            if self._engine.writable:
                self._fold_drafts()
        except DeskError as error:
            self._engine.background.note(str(error))
        finally:
            self._engine.close()
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _bring_back(self, drafts: Iterable[Draft]) -> None:
        """Drafts that a crash left, into their cases."""
        found = [with_draft(self._cases[draft.case], draft) for draft in drafts if draft.case in self._cases]
        if self.read_only:
            self._cases.update({case.id: case for case in found})
        elif found:
            self.save(found)

    def _fold_drafts(self) -> None:
        """Drafts that no save has overtaken, into their cases as saved."""
        self.save([self._cases[draft.case] for draft in self._engine.drafts.waiting() if draft.case in self._cases])

    def _reread(self) -> None:
        """The tables have been replaced."""
        with no_collection():
            self._cases, self._ids, _ = decode_cases(self._engine.tables["cases"])
            spare_from_collection(len(self._cases))
        self._engine.drafts.forget([draft.case for draft in self._engine.drafts.waiting()])
        self._count_on(self._engine.tables["cases"])

    def _count_on(self, keys: Iterable[str]) -> None:
        self._next_id = max(self._next_id, max(map(int, keys), default=0) + 1)

    def _ids_for(self, cases: Iterable[str]) -> Iterable[tuple[str, str]]:
        fresh = self._next_id
        for case_id in cases:
            if case_id in self._ids:
                yield case_id, self._ids[case_id]
            else:
                yield case_id, str(fresh)
                fresh += 1

    def _changed(
        self, cases: Mapping[str, Case], ids: Mapping[str, str], readable: dict[str, Case]
    ) -> dict[str, Encoded]:
        """The documents that differ from what is stored; ``readable`` takes the cases as they will be read again."""
        rows = self._engine.tables["cases"]
        changed: dict[str, Encoded] = {}
        for case_id, case in cases.items():
            key = ids[case_id]
            encoded, readable[case_id] = encode_case(case)
            old = rows.get(key)
            if old is None or bytes(old) != encoded or self._engine.drafts.holds(case_id):
                changed[key] = encoded
        return changed

    def _row(self, table: str) -> Encoded | None:
        return self._engine.tables.get(table, {}).get(_ONE)
