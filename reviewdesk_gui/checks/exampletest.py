"""Running the examples of a pack and telling in words which of them fail."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.examples import Example, examples_of
from reviewdesk_gui.checks.mending import fix_for
from reviewdesk_gui.checks.moves import scan
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.rule import Rule
from reviewdesk_gui.domain.finding import Move, Span


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold; ``str`` is one line with file, line and what was found instead."""

    rule: Rule
    example: Example
    reason: str

    def __str__(self) -> str:
        return f"{self.rule.path}:{self.example.line}: {self.rule.id}: {self.reason} in {self.example.text!r}"


def failures(pack: LanguagePack) -> Iterator[Failure]:
    """Every example of the pack that does not hold."""
    for rule, example, wanted in examples_of(pack):
        reason = judge(pack, rule, example, wanted=wanted)
        if reason:
            yield Failure(rule, example, reason)


def judge(pack: LanguagePack, rule: Rule, example: Example, *, wanted: bool) -> str:
    """Why the example does not hold, "" where it does."""
    prepared = prepare(example.text, pack.code, pack.abbreviations)
    if not wanted:
        return _left_alone(pack, rule, example, prepared)
    found = list(rule.hits(prepared))
    got = ", ".join(f"[[{span.of(example.text)}]]" for span in found) or "nothing"
    if not example.marks:
        return f"no [[marks]], found {got},"
    missing = [mark for mark in example.marks if mark not in found]
    extra = [span for span in found if span not in example.marks] if rule.kind == "phrase" else []
    if not missing and not extra:
        return _fixed(rule, example)
    wished = ", ".join(f"[[{mark.of(example.text)}]]" for mark in example.marks)
    return f"wanted {wished}, found {got}"


def _left_alone(pack: LanguagePack, rule: Rule, example: Example, prepared: PreparedText) -> str:
    if rule.kind == "phrase":
        found = [(rule.id, span) for span in rule.hits(prepared)]
    else:
        context = CheckContext(language=pack.code, author=example.author)
        hit = scan(prepared, context, pack)[0].get(Move(rule.check))
        found = [(hit.rule, hit.span or Span(0, 1))] if hit else []
    return "; ".join(f"{id_} finds [[{span.of(example.text)}]]" for id_, span in found)


def _fixed(rule: Rule, example: Example) -> str:
    if example.fixed is None:
        return ""
    if rule.replace is None:
        return "fixed is stated but the rule has no replace"
    text = fix_for(example.text, example.marks[0], rule.replace, "").apply(example.text)
    return "" if text == example.fixed else f"the fix gives {text!r}"
