"""What an import would do, shown before it is done: what is new, changed, same, rejected, and how files were read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.importing.plan import Plan
from reviewdesk_gui.importing.rejects import save_rejected
from reviewdesk_gui.importing.scanned import Scan, ScanOptions
from reviewdesk_gui.services.import_service import ImportService
from reviewdesk_gui.services.jobs import Job
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser
from reviewdesk_gui.views.dialogs.import_questions import ImportQuestions
from reviewdesk_gui.views.dialogs.plan_tabs import PlanTabs, says_a_review
from reviewdesk_gui.views.widgets.tab_order import go_on


class ImportDialog(QDialog):
    """scan -> plan -> apply; ``imported`` tells how many cases came or changed. Closing earlier changes nothing."""

    imported = Signal(int)

    def __init__(
        self,
        service: ImportService,
        platforms: Mapping[str, Platform],
        paths: Sequence[Path],
        files: FileChooser,
        parent: QWidget | None = None,
        *,
        lately: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import reviews"))
        self._service, self._paths, self._files, self._lately = service, list(paths), files, lately
        self._options: ScanOptions = service.options()
        self._scan: Scan | None = None
        self._plan: Plan | None = None
        self._job: Job | None = None
        self.summary, self.hint = QLabel(self), QLabel(self)
        for label in (self.summary, self.hint):
            label.setWordWrap(True)
        self.hint.setProperty("role", "small")
        self.progress = QProgressBar(self)
        self.questions = ImportQuestions(platforms.values(), service.encodings(), self._options.now.date(), self)
        self.questions.answered.connect(self._read_anew)
        self.tabs = PlanTabs(platforms, service.format_name, self)
        self.tabs.mapped.connect(self._remember_mapping)
        self.rejects = QPushButton(self.tr("Save rejected rows …"), self)
        self.rejects.clicked.connect(self._save_rejected)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.reject)
        self.go = QPushButton(self.tr("Import"), self)
        self.go.setProperty("kind", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._apply)
        self._arrange()
        self.resize(860, 600)
        self._start_scan()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.rejects)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.summary, self.hint, self.progress, self.questions):
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
        for widget in (self.hint, self.questions, self.rejects):
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
        scan, plan = self._scan, self._plan = result
        self.progress.hide()
        counts = plan.summary()
        words = self.tr("{} new, {} changed, {} already on the desk, {} rejected.")
        figures = [counts["new"], counts["changed"], counts["same"], len(plan.rejected)]
        if plan.repeated:
            words += " " + self.tr("{} rows repeat another row.")
            figures.append(plan.repeated)
        if plan.files:
            words += " " + self.tr("Attached files that come along: {}.")
            figures.append(plan.files)
        self.summary.setText(words.format(*(f"{figure:n}" for figure in figures)))
        self._tell(self._advice(scan))
        self.go.setEnabled(bool(counts["new"] or counts["changed"] or plan.removed))
        self.rejects.setVisible(any(row.cells for row in plan.rejected))
        self.questions.ask(scan, plan, distances=self._service.tells_distances(scan))
        self.questions.show()
        self.tabs.show_plan(scan, plan)

    def _advice(self, scan: Scan) -> str:
        """What the owner had better look at before importing, "" where nothing."""
        guessed = [file for file in scan.files if file.guessed]
        if not all(map(says_a_review, guessed)):
            return self.tr("A file's columns are not known: say which column holds the words, the rating, the author …")
        if guessed:
            return self.tr("The columns were guessed from their names; look them over.")
        return ""

    def _tell(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def _read_anew(self) -> None:
        self._options = self.questions.answers(self._options)
        self._start_scan()

    def _remember_mapping(self, header_key: str, mapping: dict[str, str]) -> None:
        self._service.remember_mapping(header_key, mapping)
        self._options = replace(self._options, mapping={**self._options.mapping, header_key: mapping})
        self._start_scan()

    def _save_rejected(self) -> None:
        path = self._files.to_save(self, self.tr("Save rejected rows"), "rejected.csv", "CSV", ".csv")
        if path is not None:
            self.save_rejected_to(path)

    def save_rejected_to(self, path: Path) -> None:
        """Write the rows that cannot be used, and say so."""
        assert self._scan is not None
        try:
            self._files.keep_off(path)
            save_rejected(self._scan, path)
        except ReviewDeskError as error:
            self._tell(str(error))
            return
        self._tell(self.tr("Saved as {}. Mend the rows there and import the file again.").format(path.name))

    def _apply(self) -> None:
        assert self._plan is not None
        self._busy(self.tr("Bringing the reviews onto the desk …"))
        job = self._job = self._service.apply(
            self._plan, removed=self.tabs.removed.ticked(), joined=self.tabs.twins.ticked()
        )
        job.progress.connect(self._show_progress)
        job.done.connect(self._finish)
        job.failed.connect(self._show_failure)

    def _finish(self, count: int) -> None:
        self.imported.emit(count)
        self.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)
