"""Reviews in: files are scanned and planned off the GUI thread, applied as one undoable transaction."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from reviewdesk_gui import paths
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.reading import unhappy_by_author
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.known import KnownReviews
from reviewdesk_gui.importing.paste import read_page
from reviewdesk_gui.importing.pasted import PastedPage, keyed
from reviewdesk_gui.importing.plan import Change, Plan, make_plan
from reviewdesk_gui.importing.registry import formats
from reviewdesk_gui.importing.relative import parse_relative
from reviewdesk_gui.importing.samples import brought_up_to
from reviewdesk_gui.importing.scan import scan_paths
from reviewdesk_gui.importing.scanned import ImportStoppedError, Progress, Scan, ScannedReview, ScanOptions
from reviewdesk_gui.importing.scripts import load as load_scripts
from reviewdesk_gui.importing.vocabulary import load
from reviewdesk_gui.services.desk_service import DeskService, Transaction
from reviewdesk_gui.services.jobs import Job, JobRunner
from reviewdesk_gui.services.review_reader import ReviewReader
from reviewdesk_gui.services.wallclock import WallClock, shop_day

_STEP = 200
_DATES = (Field.DATE, Field.CHANGED, Field.REPLY_DATE)


@dataclass(frozen=True, slots=True)
class Added:
    """What came of reviews that were brought by hand: the id of the first one's case, how many cases came, how many
    that were on the desk already got something new.
    """

    first: str
    new: int
    changed: int


class ImportService(QObject):
    """scan -> plan -> apply; nothing reaches the desk before ``apply``."""

    def __init__(
        self,
        desk: DeskService,
        reader: ReviewReader,
        jobs: JobRunner,
        clock: WallClock,
        platforms: Mapping[str, Platform],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._reader, self._jobs, self._clock = desk, reader, jobs, clock
        self._platforms = platforms

    def options(self) -> ScanOptions:
        """What earlier imports taught: column mappings by header."""
        return ScanOptions(
            mapping=self._desk.settings().get("import_mapping", {}),
            languages=(self._desk.shop().language,),
            now=self._clock.now(),
        )

    def remember_mapping(self, header_key: str, mapping: dict[str, str]) -> None:
        """Read files with this header in the same way from now on."""
        known = dict(self._desk.settings().get("import_mapping", {}))
        self._desk.save_settings({"import_mapping": {**known, header_key: mapping}})

    def plan(self, chosen: Sequence[Path], options: ScanOptions | None = None, *, lately: bool = False) -> Job:
        """A job whose ``done`` carries (Scan, Plan); ``lately`` moves the reviews' dates up to now, for samples."""
        existing, options, now = self._desk.cases(), options or self.options(), self._clock.now()
        files = self._desk.desk.attachments

        def work(job: Job) -> tuple[Scan, Plan]:
            def progress(step: Progress) -> None:
                job.report(step.done, step.total, Path(step.file).name)

            scan = scan_paths(chosen, options=options, progress=progress, cancelled=job.is_cancelled)
            scan = brought_up_to(scan, now) if lately else scan
            return scan, make_plan(scan, existing, now=now, absent=files.absent(existing))

        return self._jobs.start(work)

    def format_name(self, format_id: str) -> str:
        """A kind of export in words."""
        return next((info.name for info in formats() if info.id == format_id), format_id)

    def encodings(self) -> dict[str, str]:
        """The words for each encoding that is older than Unicode."""
        return load_scripts(paths.resources() / "importing" / "encodings.toml").encodings

    def tells_distances(self, scan: Scan) -> bool:
        """Whether dates of some file seem to be written as "2 weeks ago", so that the day of reading counts."""
        words, now = load(paths.resources() / "importing"), self._clock.now()
        uses = [use for file in scan.files for use in file.columns if use.field in _DATES]
        return any(parse_relative(sample, now, words) for use in uses for sample in use.samples)

    def apply(self, plan: Plan, *, removed: Collection[str] = (), joined: Collection[str] = ()) -> Job:
        """A job that reads the new reviews (language, type, topics) and puts all on the desk as one undoable step.

        Its ``done`` carries how many cases came or changed. It can be cancelled until the desk is written. Do nothing
        else with the desk meanwhile.
        """
        existing, shop = self._desk.cases(), self._desk.shop()

        def work(job: Job) -> int:
            cases = plan.cases_to_save(removed=removed, joined=joined)
            read = list(self._read(job, cases, {entry.id for entry in plan.of(Change.NEW)}, existing, shop))
            self._take_files(job, plan, read)
            if not read or not job.past_cancelling():
                self._desk.desk.attachments.release(plan.files_of(read))
                return 0
            transaction = self._desk.transaction("import", read)
            transaction.commit()
            committed.append(transaction)
            return len(read)

        def announce(_count: int) -> None:
            for transaction in committed:
                self._desk.announce(transaction)

        committed: list[Transaction] = []
        job = self._jobs.start(work)
        job.done.connect(announce)
        return job

    def _take_files(self, job: Job, plan: Plan, cases: Sequence[Case]) -> None:
        """Keep the files that come with ``cases``, before a case on the desk says that they are there."""
        wanted = plan.files_of(cases)

        def step(number: int) -> None:
            if job.is_cancelled():
                raise ImportStoppedError("The import was stopped. Nothing was changed.")
            job.report(number, len(wanted), "")

        self._desk.desk.attachments.take(wanted, plan.attached, step)

    def _read(
        self, job: Job, cases: Sequence[Case], fresh: Collection[str], existing: Sequence[Case], shop: Shop
    ) -> Iterator[Case]:
        unhappy = unhappy_by_author([*existing, *cases])
        for number, case in enumerate(cases):
            if job.is_cancelled():
                return
            yield from self._reader.classify([case], shop, unhappy) if case.id in fresh else [case]
            if number % _STEP == 0:
                job.report(number, len(cases), "")

    def read_pasted(self, text: str, date_order: str = "") -> PastedPage:
        """What text copied from a platform's page seems to hold, reviews and the shop's replies; ``date_order`` is how
        the owner says that 11/3 is meant, "dmy" or "mdy".
        """
        today = shop_day(self._desk.shop(), self._clock.now())
        return read_page(text, today=today, platforms=self._platforms.values(), date_order=date_order)

    def rows(self, page: PastedPage) -> list[ScannedReview]:
        """The page's reviews, received now."""
        return page.rows(self._clock.now())

    def empty_review(self) -> ScannedReview:
        """A review to be filled in by hand."""
        return ScannedReview(Review(platform="in_person", received_at=self._clock.now()), None, "", 1)

    def known(self) -> KnownReviews:
        """What the desk holds now, to ask whether a review is among it."""
        return KnownReviews(self._desk.cases())

    def add(self, rows: Sequence[ScannedReview], joined: Collection[int] = ()) -> Added:
        """Put pasted or told reviews on the desk as one undoable step. ``joined`` are the lines of rows that are the
        same review as the likely one on the desk.
        """
        existing, shop, now = self._desk.cases(), self._desk.shop(), self._clock.now()
        known = {key for case in existing for key in case.review.keys}
        plan = make_plan(Scan(tuple(keyed(rows, known)), (), ()), existing, now=now)
        twins = {entry.id: entry.twin for entry in plan.twins if entry.row.line in joined}
        cases = plan.cases_to_save(joined=twins)
        first = next((twins.get(entry.id, entry.id) for entry in plan.entries), "")
        fresh = [case for case in cases if case.id not in plan.existing]
        changed = [case for case in cases if plan.existing.get(case.id, case) != case]
        if fresh or changed:
            unhappy = unhappy_by_author([*existing, *fresh])
            saved = [*self._reader.classify(fresh, shop, unhappy), *changed]
            self._desk.save("add review", saved, focus=first)
        return Added(first, len(fresh), len(changed))
