"""What copied text does not say and only the owner knows: how a date of figures alone is meant."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewdesk_gui.importing.pasted import PastedPage
from reviewdesk_gui.views.dialogs.date_orders import ORDERS, both_readings


class PasteQuestion(QWidget):
    """Asks only where some date can be meant either way; ``chosen`` carries the order, "dmy" or "mdy". Also says where
    the text was too long.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dates = QComboBox(self)
        self.dates.setAccessibleName(self.tr("Order of day and month"))
        self.words = QLabel(self)
        self.words.setBuddy(self.dates)
        self.cut = QLabel(self.tr("The text is too long: its end was not read. Paste the rest by itself."), self)
        self.cut.setProperty("role", "error")
        self.cut.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self.words)
        line.addWidget(self.dates, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.cut)
        self.hide()
        self.dates.activated.connect(self._tell)

    def ask(self, page: PastedPage) -> None:
        """Show how the page's dates were read."""
        sample = page.two_way_date
        self.words.setText(self.tr("The date {} &means").format(sample))
        self.dates.clear()
        for order, words in zip(ORDERS, both_readings(sample), strict=True):
            self.dates.addItem(words, order)
        self.dates.setCurrentIndex(max(self.dates.findData(page.date_order), 0))
        for widget in (self.words, self.dates):
            widget.setVisible(bool(sample))
        self.cut.setVisible(page.cut)
        self.setVisible(bool(sample) or page.cut)

    def _tell(self) -> None:
        self.chosen.emit(str(self.dates.currentData()))
