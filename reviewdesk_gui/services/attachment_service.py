"""Files of cases: copied onto the desk off the GUI thread, then added to the case as one undoable step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.attachment import Attachment, AttachmentError
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.exporting.whole_file import put_whole
from reviewdesk_gui.services.desk_service import Change, DeskService
from reviewdesk_gui.services.jobs import Job, JobRunner
from reviewdesk_gui.services.opened_copies import OpenedCopies
from reviewdesk_gui.services.wallclock import WallClock
from reviewdesk_gui.store.guarding import keep_off
from reviewdesk_gui.store.retention import is_erased


@dataclass(frozen=True, slots=True)
class Attached:
    """What came of it: the names under which files are attached now, and a line for each that is not."""

    names: tuple[str, ...]
    refused: tuple[str, ...]


Kept = tuple[list[Attachment], list[str]]


class AttachmentService(QObject):
    """``attached`` tells what became of files once the case is saved."""

    attached = Signal(object)

    def __init__(
        self, desk: DeskService, jobs: JobRunner, clock: WallClock, opened: OpenedCopies, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._clock, self._opened = desk, jobs, clock, opened
        desk.changed.connect(self._forget_erased)

    def attach(self, case_id: str, paths: Sequence[Path]) -> Job:
        """A job that copies the files; its progress is in bytes. It can be cancelled, and then nothing is attached."""
        keeper = self._desk.desk.attachments

        def work(job: Job) -> Kept:
            total, before = sum(map(_size, paths)), 0

            def step(done: int) -> None:
                if job.is_cancelled():
                    raise AttachmentError("Nothing was attached.")
                job.report(before + done, total, "")

            kept: Kept = ([], [])
            for path in paths:
                _keep(kept, partial(keeper.keep_file, path, step))
                before += _size(path)
            return kept

        return self._start(case_id, work)

    def attach_made(self, case_id: str, name: str, make: Callable[[], bytes]) -> Job:
        """As ``attach``, for bytes that ``make`` gives."""
        keeper = self._desk.desk.attachments

        def work(_job: Job) -> Kept:
            kept: Kept = ([], [])
            _keep(kept, lambda: keeper.keep(name, make()))
            return kept

        return self._start(case_id, work)

    def _start(self, case_id: str, work: Callable[[Job], Kept]) -> Job:
        keeper = self._desk.desk.attachments

        def keep(job: Job) -> Kept:
            kept = work(job)
            if not job.past_cancelling():
                keeper.release(attachment.sha256 for attachment in kept[0])
            return kept

        job = self._jobs.start(keep)
        job.done.connect(lambda kept: self._add(case_id, *kept))
        return job

    def _add(self, case_id: str, kept: Sequence[Attachment], refused: list[str]) -> None:
        case, names = self._desk.case(case_id), []
        for attachment in kept:
            if case is None:
                break
            try:
                case = steps.attach(case, attachment, self._clock.now())
                names.append(case.attachments[-1].name)
            except ReviewDeskError as error:
                refused.append(str(error))
        if case is not None and names:
            try:
                self._desk.save("attach", [case])
            except ReviewDeskError as error:
                names, refused = [], [*refused, str(error)]
        self._desk.desk.attachments.release(attachment.sha256 for attachment in kept)
        self.attached.emit(Attached(tuple(names), tuple(refused)))

    def remove(self, case_id: str, attachment: Attachment) -> None:
        """Take the file off the case; undo brings it back. Raises StepError or the store's errors."""
        case = self._desk.case(case_id)
        if case is not None:
            changed = steps.remove_attachment(case, attachment.sha256, self._clock.now())
            self._desk.save("remove attachment", [changed], focus=case_id)

    def is_there(self, attachment: Attachment) -> bool:
        """Whether the desk has the file."""
        return self._desk.desk.attachments.is_there(attachment)

    def open_copy(self, attachment: Attachment) -> Job:
        """A job whose ``done`` carries the path of a copy for another program to show."""
        read = self._desk.desk.attachments.read
        return self._jobs.start(lambda _job: self._opened.make(attachment, read(attachment)))

    def save_as(self, attachment: Attachment, target: Path) -> Job:
        """A job whose ``done`` carries ``target`` once the file is whole there; no file of the desk is replaced."""
        read, desk = self._desk.desk.attachments.read, self._desk.desk.path

        def work(_job: Job) -> Path:
            keep_off(target, desk)
            data = read(attachment)
            put_whole(target, lambda beside: beside.write_bytes(data))
            return target

        return self._jobs.start(work)

    def close(self) -> None:
        """Remove the copies that were opened."""
        self._opened.remove()

    def _forget_erased(self, change: Change) -> None:
        """What was opened may be an erased person's."""
        if any(map(is_erased, change.saved)):
            self._opened.remove()


def _keep(kept: Kept, keep: Callable[[], Attachment]) -> None:
    try:
        kept[0].append(keep())
    except ReviewDeskError as error:
        kept[1].append(str(error))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
