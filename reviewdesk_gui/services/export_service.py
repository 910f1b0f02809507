"""History out: a snapshot is taken on the GUI thread, the file is written off it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.exporting.case_story import case_story
from reviewdesk_gui.exporting.columns import COLUMNS, DEFAULT_COLUMNS
from reviewdesk_gui.exporting.complaint_pack import Complaint, complaint_pack
from reviewdesk_gui.exporting.handout import Handout
from reviewdesk_gui.exporting.job import ExportOptions, Progress
from reviewdesk_gui.exporting.snapshot import Snapshot, snapshot
from reviewdesk_gui.exporting.writing import formats, write
from reviewdesk_gui.services.desk_service import DeskService
from reviewdesk_gui.services.jobs import Job, JobRunner
from reviewdesk_gui.services.wallclock import WallClock, shop_zone
from reviewdesk_gui.store.guarding import keep_off

PDF = "pdf"
WritePdf = Callable[[Snapshot, Path, Callable[[int, int], None], Callable[[], bool]], None]
"""Writes a snapshot as PDF with progress (done, total) and a question whether to stop."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export as the owner chooses it; ``endings`` are those of its files, the usual one first;
    ``has_columns`` where it is a table whose columns can be chosen.
    """

    id: str
    name: str
    endings: tuple[str, ...]
    has_columns: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """The file that stands whole now, and a line for everything that could not be put into it."""

    path: Path
    left_out: tuple[str, ...] = ()


class ExportService(QObject):
    """Columns that the owner chose are remembered with the desk.

    ``write_pdf`` sets pages, which needs the window's fonts.
    """

    def __init__(
        self,
        desk: DeskService,
        jobs: JobRunner,
        clock: WallClock,
        platforms: Mapping[str, Platform],
        write_pdf: WritePdf,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._clock = desk, jobs, clock
        self._platforms, self._write_pdf = platforms, write_pdf

    def formats(self) -> tuple[Form, ...]:
        """What can be written."""
        return (
            Form(PDF, "PDF to read and print", (".pdf",)),
            *(Form(one.id, one.name, one.endings, one.has_columns) for one in formats()),
        )

    def taken(self, cases: Sequence[Case], *, anonymise: bool = False) -> Snapshot:
        """The cases as they stand now, for a printer."""
        return snapshot(cases, shop=self._desk.shop(), anonymise=anonymise, now=self._clock.now())

    def complaint(self, case: Case, complaint: Complaint, *, anonymise: bool = False) -> Handout:
        """What a platform's flag form asks for. Raises ComplaintError."""
        shop = self._desk.shop()
        return complaint_pack(
            case,
            complaint,
            shop=shop,
            platform=self._platforms.get(case.review.platform),
            zone=shop_zone(shop),
            now=self._clock.now(),
            anonymise=anonymise,
        )

    def story(self, case: Case) -> Handout:
        """A solved case as a story without names (P40). Raises StoryError."""
        shop = self._desk.shop()
        return case_story(case, shop=shop, zone=shop_zone(shop), now=self._clock.now())

    def columns(self) -> dict[str, str]:
        """Every column of a table: its id and what a reader sees."""
        return {name: column.title for name, column in COLUMNS.items()}

    def chosen_columns(self) -> tuple[str, ...]:
        """The columns chosen last time."""
        kept = [name for name in self._desk.settings().get("export_columns", ()) if name in COLUMNS]
        return tuple(kept) or DEFAULT_COLUMNS

    def write(
        self, cases: Sequence[Case], path: Path, format_id: str, columns: Sequence[str], *, anonymise: bool, bom: bool
    ) -> Job:
        """A job whose ``done`` carries what was written. Nothing stands under the final name until it is whole; it
        fails where a file of the desk would be replaced. ``columns`` are remembered; none means all of them.
        """
        if columns:
            self._desk.save_settings({"export_columns": list(columns)})
        desk, shop, now = self._desk.desk.path, self._desk.shop(), self._clock.now()
        options = ExportOptions(bom=bom, attachment=self._desk.desk.attachments.read)

        def work(job: Job) -> Written:
            keep_off(path, desk)

            def progress(step: Progress) -> None:
                job.report(step.done, step.total, "")

            taken = snapshot(
                cases,
                shop=shop,
                columns=columns,
                anonymise=anonymise,
                now=now,
                progress=progress,
                cancelled=job.is_cancelled,
            )
            if format_id == PDF:
                self._write_pdf(taken, path, lambda done, total: job.report(done, total, ""), job.is_cancelled)
                return Written(path)
            return Written(path, write(taken, path, format_id, options, progress, job.is_cancelled))

        return self._jobs.start(work)
