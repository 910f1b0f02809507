"""The verbs of the window: import, paste, export, shop, undo, theme."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.importing.scanned import ScannedReview
from reviewdesk_gui.models.case_list_model import CaseListModel
from reviewdesk_gui.services.check_service import CheckService
from reviewdesk_gui.services.desk_service import DeskService
from reviewdesk_gui.services.export_service import ExportService, Written
from reviewdesk_gui.services.import_service import ImportService
from reviewdesk_gui.services.wallclock import WallClock, shop_zone
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.case.case_presenter import CasePresenter
from reviewdesk_gui.views.desk.desk_presenter import DeskPresenter
from reviewdesk_gui.views.desk.main_window import MainWindow
from reviewdesk_gui.views.dialogs.export_dialog import Choice, ExportDialog
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser
from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog
from reviewdesk_gui.views.dialogs.paste_dialog import PasteDialog
from reviewdesk_gui.views.dialogs.shop_dialog import ShopDialog
from reviewdesk_gui.views.telling import went_through
from reviewdesk_gui.views.widgets.on_screen import centre


class DeskVerbs(QObject):
    """Opens dialogs and carries out what they ask for; errors become notices."""

    def __init__(
        self,
        window: MainWindow,
        model: CaseListModel,
        desk: DeskService,
        checks: CheckService,
        imports: ImportService,
        exports: ExportService,
        list_side: DeskPresenter,
        presenter: CasePresenter,
        platforms: Mapping[str, Platform],
        samples: Path,
        sample_shop: Shop,
        clock: WallClock,
        files: FileChooser,
    ) -> None:
        super().__init__(window)
        self._window, self._model, self._desk = window, model, desk
        self._checks = checks
        self._imports, self._exports, self._list_side = imports, exports, list_side
        self._presenter, self._platforms, self._samples, self._clock = presenter, platforms, samples, clock
        self._sample_shop, self._files = sample_shop, files
        window.top.import_asked.connect(self.choose_files)
        window.top.paste_asked.connect(self.paste)
        window.top.shop_asked.connect(self.edit_shop)
        window.cases.import_asked.connect(self.choose_files)
        window.cases.paste_asked.connect(self.paste)
        window.cases.sample_asked.connect(self.open_sample)
        window.files_dropped.connect(lambda files: self.import_paths([Path(name) for name in files]))
        window.text_dropped.connect(self.paste_text)

    def choose_files(self) -> None:
        """Ask for files and show what importing them would do."""
        kinds = self.tr("Review files (*.json *.jsonl *.csv *.tsv *.txt *.xlsx *.ods *.zip);;All files (*)")
        paths = self._files.several_to_read(self._window, self.tr("Import reviews"), kinds)
        if paths:
            self.import_paths(paths)

    def import_paths(self, paths: Sequence[Path], *, lately: bool = False) -> ImportDialog:
        """Show what importing ``paths`` would do."""
        self._presenter.save_draft()
        dialog = ImportDialog(self._imports, self._platforms, paths, self._files, self._window, lately=lately)
        dialog.imported.connect(self._tell_imported)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open_sample(self) -> None:
        """Bring the invented shop's reviews onto this desk, to look around."""
        shop = self._desk.shop()
        if not shop.name:
            self._try(lambda: self._desk.save_shop(self._sample_shop))
        self.import_paths([self._samples], lately=True)

    def paste(self) -> None:
        """Read the clipboard as one or several reviews."""
        self.paste_text(QGuiApplication.clipboard().text())

    def paste_text(self, text: str) -> None:
        """Show ``text`` as reviews with what could be guessed, for correction; nothing readable gives an empty form."""
        page = self._imports.read_pasted(text)
        dialog = self._ask_reviews(self._imports.rows(page) or [self._imports.empty_review()])
        dialog.ask(page)
        dialog.reordered.connect(
            lambda order: dialog.redate(self._imports.rows(self._imports.read_pasted(text, order)))
        )

    def add_by_hand(self) -> None:
        """A review heard in the shop or by phone."""
        self._ask_reviews([self._imports.empty_review()])

    def _ask_reviews(self, rows: Sequence[ScannedReview]) -> PasteDialog:
        zone = shop_zone(self._desk.shop())
        dialog = PasteDialog(rows, self._imports.known(), self._platforms.values(), zone, self._window)
        dialog.added.connect(self._add)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _add(self, rows: Sequence[ScannedReview], joined: Collection[int]) -> None:
        try:
            added = self._imports.add(rows, joined)
        except ReviewDeskError as error:
            self._window.notices.tell(str(error), error=True)
            return
        self._list_side.show_case(added.first)
        self._window.cases.enter()
        if added.new:
            self._window.notices.tell(self._came(rows, added.new), self.tr("Undo"), self.undo)
        elif added.changed:
            self._window.notices.tell(self.tr("On the desk already; brought up to date."), self.tr("Undo"), self.undo)
        else:
            self._window.notices.tell(self.tr("On the desk already; nothing changed."))

    def _came(self, rows: Sequence[ScannedReview], count: int) -> str:
        """Whose review came, or how many did."""
        if count > 1:
            return self.tr("{} reviews are on the desk.").format(f"{count:n}")
        if len(rows) > 1:
            return self.tr("1 review is new on the desk, the others were there.")
        return self.tr("On the desk: {}.").format(labels.author(rows[0].review.author))

    def export_list(self) -> None:
        """Write every case that the list shows, or those that are marked in it."""
        shown, marked = self._model.cases_shown(), self._window.cases.marked()
        if len(marked) > 1:
            words = self.tr("The {} marked cases").format(f"{len(marked):n}")
            everything = self.tr("What the list shows: {} cases").format(f"{len(shown):n}")
            self._export(Choice(words, marked), Choice(everything, shown))
        else:
            self._export(self._choice(shown))

    def export_case(self) -> None:
        """Write the open case."""
        self._presenter.save_draft()
        case = self._presenter.case
        if case is not None:
            self._export(self._choice([case]))

    def _choice(self, cases: Sequence[Case]) -> Choice:
        words = self.tr("1 case") if len(cases) == 1 else self.tr("{} cases").format(f"{len(cases):n}")
        return Choice(words, cases)

    def _export(self, *choices: Choice) -> None:
        if not choices[0].cases:
            self._window.notices.tell(self.tr("The list is empty; there is nothing to export."))
            return
        dialog = ExportDialog(self._exports, choices, self._files, self._window)
        dialog.written.connect(self._tell_written)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_written(self, written: Written) -> None:
        words = self.tr("Written to {}").format(written.path)
        self._window.notices.tell("\n".join([words, *written.left_out]), error=bool(written.left_out))

    def edit_shop(self, *, welcome: bool = False) -> ShopDialog:
        """Show the shop's profile."""
        dialog = ShopDialog(self._desk.shop(), welcome=welcome, parent=self._window)
        dialog.accepted.connect(lambda: self._try(lambda: self._desk.save_shop(dialog.shop)))
        dialog.sample_asked.connect(self.open_sample)
        dialog.finished.connect(dialog.deleteLater)
        centre(dialog, self._window)
        dialog.open()
        return dialog

    def add_dictionary(self) -> None:
        """Take in a spelling dictionary that the owner fetched, such as a LibreOffice or Firefox extension."""
        kinds = self.tr("Dictionaries (*.oxt *.xpi *.zip *.aff *.dic);;All files (*)")
        path = self._files.to_read(self._window, self.tr("Add a spelling dictionary"), kinds)
        if path is not None:
            self._try(lambda: self._tell_dictionary(self._checks.add_dictionary(path)))

    def _tell_dictionary(self, locales: Sequence[str]) -> None:
        self._window.notices.tell(self.tr("Spelling now knows {}.").format(", ".join(locales)))

    def undo(self) -> None:
        """Take the last change of the desk back; in the editor Ctrl+Z takes back typing first."""
        editor = self._window.panel.pane.editor
        if editor.hasFocus() and editor.document().isUndoAvailable():
            editor.undo()
            return
        self._tell_undone(self._desk.undo, self.tr("Undone: {}"), self.tr("Nothing to undo."))

    def redo(self) -> None:
        """Make again what was taken back last."""
        editor = self._window.panel.pane.editor
        if editor.hasFocus() and editor.document().isRedoAvailable():
            editor.redo()
            return
        self._tell_undone(self._desk.redo, self.tr("Done again: {}"), self.tr("Nothing to do again."))

    def _tell_undone(self, step: Callable[[], str], words: str, nothing: str) -> None:
        self._presenter.save_draft()
        try:
            label = step()
        except ReviewDeskError as error:
            self._window.notices.tell(str(error), error=True)
            return
        self._window.notices.tell(words.format(label) if label else nothing)

    def _tell_imported(self, count: int) -> None:
        words = self.tr("1 review came or changed.") if count == 1 else self.tr("{} reviews came or changed.")
        self._window.notices.tell(words.format(count), self.tr("Undo"), self.undo)
        if self._presenter.case is None:
            self._list_side.choose_first()
            self._window.cases.enter()

    def _try(self, verb: Callable[[], object]) -> None:
        went_through(self._window.notices.tell, verb)
