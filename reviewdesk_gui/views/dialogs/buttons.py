"""The row of buttons at the foot of a dialog, the same everywhere."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def dialog_buttons(dialog: QDialog, accept: str) -> QDialogButtonBox:
    """Cancel and a primary button named ``accept``, wired to the dialog; Ctrl+Return accepts from text fields too."""
    box = QDialogButtonBox(dialog)
    primary = QPushButton(accept, dialog)
    primary.setProperty("kind", "primary")
    primary.setDefault(True)
    cancel = QPushButton(dialog.tr("Cancel"), dialog)
    cancel.setAutoDefault(False)
    box.addButton(primary, QDialogButtonBox.ButtonRole.AcceptRole)
    box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
    QShortcut(QKeySequence("Ctrl+Return"), dialog, primary.click)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def primary_button(box: QDialogButtonBox) -> QPushButton:
    """The accepting button of ``dialog_buttons``."""
    accepting = QDialogButtonBox.ButtonRole.AcceptRole
    button = next(button for button in box.buttons() if box.buttonRole(button) == accepting)
    assert isinstance(button, QPushButton)
    return button
