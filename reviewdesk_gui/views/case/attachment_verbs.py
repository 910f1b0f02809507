"""The verbs of the files of a case: attach, open, save elsewhere, remove."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage

from reviewdesk_gui.domain.attachment import Attachment, size_words
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.services.attachment_service import Attached, AttachmentService
from reviewdesk_gui.services.case_service import CaseService
from reviewdesk_gui.services.jobs import Job
from reviewdesk_gui.services.wallclock import WallClock, shop_zone
from reviewdesk_gui.views.case.case_panel import CasePanel
from reviewdesk_gui.views.case.case_presenter import CasePresenter
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser
from reviewdesk_gui.views.telling import Tell, went_through
from reviewdesk_gui.views.widgets.file_drops import local_files

_BIG = 8_000_000
"""Bytes above which copying is told of, with a way to stop it."""
_PARTS = 4


class AttachmentVerbs(QObject):
    """Acts on the open case and tells what became of it."""

    def __init__(
        self,
        panel: CasePanel,
        presenter: CasePresenter,
        service: AttachmentService,
        cases: CaseService,
        clock: WallClock,
        files: FileChooser,
        tell: Tell,
        undo: Callable[[], object],
    ) -> None:
        super().__init__(panel)
        self._panel, self._presenter, self._service, self._cases = panel, presenter, service, cases
        self._clock, self._files, self._tell, self._undo = clock, files, tell, undo
        self._row = panel.card.attachments
        presenter.shown.connect(self._show)
        panel.strip.attach_asked.connect(self.attach)
        panel.card.files_dropped.connect(lambda names: self.attach_files([Path(name) for name in names]))
        self._row.open_asked.connect(self.open)
        self._row.save_asked.connect(self.save_as)
        self._row.remove_asked.connect(self.remove)
        service.attached.connect(self._tell_attached)

    def attach(self) -> None:
        """Ask for files and attach them."""
        if self._presenter.case is not None:
            paths = self._files.several_to_read(self._panel, self.tr("Attach files"), self.tr("All files (*)"))
            self.attach_files(paths)

    def attach_files(self, paths: Sequence[Path]) -> None:
        """Copy the files onto the desk, then add them to the open case."""
        case = self._presenter.case
        if case is not None and paths:
            self._watch(self._service.attach(case.id, paths))

    def attach_from_clipboard(self) -> None:
        """Attach the picture, or the files, that were copied."""
        case, clipboard = self._presenter.case, QGuiApplication.clipboard()
        if case is None:
            return
        names, image = local_files(clipboard.mimeData()), clipboard.image()
        if names:
            self.attach_files([Path(name) for name in names])
        elif image.isNull():
            self._tell(self.tr("There is no picture in the clipboard. Copy one first."))
        else:
            moment = self._clock.now().astimezone(shop_zone(self._cases.shop()))
            name = self.tr("Picture {}.png").format(f"{moment:%Y-%m-%d %H.%M.%S}")
            self._watch(self._service.attach_made(case.id, name, lambda: _png(image)))

    def open(self, attachment: Attachment) -> None:
        """Show a copy in the program that the system has for it."""
        job = self._service.open_copy(attachment)
        job.done.connect(lambda path: self._show_elsewhere(attachment, path))
        job.failed.connect(self._tell_failure)

    def save_as(self, attachment: Attachment) -> None:
        """Write the file to a place of the owner's choice."""
        ending = Path(attachment.name).suffix
        title = self.tr("Save as")
        target = self._files.to_save(self._panel, title, attachment.name, self.tr("File"), ending.lower())
        if target is not None:
            job = self._service.save_as(attachment, target)
            job.done.connect(lambda path: self._tell(self.tr("Saved as {}").format(path)))
            job.failed.connect(self._tell_failure)

    def remove(self, attachment: Attachment) -> None:
        """Take the file off the case."""
        case = self._presenter.case
        if case is not None and went_through(self._tell, lambda: self._service.remove(case.id, attachment)):
            self._tell(self.tr("Removed: {}").format(attachment.name), self.tr("Undo"), self._undo)

    def _show(self, case: Case) -> None:
        zone = shop_zone(self._cases.shop())
        self._row.show_files(case.attachments, self._service.is_there, zone, self._cases.today())

    def _show_elsewhere(self, attachment: Attachment, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self.tr("No program was found for {}. Save it elsewhere and open it there.")
            self._tell(words.format(attachment.name), error=True)

    def _watch(self, job: Job) -> None:
        told = 0

        def show(done: int, total: int, _words: str) -> None:
            nonlocal told
            part = done * _PARTS // total + 1 if total > _BIG and done < total else 0
            if part > told:
                told = part
                words = self.tr("Attaching: {} of {}").format(size_words(done), size_words(total))
                self._tell(words, self.tr("Cancel"), job.cancel)

        job.progress.connect(show)
        job.failed.connect(self._tell_failure)

    def _tell_attached(self, outcome: Attached) -> None:
        if len(outcome.names) == 1:
            words = [self.tr("Attached: {}").format(outcome.names[0])]
        else:
            words = [self.tr("{} files are attached.").format(len(outcome.names))] if outcome.names else []
        way_back = (self.tr("Undo"), self._undo) if outcome.names else ()
        self._tell("\n".join([*words, *outcome.refused]), *way_back, error=bool(outcome.refused))

    def _tell_failure(self, words: str) -> None:
        self._tell(words, error=True)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
