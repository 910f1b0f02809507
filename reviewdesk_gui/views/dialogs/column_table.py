"""How the columns of a file were read, to be corrected where the guess is wrong; it is remembered for this header."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.scanned import FileScan

_ROW = 8


class ColumnTable(QWidget):
    """One line a column: its header, what it was taken for, its first values. ``mapping_changed`` carries what each
    column is to be read as, and the header of the one that was changed.
    """

    mapping_changed = Signal(dict, str)

    def __init__(self, file: FileScan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        hint = QLabel(self.tr("Correct a line where it was read wrongly; the file is then read anew."), self)
        hint.setProperty("role", "small")
        hint.setWordWrap(True)
        table = QTableWidget(len(file.columns), 3, self)
        table.setHorizontalHeaderLabels([self.tr("Column"), self.tr("Read as"), self.tr("First values")])
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        for row, use in enumerate(file.columns):
            box = self._box(use.header, use.field)
            table.setItem(row, 0, QTableWidgetItem(use.header))
            table.setCellWidget(row, 1, box)
            table.setItem(row, 2, QTableWidgetItem(" | ".join(filter(None, use.samples))))
            table.setRowHeight(row, box.sizeHint().height() + _ROW)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(hint)
        column.addWidget(table)

    def _box(self, header: str, chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(header)
        box.addItem(self.tr("left out"), "")
        for field, words in self._words().items():
            box.addItem(words, field.value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.activated.connect(lambda _place: self._tell(header))
        self._boxes[header] = box
        return box

    def _words(self) -> dict[Field, str]:
        """Every field as the owner calls it."""
        return {
            Field.TEXT: self.tr("text"),
            Field.POSITIVE: self.tr("text: what was liked"),
            Field.NEGATIVE: self.tr("text: what was not liked"),
            Field.TITLE: self.tr("title"),
            Field.AUTHOR: self.tr("author"),
            Field.RATING: self.tr("rating"),
            Field.DATE: self.tr("date of the review"),
            Field.CHANGED: self.tr("date of its change"),
            Field.REPLY: self.tr("your reply"),
            Field.REPLY_DATE: self.tr("date of your reply"),
            Field.PLATFORM: self.tr("where it stands"),
            Field.LINK: self.tr("link"),
            Field.EXTERNAL_ID: self.tr("number of the review"),
            Field.ORDER: self.tr("number of the order"),
            Field.PRODUCT: self.tr("product"),
            Field.LOCATION: self.tr("branch or place"),
            Field.LANGUAGE: self.tr("language"),
            Field.EMAIL: self.tr("e-mail address"),
            Field.IP: self.tr("IP address"),
        }

    def go_to(self, header: str) -> None:
        """Put the keys where this column is chosen."""
        if header in self._boxes:
            self._boxes[header].setFocus()

    def _tell(self, changed: str) -> None:
        self.mapping_changed.emit({header: str(box.currentData()) for header, box in self._boxes.items()}, changed)
