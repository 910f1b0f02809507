"""Backups, going back, the pass-phrase, erasing a person: what keeps the desk safe and private."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.drafting.ranking import Usage
from reviewdesk_gui.services.desk_service import DeskService
from reviewdesk_gui.services.jobs import Job, JobRunner
from reviewdesk_gui.services.wallclock import WallClock
from reviewdesk_gui.store.archive import Manifest
from reviewdesk_gui.store.erase import erased, mentioning, written_by
from reviewdesk_gui.store.errors import DeskError, PhraseNeededError, WrongPhraseError
from reviewdesk_gui.store.guarding import keep_off
from reviewdesk_gui.store.retention import expired
from reviewdesk_gui.store.shelf import Backup

RETENTION = "retention_days"


class SafetyService(QObject):
    """Long work runs as a job; ``replaced`` tells that the whole desk stands as it did at another time."""

    replaced = Signal()
    backed_up = Signal()

    def __init__(self, desk: DeskService, jobs: JobRunner, clock: WallClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._clock = desk, jobs, clock

    def backups(self) -> list[Backup]:
        """The dated backups, newest first."""
        return self._desk.desk.backups.all()

    def last_backup(self) -> datetime | None:
        """When the last backup was made, beside the desk or elsewhere."""
        return self._desk.desk.backups.last_made_at()

    def back_up_to(self, target: Path) -> Job:
        """A job that writes one verified zip; its ``done`` carries the manifest. It fails where the zip would replace
        a file of the desk.
        """
        desk = self._desk.desk
        write = desk.backups.job(target)

        def work(_job: Job) -> Manifest:
            keep_off(target, desk.path)
            return write()

        job = self._jobs.start(work)

        def note(manifest: Manifest) -> None:
            self._desk.desk.backups.note(target, manifest)
            self.backed_up.emit()

        job.done.connect(note)
        return job

    @property
    def is_busy(self) -> bool:
        """Whether something is still being done with the desk or its files."""
        return self._jobs.is_busy

    def go_back(self, backup: Path, phrase: str | None = None) -> Job:
        """A job that makes the desk what the backup holds; nothing else may be done with the desk meanwhile. Its
        ``done`` carries where the present state is kept, or the PhraseNeededError or WrongPhraseError that says that
        the backup needs another phrase.
        """

        def work(_job: Job) -> Path | DeskError:
            try:
                return self._desk.desk.backups.go_back(backup, phrase)
            except (PhraseNeededError, WrongPhraseError) as error:
                return error

        def tell(kept: Path | DeskError) -> None:
            if isinstance(kept, Path):
                self._desk.forget_history()
                self.replaced.emit()

        job = self._jobs.start(work)
        job.done.connect(tell)
        return job

    @property
    def is_protected(self) -> bool:
        """Whether a pass-phrase keeps the desk."""
        return self._desk.desk.protection.is_on

    def protect(self, phrase: str) -> Job:
        """A job that encrypts the desk; nothing else may be done with the desk meanwhile. Its ``done`` carries the
        files that still hold plain text.
        """
        return self._jobs.start(lambda _job: self._desk.desk.protection.set(phrase))

    def change_phrase(self, old: str, new: str) -> None:
        """Another phrase for the same key. Raises DeskError."""
        self._desk.desk.protection.change(old, new)

    def unprotect(self, phrase: str) -> Job:
        """A job that writes everything plain again; nothing else may be done with the desk meanwhile."""
        return self._jobs.start(lambda _job: self._desk.desk.protection.remove(phrase))

    def cases_of(self, name: str) -> tuple[list[Case], list[Case]]:
        """Cases that the person wrote, and other cases whose texts name them."""
        cases = self._desk.cases()
        own = written_by(cases, name)
        ids = {case.id for case in own}
        return own, [case for case in mentioning(cases, name) if case.id not in ids]

    def erase(self, cases: Collection[Case]) -> Job:
        """A job that takes names and texts of these cases out of the desk, its past and its backups.

        Its ``done`` carries the files that may still hold them. It cannot be undone. Raises DeskError.
        """
        now = self._clock.now()
        usage = Usage.from_table(self._desk.settings().get("template_usage", {}))
        for case in cases:
            usage = usage.without_customer(case.review.author) if case.review.author else usage
        self._desk.save("erase", [erased(case, now) for case in cases])
        self._desk.save_settings({"template_usage": usage.as_table()})
        self._desk.forget_history()
        work = self._desk.desk.privacy.purge([case.id for case in cases])
        return self._jobs.start(lambda _job: work())

    def retention_days(self) -> int:
        """After how many days a closed case is due to be erased; 0 where the owner set none."""
        return int(self._desk.settings().get(RETENTION, 0))

    def set_retention_days(self, days: int) -> None:
        """Keep the owner's retention period."""
        self._desk.save_settings({RETENTION: days})

    def overdue(self) -> list[Case]:
        """Closed cases past the retention period that have not been erased."""
        days = self.retention_days()
        return expired(self._desk.cases(), days, self._clock.now()) if days else []
