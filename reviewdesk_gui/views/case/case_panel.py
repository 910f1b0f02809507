"""One case: the review above, its timeline, the reply below; or a word of welcome where none is open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewdesk_gui.views.case.case_fields import CaseFields
from reviewdesk_gui.views.case.review_card import ReviewCard
from reviewdesk_gui.views.case.timeline_strip import TimelineStrip
from reviewdesk_gui.views.reply.reply_pane import ReplyPane


class CasePanel(QStackedWidget):
    """Arranges the parts; the case presenter fills them."""

    def __init__(
        self, card: ReviewCard, fields: CaseFields, strip: TimelineStrip, pane: ReplyPane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.card, self.fields, self.strip, self.pane = card, fields, strip, pane
        self._empty = QLabel(self.tr("The review that you choose opens here, with your reply below it."), self)
        self._empty.setObjectName("caseEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self.addWidget(self._empty)
        page = QWidget(self)
        page.setObjectName("casePanel")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (card, strip):
            column.addWidget(widget)
        column.addWidget(pane, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        case = QWidget(self)
        whole = QVBoxLayout(case)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(pane.footer)  # the way out stays in sight while the case scrolls
        self.addWidget(case)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.card.text.share_room(event.size().height())
        super().resizeEvent(event)

    def show_empty(self) -> None:
        """No case is open."""
        self.setCurrentIndex(0)

    def show_case(self) -> None:
        """A case is open."""
        self.setCurrentIndex(1)
