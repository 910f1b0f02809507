"""The steps that the owner takes on the open case, each with its notice and its way back."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog

from reviewdesk_gui.checks.report import PromiseProposal
from reviewdesk_gui.domain.case import Case, CaseType, Cause, Outcome
from reviewdesk_gui.domain.finding import Finding
from reviewdesk_gui.domain.followup import FollowUpKind
from reviewdesk_gui.services.case_service import CaseService
from reviewdesk_gui.services.check_service import CheckService
from reviewdesk_gui.services.template_service import TemplateService
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.case.case_panel import CasePanel
from reviewdesk_gui.views.case.case_presenter import CasePresenter
from reviewdesk_gui.views.dialogs.followup_dialog import FollowUpDialog
from reviewdesk_gui.views.dialogs.text_dialog import TextDialog
from reviewdesk_gui.views.reply.template_picker import TemplatePicker
from reviewdesk_gui.views.telling import Ask, Tell, went_through


class CaseVerbs(QObject):
    """Connects buttons and keys of the case panel with the services."""

    def __init__(
        self,
        panel: CasePanel,
        presenter: CasePresenter,
        cases: CaseService,
        checks: CheckService,
        templates: TemplateService,
        tell: Tell,
        ask: Ask,
        undo: Callable[[], object],
        promise_texts: Callable[[Case, str, FollowUpKind, date], Sequence[str]],
    ) -> None:
        super().__init__(panel)
        self._panel, self._presenter, self._cases = panel, presenter, cases
        self._checks, self._templates = checks, templates
        self._tell, self._ask, self._undo = tell, ask, undo
        self._promise_texts = promise_texts
        pane = panel.pane
        pane.template_asked.connect(self.pick_template)
        pane.language_chosen.connect(lambda code: self._do(lambda case: self._cases.choose_language(case.id, code)))
        pane.checklist.fix_asked.connect(pane.editor.apply_fix)
        pane.checklist.shown.connect(lambda finding: pane.editor.select(finding.span))
        pane.checklist.ignored.connect(self.ignore)
        pane.checklist.word_added.connect(self.add_word)
        pane.checklist.turned_off.connect(lambda finding: self._try(lambda: self._checks.turn_off(finding.rule)))
        pane.footer.copy_asked.connect(self.copy)
        pane.footer.copy_and_open_asked.connect(self.copy_and_open)
        pane.footer.posted.connect(self.mark_posted)
        pane.footer.followup_asked.connect(self.follow_up)
        pane.blocks.menu().aboutToShow.connect(self._fill_blocks)
        self._connect_case()

    def _connect_case(self) -> None:
        card, fields, strip = self._panel.card, self._panel.fields, self._panel.strip
        card.page_asked.connect(self.open_page)
        fields.type_chosen.connect(self._choose_type)
        fields.cause_chosen.connect(self._choose_cause)
        fields.topics_chosen.connect(lambda topics: self._do(lambda case: self._cases.set_topics(case.id, topics)))
        fields.facts_written.connect(lambda text: self._do(lambda case: self._cases.set_facts(case.id, text)))
        strip.note_asked.connect(self.add_note)
        strip.followup_done.connect(self.complete_followup)

    def pick_template(self) -> None:
        """Open the picker and put the chosen text into the editor as one undo step."""
        case = self._presenter.case
        if case is None:
            return
        for problem in self._templates.problems:
            self._tell(str(problem), error=True)
        picker = TemplatePicker(self._templates, case, self._presenter.language, self._panel)
        picker.finished.connect(lambda _result: self._insert_picked(picker))
        picker.open()

    def _insert_picked(self, picker: TemplatePicker) -> None:
        case, draft, template = self._presenter.case, picker.draft, picker.template
        if picker.result() == QDialog.DialogCode.Accepted and case and draft and template:
            editor = self._panel.pane.editor
            if picker.at_caret:
                editor.insert_at_caret(draft.text)
            else:
                editor.replace_all(draft.text)
            self._presenter.use_template(template.id)
            self._try(lambda: self._templates.used(template, case))
            first = min((placed.span for placed in draft.open), default=None)
            if first is not None and not picker.at_caret:
                editor.select(first)
        picker.deleteLater()

    def _fill_blocks(self) -> None:
        case, menu = self._presenter.case, self._panel.pane.blocks.menu()
        menu.clear()
        if case is None:
            return
        for kind, texts in self._templates.blocks(case, self._presenter.language):
            part = menu.addMenu(kind.replace("_", " ").capitalize())
            for text in texts:
                short = text if len(text) <= 70 else text[:69] + "…"
                action = part.addAction(short.replace("\n", " "))
                action.setToolTip(text)
                action.triggered.connect(partial(self._panel.pane.editor.insert_block, text, kind))
        if menu.isEmpty():
            menu.addAction(self.tr("No blocks in this language yet")).setEnabled(False)

    def copy(self) -> bool:
        """Put the reply into the clipboard as plain text, exactly as shown; False where it has to wait."""
        case, report = self._presenter.case, self._presenter.report
        if case is None or report is None:
            return False
        text = self._panel.pane.editor.text()
        if not report.can_copy or not text.strip():
            self._tell(report.blocked or self.tr("There is no reply to copy yet."))
            return False
        if self._presenter.ask_second_look():
            return False
        self._presenter.save_draft()
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(text)
        if clipboard.text() != text:
            self._tell(self.tr("The clipboard did not take the reply. Try once more."), error=True)
            return False
        return self._try(lambda: self._cases.copied(case.id, text))

    def copy_and_open(self) -> None:
        """Copy, then open the page where the owner answers."""
        if self.copy():
            self.open_page()

    def open_page(self) -> None:
        """Open the review's own page, or the platform's place for replies, in the browser."""
        case, platform = self._presenter.case, self._presenter.platform
        if case is None:
            return
        address = case.review.link or (platform.reply_url if platform else "")
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if url.scheme() not in ("http", "https") or not QDesktopServices.openUrl(url):
            self._tell(self.tr("The page could not be opened: {}").format(address or "–"), error=True)

    def mark_posted(self) -> None:
        """The clock stops; promised dates become proposed follow-ups."""
        case, report = self._presenter.case, self._presenter.report
        if case is None or not self._try(lambda: self._cases.posted(case.id)):
            return
        self._tell(self.tr("Marked as posted."), self.tr("Undo"), self._undo)
        if report is not None:
            self._propose(case, report.promises)

    def _propose(self, case: Case, promises: Sequence[PromiseProposal]) -> None:
        """Offer what was promised, one after the other; whose it is is said, since another case may be open by then."""
        if not promises:
            return
        promise, words = promises[0], self.tr("You promised {}: “{}” ({}, {}).")
        kind, due, text = promise.kind, promise.due, promise.text.strip()
        words = words.format(labels.author(case.review.author), text, labels.followup(kind), labels.day_short(due))

        def add() -> None:
            self._try(lambda: self._cases.add_followup(case.id, kind, due, text))
            self._propose(case, promises[1:])

        self._ask(words, self.tr("Add follow-up"), add)

    def follow_up(self) -> None:
        """Ask for a dated duty."""
        case, report = self._presenter.case, self._presenter.report
        if case is None:
            return
        promise = report.promises[0] if report and report.promises else None
        texts = partial(self._promise_texts, case, self._presenter.language)
        dialog = FollowUpDialog(self._cases.today(), promise, texts, self._panel)
        dialog.accepted.connect(lambda: self._add_followup(case.id, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_followup(self, case_id: str, dialog: FollowUpDialog) -> None:
        self._presenter.save_draft()
        if (
            self._try(lambda: self._cases.add_followup(case_id, dialog.kind, dialog.due, dialog.note))
            and dialog.sentence
        ):
            self._panel.pane.editor.insert_block(dialog.sentence)

    def complete_followup(self, followup_id: str) -> None:
        """Tick a duty off."""
        if self._do(lambda case: self._cases.complete_followup(case.id, followup_id)):
            self._tell(self.tr("Follow-up done."), self.tr("Undo"), self._undo)

    def add_note(self) -> None:
        """Write down what happened."""
        if self._presenter.case is None:
            return
        question = self.tr("What happened? It stays on this computer.")
        dialog = TextDialog(self.tr("Add note"), question, self.tr("Add note"), parent=self._panel)
        dialog.accepted.connect(lambda: self._do(lambda case: self._cases.add_note(case.id, dialog.text)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def close_case(self, outcome: Outcome) -> None:
        """End the case."""
        self._presenter.save_draft()
        if self._do(lambda case: self._cases.close(case.id, outcome)):
            self._tell(self.tr("Case closed."), self.tr("Undo"), self._undo)

    def reopen(self) -> None:
        """Take the case up again."""
        self._do(lambda case: self._cases.reopen(case.id))

    def delete(self) -> None:
        """Take the case off the desk."""
        if self._do(lambda case: self._cases.delete(case.id)):
            self._tell(self.tr("Case deleted."), self.tr("Undo"), self._undo)

    def ignore(self, finding: Finding) -> None:
        """Keep this finding quiet in this case."""
        mark = finding.content_hash(self._panel.pane.editor.text())
        self._presenter.save_draft()
        self._do(lambda case: self._cases.ignore(case.id, mark))

    def add_word(self, finding: Finding) -> None:
        """Spelling knows the word from now on."""
        if finding.span:
            word = finding.span.of(self._panel.pane.editor.text())
            self._try(lambda: self._checks.add_word(word))

    def next_finding(self, *, forward: bool = True) -> None:
        """Select the next marked place."""
        span = self._panel.pane.editor.next_span(forward)
        if span is not None:
            self._panel.pane.editor.select(span)

    def fix_here(self) -> None:
        """Apply the fix of the finding under the caret or of the first line that offers one."""
        editor = self._panel.pane.editor
        finding = editor.finding_at(editor.caret()) or editor.finding_at(max(editor.caret() - 1, 0))
        if finding and finding.fixes:
            editor.apply_fix(finding.fixes[0])
            return
        if finding or editor.on_slot():
            self._tell(self.tr("There is no ready fix for this place; it needs your own words."))
            return
        first = next((row.row.fix for row in self._panel.pane.checklist.rows if row.row.fix), None)
        if first is not None:
            editor.apply_fix(first)

    def _choose_type(self, type_: CaseType) -> None:
        self._presenter.save_draft()
        self._do(lambda case: self._cases.choose_type(case.id, type_))

    def _choose_cause(self, cause: Cause) -> None:
        self._presenter.save_draft()
        self._do(lambda case: self._cases.choose_cause(case.id, cause))

    def _do(self, verb: Callable[[Case], object]) -> bool:
        case = self._presenter.case
        return case is not None and self._try(lambda: verb(case))

    def _try(self, verb: Callable[[], object]) -> bool:
        return went_through(self._tell, verb)
