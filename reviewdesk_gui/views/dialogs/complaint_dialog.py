"""The complaint for a platform's flag form: one ground, the passage that shows it, ready to paste, save or print."""

from typing import Protocol

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.exporting.complaint_pack import GROUNDS, Complaint
from reviewdesk_gui.exporting.handout import Handout
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser
from reviewdesk_gui.views.dialogs.paper_dialog import PaperDialog
from reviewdesk_gui.views.printing.handout_paper import HandoutPaper


class MakeComplaint(Protocol):
    """Writes the complaint; raises ReviewDeskError where something is missing."""

    def __call__(self, complaint: Complaint, *, anonymise: bool) -> Handout: ...


class ComplaintDialog(PaperDialog):
    """The text follows the fields."""

    def __init__(
        self,
        make: MakeComplaint,
        passage: str,
        paper: HandoutPaper,
        files: FileChooser,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", paper, files, parent)
        self.setWindowTitle(self.tr("Complaint to the platform"))
        self.text.setAccessibleName(self.windowTitle())
        self._make = make
        self.ground = QComboBox(self)
        for ground, words in GROUNDS.items():
            self.ground.addItem(words, ground)
        self.ground.setPlaceholderText(self.tr("Choose a ground …"))
        self.ground.setCurrentIndex(-1)  # nobody is accused by default
        self.passage = QLineEdit(passage, self)
        self.passage.setPlaceholderText(self.tr("the words of the review that show it; empty for all of it"))
        self.explanation = QLineEdit(self)
        self.explanation.setPlaceholderText(self.tr("what you know, with dates"))
        self.anonymise = QCheckBox(self.tr("Leave out names of customers and staff"), self)
        self.anonymise.setToolTip(
            self.tr(
                "For showing it to others: the customer and the people listed under your shop are left out; read the"
                " rest over. The platform itself needs the name and the link to find the review."
            )
        )
        form = QFormLayout()
        form.addRow(self.tr("&Ground"), self.ground)
        form.addRow(self.tr("&Passage"), self.passage)
        form.addRow(self.tr("&Explanation"), self.explanation)
        form.addRow("", self.anonymise)
        self.column.insertLayout(0, form)
        self.ground.setFocus()
        self.ground.currentIndexChanged.connect(self._make_anew)
        self.passage.textChanged.connect(self._make_anew)
        self.explanation.textChanged.connect(self._make_anew)
        self.anonymise.toggled.connect(self._make_anew)
        self._make_anew()

    def _make_anew(self) -> None:
        if self.ground.currentIndex() < 0:
            self.withhold(self.tr("Choose the ground of the complaint."))
            return
        complaint = Complaint(
            ground=self.ground.currentData(),
            passage=self.passage.text().strip(),
            explanation=self.explanation.text().strip(),
        )
        try:
            made = self._make(complaint, anonymise=self.anonymise.isChecked())
        except ReviewDeskError as error:
            self.withhold(str(error))
        else:
            self.state.clear()
            self.present(made)
