"""The menus: every verb of the window with its key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

Verb = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a menu; ``key`` is a portable key sequence or ""."""

    name: str
    words: str
    key: str
    verb: Verb


class Menus:
    """Builds menus and keeps the actions by name."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}

    def add(self, title: str, items: list[Item | None]) -> QMenu:
        """A menu with these lines; None draws a separator."""
        menu = self._window.menuBar().addMenu(title)
        for item in items:
            if item is None:
                menu.addSeparator()
                continue
            action = menu.addAction(item.words)
            if item.key:
                action.setShortcut(QKeySequence(item.key))
            action.triggered.connect(lambda _=False, verb=item.verb: verb())
            self._actions[item.name] = action
        return menu

    def action(self, name: str) -> QAction:
        """One action by name."""
        return self._actions[name]

    def actions(self) -> list[QAction]:
        """All actions in the order of the menus."""
        return list(self._actions.values())
