"""Undo for every change of cases within the session: each step knows the cases before and after."""

from dataclasses import dataclass

from reviewdesk_gui.domain.case import Case

_DEPTH = 200


@dataclass(frozen=True, slots=True)
class UndoStep:
    """``before`` and ``after`` map case ids to the case, None where it did not or does not exist."""

    label: str
    before: dict[str, Case | None]
    after: dict[str, Case | None]


class UndoHistory:
    """What can be undone and redone, newest last; at most 200 steps."""

    def __init__(self) -> None:
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []

    def record(self, step: UndoStep) -> None:
        """A new change; what was undone before can no longer be redone."""
        self._done = [*self._done[-(_DEPTH - 1) :], step]
        self._undone.clear()

    def undo(self) -> UndoStep | None:
        """The step to take back, moved to the redo side; None where there is none."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> UndoStep | None:
        """The step to make again, moved to the undo side; None where there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]

    @property
    def undo_label(self) -> str:
        """What Undo would take back, "" where nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What Redo would make again, "" where nothing."""
        return self._undone[-1].label if self._undone else ""
