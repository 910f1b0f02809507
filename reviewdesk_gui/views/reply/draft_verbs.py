"""Verbs on the words of the reply beyond templates: say it differently, earlier replies, offers, own templates."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.finding import Fix
from reviewdesk_gui.drafting.template import Template, Voice
from reviewdesk_gui.services.case_service import CaseService
from reviewdesk_gui.services.drafting_service import DraftingService
from reviewdesk_gui.views.case.case_panel import CasePanel
from reviewdesk_gui.views.case.case_presenter import CasePresenter
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser
from reviewdesk_gui.views.dialogs.offer_dialog import OfferDialog
from reviewdesk_gui.views.dialogs.own_templates_dialog import OwnTemplatesDialog
from reviewdesk_gui.views.dialogs.past_dialog import PastDialog
from reviewdesk_gui.views.dialogs.template_editor import TemplateEditor
from reviewdesk_gui.views.telling import Tell, went_through
from reviewdesk_gui.views.theme.dresser import Dresser

_NEW = """+++
title = "{title}"
voice = "warm"

[example]
author = "Anna Berg"
+++
{{{{ greeting }}}}

{{{{ signoff }}}}
"""


class DraftVerbs(QObject):
    """Each insert is one undo step of the editor."""

    def __init__(
        self,
        panel: CasePanel,
        presenter: CasePresenter,
        drafting: DraftingService,
        cases: CaseService,
        dresser: Dresser,
        tell: Tell,
        files: FileChooser,
    ) -> None:
        super().__init__(panel)
        self._panel, self._presenter, self._drafting, self._cases = panel, presenter, drafting, cases
        self._dresser, self._tell, self._files = dresser, tell, files

    def say_differently(self) -> QMenu | None:
        """Offer other ways to say the passage at the caret."""
        case, editor = self._presenter.case, self._panel.pane.editor
        if case is None:
            return None
        swap = self._drafting.differently(case, self._presenter.language, editor.text(), editor.caret())
        if swap is None or not swap.others:
            self._tell(self.tr("For this sentence there is no other wording at hand."))
            return None
        menu = QMenu(editor)
        for other in swap.others:
            fix = Fix(self.tr("Replace"), other.text, swap.span)
            menu.addAction(other.text.replace("\n", " ")).triggered.connect(
                lambda _=False, fix=fix: editor.apply_fix(fix)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))
        return menu

    def earlier_replies(self) -> None:
        """Show the owner's replies to reviews like this one."""
        case = self._presenter.case
        if case is None:
            return
        dialog = PastDialog(self._drafting.past(case, self._presenter.language), self._panel)
        dialog.accepted.connect(lambda: self._panel.pane.editor.insert_at_caret(dialog.reply))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def offer(self) -> None:
        """Offer something for the trouble: the sentence, the record, the duty to give it."""
        case = self._presenter.case
        if case is None:
            return
        today, language = self._cases.today(), self._presenter.language
        dialog = OfferDialog(
            self._drafting.offers(),
            lambda offer: self._drafting.offer_texts(case, language, offer, today),
            today,
            self._panel,
        )
        dialog.accepted.connect(lambda: self._make_offer(case.id, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_offer(self, case_id: str, dialog: OfferDialog) -> None:
        self._presenter.save_draft()
        went = went_through(self._tell, lambda: self._drafting.record_offer(case_id, dialog.offer, dialog.due))
        if went and dialog.text:
            self._panel.pane.editor.insert_block(dialog.text)

    def save_as_template(self) -> None:
        """Make a template of the draft: names, dates and numbers become slots."""
        case, text = self._presenter.case, self._panel.pane.editor.text()
        if case is None or not text.strip():
            self._tell(self.tr("Write a reply first; it can then be kept as a template."))
            return
        title = self.tr("My reply")
        try:
            made = self._drafting.as_template(case, self._presenter.language, text, title, Voice.WARM)
        except ReviewDeskError as error:
            self._tell(str(error), error=True)
            return
        self._edit(made, self._presenter.language, case.type, None)

    def manage_templates(self) -> None:
        """Show the owner's own templates."""
        dialog = OwnTemplatesDialog(self._drafting, self._files, self._panel)
        dialog.edit_asked.connect(self._edit_own)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _edit_own(self, template: Template | None) -> None:
        if template is None:
            language = self._presenter.language or "en"
            self._edit(_NEW.format(title=self.tr("My reply")), language, CaseType.COMPLAINT, None)
        else:
            text = self._drafting.own.file_text(template)
            self._edit(text, template.language, template.type, template)

    def _edit(self, text: str, language: str, type_: CaseType, replaces: Template | None) -> None:
        editor = TemplateEditor(self._drafting, self._dresser.theme, text, language, type_, replaces, self._panel)
        editor.accepted.connect(lambda: self._tell(self.tr("Template saved.")))
        editor.finished.connect(editor.deleteLater)
        editor.open()
