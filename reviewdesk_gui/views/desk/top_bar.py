"""Name of the shop, search, the two ways in."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from reviewdesk_gui.views.widgets.elided import ElidedLabel


class SearchField(QLineEdit):
    """Enter and the arrow down go on to what was found, Escape empties the field."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and not event.modifiers():
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """Tells the search words as they are typed."""

    searched = Signal(str)
    search_left = Signal()
    paste_asked = Signal()
    import_asked = Signal()
    shop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = QLabel("ReviewDesk", self)
        name.setObjectName("appName")
        self.shop = ElidedLabel(parent=self)
        self.shop.setObjectName("shopName")
        self.search = SearchField(self)
        self.search.setObjectName("searchField")
        self.search.setPlaceholderText(self.tr("Search reviews, replies, notes …   Ctrl+F"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(420)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        paste = QPushButton(self.tr("Paste review"), self)
        paste.setToolTip("Ctrl+Shift+V")
        bring = QPushButton(self.tr("Import …"), self)
        bring.setProperty("kind", "primary")
        bring.setToolTip("Ctrl+I")
        settings = QPushButton("⚙", self)
        settings.setAccessibleName(self.tr("Your shop"))
        settings.setToolTip(self.tr("Your shop: name, contact, opening hours"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(10)
        row.addWidget(name)
        row.addWidget(self.shop, 2)
        row.addWidget(self.search, 5)
        row.addStretch(1)
        for button in (paste, bring, settings):
            row.addWidget(button)
        self._delay = QTimer(self, singleShot=True, interval=0)
        self._delay.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.search.textChanged.connect(lambda _words: self._delay.start())
        self.search.left.connect(self.search_left)
        paste.clicked.connect(self.paste_asked)
        bring.clicked.connect(self.import_asked)
        settings.clicked.connect(self.shop_asked)
