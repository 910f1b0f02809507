"""A list of cases that the owner ticks, with what ticking means."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget


class ChoiceList(QWidget):
    """``lines`` are (case id, words); all are ticked at first, or none."""

    def __init__(
        self, meaning: str, lines: Iterable[tuple[str, str]], *, ticked: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        hint = QLabel(meaning, self)
        hint.setProperty("role", "small")
        hint.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(meaning)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for case_id, words in lines:
            item = QListWidgetItem(words, self.list)
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.UserRole, case_id)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(hint)
        column.addWidget(self.list)

    def ticked(self) -> frozenset[str]:
        """The ids of the ticked cases."""
        items = [self.list.item(row) for row in range(self.list.count())]
        chosen = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return frozenset(str(item.data(Qt.ItemDataRole.UserRole)) for item in chosen)
