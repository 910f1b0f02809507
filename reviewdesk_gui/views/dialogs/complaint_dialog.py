"""The complaint for a platform's flag form: one ground, the passage that shows it, ready to paste."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.exporting.complaint_pack import GROUNDS, Complaint
from reviewdesk_gui.views.dialogs.paper_dialog import PaperDialog


class ComplaintDialog(PaperDialog):
    """The text follows the fields; ``make`` writes it and raises ReviewDeskError where something is missing."""

    def __init__(self, make: Callable[[Complaint], str], passage: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Complaint to the platform"))
        self._make = make
        self.ground = QComboBox(self)
        for ground, words in GROUNDS.items():
            self.ground.addItem(words, ground)
        self.passage = QLineEdit(passage, self)
        self.passage.setPlaceholderText(self.tr("the words of the review that show it; empty for all of it"))
        self.explanation = QLineEdit(self)
        self.explanation.setPlaceholderText(self.tr("what you know, with dates"))
        form = QFormLayout()
        form.addRow(self.tr("&Ground"), self.ground)
        form.addRow(self.tr("&Passage"), self.passage)
        form.addRow(self.tr("&Explanation"), self.explanation)
        self.column.insertLayout(0, form)
        self.ground.currentIndexChanged.connect(self._write)
        self.passage.textChanged.connect(self._write)
        self.explanation.textChanged.connect(self._write)
        self._write()

    def _write(self) -> None:
        complaint = Complaint(
            ground=self.ground.currentData(),
            passage=self.passage.text().strip(),
            explanation=self.explanation.text().strip(),
        )
        try:
            self.text.setPlainText(self._make(complaint))
            self.state.clear()
        except ReviewDeskError as error:
            self.state.setText(str(error))
        self.copy.setEnabled(not self.state.text())
