"""Writing the case history to a file: which form, which columns, with or without names."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QWidget,
)

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.services.export_service import ExportService, Written
from reviewdesk_gui.services.jobs import Job
from reviewdesk_gui.views.dialogs.buttons import dialog_buttons, primary_button
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser


@dataclass(frozen=True, slots=True)
class Choice:
    """Cases that can be exported, and what they are in ``words``."""

    words: str
    cases: Sequence[Case]


class ExportDialog(QDialog):
    """``choices`` are what can be exported, the likeliest first; ``written`` tells what came of it once the file is
    whole.
    """

    written = Signal(object)

    def __init__(
        self, service: ExportService, choices: Sequence[Choice], files: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._service, self._files = service, files
        self._job: Job | None = None
        self.what = QComboBox(self)
        for choice in choices:
            self.what.addItem(choice.words, choice)
        self.what.setVisible(len(choices) > 1)
        self.format = QComboBox(self)
        for form in service.formats():
            self.format.addItem(form.name, form)
        self.columns = self._column_list()
        self._ticks = self._tick_buttons()
        self.no_columns = QLabel(self.tr("Only CSV and Excel have columns; this form holds every case whole."), self)
        self.no_columns.setProperty("role", "small")
        self.no_columns.setWordWrap(True)
        self.anonymise = QCheckBox(self.tr("Leave out names of customers and staff"), self)
        self.anonymise.setToolTip(
            self.tr("Each case's own customer and the people listed under your shop are left out; read the rest over.")
        )
        self.no_files = QLabel(self.tr("Attached files stay out with the names: a photo can name people too."), self)
        self.no_files.setProperty("role", "small")
        self.no_files.setWordWrap(True)
        self.bom = QCheckBox(self.tr("For Excel (marks the file as UTF-8)"), self)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.progress.hide()
        self._box = dialog_buttons(self, self.tr("Save as …"))
        form_layout = QFormLayout(self)
        form_layout.setContentsMargins(16, 16, 16, 16)
        form_layout.setSpacing(12)
        if len(choices) > 1:
            form_layout.addRow(self.tr("&What"), self.what)
        else:
            form_layout.addRow(self.tr("What"), QLabel(choices[0].words, self))
        form_layout.addRow(self.tr("&Form"), self.format)
        form_layout.addRow(self.tr("&Columns"), self.columns)
        form_layout.addRow("", self._ticks)
        form_layout.addRow("", self.no_columns)
        form_layout.addRow("", self.anonymise)
        form_layout.addRow("", self.no_files)
        form_layout.addRow("", self.bom)
        form_layout.addRow(self.state)
        form_layout.addRow(self.progress)
        form_layout.addRow(self._box)
        self.format.currentIndexChanged.connect(self._show_options)
        self.anonymise.toggled.connect(self._show_options)
        self._show_options()
        self.resize(460, 520)

    def _column_list(self) -> QListWidget:
        box = QListWidget(self)
        chosen = self._service.chosen_columns()
        for name, title in self._service.columns().items():
            item = QListWidgetItem(title, box)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
        return box

    def _tick_buttons(self) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        for words, state in ((self.tr("All"), Qt.CheckState.Checked), (self.tr("None"), Qt.CheckState.Unchecked)):
            button = QPushButton(words, line)
            button.setProperty("kind", "link")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on, state=state: self._tick_all(state))
            row.addWidget(button)
        row.addStretch(1)
        return line

    def _tick_all(self, state: Qt.CheckState) -> None:
        for row in range(self.columns.count()):
            self.columns.item(row).setCheckState(state)

    @property
    def _is_table(self) -> bool:
        return bool(self.format.currentData().has_columns)

    def _show_options(self) -> None:
        form_id = self.format.currentData().id
        self.columns.setEnabled(self._is_table)
        self._ticks.setVisible(self._is_table)
        self.no_columns.setVisible(not self._is_table)
        self.bom.setVisible(form_id == "csv")
        self.no_files.setVisible(form_id == "zip" and self.anonymise.isChecked())

    def _chosen_columns(self) -> list[str]:
        items = [self.columns.item(row) for row in range(self.columns.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def accept(self) -> None:
        if self._is_table and not self._chosen_columns():
            self.state.setText(self.tr("Tick at least one column."))
            return
        form = self.format.currentData()
        name = f"reviews{form.endings[0]}"
        path = self._files.to_save(self, self.tr("Export"), name, form.name, *form.endings)
        if path is not None:
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Write the file; the dialog closes once it is whole."""
        primary_button(self._box).setEnabled(False)
        self.progress.show()
        self._job = self._service.write(
            self.what.currentData().cases,
            path,
            self.format.currentData().id,
            self._chosen_columns() if self._is_table else (),
            anonymise=self.anonymise.isChecked(),
            bom=self.bom.isChecked(),
        )
        self._job.progress.connect(self._show_progress)
        self._job.done.connect(self._finish)
        self._job.failed.connect(self._fail)

    def _show_progress(self, done: int, total: int, _words: str) -> None:
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)

    def _finish(self, written: Written) -> None:
        self.written.emit(written)
        super().accept()

    def _fail(self, words: str) -> None:
        self.progress.hide()
        self.state.setText(words)
        primary_button(self._box).setEnabled(True)

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
        super().reject()
