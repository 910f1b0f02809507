"""Erasing one person: which cases hold them, and what cannot be reached."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.services.safety_service import SafetyService
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.dialogs.buttons import dialog_buttons, primary_button


class EraseDialog(QDialog):
    """``cases`` are the ticked ones: those the person wrote are ticked, those that only name them are offered."""

    def __init__(self, safety: SafetyService, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Erase a person"))
        self._safety = safety
        words = self.tr(
            "Names and texts of the ticked cases leave the desk, its past and its backups for good; this cannot be "
            "undone. Backups and exports that you carried elsewhere are out of reach: remove them yourself."
        )
        label = QLabel(words, self)
        label.setWordWrap(True)
        self.name = QLineEdit(name, self)
        self.name.setPlaceholderText(self.tr("the person's name, as in their reviews"))
        self.name.setAccessibleName(self.tr("Name"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Cases"))
        self._box = dialog_buttons(self, self.tr("Erase for good"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (label, self.name, self.list, self._box):
            column.addWidget(widget)
        self.name.textChanged.connect(self._look)
        self.list.itemChanged.connect(lambda _item: self._allow())
        self.resize(520, 440)
        self._look()

    @property
    def cases(self) -> list[Case]:
        """The cases to erase."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _look(self) -> None:
        self.list.clear()
        name = self.name.text().strip()
        if name:
            own, named = self._safety.cases_of(name)
            self._add(own, Qt.CheckState.Checked)
            self._add(named, Qt.CheckState.Unchecked)
        self._allow()

    def _add(self, cases: Sequence[Case], state: Qt.CheckState) -> None:
        for case in cases:
            text = " ".join(case.review.full_text.split())[:80]
            item = QListWidgetItem(f"{labels.author(case.review.author)}: {text}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, case)
            item.setCheckState(state)

    def _allow(self) -> None:
        primary_button(self._box).setEnabled(bool(self.cases))
