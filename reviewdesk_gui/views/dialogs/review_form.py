"""The fields of one review and of the reply below it, to type or to correct."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, tzinfo

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.importing.scanned import FoundReply, ScannedReview
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.widgets.day_field import DayField

_NOON = time(12)
_REPLY_HEIGHT = 88


class ReviewForm(QWidget):
    """Shows a review with its reply and gives them back as corrected; what has no field is kept as it was."""

    edited = Signal()

    def __init__(self, platforms: Iterable[Platform], zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._row: ScannedReview | None = None
        self.platform = QComboBox(self)
        for platform in platforms:
            self.platform.addItem(platform.name, platform.id)
        self.author = QLineEdit(self)
        self.author.setPlaceholderText(self.tr("leave empty where unknown"))
        self.rating = QComboBox(self)
        self.rating.addItem(self.tr("no stars"), None)
        for count in range(5, 0, -1):
            self.rating.addItem(labels.stars(count), float(count))
        self.given = QLabel(self)
        self.given.setProperty("role", "small")
        self.date, self.reply_date = DayField(self), DayField(self)
        self.text, self.reply = self._words(), self._words()
        self.reply.setPlaceholderText(self.tr("what you answered there, where you have answered already"))
        self.reply.setMaximumHeight(_REPLY_HEIGHT)
        self.link = QLineEdit(self)
        self.link.setPlaceholderText(self.tr("address of the review's page, where you have it"))
        self.product = QLineEdit(self)
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addRow(self.tr("&Where"), self.platform)
        form.addRow(self.tr("&Author"), self.author)
        form.addRow(self.tr("&Stars"), self._stars_line())
        form.addRow(self.tr("&Date"), self.date)
        form.addRow(self.tr("&Text"), self.text)
        form.addRow(self.tr("&Product"), self.product)
        form.addRow(self.tr("&Link"), self.link)
        form.addRow(self.tr("Your &reply"), self.reply)
        form.addRow(self.tr("Replied &on"), self.reply_date)
        self.reply.textChanged.connect(self._show_reply_date)
        for told in (self.author.textChanged, self.text.textChanged, self.date.dateChanged):
            told.connect(self.edited)
        self.platform.currentIndexChanged.connect(self.edited)

    def show_row(self, row: ScannedReview) -> None:
        """Fill the fields."""
        self._row = row
        review, reply = row.review, row.reply
        self.platform.setCurrentIndex(max(self.platform.findData(review.platform), 0))
        self.author.setText(review.author)
        rating = None if review.rating is None else float(round(review.rating))
        self.rating.setCurrentIndex(max(self.rating.findData(rating), 0))
        scored = " " in review.rating_original
        self.given.setText(self.tr("given as {}").format(review.rating_original) if scored else "")
        self.given.setVisible(scored)
        self._show_day(self.date, review.written_at, review.received_at)
        self.text.setPlainText(review.full_text)
        self.product.setText(review.product)
        self._form.setRowVisible(self.product, bool(review.product))
        self.link.setText(review.link)
        self.reply.setPlainText(reply.text if reply else "")
        self._show_day(self.reply_date, reply.at if reply else None, review.received_at)
        self._show_reply_date()

    def row(self) -> ScannedReview:
        """Review and reply as the fields say."""
        assert self._row is not None
        return replace(self._row, review=self._review(self._row.review), reply=self._reply())

    def _review(self, old: Review) -> Review:
        rating = self.rating.currentData()
        if old.rating is not None and rating == float(round(old.rating)):
            rating = old.rating
        text = self.text.toPlainText().strip()
        same_text = text == old.full_text
        return replace(
            old,
            platform=str(self.platform.currentData()),
            author=self.author.text().strip(),
            rating=rating,
            written_at=self._moment(self.date, old.written_at),
            title=old.title if same_text else "",
            text=old.text if same_text else text,
            product=self.product.text().strip(),
            link=self.link.text().strip(),
        )

    def _reply(self) -> FoundReply | None:
        text = self.reply.toPlainText().strip()
        old = self._row.reply if self._row else None
        return FoundReply(text, self._moment(self.reply_date, old.at if old else None)) if text else None

    def _show_reply_date(self) -> None:
        self.reply_date.setEnabled(bool(self.reply.toPlainText().strip()))

    def _stars_line(self) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.rating, 1)
        row.addWidget(self.given)
        line.setFocusProxy(self.rating)
        return line

    def _words(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        return field

    def _show_day(self, field: DayField, moment: datetime | None, near: datetime) -> None:
        field.show_day(moment.astimezone(self._zone).date() if moment else None, near.astimezone(self._zone).date())

    def _moment(self, field: DayField, old: datetime | None) -> datetime | None:
        """The moment that the field's day stands for, UTC; the old one where the day is the same."""
        day = field.day()
        if day is None or (old and old.astimezone(self._zone).date() == day):
            return old if day else None
        return datetime.combine(day, _NOON, self._zone).astimezone(UTC)
