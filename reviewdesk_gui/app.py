"""The composition root: builds every object of the window by constructor; the only module that knows every layer."""

import gc
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reviewdesk_gui import __version__, assembly, mishap, paths
from reviewdesk_gui.checks.background_speller import BackgroundSpeller
from reviewdesk_gui.domain.errors import ReviewDeskError, UsageError
from reviewdesk_gui.drafting.catalogue import Catalogue
from reviewdesk_gui.models.case_list_model import CaseListModel
from reviewdesk_gui.picture import SCREENS, take_picture
from reviewdesk_gui.services.attachment_service import AttachmentService
from reviewdesk_gui.services.case_service import CaseService
from reviewdesk_gui.services.check_service import CheckService
from reviewdesk_gui.services.desk_service import DeskService
from reviewdesk_gui.services.drafting_service import DraftingService
from reviewdesk_gui.services.export_service import ExportService
from reviewdesk_gui.services.import_service import ImportService
from reviewdesk_gui.services.jobs import JobRunner
from reviewdesk_gui.services.opened_copies import OpenedCopies
from reviewdesk_gui.services.review_reader import ReviewReader
from reviewdesk_gui.services.safety_service import SafetyService
from reviewdesk_gui.services.settings import WindowSettings
from reviewdesk_gui.services.single_instance import SingleInstance
from reviewdesk_gui.services.template_service import TemplateService
from reviewdesk_gui.services.wallclock import WallClock
from reviewdesk_gui.store.desk import Desk, instance_name
from reviewdesk_gui.store.errors import DeskError, LockedError, PhraseNeededError, WrongPhraseError
from reviewdesk_gui.store.guarding import keep_off
from reviewdesk_gui.views.case.attachment_verbs import AttachmentVerbs
from reviewdesk_gui.views.case.case_fields import TOPICS, CaseFields
from reviewdesk_gui.views.case.case_panel import CasePanel
from reviewdesk_gui.views.case.case_presenter import CasePresenter
from reviewdesk_gui.views.case.case_verbs import CaseVerbs
from reviewdesk_gui.views.case.review_card import ReviewCard
from reviewdesk_gui.views.case.timeline_strip import TimelineStrip
from reviewdesk_gui.views.desk.actions import WindowActions
from reviewdesk_gui.views.desk.case_delegate import CaseDelegate
from reviewdesk_gui.views.desk.case_list import CaseListPane
from reviewdesk_gui.views.desk.case_words import CaseWords
from reviewdesk_gui.views.desk.desk_presenter import DeskPresenter
from reviewdesk_gui.views.desk.desk_verbs import DeskVerbs
from reviewdesk_gui.views.desk.filter_bar import FilterBar
from reviewdesk_gui.views.desk.main_window import MainWindow
from reviewdesk_gui.views.desk.paper_verbs import PaperVerbs
from reviewdesk_gui.views.desk.safety_verbs import SafetyVerbs
from reviewdesk_gui.views.desk.sidebar import Sidebar
from reviewdesk_gui.views.desk.top_bar import TopBar
from reviewdesk_gui.views.dialogs.desk_trouble import ask_about
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser
from reviewdesk_gui.views.dialogs.phrase_dialog import Ask, PhraseDialog
from reviewdesk_gui.views.printing.handout_paper import HandoutPaper
from reviewdesk_gui.views.printing.history_paper import HistoryPaper
from reviewdesk_gui.views.reply.draft_verbs import DraftVerbs
from reviewdesk_gui.views.reply.reply_pane import ReplyPane
from reviewdesk_gui.views.theme.dresser import Dresser
from reviewdesk_gui.views.theme.theme import load_theme
from reviewdesk_gui.views.widgets.on_screen import OnScreen

