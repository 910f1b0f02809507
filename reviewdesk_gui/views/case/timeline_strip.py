"""What has been done about the case, newest last; the whole history opens below."""

from collections.abc import Mapping
from datetime import date, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.retelling import retold
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.widgets.elided import ElidedLabel
from reviewdesk_gui.views.widgets.flow import FlowLayout

_SHORT = 3


class TimelineStrip(QWidget):
    """The last steps on one line, every step when opened, the standing follow-ups with a way to tick them off.

    ``origins`` are words by the id of what brought a review.
    """

    note_asked = Signal()
    attach_asked = Signal()
    followup_done = Signal(str)

    def __init__(self, origins: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins = origins
        self.setObjectName("timelineStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line = ElidedLabel(parent=self)
        self._line.setProperty("role", "small")
        self._attach = QPushButton(self.tr("Attach …"), self)
        self._attach.setToolTip(self.tr("Attach files to this case, such as a photo; the review takes drops"))
        self._note = QPushButton(self.tr("Add note"), self)
        self._more = QPushButton(self.tr("History ▾"), self)
        for button in (self._attach, self._note, self._more):
            button.setProperty("kind", "quiet")
        self._more.setCheckable(True)
        self._all = QLabel(self)
        self._all.setProperty("role", "small")
        self._all.setWordWrap(True)
        self._all.setTextFormat(Qt.TextFormat.PlainText)
        self._all.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._all.hide()
        self._duties = QWidget(self)
        self._duty_row = FlowLayout(self._duties, gap=8)
        self._lay_out()
        self._attach.clicked.connect(self.attach_asked)
        self._note.clicked.connect(self.note_asked)
        self._more.toggled.connect(self._all.setVisible)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(self._attach)
        row.addWidget(self._note)
        row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._duties)
        column.addWidget(self._all)

    @property
    def text(self) -> str:
        """Every step, one a line."""
        return self._all.text()

    def show_case(self, case: Case, zone: tzinfo, today: date) -> None:
        """Show the steps and duties of the case."""
        events = retold(case.timeline, self._origins, labels.outcome)
        last = [self._words(event, zone, today, brief=True) for event in events[-_SHORT:]]
        self._line.setText("     ".join(last) or self.tr("Nothing has happened yet."))
        self._all.setText("\n".join(self._words(event, zone, today) for event in events))
        self._show_duties(case, today)

    def _show_duties(self, case: Case, today: date) -> None:
        while item := self._duty_row.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        standing = [followup for followup in case.followups if followup.done_at is None]
        for followup in sorted(standing, key=lambda followup: followup.due):
            words = f"○ {labels.day_short(followup.due)} · {labels.followup(followup.kind)}"
            button = QPushButton(f"{words}: {followup.note}" if followup.note else words, self._duties)
            button.setProperty("kind", "chip")
            button.setProperty("on", followup.due <= today)
            button.setToolTip(self.tr("Tick this follow-up off"))
            button.clicked.connect(lambda _=False, which=followup.id: self.followup_done.emit(which))
            self._duty_row.addWidget(button)
        self._duties.setVisible(bool(standing))

    @staticmethod
    def _words(event: Event, zone: tzinfo, today: date, *, brief: bool = False) -> str:
        """The step; a ``brief`` one leaves out where the review came from, so that newer steps have room."""
        when, what = labels.moment(event.at, zone, today), labels.event(event.kind)
        told = "" if brief and event.kind is EventKind.RECEIVED else event.text
        return f"{when} {what}: {told}" if told else f"{when} {what}"
