"""A desk that does not open: what happened, and what can be done about it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from reviewdesk_gui.store.errors import DeskError, LockedError


def _tr(text: str) -> str:
    return QCoreApplication.translate("desk_trouble", text)


def ask_about(error: DeskError) -> dict[str, bool] | None:
    """How to try again, as arguments of ``Desk.open``; None where the owner gives up or nothing can be done."""
    box = QMessageBox(QMessageBox.Icon.Warning, "ReviewDesk", str(error))
    give_up = box.addButton(_tr("Close"), QMessageBox.ButtonRole.RejectRole)
    ways = {}
    if isinstance(error, LockedError):
        read = box.addButton(_tr("Open for reading only"), QMessageBox.ButtonRole.AcceptRole)
        ways[read] = {"read_only": True}
        if error.elsewhere:
            take = box.addButton(_tr("Take it over"), QMessageBox.ButtonRole.DestructiveRole)
            ways[take] = {"take_over": True}
    box.setDefaultButton(give_up)
    box.exec()
    return next((way for button, way in ways.items() if box.clickedButton() is button), None)
