"""The verbs that keep the desk safe: back up, go back, pass-phrase, erase, retention."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.services.jobs import Job
from reviewdesk_gui.services.safety_service import SafetyService
from reviewdesk_gui.services.wallclock import WallClock
from reviewdesk_gui.views.case.case_presenter import CasePresenter
from reviewdesk_gui.views.desk.desk_presenter import DeskPresenter
from reviewdesk_gui.views.desk.main_window import MainWindow
from reviewdesk_gui.views.dialogs.backups_dialog import BackupsDialog
from reviewdesk_gui.views.dialogs.erase_dialog import EraseDialog
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser
from reviewdesk_gui.views.dialogs.phrase_dialog import Ask, PhraseDialog
from reviewdesk_gui.views.dialogs.waiting import Waiting
from reviewdesk_gui.views.telling import went_through


class SafetyVerbs(QObject):
    """Opens dialogs, carries out what they ask for, tells the age of the last backup."""

    def __init__(
        self,
        window: MainWindow,
        safety: SafetyService,
        list_side: DeskPresenter,
        presenter: CasePresenter,
        clock: WallClock,
        files: FileChooser,
    ) -> None:
        super().__init__(window)
        self._window, self._safety, self._list_side = window, safety, list_side
        self._presenter, self._clock, self._files = presenter, clock, files
        safety.replaced.connect(self._show_anew)
        safety.backed_up.connect(self.show_age)

    def show_age(self) -> None:
        """The age of the last backup in the status line."""
        last = self._safety.last_backup()
        self._window.backup.setText(self.tr("Backup: {}").format(self._age(last)) if last else self.tr("No backup yet"))

    def back_up(self) -> None:
        """One zip at a place of the owner's choice, verified."""
        self._presenter.save_draft()
        name = f"reviewdesk-{self._clock.now():%Y-%m-%d}.zip"
        chosen = self._files.to_save(self._window, self.tr("Back up now to …"), name, "Zip", ".zip")
        if chosen is not None:
            self.back_up_to(chosen)

    def back_up_to(self, target: Path) -> None:
        """Write the zip and tell once it has been read back."""
        job = self._safety.back_up_to(target)
        words = self.tr("Backed up and verified: {}").format(target)
        job.done.connect(lambda _manifest: self._window.notices.tell(words))
        job.failed.connect(lambda trouble: self._window.notices.tell(trouble, error=True))

    def go_back(self) -> None:
        """Choose a backup and make the desk what it was then."""
        self._presenter.save_draft()
        dialog = BackupsDialog(self._safety, self._window)
        dialog.chosen.connect(self.restore_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def restore_file(self) -> None:
        """Make this desk what a backup zip holds, as on a new laptop; what it is now is kept first."""
        title = self.tr("Restore a backup file")
        path = self._files.to_read(self._window, title, self.tr("Backups (*.zip)"))
        if path is not None:
            self.restore_from(path)

    def restore_from(self, backup: Path, phrase: str | None = None) -> None:
        """As ``restore_file``; a backup under another pass-phrase asks for it."""
        if self._must_wait():
            return
        self._presenter.close()
        job = self._alone(self.tr("Restoring the backup …"), self._safety.go_back(backup, phrase))

        def tell(kept: Path | ReviewDeskError) -> None:
            if isinstance(kept, Path):
                self._window.notices.tell(self.tr("Restored. What the desk was is kept as {}.").format(kept.name))
                return
            dialog = PhraseDialog(Ask.OPEN, str(kept) if phrase is not None else "", self._window)
            dialog.accepted.connect(lambda: self.restore_from(backup, dialog.old))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        job.done.connect(tell)

    def protect(self) -> None:
        """Set or change the pass-phrase."""
        protected = self._safety.is_protected
        dialog = PhraseDialog(Ask.CHANGE if protected else Ask.SET, parent=self._window)

        def save() -> None:
            if protected:
                self._try(lambda: self._safety.change_phrase(dialog.old, dialog.new), self.tr("Pass-phrase changed."))
            else:
                self._encrypt(dialog.new)

        dialog.accepted.connect(save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def unprotect(self) -> None:
        """Take the pass-phrase away."""
        if not self._safety.is_protected:
            self._window.notices.tell(self.tr("The desk has no pass-phrase."))
            return
        dialog = PhraseDialog(Ask.REMOVE, parent=self._window)
        dialog.accepted.connect(lambda: self._decrypt(dialog.old))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def erase_person(self) -> None:
        """Take a person's name and words off the desk."""
        self._presenter.save_draft()
        case = self._presenter.case
        dialog = EraseDialog(self._safety, case.review.author if case else "", self._window)
        dialog.accepted.connect(lambda: self._erase(dialog.cases))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def set_retention(self) -> None:
        """After how many days closed cases are to be erased."""
        title = self.tr("Keep closed cases")
        label = self.tr("Days after closing until names and texts are offered for erasing (0: keep):")
        days, ok = QInputDialog.getInt(self._window, title, label, self._safety.retention_days(), 0, 36_500)
        if ok:
            self._safety.set_retention_days(days)
            self.offer_overdue()

    def offer_overdue(self) -> None:
        """Say which closed cases are past the retention period."""
        overdue = self._safety.overdue()
        if overdue:
            words = self.tr("{} closed cases are older than your retention period.").format(len(overdue))
            self._window.notices.tell(words, self.tr("Erase them"), lambda: self._erase(overdue))

    def _erase(self, cases: Sequence[Case]) -> None:
        self._presenter.close()
        try:
            job = self._safety.erase(cases)
        except ReviewDeskError as error:
            self._window.notices.tell(str(error), error=True)
            return
        job.done.connect(self._tell_erased)
        job.failed.connect(lambda trouble: self._window.notices.tell(trouble, error=True))

    def _tell_erased(self, left: Sequence[Path]) -> None:
        words = self.tr("Erased.")
        if left:
            names = ", ".join(path.name for path in left)
            words = self.tr("Erased. These files may still hold the words; remove them yourself: {}").format(names)
        self._window.notices.tell(words, error=bool(left))

    def _encrypt(self, phrase: str) -> None:
        if not self._must_wait():
            self._presenter.save_draft()
            job = self._alone(self.tr("Encrypting the desk …"), self._safety.protect(phrase))
            job.done.connect(self._tell_encrypted)

    def _decrypt(self, phrase: str) -> None:
        if not self._must_wait():
            self._presenter.save_draft()
            words = self.tr("The desk is no longer encrypted.")
            job = self._alone(self.tr("Taking the pass-phrase away …"), self._safety.unprotect(phrase))
            job.done.connect(lambda _left: self._window.notices.tell(words))

    def _must_wait(self) -> bool:
        """Whether the desk is not free for work that needs it to itself; the owner is told."""
        if self._safety.is_busy:
            self._window.notices.tell(self.tr("Something is still being written. Try again in a moment."))
        return self._safety.is_busy

    def _alone(self, words: str, job: Job) -> Job:
        """Let nothing else be done until the job has ended; a failure is told."""
        Waiting(words, job, self._window)
        job.failed.connect(lambda trouble: self._window.notices.tell(trouble, error=True))
        return job

    def _tell_encrypted(self, left: Sequence[Path]) -> None:
        words = self.tr("The desk is encrypted from now on.")
        if left:
            names = ", ".join(path.name for path in left)
            words += " " + self.tr("These files still hold plain text; remove them yourself: {}").format(names)
        self._window.notices.tell(words)

    def _show_anew(self) -> None:
        self._list_side.reload()
        self._list_side.choose_first()
        self.show_age()

    def _age(self, last: datetime) -> str:
        now = self._clock.now()
        days = (now.astimezone().date() - last.astimezone().date()).days
        if days <= 0:
            return self.tr("today {}").format(f"{last.astimezone():%H:%M}")
        return self.tr("yesterday") if days == 1 else self.tr("{} days ago").format(days)

    def _try(self, verb: Callable[[], object], words: str) -> None:
        if went_through(self._window.notices.tell, verb):
            self._window.notices.tell(words)
