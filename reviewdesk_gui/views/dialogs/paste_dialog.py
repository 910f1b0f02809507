"""Reviews from the clipboard or by hand: what was guessed stands in fields, for correction."""

from collections.abc import Iterable, Sequence
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.views.dialogs.buttons import dialog_buttons, primary_button
from reviewdesk_gui.views.dialogs.review_form import ReviewForm


class PasteDialog(QDialog):
    """``reviews`` holds what the owner kept. Several reviews are walked one by one; any of them may be left out."""

    added = Signal(object)

    def __init__(
        self, reviews: Sequence[Review], platforms: Iterable[Platform], zone: tzinfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a review"))
        self._reviews = list(reviews)
        self._place = 0
        self.form = ReviewForm(platforms, zone, self)
        self._count = QLabel(self)
        self._back = QPushButton("◀", self)
        self._next = QPushButton("▶", self)
        self._drop = QPushButton(self.tr("Leave this one out"), self)
        for button, name in ((self._back, self.tr("Previous")), (self._next, self.tr("Next")), (self._drop, "")):
            button.setAutoDefault(False)
            if name:
                button.setAccessibleName(name)
        self._error = QLabel(self)
        self._error.setProperty("role", "error")
        self._error.hide()
        self._box = dialog_buttons(self, self.tr("Add to the desk"))
        walk = QHBoxLayout()
        for widget in (self._back, self._count, self._next):
            walk.addWidget(widget)
        walk.addStretch(1)
        walk.addWidget(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(walk)
        column.addWidget(self.form, 1)
        column.addWidget(self._error)
        column.addWidget(self._box)
        self._back.clicked.connect(lambda: self._walk(-1))
        self._next.clicked.connect(lambda: self._walk(1))
        self._drop.clicked.connect(self._leave_out)
        self.resize(560, 520)
        self._show()
        self.form.text.setFocus()

    @property
    def reviews(self) -> list[Review]:
        """The reviews as they stand in the fields."""
        self._reviews[self._place] = self.form.review()
        return list(self._reviews)

    def accept(self) -> None:
        if self.form.is_empty:
            self._error.setText(self.tr("Give the customer's words or at least the stars."))
            self._error.show()
            self.form.text.setFocus()
            return
        self.added.emit(self.reviews)
        super().accept()

    def _walk(self, step: int) -> None:
        self._reviews[self._place] = self.form.review()
        self._place = (self._place + step) % len(self._reviews)
        self._show()

    def _leave_out(self) -> None:
        del self._reviews[self._place]
        self._place = min(self._place, len(self._reviews) - 1)
        self._show()

    def _show(self) -> None:
        several = len(self._reviews) > 1
        for widget in (self._count, self._back, self._next, self._drop):
            widget.setVisible(several)
        self._count.setText(self.tr("{} of {}").format(self._place + 1, len(self._reviews)))
        self.form.show_review(self._reviews[self._place])
        many = self.tr("Add {} reviews").format(len(self._reviews))
        primary_button(self._box).setText(many if several else self.tr("Add to the desk"))