_SETTLED_MS = 3_000


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What the command line asks of the window; ``screenshot`` None opens it for the owner."""

    desk: Path | None = None
    screenshot: Path | None = None
    size: tuple[int, int] = (1280, 800)
    theme: str | None = None
    screen: str = "main"


class DeskApp:
    """Everything behind one window over one open desk."""

    def __init__(self, desk: Desk, settings: WindowSettings, clock: WallClock, dresser: Dresser) -> None:
        speller = BackgroundSpeller(assembly.dictionary_shelf())
        rooms = assembly.Rooms(speller=speller)
        platforms = rooms.platforms
        self.settings, self.clock = settings, clock
        self.desk = DeskService(desk)
        self.jobs = JobRunner()
        self.reader = ReviewReader(rooms.read_review)
        self.cases = CaseService(self.desk, clock)
        self.checks = CheckService(
            rooms.judge, speller, paths.dictionaries(), rooms.policies, platforms, self.desk, clock
        )
        folders = [paths.templates(), paths.user_templates()]
        self.templates = TemplateService(lambda: Catalogue.load(folders), platforms, self.desk, clock)
        self.drafting = DraftingService(self.templates, paths.user_templates(), self.desk, clock)
        self.imports = ImportService(self.desk, self.reader, self.jobs, clock, rooms.platforms)
        self.safety = SafetyService(self.desk, self.jobs, clock)
        opened = OpenedCopies(paths.user_data() / "opened" / (instance_name(desk.path) + "-r" * desk.read_only))
        self.attachments = AttachmentService(self.desk, self.jobs, clock, opened)
        self.paper = HistoryPaper(QGuiApplication.font())
        self.handouts = HandoutPaper(QGuiApplication.font())
        self.exports = ExportService(self.desk, self.jobs, clock, platforms, self.paper.write_pdf)
        self.dresser = dresser
        self._build_window(rooms)
        if desk.notices:
            self.window.notices.tell("\n".join(desk.notices), error=True)

    def _build_window(self, rooms: assembly.Rooms) -> None:
        theme, platforms = self.dresser.theme, rooms.platforms
        words = CaseWords(platforms)
        self.model = CaseListModel(words.spoken)
        delegate = CaseDelegate(words, theme)
        filters = FilterBar([(platform.id, platform.name) for platform in platforms.values()])
        fields = CaseFields(TOPICS)
        card, strip = ReviewCard(theme, fields), TimelineStrip(rooms.origins)
        pane = ReplyPane(theme, lambda move: rooms.wording.title(move.value))
        panel = CasePanel(card, fields, strip, pane)
        sidebar, case_list = Sidebar(theme), CaseListPane(self.model, delegate, filters)
        self.window = MainWindow(TopBar(), sidebar, case_list, panel, self.settings)
        self.dresser.follow(delegate.set_theme, card.set_theme, sidebar.set_theme, pane.editor.set_theme)
        self.presenter = CasePresenter(panel, self.cases, self.checks, self.reader, self.window.notices.tell)
        self.list_side = DeskPresenter(self.window, self.model, filters, words, self.desk, self.presenter, self.clock)
        self._build_verbs(rooms, panel)
        self.desk.settings_changed.connect(self.presenter.settings_changed)
        self.desk.shop_changed.connect(lambda _shop: self.presenter.settings_changed())
        self.window.closing.connect(self.close)

    def _build_verbs(self, rooms: assembly.Rooms, panel: CasePanel) -> None:
        tell, files = self.window.notices.tell, FileChooser(self.settings, self.desk.keep_off)
        self.verbs = DeskVerbs(
            self.window,
            self.model,
            self.desk,
            self.checks,
            self.imports,
            self.exports,
            self.list_side,
            self.presenter,
            rooms.platforms,
            paths.resources() / "samples",
            rooms.sample_shop(),
            self.clock,
            files,
        )
        self.case_verbs = CaseVerbs(
            panel,
            self.presenter,
            self.cases,
            self.checks,
            self.templates,
            tell,
            self.window.promises.ask,
            self.verbs.undo,
            self.drafting.promise_texts,
        )
        self.safety_verbs = SafetyVerbs(self.window, self.safety, self.list_side, self.presenter, self.clock, files)
        self.draft_verbs = DraftVerbs(panel, self.presenter, self.drafting, self.cases, self.dresser, tell, files)
        self.attachment_verbs = AttachmentVerbs(
            panel, self.presenter, self.attachments, self.cases, self.clock, files, tell, self.verbs.undo
        )
        self.paper_verbs = PaperVerbs(
            self.window, self.model, self.exports, self.presenter, self.paper, self.handouts, files
        )
        self.actions = WindowActions(
            self.window,
            self.verbs,
            self.paper_verbs,
            self.safety_verbs,
            self.case_verbs,
            self.draft_verbs,
            self.attachment_verbs,
            self.list_side,
            self.presenter,
            self.dresser,
            self.desk,
        )

    def start(self) -> None:
        """Show the desk."""
        self.list_side.start()
        self.safety_verbs.show_age()
        self.safety_verbs.offer_overdue()

    def welcome_if_new(self) -> None:
        """On an empty desk of a shop without a name: the short welcome."""
        if not self.desk.shop().name and not self.desk.cases():
            self.verbs.edit_shop(welcome=True)

    def tell_mishap(self, _kind: type[BaseException], error: BaseException, _trace: object) -> None:
        """An error that nothing caught: into the log, and one line for the owner."""
        self.window.notices.tell(mishap.record(error, paths.user_data()), error=True)

    def close(self) -> None:
        """Keep the draft, end jobs, close the desk. Harmless when repeated."""
        self.presenter.close()
        self.jobs.close()
        self.checks.close()
        self.attachments.close()
        self.desk.desk.close()


def dresser_for(settings: WindowSettings, theme: str | None) -> Dresser:
    """Dresses the application, dialogs before the window included."""
    themes = {path.stem: load_theme(path) for path in sorted((paths.resources() / "themes").glob("*.toml"))}
    return Dresser(themes, paths.resources(), settings, theme)


def run_window(options: WindowOptions) -> int:
    """Open the window, or take its picture; the exit code."""
    path = options.desk or paths.default_desk()
    if options.screenshot is not None:
        keep_off(options.screenshot, path)
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif sys.platform.startswith("linux") and not _has_display():
        raise ReviewDeskError(
            "There is no display to open the window on. The sub-commands work without one: reviewdesk --help"
        )
    qInstallMessageHandler(quiet)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    prepare_application(app)
    if options.screenshot is not None:
        return _take_picture(options, path)
    return _open_for_owner(app, options, path)


def _open_for_owner(app: QApplication, options: WindowOptions, path: Path) -> int:
    instance = SingleInstance(instance_name(path))
    if instance.raise_other():
        return 0
    settings = WindowSettings(paths.window_state())
    dresser = dresser_for(settings, options.theme)
    desk = _unlocked(path)
    if desk is None:
        return 0
    desk_app = DeskApp(desk, settings, WallClock(), dresser)
    sys.excepthook = desk_app.tell_mishap
    instance.raised.connect(desk_app.window.come_forward)
    instance.listen()
    desk_app.start()
    desk_app.window.show()
    OnScreen(desk_app.window, desk_app.welcome_if_new)
    QTimer.singleShot(_SETTLED_MS, _freeze)
    code = app.exec()
    instance.close()
    return code


def _freeze() -> None:
    """What lives as long as the window needs no looking through at every full collection, which would cost frames."""
    gc.collect()
    gc.freeze()


def _unlocked(path: Path) -> Desk | None:
    """The open desk; its pass-phrase is asked for where it has one. None where the owner gave up."""
    phrase, trouble = None, ""
    how: dict[str, bool] = {}
    while True:
        try:
            return Desk.open(path, passphrase=phrase, **how)  # type: ignore[arg-type]
        except PhraseNeededError:
            pass
        except WrongPhraseError as error:
            trouble = str(error)
        except DeskError as error:
            chosen = ask_about(error)
            if chosen is None:
                return None
            how = chosen
            continue
        dialog = PhraseDialog(Ask.OPEN, trouble)
        if dialog.exec() != PhraseDialog.DialogCode.Accepted:
            return None
        phrase = dialog.old


def _take_picture(options: WindowOptions, path: Path) -> int:
    assert options.screenshot is not None
    if options.screen not in SCREENS:
        raise UsageError(f"there is no screen {options.screen!r}; known: {', '.join(SCREENS)}")
    try:
        desk = Desk.open(path)
    except LockedError:
        desk = Desk.open(path, read_only=True)
    with TemporaryDirectory() as folder:
        settings = WindowSettings(Path(folder) / "window.ini")
        desk_app = DeskApp(desk, settings, WallClock(), dresser_for(settings, options.theme or "light"))
        desk_app.window.resize(*options.size)
        desk_app.start()
        take_picture(desk_app, options.screen, options.screenshot)
        desk_app.window.close()
    return 0


def prepare_application(app: QApplication) -> None:
    """Name, style and a font one point above the system's: the owner reads text all day. Once per process."""
    QCoreApplication.setApplicationName("ReviewDesk")
    QCoreApplication.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    font = app.font()
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() + 1)
        app.setFont(font)


def quiet(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass Qt's messages on, without the one that the offscreen platform writes for every window."""
    if kind is not QtMsgType.QtDebugMsg and "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _has_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
