"""Bringing a desk into memory: lock, key, newest good state, newer form, and what the owner should know about it."""

import contextlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import msgspec

from reviewdesk_gui.collection import no_collection, spare_from_collection
from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.store.attachments import Attachments
from reviewdesk_gui.store.codec import Encoded, decode_case
from reviewdesk_gui.store.compaction import Frozen
from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.drafts import Draft, read_drafts
from reviewdesk_gui.store.engine import Engine
from reviewdesk_gui.store.errors import reason, write_error
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.keys import unlock
from reviewdesk_gui.store.lock import DeskLock
from reviewdesk_gui.store.recovery import Fallback, Recovery, State
from reviewdesk_gui.store.schema import CURRENT, Schema, migrate
from reviewdesk_gui.store.sealing import Sealer
from reviewdesk_gui.store.shelf import Shelf
from reviewdesk_gui.store.snapshot import Meta, Tables

_READS = 3


@dataclass
class Loaded:
    """A desk in memory, decoded. ``ids`` maps case ids to document ids; ``drafts`` wait to be folded into their
    cases; ``older`` is what was there before a step to a newer form.
    """

    state: State
    meta: Meta
    cases: dict[str, Case] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    is_new: bool = False
    older: tuple[Tables, Meta] | None = None
    is_newer: bool = False


def open_files(
    files: DeskFiles, disk: Disk, phrase: str | None, schema: Schema, *, read_only: bool, take_over: bool
) -> tuple[Engine, Loaded, DeskLock | None]:
    """The desk in memory, and the lock where it is held. Raises what ``Desk.open`` raises."""
    lock, why = (None, "") if read_only else _lock(files, take_over=take_over)
    try:
        keys = unlock(files, phrase)
        sealer = keys.sealer if keys else None
        with no_collection():
            loaded = load(files, disk, sealer, lambda: Shelf(files, disk).newest_good(sealer), schema)
            spare_from_collection(len(loaded.cases))
        if why:
            loaded.state.notices.append(why)
        if loaded.is_newer and lock:
            lock.release()
            lock = None
        return Engine(files, disk, loaded.state, loaded.meta, keys, writable=lock is not None), loaded, lock
    except BaseException:
        if lock:
            lock.release()
        raise


def _lock(files: DeskFiles, *, take_over: bool) -> tuple[DeskLock | None, str]:
    """The lock held, or None and a line that says why the desk can only be read.

    Raises LockedError, and WriteError where there is no desk yet and none can be made.
    """
    lock = DeskLock(files)
    try:
        files.folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(take_over=take_over)
    except OSError as error:
        if not files.desk.exists():
            raise write_error(f"No desk can be made at {files.desk}", error) from None
        return None, f"The desk is open for reading only: {reason(error)}."
    return lock, ""


def load(files: DeskFiles, disk: Disk, sealer: Sealer | None, fallback: Fallback, schema: Schema = CURRENT) -> Loaded:
    """Everything decoded. Raises UnreadableDeskError or MigrationError."""
    for attempt in range(_READS):
        state = Recovery(files, disk, sealer, fallback).load()
        # A writer may have compacted between two of our reads; look again before believing in a gap.
        if not state.gap or attempt == _READS - 1:
            break
    if state.gap:
        state.notices.append("Some changes between the last good copy and the journal are lost; all others were kept.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    is_new = state.meta is None
    meta = state.meta or Meta(schema_version=schema.version, desk_id=uuid.uuid4().hex, saved_at=now)
    meta = msgspec.structs.replace(meta, sequence=state.sequence, desk_id=meta.desk_id or uuid.uuid4().hex)
    loaded = Loaded(state, meta, is_new=is_new)
    _fit_schema(loaded, schema)
    _decode(loaded)
    _read_drafts(loaded, files, disk, sealer)
    return loaded


def _fit_schema(loaded: Loaded, schema: Schema) -> None:
    version = loaded.meta.schema_version
    if version > schema.version:
        loaded.is_newer = True
        loaded.state.notices.append("A newer ReviewDesk wrote this desk; it can only be read. Update this program.")
    elif version < schema.version:
        loaded.older = (loaded.state.tables, loaded.meta)
        loaded.state.tables = migrate(loaded.state.tables, version, schema)
        loaded.meta = msgspec.structs.replace(loaded.meta, schema_version=schema.version)


def decode_cases(rows: Mapping[str, Encoded]) -> tuple[dict[str, Case], dict[str, str], int]:
    """Cases by id, their document ids, and how many documents are not understood."""
    found = list(map(_understood, rows.values()))
    cases = {case.id: case for case in found if case}
    ids = {case.id: key for case, key in zip(found, rows, strict=True) if case}
    return cases, ids, found.count(None)


def _understood(row: Encoded) -> Case | None:
    try:
        return decode_case(row)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _decode(loaded: Loaded) -> None:
    loaded.cases, loaded.ids, bad = decode_cases(loaded.state.tables["cases"])
    if bad:
        loaded.state.notices.append(f"{bad} cases are not understood and cannot be shown; they stay in the file.")


def _read_drafts(loaded: Loaded, files: DeskFiles, disk: Disk, sealer: Sealer | None) -> None:
    try:
        found = read_drafts(disk.read(files.drafts), sealer)
    except OSError:
        return
    for draft in found.values():
        key = loaded.ids.get(draft.case)
        if key is not None and loaded.state.touched.get(key, 0) <= draft.after:
            loaded.drafts.append(draft)


def with_draft(case: Case, draft: Draft) -> Case:
    """The case with the draft as typed."""
    return steps.save_draft(case, draft.text, draft.at, template=draft.template)


def settle(engine: Engine, loaded: Loaded, shelf: Shelf) -> list[str]:
    """Bring the files of a writable desk into order after a crash, damage or a step to a newer form; further notices.

    Raises WriteError or BackupError, and everything stands as it was.
    """
    state, files = loaded.state, engine.files
    if loaded.older:
        shelf.make(Frozen(*loaded.older), engine.keys, "before")
    try:
        for stray in files.strays():
            engine.disk.remove(stray)
        if not (loaded.is_new or loaded.older or state.damaged):
            return []
        now = datetime.now(UTC)
        was_bad = files.desk in state.damaged
        engine.compaction(files.aside(files.desk, now) if was_bad else files.previous)()
        for path in state.damaged:
            if path != files.desk:
                engine.keep_aside(path, files.aside(path, now))
    except OSError as error:
        raise write_error(f"The desk {files.desk.name} cannot be written", error) from None
    names = ", ".join(path.name for path in files.damaged())
    return [f"The bad files were kept beside the desk: {names}."] if state.damaged else []


def tidy(engine: Engine, loaded: Loaded, attachments: Attachments) -> None:
    """Tidy the ``attachments`` of a writable desk, but only where nothing of it was lost: what nobody seems to need
    might be needed by what is lost.
    """
    if loaded.state.damaged or loaded.state.gap or engine.files.damaged():
        return
    understood = set(loaded.ids.values())
    others = (row for key, row in engine.tables["cases"].items() if key not in understood)
    with contextlib.suppress(OSError):
        attachments.tidy(loaded.cases.values(), others)
