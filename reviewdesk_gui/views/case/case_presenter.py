"""The open case: fills its panel, checks as the owner types, keeps the draft."""

from PySide6.QtCore import QObject, QTimer, Signal

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.report import Report
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.platform import LimitUnit, Platform
from reviewdesk_gui.domain.reply import ReplyState
from reviewdesk_gui.services.case_service import CaseService
from reviewdesk_gui.services.check_service import CheckService
from reviewdesk_gui.services.desk_service import Change
from reviewdesk_gui.services.review_reader import ReviewReader
from reviewdesk_gui.services.wallclock import shop_zone
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.case.case_panel import CasePanel
from reviewdesk_gui.views.reply.reply_footer import FooterState
from reviewdesk_gui.views.telling import Tell

_SAVE_AFTER_MS = 800


class CasePresenter(QObject):
    """Holds which case is open. A draft is on disk at most one second after it was typed. ``shown`` tells the case as
    the panel shows it now.
    """

    opened = Signal(object)
    shown = Signal(object)

    def __init__(
        self, panel: CasePanel, cases: CaseService, checks: CheckService, reader: ReviewReader, tell: Tell
    ) -> None:
        super().__init__(panel)
        self._panel, self._cases, self._checks, self._reader, self._tell = panel, cases, checks, reader, tell
        self._case: Case | None = None
        self._context: CheckContext | None = None
        self._report: Report | None = None
        self._template: str | None = None
        self._second_look = ""
        self._save_timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self.save_draft)
        panel.pane.editor.edited.connect(self._edited)
        checks.news.connect(self._judge_again)
        panel.show_empty()

    @property
    def case(self) -> Case | None:
        """The open case."""
        return self._case

    @property
    def report(self) -> Report | None:
        """The judgement on the text as it stands in the editor."""
        return self._report

    @property
    def language(self) -> str:
        """The language of the reply: chosen, the review's, or the one in which the draft is written."""
        if self._case is None:
            return ""
        return self._report.language if self._report else self._checks.reply_language(self._case)

    @property
    def platform(self) -> Platform | None:
        """What is known of the open case's platform."""
        return self._checks.platform(self._case) if self._case else None

    def open(self, case_id: str) -> None:
        """Show a case; the draft of the one before is kept first."""
        if self._case is not None and self._case.id == case_id:
            return
        self.save_draft()
        try:
            case = self._cases.get(case_id)
        except ReviewDeskError as error:
            self._tell(str(error), error=True)
            return
        self._template, self._second_look = None, ""
        self._panel.pane.editor.start_with(case.draft)
        self._show(case)
        self._panel.show_case()
        self.opened.emit(case)

    def close(self) -> None:
        """Show no case."""
        self.save_draft()
        self._case = None
        self._panel.show_empty()

    def save_draft(self) -> None:
        """Put the draft on disk now."""
        self._save_timer.stop()
        if self._case is None:
            return
        text = self._panel.pane.editor.text()
        try:
            self._case = self._cases.save_draft(self._case.id, text, self._template)
        except ReviewDeskError as error:
            self._panel.pane.saved.setText(self.tr("Not saved"))
            self._tell(str(error), error=True)
            return
        self._show_saved(self._case)

    def use_template(self, template_id: str) -> None:
        """The draft started from this template."""
        self._template = template_id

    def desk_changed(self, change: Change) -> None:
        """Cases changed: show the open one as it stands now."""
        if self._case is None:
            return
        if self._case.id in change.removed:
            self._case = None
            self._save_timer.stop()
            self._panel.show_empty()
            return
        for case in change.saved:
            if case.id == self._case.id:
                self._refresh(case)

    def settings_changed(self) -> None:
        """Words, checks or the shop changed: judge anew."""
        if self._case is not None:
            self._context = self._checks.context(self._case)
            self._check()

    def _judge_again(self) -> None:
        if self._case is not None:
            self._check()

    def ask_second_look(self) -> bool:
        """Whether a draft with an attack still has to be read once more (P23); asking counts as the first look."""
        text = self._panel.pane.editor.text()
        if self._report is None or not self._report.needs_second_look or self._second_look == text:
            return False
        self._second_look = text
        self._show_footer()
        return True

    def _refresh(self, case: Case) -> None:
        editor = self._panel.pane.editor
        if self._case is not None and case.draft != self._case.draft and editor.text() != case.draft:
            editor.start_with(case.draft)
        self._show(case)

    def _show(self, case: Case) -> None:
        self._case = case
        shop = self._cases.shop()
        zone, today = shop_zone(shop), self._cases.today()
        review, platform = case.review, self._checks.platform(case)
        origin = [platform.name if platform else review.platform]
        if review.written_at:
            origin.append(labels.moment(review.written_at, zone, today))
        origin += [part for part in (review.product, review.order, review.location) if part]
        has_page = bool(review.link or (platform and platform.reply_url))
        author, stars = labels.author(review.author), labels.stars(review.rating)
        card = self._panel.card
        text = review.full_text or self.tr("Only stars, no words.")
        card.show_review(author, stars, " · ".join(origin), text, has_page=has_page)
        reading = self._reader.read(case, shop, self._cases.all())
        card.mark_complaints(reading.complaints)
        self._panel.fields.show_case(case, "\n".join(reading.reasons))
        self._panel.strip.show_case(case, zone, today)
        self._show_saved(case)
        self._panel.pane.editor.show_answer(case.last_posted.text if case.last_posted else "")
        self._context = self._checks.context(case)
        self._check()
        self.shown.emit(case)

    def _show_saved(self, case: Case) -> None:
        saved = case.draft_saved_at if case.draft else None
        zone, today = shop_zone(self._cases.shop()), self._cases.today()
        words = self.tr("Saved {}").format(labels.moment(saved, zone, today)) if saved else ""
        self._panel.pane.saved.setText(words)

    def _edited(self) -> None:
        if self._case is None:
            return
        self._check()
        if not self._save_timer.isActive():  # who types without a pause has the draft saved as well
            self._save_timer.start()
            self._panel.pane.saved.setText(self.tr("Saving …"))

    def _check(self) -> None:
        assert self._case is not None
        pane, text = self._panel.pane, self._panel.pane.editor.text()
        self._report = self._judged(self._case, text)
        self._checks.fetch_suggestions(self._report, text)
        pane.editor.show_findings(self._report.findings, self._report.slots)
        resting = not text.strip() and not self._case.awaits_answer
        pane.checklist.show_rows([] if resting else self._checks.checklist(self._case, text, self._report))
        pane.length.setText(self._length_words(self._report, text))
        pane.language.setText(labels.language(self._report.language) + " ▾")
        self._show_footer()
        for code in self._checks.spelling_notices():
            words = self.tr("Spelling is not checked in {}: no dictionary. Add one in the File menu.")
            self._tell(words.format(labels.language(code)))

    def _judged(self, case: Case, text: str) -> Report:
        try:
            return self._checks.check(case, text, self._context)
        except ReviewDeskError as error:
            self._tell(str(error), error=True)
            return Report(language=self._checks.reply_language(case))

    def _length_words(self, report: Report, text: str) -> str:
        assert self._case is not None
        fewest, most = self._checks.target_words(self._case)
        words = self.tr("1 word") if report.words == 1 else self.tr("{} words").format(report.words)
        if text.strip():
            short, long = self.tr("short"), self.tr("long; {} are plenty").format(most)
            verdict = short if report.words < fewest else long if report.words > most else self.tr("good length")
            words = f"{words}, {verdict}"
        platform = self.platform
        if platform is None or platform.limit is None:
            return f"{words} · " + self.tr("limit not known")
        unit = self.tr("bytes") if platform.unit is LimitUnit.BYTES else self.tr("characters")
        return f"{words} · " + self.tr("{} of {} {}").format(report.length, platform.limit, unit)

    def _show_footer(self) -> None:
        assert self._case is not None
        assert self._report is not None
        text = self._panel.pane.editor.text()
        waits = self._report.blocked
        if self._report.needs_second_look and self._second_look == text:
            waits = self.tr("Read it once more: a part may sound like an attack. Copy again if you stand by it.")
        copied = bool(self._case.replies) and self._case.replies[-1].state is ReplyState.COPIED
        same = copied and self._case.replies[-1].text == text
        platform = self.platform
        has_page = bool(self._case.review.link or (platform and platform.reply_url))
        can_copy = self._report.can_copy and bool(text.strip())
        self._panel.pane.footer.show_state(
            FooterState(waits, platform.note if platform else "", can_copy, has_page, copied=same)
        )
