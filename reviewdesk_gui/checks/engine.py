"""The judge of a reply: text and context in, report out."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.faults import find_faults, find_judged
from reviewdesk_gui.checks.inferring import type_of
from reviewdesk_gui.checks.learnt import DraftJudge
from reviewdesk_gui.checks.missing import find_missing
from reviewdesk_gui.checks.moves import one_of_name_and_signature, scan
from reviewdesk_gui.checks.nameforms import author_forms
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.report import CodeCheck, PromiseProposal, PromiseReader, Recogniser, Report, TwinFinder
from reviewdesk_gui.checks.resolving import resolve
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.finding import Finding, Move, MoveHit
from reviewdesk_gui.domain.policy import Policy


class Engine:
    """Checks replies in every language that has a pack. Safe to call from several threads at once.

    ``packs`` gives a pack by its code (loading it when first asked). ``checks`` are further checks in code, the other
    parts read dated promises, find the closest past reply and tell a text's language; each may be left out.
    """

    def __init__(
        self,
        packs: Callable[[str], LanguagePack],
        languages: Sequence[str],
        policies: Mapping[CaseType, Policy],
        wording: Wording,
        *,
        checks: Sequence[CodeCheck] = (),
        promises: PromiseReader | None = None,
        twins: TwinFinder | None = None,
        recognise: Recogniser | None = None,
    ) -> None:
        self._packs = packs
        self.languages = tuple(languages)
        self._policies = policies
        self._wording = wording
        self._checks = tuple(checks)
        self._promises = promises
        self._twins = twins
        self._recognise = recognise
        self._prepared: PreparedText | None = None

    def check(self, text: str, context: CheckContext) -> Report:
        """The whole judgement on ``text``. Raises DataFileError where the language's pack cannot be used."""
        language = self.language_of(text, context)
        pack = self._packs(language)
        prepared = self._prepare(text, pack)
        judge = DraftJudge(prepared, pack)
        moves, hits = scan(prepared, context, pack, judge.doubts)
        moves = one_of_name_and_signature(moves | judge.find(moves, hits), prepared, context, pack)
        prepared = prepared.with_moves(moves)
        policy = self._policies[type_of(context)]
        found = list(find_faults(prepared, hits, self._wording, author_forms(context.author, pack.names)))
        found += find_judged(judge.faults(hits), self._wording)
        for check in self._checks:
            found += check(prepared, context, pack)
        found += find_missing(prepared, context, pack, policy, self._wording)
        if Move.RESOLUTION in moves:  # a promise of betterment is empty only where no step is named
            found = [finding for finding in found if finding.check != "empty_promise"]
        findings = resolve(found, text, context)
        return self._report(prepared, context, pack, moves, findings)

    def _prepare(self, text: str, pack: LanguagePack) -> PreparedText:
        """``text`` made ready; the last one is kept: a draft is judged again when its case or the speller changes."""
        known = self._prepared
        if known is None or known.text != text or known.language != pack.code:
            known = self._prepared = prepare(text, pack.code, pack.abbreviations, known)
        return known

    def language_of(self, text: str, context: CheckContext) -> str:
        """The code of the pack to check with: the chosen one, else the text's own, else the shop's, else English."""
        recognised = self._recognise(text) if self._recognise and not context.language else ""
        for code in (context.language, recognised, context.shop.language, "en"):
            if code in self.languages:
                return code
        return self.languages[0]

    def _report(
        self,
        prepared: PreparedText,
        context: CheckContext,
        pack: LanguagePack,
        moves: Mapping[Move, MoveHit],
        findings: tuple[Finding, ...],
    ) -> Report:
        text = prepared.text
        open_slots = bool(prepared.slots)
        return Report(
            language=prepared.language,
            moves=tuple(moves[move] for move in Move if move in moves),
            findings=findings,
            length=context.platform.length(text) if context.platform else len(text),
            words=prepared.word_count,
            promises=_sorted(self._promises(prepared, context, pack)) if self._promises else (),
            twin=self._twins(prepared, context) if self._twins else None,
            slots=prepared.slots,
            can_copy=not open_slots,
            blocked=self._wording.blocked.get("slots", "") if open_slots else "",
            needs_second_look=any(finding.check == "attack" for finding in findings),
        )


def _sorted(promises: Iterable[PromiseProposal]) -> tuple[PromiseProposal, ...]:
    return tuple(sorted(promises, key=lambda promise: promise.span))
