"""The fields of one review, to type or to correct."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, tzinfo

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.views import labels

_NO_DAY = QDate(1990, 1, 1)
_NOON = time(12)


class ReviewForm(QWidget):
    """Shows a review and gives it back as corrected; what has no field is kept as it was."""

    def __init__(self, platforms: Iterable[Platform], zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._review: Review | None = None
        self.platform = QComboBox(self)
        for platform in platforms:
            self.platform.addItem(platform.name, platform.id)
        self.author = QLineEdit(self)
        self.author.setPlaceholderText(self.tr("leave empty where unknown"))
        self.rating = QComboBox(self)
        self.rating.addItem(self.tr("no stars"), None)
        for count in range(5, 0, -1):
            self.rating.addItem(labels.stars(count), float(count))
        self.date = QDateEdit(self)
        self.date.setCalendarPopup(True)
        self.date.setMinimumDate(_NO_DAY)
        self.date.setSpecialValueText(self.tr("unknown"))
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.link = QLineEdit(self)
        self.link.setPlaceholderText(self.tr("address of the review's page, where you have it"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addRow(self.tr("&Where"), self.platform)
        form.addRow(self.tr("&Author"), self.author)
        form.addRow(self.tr("&Stars"), self.rating)
        form.addRow(self.tr("&Date"), self.date)
        form.addRow(self.tr("&Text"), self.text)
        form.addRow(self.tr("&Link"), self.link)

    def show_review(self, review: Review) -> None:
        """Fill the fields."""
        self._review = review
        self.platform.setCurrentIndex(max(self.platform.findData(review.platform), 0))
        self.author.setText(review.author)
        rating = None if review.rating is None else float(round(review.rating))
        self.rating.setCurrentIndex(max(self.rating.findData(rating), 0))
        day = review.written_at.astimezone(self._zone).date() if review.written_at else None
        self.date.setDate(QDate(day.year, day.month, day.day) if day else _NO_DAY)
        self.text.setPlainText(review.full_text)
        self.link.setText(review.link)

    def review(self) -> Review:
        """The review as the fields say."""
        assert self._review is not None
        shown, old = self._review, self._review
        rating = self.rating.currentData()
        if old.rating is not None and rating == float(round(old.rating)):
            rating = old.rating
        text = self.text.toPlainText().strip()
        same_text = text == old.full_text
        return replace(
            shown,
            platform=str(self.platform.currentData()),
            author=self.author.text().strip(),
            rating=rating,
            written_at=self._written_at(old),
            title=old.title if same_text else "",
            text=old.text if same_text else text,
            link=self.link.text().strip(),
        )

    @property
    def is_empty(self) -> bool:
        """Whether neither words nor stars are given."""
        return not self.text.toPlainText().strip() and self.rating.currentData() is None

    def _written_at(self, old: Review) -> datetime | None:
        chosen = self.date.date()
        if chosen == _NO_DAY:
            return None
        day = datetime(chosen.year(), chosen.month(), chosen.day(), tzinfo=self._zone).date()
        if old.written_at and old.written_at.astimezone(self._zone).date() == day:
            return old.written_at
        return datetime.combine(day, _NOON, self._zone).astimezone(UTC)
