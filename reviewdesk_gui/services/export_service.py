"""History out: a snapshot is taken on the GUI thread, the file is written off it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.exporting.columns import COLUMNS, DEFAULT_COLUMNS
from reviewdesk_gui.exporting.job import ExportOptions, Progress
from reviewdesk_gui.exporting.snapshot import snapshot
from reviewdesk_gui.exporting.writing import ExportFormat, formats, write
from reviewdesk_gui.services.desk_service import DeskService
from reviewdesk_gui.services.jobs import Job, JobRunner
from reviewdesk_gui.services.wallclock import WallClock


class ExportService(QObject):
    """Columns that the owner chose are remembered with the desk."""

    def __init__(self, desk: DeskService, jobs: JobRunner, clock: WallClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._clock = desk, jobs, clock

    def formats(self) -> tuple[ExportFormat, ...]:
        """What can be written."""
        return formats()

    def columns(self) -> tuple[str, ...]:
        """Every column of a table, by id."""
        return tuple(COLUMNS)

    def chosen_columns(self) -> tuple[str, ...]:
        """The columns chosen last time."""
        kept = [name for name in self._desk.settings().get("export_columns", ()) if name in COLUMNS]
        return tuple(kept) or DEFAULT_COLUMNS

    def write(
        self, cases: Sequence[Case], path: Path, format_id: str, columns: Sequence[str], *, anonymise: bool, bom: bool
    ) -> Job:
        """A job whose ``done`` carries the written path. Nothing stands under the final name until it is whole."""
        self._desk.save_settings({"export_columns": list(columns)})
        shop, now = self._desk.shop(), self._clock.now()

        def work(job: Job) -> Path:
            def progress(step: Progress) -> None:
                job.report(step.done, step.total, "")

            taken = snapshot(cases, shop=shop, columns=columns, anonymise=anonymise, now=now)
            write(taken, path, format_id, ExportOptions(bom=bom), progress, job.is_cancelled)
            return path

        return self._jobs.start(work)
