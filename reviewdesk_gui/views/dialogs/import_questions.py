"""What a file does not say and only the owner knows: how its letters are read, the order of day and month, the scale of
ratings, where the reviews stand, from which day "2 weeks ago" counts, whether addresses are kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.importing.fields import PERSONAL, Field
from reviewdesk_gui.importing.plan import Plan
from reviewdesk_gui.importing.ratings import tells_scale
from reviewdesk_gui.importing.scanned import FileScan, Scan, ScanOptions
from reviewdesk_gui.views.dialogs.date_orders import both_readings, is_two_way
from reviewdesk_gui.views.dialogs.encoding_question import EncodingQuestion
from reviewdesk_gui.views.widgets.day_field import DayField

_SCALES = (5, 10, 100)
_BEST = 5.0
_EXAMPLE = "05/03/2024"


class ImportQuestions(QWidget):
    """Asks only what matters for the files at hand; ``answered`` tells that they should be read anew."""

    answered = Signal()

    def __init__(
        self, platforms: Iterable[Platform], encodings: Mapping[str, str], today: date, parent: QWidget | None = None
    ) -> None:
        """``encodings`` has the words for each old encoding."""
        super().__init__(parent)
        self.encoding = EncodingQuestion(encodings, self)
        self._today = today
        self.dates, self.scale, self.platform = QComboBox(self), QComboBox(self), QComboBox(self)
        self.dates.setAccessibleName(self.tr("Order of day and month"))
        self.scale.setAccessibleName(self.tr("Scale of the ratings"))
        self.platform.setAccessibleName(self.tr("Where the reviews stand"))
        for value in ("", "dmy", "mdy"):
            self.dates.addItem("", value)
        self.scale.addItem("", None)
        for best in _SCALES:
            self.scale.addItem(self.tr("Ratings are out of {}").format(best), float(best))
        self.platform.addItem(self.tr("The file does not say where the reviews stand"), "")
        for platform in platforms:
            self.platform.addItem(platform.name, platform.id)
        self.read_on = DayField(self)
        self.read_on.setSpecialValueText(self.tr("the file's own day"))
        self.read_on.setAccessibleName(self.tr("Day of the page or file"))
        self._read_on = self._line(QLabel(self.tr('Dates such as "2 weeks ago" count from'), self), self.read_on)
        self.personal = QCheckBox(self.tr("Keep e-mail and IP addresses among the facts of each case"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.encoding, self.dates, self.scale, self.platform, self._read_on, self.personal):
            column.addWidget(widget)
            widget.hide()
        self.encoding.answered.connect(self.answered)
        for box in (self.dates, self.scale, self.platform):
            box.activated.connect(self.answered)
        self.read_on.editingFinished.connect(self._tell_day)
        self.read_on.calendarWidget().clicked.connect(self._tell_day)
        self.personal.clicked.connect(self.answered)
        self._day: date | None = None

    def answers(self, options: ScanOptions) -> ScanOptions:
        """``options`` with what the owner chose."""
        return replace(
            self.encoding.answer(options),
            date_order=str(self.dates.currentData()),
            scale=self.scale.currentData(),
            platform=str(self.platform.currentData()),
            read_on=self._day,
            keep_personal=self.personal.isChecked(),
        )

    def ask(self, scan: Scan, plan: Plan, *, distances: bool) -> None:
        """Show the questions that this scan raises, and those that were answered; ``distances`` says that dates are
        told by how long ago they are.
        """
        self.encoding.ask(scan.files)
        self._name_dates(_ambiguous_sample(scan))
        self.dates.setVisible(any(file.ambiguous_dates for file in scan.files) or self.dates.currentIndex() > 0)
        if self.scale.currentIndex() == 0:
            self.scale.setItemText(0, self._scale_words(scan))
        self.scale.setVisible(any(map(_has_guessed_ratings, scan.files)) or self.scale.currentIndex() > 0)
        unknown = any(entry.review.platform == "other" for entry in plan.entries)
        self.platform.setVisible(unknown or self.platform.currentIndex() > 0)
        if self._day is None:
            self.read_on.show_day(None, self._today)
        self._read_on.setVisible(distances)
        uses = [use.field for file in scan.files for use in file.columns]
        self.personal.setVisible(not PERSONAL.isdisjoint(uses))

    def _name_dates(self, sample: str) -> None:
        self.dates.setItemText(0, self.tr("How is the date {} meant?").format(sample))
        for place, words in enumerate(both_readings(sample), 1):
            self.dates.setItemText(place, words)

    def _scale_words(self, scan: Scan) -> str:
        uses = [use for file in scan.files for use in file.columns if use.field == Field.RATING]
        samples = [sample for use in uses for sample in use.samples if sample]
        if samples and all(map(tells_scale, samples)):
            return self.tr("Ratings tell their own scale: {}").format(samples[0])
        scales = {file.scale or _BEST for file in scan.files if any(use.field == Field.RATING for use in file.columns)}
        if len(scales) > 1:
            return self.tr("Ratings are read as each file tells")
        return self.tr("Ratings are read as out of {}").format(f"{scales.pop() if scales else _BEST:g}")

    def _tell_day(self) -> None:
        if self.read_on.day() != self._day:
            self._day = self.read_on.day()
            self.answered.emit()

    def _line(self, *widgets: QWidget) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        return line


def _has_guessed_ratings(file: FileScan) -> bool:
    return file.guessed and any(use.field == Field.RATING for use in file.columns)


def _ambiguous_sample(scan: Scan) -> str:
    """A date that can be read in two ways, as it stands in a file."""
    files = [file for file in scan.files if file.ambiguous_dates]
    samples = [sample for file in files for use in file.columns if use.field == Field.DATE for sample in use.samples]
    return next((sample for sample in samples if is_two_way(sample)), _EXAMPLE)
