"""What an import would do, shown before it is done: what is new, changed, same, rejected, and how files were read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.importing.plan import Change, Plan
from reviewdesk_gui.importing.rejects import save_rejected
from reviewdesk_gui.importing.scanned import FileScan, Scan, ScanOptions
from reviewdesk_gui.services.import_service import ImportService
from reviewdesk_gui.services.jobs import Job
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.dialogs.column_table import ColumnTable
from reviewdesk_gui.views.dialogs.save_as import ask_where

_SHOWN = 500


class ImportDialog(QDialog):
    """scan -> plan -> apply; ``imported`` tells how many cases came or changed. Closing earlier changes nothing."""

    imported = Signal(int)

    def __init__(
        self,
        service: ImportService,
        platforms: Mapping[str, Platform],
        paths: Sequence[Path],
        parent: QWidget | None = None,
        *,
        lately: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import reviews"))
        self._service, self._platforms, self._paths, self._lately = service, platforms, list(paths), lately
        self._options: ScanOptions = service.options()
        self._scan: Scan | None = None
        self._plan: Plan | None = None
        self._job: Job | None = None
        self._build()
        self.resize(760, 560)
        self._start_scan()

    def _build(self) -> None:
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.tabs = QTabWidget(self)
        self.dates = QComboBox(self)
        self.dates.addItem(self.tr("How are dates like 05/03/2024 meant?"), "")
        self.dates.addItem(self.tr("5 March (day first)"), "dmy")
        self.dates.addItem(self.tr("May 3 (month first)"), "mdy")
        self.dates.activated.connect(self._choose_dates)
        self.platform = QComboBox(self)
        self.platform.addItem(self.tr("The file does not say where the reviews stand"), "")
        for platform in self._platforms.values():
            self.platform.addItem(platform.name, platform.id)
        self.platform.activated.connect(self._choose_platform)
        self.scale = QComboBox(self)
        self.scale.addItem(self.tr("Ratings as read from the file"), None)
        for best in (5, 10, 100):
            self.scale.addItem(self.tr("Ratings are out of {}").format(best), float(best))
        self.scale.activated.connect(self._choose_scale)
        self._removed, self._twins = QListWidget(self), QListWidget(self)
        for box in (self._removed, self._twins):
            box.hide()
        self.rejects = QPushButton(self.tr("Save rejected rows …"), self)
        self.rejects.clicked.connect(self._save_rejected)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.reject)
        self.go = QPushButton(self.tr("Import"), self)
        self.go.setProperty("kind", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._apply)
        buttons = QHBoxLayout()
        buttons.addWidget(self.rejects)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.summary, self.progress, self.dates, self.scale, self.platform):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)
        column.addLayout(buttons)

    def _start_scan(self) -> None:
        self._busy(self.tr("Reading …"))
        job = self._job = self._service.plan(self._paths, self._options, lately=self._lately)
        job.progress.connect(self._show_progress)
        job.done.connect(self._show_plan)
        job.failed.connect(self._show_failure)

    def _busy(self, words: str) -> None:
        self.summary.setText(words)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.go.setEnabled(False)
        for widget in (self.dates, self.scale, self.platform, self.rejects):
            widget.hide()

    def _show_progress(self, done: int, total: int, words: str) -> None:
        if total:
            self.progress.setRange(0, 1000)
            self.progress.setValue(min(done * 1000 // total, 1000))
        if words:
            self.summary.setText(self.tr("Reading {} …").format(words))

    def _show_failure(self, words: str) -> None:
        self.progress.hide()
        self.summary.setText(words)

    def _show_plan(self, result: tuple[Scan, Plan]) -> None:
        self._scan, self._plan = result
        self.progress.hide()
        counts = self._plan.summary()
        words = self.tr("{} new, {} changed, {} already on the desk, {} rejected.")
        rejected = self._plan.rejected
        text = words.format(counts["new"], counts["changed"], counts["same"], len(rejected))
        self.summary.setText(text)
        self.go.setEnabled(bool(counts["new"] or counts["changed"] or self._plan.removed))
        self.rejects.setVisible(bool(rejected))
        self.dates.setVisible(any(file.ambiguous_dates for file in self._scan.files) or bool(self._options.date_order))
        self.scale.setVisible(any(file.guessed for file in self._scan.files) or self._options.scale is not None)
        unknown = any(entry.review.platform == "other" for entry in self._plan.entries)
        self.platform.setVisible(unknown or bool(self._options.platform))
        self._fill_tabs()

    def _fill_tabs(self) -> None:
        assert self._plan is not None
        assert self._scan is not None
        self.tabs.clear()
        for change, title in ((Change.NEW, self.tr("New")), (Change.CHANGED, self.tr("Changed"))):
            entries = self._plan.of(change)
            if entries:
                rows = [self._row(entry.review) for entry in entries[:_SHOWN]]
                heads = [self.tr("Stars"), self.tr("Author"), self.tr("Date"), self.tr("Where"), self.tr("Text")]
                self.tabs.addTab(_table(heads, rows), f"{title} ({len(entries)})")
        self._add_choices(self._plan)
        if self._plan.rejected:
            bad = [(Path(row.file).name, str(row.line or "–"), row.reason) for row in self._plan.rejected[:_SHOWN]]
            heads = [self.tr("File"), self.tr("Line"), self.tr("Reason")]
            self.tabs.addTab(_table(heads, bad), self.tr("Rejected ({})").format(len(self._plan.rejected)))
        for file in self._scan.files:
            if file.columns:
                self._add_columns(file)

    def _add_choices(self, plan: Plan) -> None:
        """Reviews that have vanished, and reviews that may be known already: the owner decides."""
        self._removed, self._twins = QListWidget(self), QListWidget(self)
        for case in plan.removed:
            _tickable(self._removed, " · ".join(self._row(case.review)), case.id, on=False)
        for entry in plan.twins:
            _tickable(self._twins, " · ".join(self._row(entry.review)), entry.id, on=True)
        for box, title in (
            (self._removed, self.tr("Gone from the platform? ({})")),
            (self._twins, self.tr("Same as one on the desk? ({})")),
        ):
            if box.count():
                self.tabs.addTab(box, title.format(box.count()))
            else:
                box.hide()

    def _add_columns(self, file: FileScan) -> None:
        table = ColumnTable(file, self)
        table.mapping_changed.connect(lambda mapping, key=file.header_key: self._choose_mapping(key, mapping))
        mark = " ?" if file.guessed else ""
        self.tabs.addTab(table, self.tr("Columns of {}").format(Path(file.file).name) + mark)

    def _row(self, review: Review) -> tuple[str, ...]:
        platform = self._platforms.get(review.platform)
        when = review.written_at.date().isoformat() if review.written_at else "–"
        text = " ".join(review.full_text.split())[:300]
        where = platform.name if platform else review.platform
        return labels.stars(review.rating), labels.author(review.author), when, where, text

    def _choose_dates(self) -> None:
        self._options = replace(self._options, date_order=str(self.dates.currentData()))
        self._start_scan()

    def _choose_scale(self) -> None:
        self._options = replace(self._options, scale=self.scale.currentData())
        self._start_scan()

    def _choose_platform(self) -> None:
        self._options = replace(self._options, platform=str(self.platform.currentData()))
        self._start_scan()

    def _choose_mapping(self, header_key: str, mapping: dict[str, str]) -> None:
        self._service.remember_mapping(header_key, mapping)
        self._options = replace(self._options, mapping={**self._options.mapping, header_key: mapping})
        self._start_scan()

    def _save_rejected(self) -> None:
        assert self._scan is not None
        path = ask_where(self, self.tr("Save rejected rows"), "rejected.csv", "CSV", ".csv")
        if path is not None:
            try:
                save_rejected(self._scan, path)
            except ReviewDeskError as error:
                self.summary.setText(str(error))

    def _apply(self) -> None:
        assert self._plan is not None
        self._busy(self.tr("Bringing the reviews onto the desk …"))
        job = self._job = self._service.apply(self._plan, removed=_ticked(self._removed), joined=_ticked(self._twins))
        job.progress.connect(self._show_progress)
        job.done.connect(self._finish)
        job.failed.connect(self._show_failure)

    def _finish(self, count: int) -> None:
        self.imported.emit(count)
        self.accept()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)


def _tickable(box: QListWidget, words: str, case_id: str, *, on: bool) -> None:
    item = QListWidgetItem(words, box)
    item.setData(Qt.ItemDataRole.UserRole, case_id)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def _ticked(box: QListWidget) -> frozenset[str]:
    items = [box.item(row) for row in range(box.count())]
    ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
    return frozenset(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> QTableWidget:
    table = QTableWidget(len(rows), len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.setWordWrap(False)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(number, column, item)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.resizeColumnsToContents()
    table.horizontalHeader().setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
    return table
