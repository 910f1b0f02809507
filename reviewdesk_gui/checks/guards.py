"""Contexts that cancel a hit: a word in the same sentence, just before it or just after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewdesk_gui.checks.compiling import SEPARATOR
from reviewdesk_gui.checks.phrasebook import CompiledPhrase
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.domain.finding import Span

_LOOK_BACK = 120  # code points in which "directly before" is looked for


class Edge:
    """Phrases that must not stand directly at one side of a hit; built when first needed."""

    __slots__ = ("_after", "_pattern", "_phrases")

    def __init__(self, phrases: Sequence[CompiledPhrase], *, after: bool) -> None:
        self._phrases = tuple(phrases)
        self._after = after
        self._pattern: re.Pattern[str] | None = None

    def stands(self, prepared: PreparedText, sentence: Span, span: Span) -> bool:
        """Whether one of the phrases stands at that side of ``span``: before it with at most one word between."""
        if not self._phrases:
            return False
        if self._pattern is None:
            self._pattern = self._compile()
        if self._after:
            return bool(self._pattern.match(prepared.folded, span.end, sentence.end))
        start = max(sentence.start, span.start - _LOOK_BACK)
        return bool(self._pattern.search(prepared.folded, start, span.start))

    def _compile(self) -> re.Pattern[str]:
        sources = [entry.pattern.pattern for entry in self._phrases]
        any_of = "(?:" + "|".join(sources) + ")"
        if self._after:
            return re.compile(rf"(?:{SEPARATOR}){any_of}")
        return re.compile(rf"{any_of}(?:{SEPARATOR}(?>\w+(?:'\w+)*))?(?:{SEPARATOR})?\Z")


@dataclass(frozen=True, slots=True)
class Guard:
    """``unless`` cancels anywhere in the sentence, ``before`` and ``after`` next to the hit."""

    unless: tuple[CompiledPhrase, ...]
    before: Edge
    after: Edge

    def allows(self, prepared: PreparedText, sentence: Span, span: Span) -> bool:
        """Whether nothing around ``span`` cancels it."""
        if any(True for entry in self.unless for _ in entry.spans(prepared, sentence)):
            return False
        return not (self.before.stands(prepared, sentence, span) or self.after.stands(prepared, sentence, span))
