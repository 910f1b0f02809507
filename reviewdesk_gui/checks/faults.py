"""The findings of a pack's fault rules, and of the learnt judge of sentences."""

import re
from collections.abc import Iterable, Iterator, Set

from reviewdesk_gui.checks.mending import fix_for
from reviewdesk_gui.checks.moves import RuleHit
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.rule import Rule
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Fix, Move, Severity, Span

HURTS = frozenset({"attack", "belittling", "blame"})
"""The checks for what hurts the reader (P12, P21, P22)."""

_QUOTATION_MARK = re.compile(r"[«„“\"”'‘‚]")
# several words: a single one may stand in quotation marks to mock ("your "review"")
_QUOTE = re.compile(
    r"[«„“\"”][^«»„“”\"\n\s]+\s[^«»„“”\"\n]+[»“”\"]|(?<!\w)['‘‚][^'’‘\n\s]+\s(?:[^'’‘\n]|['’](?=\w))+['’‘](?!\w)"
)


def find_faults(
    prepared: PreparedText, hits: Iterable[RuleHit], wording: Wording, names: Set[str] = frozenset()
) -> Iterator[Finding]:
    """One finding for every hit of a fault rule; the words of an address or letters that mask a number are nobody's
    fault, nor are the reader's ``names``, folded (somebody may be called Depp), nor what somebody else is quoted with,
    nor is jargon in the name of the team that signs ("Your Onboarding").
    """
    signature = prepared.span_of(Move.SIGNATURE)
    for rule, span in hits:
        innocent = prepared.in_address(span) or prepared.in_contact(span) or _is_name(prepared, span, names)
        quoted = rule.check in HURTS and _is_quoted(prepared, span)
        signs = rule.check == "jargon" and signature is not None and signature.holds(span)
        if not (innocent or quoted or signs):
            yield _finding(prepared, rule, span, wording)


def find_judged(judged: Iterable[tuple[str, Span]], wording: Wording) -> Iterator[Finding]:
    """One finding for every sentence that the judge takes for a fault: its check, and where it stands (P21)."""
    for check, sentence in judged:
        key = f"{check}.sentence"
        yield wording.finding(key, Severity.SHOULD, check=check, key=key, why="P21", span=sentence)


def _is_name(prepared: PreparedText, span: Span, names: Set[str]) -> bool:
    return span.of(prepared.folded) in names and prepared.text[span.start].isupper()


def _is_quoted(prepared: PreparedText, span: Span) -> bool:
    """Whether ``span`` lies inside words in quotation marks: "that a colleague said 'calm down' to you"."""
    sentence = prepared.sentence_at(span.start)
    if not sentence or not _QUOTATION_MARK.search(prepared.text, sentence.start, sentence.end):
        return False
    quotes = _QUOTE.finditer(prepared.text, sentence.start, sentence.end)
    return any(quote.start() < span.start and span.end < quote.end() for quote in quotes)


def _finding(prepared: PreparedText, rule: Rule, span: Span, wording: Wording) -> Finding:
    marked = span.of(prepared.text)
    return wording.finding(
        rule.id,
        rule.severity,
        check=rule.check,
        key=rule.message,
        why=rule.why,
        span=span,
        fixes=_fixes(prepared.text, rule, span, wording),
        values={"words": marked},
    )


def _fixes(text: str, rule: Rule, span: Span, wording: Wording) -> tuple[Fix, ...]:
    if rule.replace is None:
        return ()
    label = wording.label("replace", text=rule.replace) if rule.replace else wording.label("remove")
    return (fix_for(text, span, rule.replace, label),)
