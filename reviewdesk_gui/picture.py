"""Pictures of the real window, for the README and for looking at: which screens there are and how one is taken."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.listing import View

if TYPE_CHECKING:
    from reviewdesk_gui.app import DeskApp

_LONGEST_MS = 20_000
_SHADE = QColor(0, 0, 0, 70)


def _main(_desk_app: "DeskApp") -> None:
    return


def _all(desk_app: "DeskApp") -> None:
    desk_app.list_side.choose_view(View.ALL)


def _templates(desk_app: "DeskApp") -> None:
    desk_app.case_verbs.pick_template()


def _paste(desk_app: "DeskApp") -> None:
    desk_app.verbs.add_by_hand()


def _shop(desk_app: "DeskApp") -> None:
    desk_app.verbs.edit_shop()


def _welcome(desk_app: "DeskApp") -> None:
    desk_app.verbs.edit_shop(welcome=True)


def _follow_up(desk_app: "DeskApp") -> None:
    desk_app.case_verbs.follow_up()


def _export(desk_app: "DeskApp") -> None:
    desk_app.verbs.export_list()


def _editor(desk_app: "DeskApp") -> None:
    desk_app.draft_verbs.save_as_template()


def _offer(desk_app: "DeskApp") -> None:
    desk_app.draft_verbs.offer()


def _erase(desk_app: "DeskApp") -> None:
    desk_app.safety_verbs.erase_person()


def _back(desk_app: "DeskApp") -> None:
    desk_app.safety_verbs.go_back()


def _complain(desk_app: "DeskApp") -> None:
    desk_app.paper_verbs.complain()


def _import(desk_app: "DeskApp") -> None:
    desk_app.verbs.open_sample()


SCREENS: dict[str, Callable[["DeskApp"], None]] = {
    "main": _main,
    "all": _all,
    "templates": _templates,
    "paste": _paste,
    "shop": _shop,
    "welcome": _welcome,
    "follow-up": _follow_up,
    "export": _export,
    "import": _import,
    "template-editor": _editor,
    "offer": _offer,
    "erase": _erase,
    "go-back": _back,
    "complaint": _complain,
}


def take_picture(desk_app: "DeskApp", screen: str, out: Path) -> None:
    """Show ``screen`` and save what the window shows once it is at rest. Raises ReviewDeskError where it cannot."""
    desk_app.window.show()
    settle(desk_app)
    SCREENS[screen](desk_app)
    settle(desk_app)
    picture = _composed(desk_app.window)
    out.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(out)):
        raise ReviewDeskError(f"the picture could not be saved as {out}")


def settle(desk_app: "DeskApp") -> None:
    """Let timers, jobs and painting come to rest."""
    deadline = QDeadlineTimer(_LONGEST_MS)
    quiet = 0
    while quiet < 5 and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        quiet = 0 if desk_app.jobs.is_busy or desk_app.model.is_scanning else quiet + 1


def _composed(window: QWidget) -> QPixmap:
    """The window with any dialog over it, in the middle as a window manager would set it."""
    picture = window.grab()
    painter = QPainter(picture)
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window and dialog.isVisible() and dialog.isWindow() and dialog.parentWidget() is not None:
            shot = dialog.grab()
            left = (window.width() - dialog.width()) // 2
            top = (window.height() - dialog.height()) // 2
            painter.fillRect(picture.rect(), _SHADE)
            painter.drawPixmap(QPoint(left, top), shot)
    painter.end()
    return picture
