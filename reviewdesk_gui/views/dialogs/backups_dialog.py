"""Going back: the dated backups with what they hold; the present state is kept before anything changes."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewdesk_gui.services.safety_service import SafetyService
from reviewdesk_gui.store.shelf import Backup
from reviewdesk_gui.views.dialogs.buttons import dialog_buttons, primary_button


class BackupsDialog(QDialog):
    """``chosen`` tells the backup to go back to."""

    chosen = Signal(object)

    def __init__(self, safety: SafetyService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Go back to …"))
        words = self.tr("The desk becomes what it was then. What it is now is kept first, so that you can come back.")
        label = QLabel(words, self)
        label.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Backups"))
        for backup in safety.backups():
            item = QListWidgetItem(self._words(backup), self.list)
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
            if backup.manifest is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        box = dialog_buttons(self, self.tr("Go back"))
        primary_button(box).setEnabled(False)
        self.list.itemSelectionChanged.connect(lambda: primary_button(box).setEnabled(bool(self.list.selectedItems())))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        if not self.list.count():
            none = QLabel(self.tr("There is no backup yet: the first is made before the first change of a day."), self)
            none.setWordWrap(True)
            none.setProperty("role", "muted")
            column.addWidget(none)
        column.addWidget(box)
        self.resize(480, 420)

    def _words(self, backup: Backup) -> str:
        when = f"{backup.made_at:%Y-%m-%d %H:%M}"
        if backup.manifest is None:
            return self.tr("{}  cannot be read").format(when)
        why = {
            "day": self.tr("of the day"),
            "hand": self.tr("made by you"),
            "before": self.tr("kept before a change"),
        }.get(backup.why, backup.why)
        words = self.tr("{}  {} cases, {} open · {}")
        return words.format(when, backup.manifest.cases, backup.manifest.open_cases, why)

    def accept(self) -> None:
        items = self.list.selectedItems()
        if items:
            path: Path = items[0].data(Qt.ItemDataRole.UserRole)
            self.chosen.emit(path)
            super().accept()
