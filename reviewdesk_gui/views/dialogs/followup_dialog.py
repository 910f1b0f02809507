"""A dated duty: what, when, a note."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from reviewdesk_gui.checks.report import PromiseProposal
from reviewdesk_gui.domain.followup import FollowUpKind
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.dialogs.buttons import dialog_buttons
from reviewdesk_gui.views.widgets.date_field import DateField
from reviewdesk_gui.views.widgets.tab_order import go_on


class FollowUpDialog(QDialog):
    """Starts from what the reply promises, where it promises a day; else three days from today.

    ``texts`` gives sentences that promise a duty for a day; the owner may choose one for the reply.
    """

    def __init__(
        self,
        today: date,
        promise: PromiseProposal | None,
        texts: Callable[[FollowUpKind, date], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Follow up"))
        self._kind = QComboBox(self)
        for kind in FollowUpKind:
            self._kind.addItem(labels.followup(kind), kind)
        first = promise.kind if promise else FollowUpKind.REPORT_BACK
        self._kind.setCurrentIndex(self._kind.findData(first))
        self._due = DateField(_qdate(promise.due if promise else today + timedelta(days=3)), self)
        self._due.setMinimumDate(_qdate(today))
        self._note = QLineEdit(promise.text.strip() if promise else "", self)
        self._note.setPlaceholderText(self.tr("for example: ask whether the new cake arrived"))
        self._texts = texts
        self.words = QComboBox(self)
        self.words.setToolTip(self.tr("A sentence for the reply that promises it"))
        self._kind.currentIndexChanged.connect(self._offer_words)
        self._due.dateChanged.connect(self._offer_words)
        self._offer_words()
        days = QHBoxLayout()
        days.addWidget(self._due, 1)
        for words, ahead in ((self.tr("Tomorrow"), 1), (self.tr("In 3 days"), 3), (self.tr("In a week"), 7)):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(
                lambda _=False, ahead=ahead: self._due.setDate(_qdate(today + timedelta(days=ahead)))
            )
            days.addWidget(button)
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setSpacing(12)
        form.addRow(self.tr("&What"), self._kind)
        form.addRow(self.tr("When"), days)
        form.addRow(self.tr("&Note"), self._note)
        form.addRow(self.tr("&Promise it"), self.words)
        form.addRow(dialog_buttons(self, self.tr("Add follow-up")))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    @property
    def sentence(self) -> str:
        """The sentence to put into the reply, "" where none is wanted."""
        return str(self.words.currentData() or "")

    @property
    def kind(self) -> FollowUpKind:
        """What is owed."""
        return FollowUpKind(self._kind.currentData())

    @property
    def due(self) -> date:
        """The day."""
        return self._due.date().toPython()  # type: ignore[return-value]

    @property
    def note(self) -> str:
        """The owner's words."""
        return self._note.text().strip()

    def _offer_words(self) -> None:
        self.words.clear()
        self.words.addItem(self.tr("not in the reply"), "")
        for sentence in self._texts(self.kind, self.due):
            self.words.addItem(sentence, sentence)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
