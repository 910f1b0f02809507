"""Chips above the list: by platform, stars, type and topic; several may be on, and each says what it lets through."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.listing import Filter
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.widgets.flow import FlowLayout


class FilterChip(QPushButton):
    """A button with a menu of choices that can be ticked."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._name = name
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setProperty("kind", "chip")
        self._chosen: set[object] = set()

    def set_choices(self, choices: Iterable[tuple[object, str]]) -> None:
        """What can be ticked: (value, words); what was ticked stays so."""
        self._menu.clear()
        for value, words in choices:
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value in self._chosen)
            action.setData(value)
            action.toggled.connect(lambda on, value=value: self._tick(value, on=on))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Any")).triggered.connect(self.clear)

    @property
    def chosen(self) -> frozenset[Any]:
        """The ticked values; empty means any."""
        return frozenset(self._chosen)

    def clear(self) -> None:
        """Let everything through again."""
        for action in self._menu.actions():
            action.blockSignals(True)
            action.setChecked(False)
            action.blockSignals(False)
        self._chosen.clear()
        self._show()
        self.changed.emit()

    def _tick(self, value: object, *, on: bool) -> None:
        self._chosen.add(value) if on else self._chosen.discard(value)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        words = [action.text() for action in self._menu.actions() if action.isChecked()]
        self.setText(self._name if not words else ", ".join(words[:2]) + (" …" if len(words) > 2 else ""))
        self.setToolTip(", ".join(words))
        self.setProperty("on", bool(words))
        self.style().unpolish(self)
        self.style().polish(self)


class FilterBar(QWidget):
    """Tells one ``Filter`` whenever a chip changes; view and words are kept from outside."""

    changed = Signal()

    def __init__(self, platforms: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._platform = FilterChip(self.tr("Platform"), self)
        self._stars = FilterChip(self.tr("Stars"), self)
        self._type = FilterChip(self.tr("Type"), self)
        self._topic = FilterChip(self.tr("Topic"), self)
        self._platform.set_choices(platforms)
        self._stars.set_choices((count, labels.stars(count)) for count in range(1, 6))
        self._type.set_choices((kind, labels.case_type(kind)) for kind in CaseType)
        self.set_topics([])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        row = FlowLayout(gap=6)
        column.addLayout(row)
        for chip in self._chips():
            row.addWidget(chip)
            chip.changed.connect(self.changed)

    def set_topics(self, topics: Iterable[str]) -> None:
        """The topics that the desk's cases have."""
        choices = [(topic, topic.replace("_", " ")) for topic in topics]
        self._topic.set_choices(choices)
        self._topic.setVisible(bool(choices))

    def onto(self, chosen: Filter) -> Filter:
        """``chosen`` with what the chips let through."""
        return replace(
            chosen,
            platforms=self._platform.chosen,
            stars=self._stars.chosen,
            types=self._type.chosen,
            topics=self._topic.chosen,
        )

    def clear(self) -> None:
        """Let everything through."""
        for chip in self._chips():
            chip.clear()

    def _chips(self) -> tuple[FilterChip, ...]:
        return self._platform, self._stars, self._type, self._topic
