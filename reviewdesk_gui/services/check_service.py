"""The engine's judgement on the draft of a case, in the shop's context."""

from collections.abc import Mapping
from dataclasses import replace
from heapq import nlargest
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewdesk_gui.checks.background_speller import BackgroundSpeller
from reviewdesk_gui.checks.context import CheckContext, PastReply
from reviewdesk_gui.checks.dictionary_add import add_dictionary
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.report import Report
from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.policy import Policy
from reviewdesk_gui.services.checklist import ChecklistRow, build_checklist
from reviewdesk_gui.services.desk_service import Change, DeskService
from reviewdesk_gui.services.wallclock import WallClock, shop_day

TWIN_SHARE = 0.85
_MOST_PAST = 3_000  # comparing with more would be felt when a case is opened


class CheckService(QObject):
    """Checks replies; the newest few thousand past replies are gathered once and kept until a reply is posted.

    ``news`` tells that spelling knows more than at the last check: judge the text anew then.
    """

    news = Signal()

    def __init__(
        self,
        engine: Engine,
        speller: BackgroundSpeller,
        dictionaries: Path,
        policies: Mapping[CaseType, Policy],
        platforms: Mapping[str, Platform],
        desk: DeskService,
        clock: WallClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._speller = speller
        self._dictionaries = dictionaries
        self._asked: set[tuple[str, str]] = set()
        speller.on_news = self.news.emit
        self._policies = policies
        self._platforms = platforms
        self._desk = desk
        self._clock = clock
        self._past: tuple[PastReply, ...] | None = None
        desk.changed.connect(self._forget_past)

    def platform(self, case: Case) -> Platform | None:
        """What is known of the case's platform."""
        return self._platforms.get(case.review.platform)

    def reply_language(self, case: Case) -> str:
        """The language to answer in: the owner's choice, else the review's, else the shop's."""
        return case.reply_language or case.review.language or self._desk.shop().language

    def context(self, case: Case) -> CheckContext:
        """Everything around the draft."""
        settings = self._desk.settings()
        shop = self._desk.shop()
        return CheckContext(
            language=case.reply_language or case.review.language,
            type=case.type,
            platform=self.platform(case),
            author=case.review.author,
            rating=case.review.rating,
            review=case.review.full_text,
            shop=shop,
            past=tuple(reply for reply in self._past_replies() if reply.case_id != case.id),
            words=frozenset(settings.get("words", ())) | frozenset(shop.words),
            ignored=frozenset(case.ignored),
            off=frozenset(settings.get("checks_off", ())),
            twin_share=float(settings.get("twin_share", TWIN_SHARE)),
            today=shop_day(shop, self._clock.now()),
        )

    def check(self, case: Case, text: str, context: CheckContext | None = None) -> Report:
        """The report on ``text`` as the reply to ``case``; ``context`` may be kept while the case is open.

        A text in another language than the expected one is told once, not word by word.
        """
        report = self._engine.check(text, context or self.context(case))
        if any(finding.check == "language" for finding in report.findings):
            kept = tuple(finding for finding in report.findings if finding.check != "spelling")
            return replace(report, findings=kept)
        return report

    def fetch_suggestions(self, report: Report, text: str) -> None:
        """Have suggestions for misspelt words fetched in the helper process; ``news`` tells when they are there."""
        country = self._desk.shop().country
        for finding in report.findings:
            if finding.check == "spelling" and finding.span and not finding.fixes:
                asked = finding.span.of(text), report.language
                if asked not in self._asked:
                    self._asked.add(asked)
                    self._speller.suggest(*asked, country).add_done_callback(lambda _done: self.news.emit())

    def spelling_notices(self) -> list[str]:
        """Codes of languages without a usable dictionary that nobody has been told of yet."""
        return [notice.language for notice in self._speller.notices.take()]

    def add_dictionary(self, source: Path) -> list[str]:
        """Take the owner's dictionary (.oxt, .xpi, .zip, .aff or .dic) into use and return its locales.

        Raises DictionaryError.
        """
        added = add_dictionary(source, self._dictionaries)
        self._asked.clear()
        self._speller.refresh()
        return [dictionary.locale for dictionary in added]

    def close(self) -> None:
        """End the helper process."""
        self._speller.close()

    def checklist(self, case: Case, text: str, report: Report) -> list[ChecklistRow]:
        """The lines beside the editor."""
        policy, platform = self._policies[case.type], self.platform(case)
        return build_checklist(report, policy, platform, author_known=bool(case.review.author), quote=text)

    def target_words(self, case: Case) -> tuple[int, int]:
        """Fewest and most words that suit the type (P16)."""
        return self._policies[case.type].words

    def add_word(self, word: str) -> None:
        """Spelling knows the word from now on."""
        words = sorted({*self._desk.settings().get("words", ()), word})
        self._desk.save_settings({"words": words})

    def turn_off(self, rule_or_check: str) -> None:
        """Keep a check quiet everywhere."""
        off = sorted({*self._desk.settings().get("checks_off", ()), rule_or_check})
        self._desk.save_settings({"checks_off": off})

    def _past_replies(self) -> tuple[PastReply, ...]:
        if self._past is None:
            posted = [(reply, case) for case in self._desk.cases() if (reply := case.last_posted)]
            newest = nlargest(_MOST_PAST, posted, key=lambda pair: (pair[0].at, pair[1].review.clock_starts))
            self._past = tuple(
                PastReply(reply.text, reply.at, self._name(case.review.platform), case.id) for reply, case in newest
            )
        return self._past

    def _name(self, platform_id: str) -> str:
        platform = self._platforms.get(platform_id)
        return platform.name if platform else platform_id

    def _forget_past(self, change: Change) -> None:
        if any(case.last_posted for case in change.saved) or change.removed:
            self._past = None
