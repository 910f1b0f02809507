"""Making up for the trouble: what is offered, in which words, until when it is owed."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QWidget

from reviewdesk_gui.drafting.offers import Offer
from reviewdesk_gui.views.dialogs.buttons import dialog_buttons, primary_button
from reviewdesk_gui.views.widgets.date_field import DateField


class OfferDialog(QDialog):
    """``offer``, ``text`` and ``due`` hold what was chosen; ``texts`` gives the sentences for an offer."""

    def __init__(
        self,
        offers: Sequence[Offer],
        texts: Callable[[Offer], Sequence[str]],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Offer compensation"))
        self._texts = texts
        self._worth_by_what = {offer.what: offer.worth for offer in offers}
        self.what = QComboBox(self)
        self.what.setEditable(True)
        self.what.addItems(["", *self._worth_by_what])
        self.worth = QLineEdit(self)
        self.worth.setPlaceholderText(self.tr("what it is worth, for your records"))
        self.words = QComboBox(self)
        self.words.setEditable(True)
        day = today + timedelta(days=14)
        self.day = DateField(QDate(day.year, day.month, day.day), self)
        self._box = dialog_buttons(self, self.tr("Insert and record"))
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setSpacing(12)
        form.addRow(self.tr("&What"), self.what)
        form.addRow(self.tr("W&orth"), self.worth)
        form.addRow(self.tr("&Sentence"), self.words)
        form.addRow(self.tr("Owed &until"), self.day)
        form.addRow(self._box)
        self.what.currentTextChanged.connect(self._choose)
        self._choose()
        self.setMinimumWidth(520)

    @property
    def offer(self) -> Offer:
        """What is offered."""
        return Offer(self.what.currentText().strip(), self.worth.text().strip())

    @property
    def text(self) -> str:
        """The sentence that offers it."""
        return self.words.currentText().strip()

    @property
    def due(self) -> date:
        """The day by which it is owed."""
        return self.day.date().toPython()  # type: ignore[return-value]

    def _choose(self) -> None:
        what = self.what.currentText().strip()
        if what in self._worth_by_what:
            self.worth.setText(self._worth_by_what[what])
        self.words.clear()
        if what:
            self.words.addItems(list(self._texts(self.offer)))
        primary_button(self._box).setEnabled(bool(what))
