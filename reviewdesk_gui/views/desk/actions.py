"""Menus and keys of the window, bound to the verbs."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox

from reviewdesk_gui import __version__
from reviewdesk_gui.domain.case import Outcome, Status
from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.services.desk_service import DeskService
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.case.attachment_verbs import AttachmentVerbs
from reviewdesk_gui.views.case.case_presenter import CasePresenter
from reviewdesk_gui.views.case.case_verbs import CaseVerbs
from reviewdesk_gui.views.desk.desk_presenter import DeskPresenter
from reviewdesk_gui.views.desk.desk_verbs import DeskVerbs
from reviewdesk_gui.views.desk.main_window import MainWindow
from reviewdesk_gui.views.desk.menus import Item, Menus
from reviewdesk_gui.views.desk.paper_verbs import PaperVerbs
from reviewdesk_gui.views.desk.safety_verbs import SafetyVerbs
from reviewdesk_gui.views.reply.draft_verbs import DraftVerbs
from reviewdesk_gui.views.theme.dresser import AUTOMATIC, Dresser


class WindowActions(QObject):
    """Builds the menu bar once and keeps its words in step with the desk."""

    def __init__(
        self,
        window: MainWindow,
        verbs: DeskVerbs,
        paper: PaperVerbs,
        safety: SafetyVerbs,
        case: CaseVerbs,
        draft: DraftVerbs,
        attachments: AttachmentVerbs,
        list_side: DeskPresenter,
        presenter: CasePresenter,
        dresser: Dresser,
        desk: DeskService,
    ) -> None:
        super().__init__(window)
        self._window, self._verbs, self._case, self._list_side = window, verbs, case, list_side
        self._paper, self._safety, self._draft, self._attachments = paper, safety, draft, attachments
        self._presenter, self._dresser, self._desk = presenter, dresser, desk
        self.menus = Menus(window)
        self._file_menu()
        self._edit_menu()
        self._case_menu()
        self._desk_menu()
        self._view_menu()
        self._help_menu()
        self._keys()
        desk.undo_changed.connect(self._name_undo)
        self._name_undo()

    def _file_menu(self) -> None:
        verbs = self._verbs
        self.menus.add(
            self.tr("&File"),
            [
                Item("import", self.tr("&Import …"), "Ctrl+I", verbs.choose_files),
                Item("paste", self.tr("&Paste review"), "Ctrl+Shift+V", verbs.paste),
                Item("by_hand", self.tr("&Add by hand …"), "Ctrl+Shift+N", verbs.add_by_hand),
                None,
                Item("export", self.tr("&Export what the list shows …"), "Ctrl+E", verbs.export_list),
                Item("export_case", self.tr("Export this &case …"), "", verbs.export_case),
                Item("print", self.tr("P&rint what the list shows …"), "Ctrl+P", self._paper.print_list),
                Item("print_case", self.tr("Print this case …"), "", self._paper.print_case),
                None,
                Item("shop", self.tr("Your &shop …"), "Ctrl+,", verbs.edit_shop),
                Item("dictionary", self.tr("Add a spelling &dictionary …"), "", verbs.add_dictionary),
                None,
                Item("quit", self.tr("&Quit"), "Ctrl+Q", self._window.close),
            ],
        )

    def _edit_menu(self) -> None:
        self.menus.add(
            self.tr("&Edit"),
            [
                Item("undo", self.tr("&Undo"), "Ctrl+Z", self._verbs.undo),
                Item("redo", self.tr("&Redo"), "Ctrl+Shift+Z", self._verbs.redo),
                None,
                Item("find", self.tr("&Find"), "Ctrl+F", self._find),
                Item("next", self.tr("Next fin&ding"), "F7", self._case.next_finding),
                Item("previous", self.tr("Previous finding"), "Shift+F7", self._previous),
                Item("fix", self.tr("&Apply the fix"), "Alt+Return", self._case.fix_here),
            ],
        )

    def _case_menu(self) -> None:
        case = self._case
        menu = self.menus.add(
            self.tr("&Case"),
            [
                Item("template", self.tr("Start from a &template …"), "Ctrl+T", case.pick_template),
                Item("differently", self.tr("Say it &differently"), "Ctrl+D", self._draft.say_differently),
                Item("earlier", self.tr("Your &earlier replies …"), "Ctrl+Shift+T", self._draft.earlier_replies),
                Item("offer", self.tr("O&ffer compensation …"), "Ctrl+Shift+K", self._draft.offer),
                Item("save_template", self.tr("Sa&ve as template …"), "", self._draft.save_as_template),
                Item("own_templates", self.tr("Templates of your &own …"), "", self._draft.manage_templates),
                None,
                Item("copy", self.tr("&Copy reply"), "Ctrl+Shift+C", case.copy),
                Item("posted", self.tr("Mark as &posted"), "Ctrl+Return", case.mark_posted),
                Item("follow_up", self.tr("&Follow up …"), "Ctrl+Shift+F", case.follow_up),
                Item("note", self.tr("Add &note …"), "Ctrl+Shift+M", case.add_note),
                Item("attach", self.tr("&Attach files …"), "Ctrl+Shift+A", self._attachments.attach),
                Item("attach_copied", self.tr("Attach what was copied"), "", self._attachments.attach_from_clipboard),
                Item("page", self.tr("&Open the review's page"), "Ctrl+Shift+O", case.open_page),
                Item("complain", self.tr("Co&mplain to the platform …"), "", self._paper.complain),
                Item("story", self.tr("Tell as a &story …"), "", self._paper.tell_story),
                None,
                Item("reopen", self.tr("&Reopen"), "", case.reopen),
                Item("delete", self.tr("&Delete"), "", case.delete),
            ],
        )
        closing = menu.addMenu(self.tr("C&lose as"))
        for outcome in Outcome:
            closing.addAction(labels.outcome(outcome)).triggered.connect(partial(case.close_case, outcome))
        menu.insertMenu(self.menus.action("reopen"), closing)
        menu.aboutToShow.connect(self._allow_case_verbs)

    def _desk_menu(self) -> None:
        safety = self._safety
        self.menus.add(
            self.tr("&Desk"),
            [
                Item("back_up", self.tr("&Back up now to …"), "Ctrl+Shift+B", safety.back_up),
                Item("go_back", self.tr("&Go back to …"), "", safety.go_back),
                Item("restore", self.tr("&Restore a backup file …"), "", safety.restore_file),
                None,
                Item("protect", self.tr("&Pass-phrase …"), "", safety.protect),
                Item("unprotect", self.tr("Take the pass-phrase &away …"), "", safety.unprotect),
                None,
                Item("erase", self.tr("&Erase a person …"), "", safety.erase_person),
                Item("retention", self.tr("&Keep closed cases …"), "", safety.set_retention),
            ],
        )

    def _view_menu(self) -> None:
        choose = self._list_side.choose_view
        lists = [
            Item(f"view_{view.value}", labels.view(view), f"Ctrl+{number}", partial(choose, view))
            for number, view in enumerate(View, 1)
        ]
        menu = self.menus.add(self.tr("&View"), [*lists, None])
        themes = menu.addMenu(self.tr("&Theme"))
        automatic = themes.addAction(self.tr("As the system"))
        automatic.triggered.connect(partial(self._dresser.choose, AUTOMATIC))
        for theme in self._dresser.themes.values():
            themes.addAction(theme.name).triggered.connect(partial(self._dresser.choose, theme.id))

    def _help_menu(self) -> None:
        self.menus.add(
            self.tr("&Help"),
            [
                Item("keys", self.tr("&Keys"), "F1", self._show_keys),
                Item("about", self.tr("&About ReviewDesk"), "", self._about),
            ],
        )

    def _keys(self) -> None:
        for keys, step in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(keys), self._window)
            shortcut.activated.connect(partial(self._window.cases.table.walk, step))

    def _find(self) -> None:
        self._window.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.top.search.selectAll()

    def _previous(self) -> None:
        self._case.next_finding(forward=False)

    def _allow_case_verbs(self) -> None:
        case = self._presenter.case
        for name in (
            "template",
            "differently",
            "earlier",
            "offer",
            "save_template",
            "copy",
            "posted",
            "follow_up",
            "note",
            "attach",
            "attach_copied",
            "page",
            "complain",
            "story",
            "delete",
        ):
            self.menus.action(name).setEnabled(case is not None)
        self.menus.action("reopen").setEnabled(case is not None and case.status is Status.CLOSED)

    def _name_undo(self) -> None:
        for name, words, label in (
            ("undo", self.tr("&Undo"), self._desk.undo_label),
            ("redo", self.tr("&Redo"), self._desk.redo_label),
        ):
            self.menus.action(name).setText(f"{words} {label}".strip())

    def _show_keys(self) -> None:
        lines = [
            f"<tr><td><b>{action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}</b>&nbsp;&nbsp;</td>"
            f"<td>{action.text().replace('&', '')}</td></tr>"
            for action in self.menus.actions()
            if not action.shortcut().isEmpty()
        ]
        lines.append(f"<tr><td><b>J / K</b></td><td>{self.tr('Next and previous review in the list')}</td></tr>")
        self._box(self.tr("Keys"), f"<table>{''.join(lines)}</table>")

    def _about(self) -> None:
        words = self.tr("ReviewDesk {}<br>An offline desk for answering customer reviews.<br>MIT licence.")
        self._box(self.tr("About ReviewDesk"), words.format(__version__))

    def _box(self, title: str, words: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, words, QMessageBox.StandardButton.Close, self._window)
        box.setTextFormat(Qt.TextFormat.RichText)
        box.finished.connect(box.deleteLater)
        box.open()
