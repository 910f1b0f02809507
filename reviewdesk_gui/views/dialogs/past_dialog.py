"""The owner's own earlier replies to reviews like this one, with what made them alike."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from reviewdesk_gui.drafting.past import PastReply
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.dialogs.buttons import dialog_buttons, primary_button


class PastDialog(QDialog):
    """``reply`` holds the chosen text once the dialog is accepted."""

    def __init__(self, found: Sequence[PastReply], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your earlier replies"))
        hint = QLabel(self)
        hint.setWordWrap(True)
        hint.setText(
            self.tr("As inspiration: the same words again would be a stock reply, so change what you take.")
            if found
            else self.tr("No earlier reply to a review like this one yet.")
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Earlier replies"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("Reply"))
        box = dialog_buttons(self, self.tr("Insert at the cursor"))
        primary_button(box).setEnabled(bool(found))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (hint, self.list, self.preview, box):
            column.addWidget(widget)
        for past in found:
            item = QListWidgetItem(self._words(past), self.list)
            item.setData(Qt.ItemDataRole.UserRole, past)
        self.list.currentItemChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.resize(640, 560)

    @property
    def reply(self) -> str:
        """The chosen reply."""
        return self.preview.toPlainText()

    def _words(self, past: PastReply) -> str:
        parts = [labels.day_short(past.at.date()), labels.case_type(past.type)]
        if past.solved:
            parts.append(self.tr("solved"))
        if past.alike:
            parts.append(self.tr("both say: {}").format(", ".join(past.alike)))
        return " · ".join(parts)

    def _show(self, item: QListWidgetItem | None) -> None:
        past: PastReply | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        self.preview.setPlainText(past.reply if past else "")
        self.preview.setToolTip(past.review if past else "")
