"""Making sure that what was erased from the desk lies nowhere else beside it."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from reviewdesk_gui.store.attachments import Attachments
from reviewdesk_gui.store.codec import Encoded, decode_case, encode
from reviewdesk_gui.store.engine import Engine
from reviewdesk_gui.store.erase import erased
from reviewdesk_gui.store.errors import write_error
from reviewdesk_gui.store.shelf import Shelf
from reviewdesk_gui.store.snapshot import Tables


class Privacy:
    """Traces of the past of an open desk. ``fold`` brings waiting drafts into their cases."""

    def __init__(self, engine: Engine, shelf: Shelf, fold: Callable[[], None], attachments: Attachments) -> None:
        self._engine, self._shelf, self._fold, self._attachments = engine, shelf, fold, attachments

    def purge(self, case_ids: Collection[str]) -> Callable[[], list[Path]]:
        """Work that forgets the past of the desk file (journals, former snapshot, drafts) and erases the named cases
        from all dated backups, also where the desk no longer holds them. Attachments that nothing else needs go too.

        Save the erased cases first. The work may run in any thread while nothing else is done with the desk; it
        returns the files that may still hold the person's words (backups that cannot be read, damaged files kept
        aside) and raises WriteError. Backups carried elsewhere are out of reach.
        """
        self._engine.must_write()
        self._fold()
        self._engine.background.wait()
        compaction, ids = self._engine.compaction(None), frozenset(case_ids)
        keys = self._engine.keys

        def work() -> list[Path]:
            self._remove(compaction)
            now = datetime.now(UTC)
            left = self._shelf.rewrite(lambda tables: _without(tables, ids, now), keys.sealer if keys else None, keys)
            self._remove(lambda: self._attachments.forget(left))
            return left + self._engine.files.damaged()

        return work

    @staticmethod
    def _remove(step: Callable[[], None]) -> None:
        try:
            step()
        except OSError as error:
            raise write_error("The traces were not removed", error) from None


def _without(tables: Tables, case_ids: Collection[str], now: datetime) -> Tables:
    return {**tables, "cases": dict(_erased_row(key, row, case_ids, now) for key, row in tables["cases"].items())}


def _erased_row(key: str, row: Encoded, case_ids: Collection[str], now: datetime) -> tuple[str, Encoded]:
    try:
        case = decode_case(row)
    except msgspec.MsgspecError:
        return key, row
    return key, encode(erased(case, now)) if case.id in case_ids else row
