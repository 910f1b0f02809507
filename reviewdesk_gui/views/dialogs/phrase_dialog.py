"""The pass-phrase of the desk: asked at the start, set, changed or taken away."""

from enum import Enum, auto

from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QWidget

from reviewdesk_gui.views.dialogs.buttons import dialog_buttons


class Ask(Enum):
    """What the dialog asks for."""

    OPEN = auto()
    SET = auto()
    CHANGE = auto()
    REMOVE = auto()


class PhraseDialog(QDialog):
    """``old`` and ``new`` hold what was typed; a new phrase is typed twice."""

    def __init__(self, ask: Ask, trouble: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        titles = {
            Ask.OPEN: self.tr("Open the desk"),
            Ask.SET: self.tr("Protect with a pass-phrase"),
            Ask.CHANGE: self.tr("Change the pass-phrase"),
            Ask.REMOVE: self.tr("Take the pass-phrase away"),
        }
        self.setWindowTitle(titles[ask])
        self._old, self._new, self._again = (self._field() for _ in range(3))
        self.trouble = QLabel(trouble, self)
        self.trouble.setProperty("role", "error")
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(bool(trouble))
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setSpacing(12)
        if ask in (Ask.SET, Ask.CHANGE):
            words = self.tr(
                "Desk, drafts and backups are encrypted with it. If you forget it, nobody can open the desk again; "
                "write it down and keep it in a safe place. At least 8 characters."
            )
            label = QLabel(words, self)
            label.setWordWrap(True)
            form.addRow(label)
        if ask is not Ask.SET:
            form.addRow(self.tr("&Pass-phrase"), self._old)
        if ask in (Ask.SET, Ask.CHANGE):
            form.addRow(self.tr("&New pass-phrase"), self._new)
            form.addRow(self.tr("Once &more"), self._again)
        asked = {Ask.SET: (self._new, self._again), Ask.CHANGE: (self._old, self._new, self._again)}
        for field in (self._old, self._new, self._again):
            field.setVisible(field in asked.get(ask, (self._old,)))
        form.addRow(self.trouble)
        form.addRow(dialog_buttons(self, self.tr("Open") if ask is Ask.OPEN else self.tr("Save")))
        self.setMinimumWidth(420)

    def _field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    @property
    def old(self) -> str:
        """The phrase that opens the desk now."""
        return self._old.text()

    @property
    def new(self) -> str:
        """The phrase from now on."""
        return self._new.text()

    def tell(self, trouble: str) -> None:
        """Say what is wrong and stay open."""
        self.trouble.setText(trouble)
        self.trouble.show()
        self.adjustSize()

    def accept(self) -> None:
        if self._ask in (Ask.SET, Ask.CHANGE) and self._new.text() != self._again.text():
            self.tell(self.tr("The two new pass-phrases differ."))
            return
        super().accept()
