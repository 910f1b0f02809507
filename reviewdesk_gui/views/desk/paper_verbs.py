"""The verbs of paper: print with preview, the complaint for a platform, the story of a solved case."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.models.case_list_model import CaseListModel
from reviewdesk_gui.services.export_service import ExportService
from reviewdesk_gui.views.case.case_presenter import CasePresenter
from reviewdesk_gui.views.desk.main_window import MainWindow
from reviewdesk_gui.views.dialogs.complaint_dialog import ComplaintDialog
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser
from reviewdesk_gui.views.dialogs.paper_dialog import PaperDialog
from reviewdesk_gui.views.printing.handout_paper import HandoutPaper
from reviewdesk_gui.views.printing.history_paper import HistoryPaper
from reviewdesk_gui.views.printing.preview import show_preview


class PaperVerbs(QObject):
    """Takes cases to paper or to the clipboard."""

    def __init__(
        self,
        window: MainWindow,
        model: CaseListModel,
        exports: ExportService,
        presenter: CasePresenter,
        paper: HistoryPaper,
        handouts: HandoutPaper,
        files: FileChooser,
    ) -> None:
        super().__init__(window)
        self._window, self._model, self._exports = window, model, exports
        self._presenter, self._paper, self._handouts = presenter, paper, handouts
        self._files = files

    def print_list(self) -> None:
        """Print what the list shows, after a look at it."""
        self._print(self._model.cases_shown())

    def print_case(self) -> None:
        """Print the open case, after a look at it."""
        self._presenter.save_draft()
        if self._presenter.case is not None:
            self._print([self._presenter.case])

    def complain(self) -> None:
        """Make the text for the platform's flag form."""
        case = self._presenter.case
        if case is not None:
            selected = self._window.panel.card.text.textCursor().selectedText().replace("\u2029", "\n")
            make = partial(self._exports.complaint, case)
            dialog = ComplaintDialog(make, selected, self._handouts, self._files, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def tell_story(self) -> None:
        """Show the open case as a story without names."""
        case = self._presenter.case
        if case is None:
            return
        try:
            story = self._exports.story(case)
        except ReviewDeskError as error:
            self._window.notices.tell(str(error), error=True)
            return
        dialog = PaperDialog(self.tr("Story of a case"), self._handouts, self._files, self._window)
        dialog.present(story)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _print(self, cases: Sequence[Case]) -> None:
        if not cases:
            self._window.notices.tell(self.tr("The list is empty; there is nothing to print."))
            return
        taken = self._exports.taken(cases)
        show_preview(self._window, lambda device: self._paper.onto(device, taken))
