"""The open desk as the window sees it: cases in, cases out, change signals, undo."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.services.undo import UndoHistory, UndoStep
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.guarding import keep_off


@dataclass(frozen=True, slots=True)
class Change:
    """Which cases a transaction touched; ``focus`` is the case to show, "" where none."""

    saved: tuple[Case, ...]
    removed: tuple[str, ...] = ()
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Transaction:
    """A change of cases that is made whole or not at all; ``before`` holds what it replaces."""

    desk: Desk
    label: str
    saved: tuple[Case, ...]
    removed: tuple[str, ...]
    before: dict[str, Case | None]

    def commit(self) -> None:
        """On the disk when this returns. Raises the store's errors, and nothing is changed then."""
        self.desk.save(self.saved, delete=self.removed)


class DeskService(QObject):
    """Every change goes through ``save``: durable when it returns, then told to whoever listens.

    Store errors (ReviewDeskError) pass through; nothing is changed then.
    """

    changed = Signal(object)
    shop_changed = Signal(object)
    settings_changed = Signal()
    undo_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._history = UndoHistory()

    @property
    def desk(self) -> Desk:
        """The desk file behind the service."""
        return self._desk

    def keep_off(self, target: Path) -> None:
        """Raises UsageError where a file written to ``target`` would replace this desk, what belongs to it, or another
        desk.
        """
        keep_off(target, self._desk.path)

    def cases(self) -> list[Case]:
        """All cases, in no particular order."""
        return self._desk.cases()

    def case(self, case_id: str) -> Case | None:
        """The case as last saved."""
        return self._desk.case(case_id)

    def shop(self) -> Shop:
        """The shop's profile."""
        return self._desk.shop()

    def settings(self) -> Mapping[str, Any]:
        """The owner's settings that belong to this desk."""
        return self._desk.settings()

    def save(self, label: str, cases: Iterable[Case], *, delete: Iterable[str] = (), focus: str = "") -> None:
        """One durable, undoable change; ``label`` names it in the Edit menu ("Undo mark as posted")."""
        transaction = self.transaction(label, cases, delete=delete)
        transaction.commit()
        self.announce(transaction, focus)

    def transaction(self, label: str, cases: Iterable[Case], *, delete: Iterable[str] = ()) -> Transaction:
        """A change to commit later, perhaps in another thread while nothing else is done with the desk; announce it
        here once it is committed.
        """
        saved, removed = tuple(cases), tuple(delete)
        ids = [case.id for case in saved] + list(removed)
        before = {case_id: self._desk.case(case_id) for case_id in ids}
        return Transaction(self._desk, label, saved, removed, before)

    def announce(self, transaction: Transaction, focus: str = "") -> None:
        """Tell whoever listens of a committed change, and remember it for undo."""
        saved, removed = transaction.saved, transaction.removed
        after: dict[str, Case | None] = {case.id: case for case in saved} | dict.fromkeys(removed)
        self._history.record(UndoStep(transaction.label, transaction.before, after))
        self.changed.emit(Change(saved, removed, focus))
        self.undo_changed.emit()

    def save_silently(self, case: Case) -> None:
        """A durable change that has its own undo elsewhere (a draft has the editor's)."""
        self._desk.save([case])
        self.changed.emit(Change((case,)))

    def keep_draft(self, case: Case) -> None:
        """Keep a draft as typed, cheaply; nobody is told, since the list shows the case as before."""
        self._desk.save_draft(case.id, case.draft, template=case.draft_template, at=case.draft_saved_at)

    def save_shop(self, shop: Shop) -> None:
        """Keep the profile."""
        self._desk.save([], shop=shop)
        self.shop_changed.emit(shop)

    def save_settings(self, values: Mapping[str, Any]) -> None:
        """Merge ``values`` into the desk's settings."""
        self._desk.save([], settings={**self._desk.settings(), **values})
        self.settings_changed.emit()

    @property
    def undo_label(self) -> str:
        """What Undo would take back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str:
        """What Redo would make again."""
        return self._history.redo_label

    def undo(self) -> str:
        """Take the last change back and return its label, "" where there is none."""
        step = self._history.undo()
        return self._restore(step.before, step.label) if step else ""

    def redo(self) -> str:
        """Make the change again that was taken back last and return its label."""
        step = self._history.redo()
        return self._restore(step.after, step.label) if step else ""

    def forget_history(self) -> None:
        """Nothing done so far can be undone any more."""
        self._history = UndoHistory()
        self.undo_changed.emit()

    def _restore(self, wanted: Mapping[str, Case | None], label: str) -> str:
        saved = tuple(case for case in wanted.values() if case is not None)
        removed = tuple(case_id for case_id, case in wanted.items() if case is None)
        self._desk.save(saved, delete=removed)
        self.changed.emit(Change(saved, removed, next(iter(wanted), "")))
        self.undo_changed.emit()
        return label
