"""Contexts that cancel a hit: a word in the same sentence, just before it or just after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewdesk_gui.checks.phrasebook import CompiledPhrase
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.textwords import TextWords
from reviewdesk_gui.domain.finding import Span

_LOOK_BACK = 16  # words in which "directly before" is looked for


class Edge:
    """Phrases that must not stand directly at one side of a hit."""

    __slots__ = ("_after", "_phrases")

    def __init__(self, phrases: Sequence[CompiledPhrase], *, after: bool) -> None:
        self._phrases = tuple(phrases)
        self._after = after

    def stands(self, prepared: PreparedText, sentence: Span, span: Span) -> bool:
        """Whether one of the phrases stands at that side of ``span``: before it with at most one word between."""
        if not self._phrases:
            return False
        text = prepared.words_of(sentence)
        if self._after:
            number = text.after(span.end)
            return number >= 0 and any(phrase.ends(text, number) for phrase in self._phrases)
        hit = text.at(span.start)
        numbers = range(max(0, hit - _LOOK_BACK), hit)
        return any(self._reaches(phrase, text, number, hit) for phrase in self._phrases for number in numbers)

    @staticmethod
    def _reaches(phrase: CompiledPhrase, text: TextWords, number: int, hit: int) -> bool:
        if not phrase.firsts.match(text.words[number]):
            return False
        for upcoming, _ in phrase.ends(text, number):
            if upcoming == hit or (0 <= upcoming < hit and text.whole(upcoming)[0] == hit):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Guard:
    """``unless`` cancels anywhere in the sentence, ``before`` and ``after`` next to the hit."""

    unless: tuple[CompiledPhrase, ...]
    before: Edge
    after: Edge

    def cancels(self, prepared: PreparedText, sentence: Span) -> bool:
        """Whether something in ``sentence`` cancels every hit in it."""
        return any(entry.spans(prepared, sentence) for entry in self.unless)

    def allows(self, prepared: PreparedText, sentence: Span, span: Span) -> bool:
        """Whether nothing around ``span`` cancels it."""
        return self.stands_free(prepared, sentence, span) and not self.cancels(prepared, sentence)

    def stands_free(self, prepared: PreparedText, sentence: Span, span: Span) -> bool:
        """Whether nothing next to ``span`` cancels it."""
        return not (self.before.stands(prepared, sentence, span) or self.after.stands(prepared, sentence, span))
