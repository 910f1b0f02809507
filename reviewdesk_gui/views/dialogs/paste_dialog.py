"""Reviews from the clipboard or by hand: what was guessed stands in fields, for correction."""

from collections.abc import Iterable, Sequence
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.importing.known import KnownReviews
from reviewdesk_gui.importing.pasted import PastedPage, redated
from reviewdesk_gui.importing.scanned import ScannedReview
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.dialogs.buttons import dialog_buttons, primary_button
from reviewdesk_gui.views.dialogs.paste_question import PasteQuestion
from reviewdesk_gui.views.dialogs.review_form import ReviewForm
from reviewdesk_gui.views.widgets.tab_order import go_on


class PasteDialog(QDialog):
    """Several reviews are walked one by one; any of them may be left out. ``added`` carries what the owner kept and
    the lines of those that are the same review as a likely one on the desk; ``reordered`` carries how the owner says
    that dates are meant, for ``redate``.
    """

    added = Signal(object, object)
    reordered = Signal(str)

    def __init__(
        self,
        rows: Sequence[ScannedReview],
        known: KnownReviews,
        platforms: Iterable[Platform],
        zone: tzinfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a review"))
        self._rows, self._desk, self._zone = list(rows), known, zone
        self._read = tuple(rows)
        self._apart: set[int] = set()
        self._place = 0
        self.question = PasteQuestion(self)
        self.form = ReviewForm(platforms, zone, self)
        self._count = QLabel(self)
        self._back = QPushButton("◀", self)
        self._next = QPushButton("▶", self)
        self._drop = QPushButton(self.tr("Leave this one out"), self)
        for button, name in ((self._back, self.tr("Previous")), (self._next, self.tr("Next")), (self._drop, "")):
            button.setAutoDefault(False)
            if name:
                button.setAccessibleName(name)
        self.known = QLabel(
            self.tr("This review is on the desk already. A reply or other words are added to it."), self
        )
        self.known.setProperty("role", "small")
        self.known.setWordWrap(True)
        self.same = QCheckBox(self)
        self._error = QLabel(self)
        self._error.setProperty("role", "error")
        self._error.hide()
        self._box = dialog_buttons(self, self.tr("Add to the desk"))
        self._arrange()
        self._back.clicked.connect(lambda: self._walk(-1))
        self._next.clicked.connect(lambda: self._walk(1))
        self._drop.clicked.connect(self._leave_out)
        self.same.toggled.connect(self._choose_same)
        self.form.edited.connect(self._compare)
        self.question.chosen.connect(self.reordered)
        self.resize(560, 640)
        self._show()
        self.form.text.setFocus()

    def _arrange(self) -> None:
        walk = QHBoxLayout()
        for widget in (self._back, self._count, self._next):
            walk.addWidget(widget)
        walk.addStretch(1)
        walk.addWidget(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(walk)
        column.addWidget(self.question)
        column.addWidget(self.form, 1)
        column.addWidget(self.known)
        column.addWidget(self.same)
        column.addWidget(self._error)
        column.addWidget(self._box)

    def ask(self, page: PastedPage) -> None:
        """Ask what the copied page leaves open."""
        self.question.ask(page)

    def redate(self, rows: Sequence[ScannedReview]) -> None:
        """Take the dates of ``rows``, the same page read in the other order, wherever the owner has changed none."""
        self._rows[self._place] = self.form.row()
        self._rows = redated(self._rows, self._read, rows)
        self._read = tuple(rows)
        self._show()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    def accept(self) -> None:
        self._rows[self._place] = self.form.row()
        empty = next((place for place, row in enumerate(self._rows) if _is_empty(row)), None)
        if empty is not None:
            self._place = empty
            self._show()
            self._error.setText(self.tr("Give the customer's words or at least the stars."))
            self._error.show()
            self.form.text.setFocus()
            return
        self.added.emit(self._rows, frozenset(row.line for row in self._rows) - self._apart)
        super().accept()

    def _walk(self, step: int) -> None:
        self._rows[self._place] = self.form.row()
        self._place = (self._place + step) % len(self._rows)
        self._show()

    def _leave_out(self) -> None:
        del self._rows[self._place]
        self._place = min(self._place, len(self._rows) - 1)
        self._show()

    def _show(self) -> None:
        several = len(self._rows) > 1
        for widget in (self._count, self._back, self._next, self._drop):
            widget.setVisible(several)
        self._count.setText(self.tr("{} of {}").format(self._place + 1, len(self._rows)))
        self.form.show_row(self._rows[self._place])
        many = self.tr("Add {} reviews").format(len(self._rows))
        primary_button(self._box).setText(many if several else self.tr("Add to the desk"))
        self._compare()

    def _compare(self) -> None:
        """Tell what the desk knows of the review as it stands in the fields."""
        row = self.form.row()
        likely = self._desk.likely(row)
        self.known.setVisible(likely is None and self._desk.same(row) is not None)
        self.same.setVisible(likely is not None)
        if likely is not None:
            written = likely.review.written_at
            day = labels.day(written.astimezone(self._zone).date()) if written else self.tr("without a date")
            self.same.setText(self.tr("The same as the author's review on the desk, {}").format(day))
            self.same.setChecked(row.line not in self._apart)

    def _choose_same(self, chosen: bool) -> None:
        line = self._rows[self._place].line
        if chosen:
            self._apart.discard(line)
        else:
            self._apart.add(line)


def _is_empty(row: ScannedReview) -> bool:
    """Whether neither words nor stars are given."""
    return not row.review.full_text and row.review.rating is None
