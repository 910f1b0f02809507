"""The same word or the same sentence twice."""

import re
from collections.abc import Iterator
from operator import eq
from typing import NamedTuple

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.mending import fix_for
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.sentence_memory import SentenceMemory
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Fix, Severity, Span

_TWICE = re.compile(r"(?<![\w'-])([^\W\d_]++(?:'[^\W\d_]++){0,2})((?:[ \t]++\1)+)(?![\w'-])")
_MASKED = re.compile(r"[xх]{2,}+")  # figures left out of a number ("08 xx xx xx"), in Latin or Cyrillic letters
_MOST_PARTS = 3  # between apostrophes in one word ("rock'n'roll")
_LONG_SENTENCE = 20  # code points from which on a repeated sentence is no habit ("Thank you!")


class _Said(NamedTuple):
    """One sentence: its words where it is long, and the words in it that stand twice, from the second on, counted from
    the sentence's start.
    """

    words: str
    twice: tuple[tuple[str, int, int], ...]


class RepeatsCheck:
    """A word twice in a row, unless the language doubles it (the pack's list "doubles"); a sentence said twice."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._memory: SentenceMemory[_Said] = SentenceMemory()

    def __call__(self, prepared: PreparedText, _context: CheckContext, pack: LanguagePack) -> Iterator[Finding]:
        """Findings on the second of the two, with a fix that takes it out."""
        seen: set[str] = set()
        for sentence, said in zip(prepared.sentences, self._memory.of_each(prepared, _said), strict=True):
            for word, start, end in said.twice:
                span = Span(sentence.start + start, sentence.start + end)
                written = prepared.text[span.start - len(word) : span.end].lower().split()
                if not pack.doubles.match(word) and len(set(written)) == 1:  # "ѝ и" are two words
                    yield self._finding("repetition.word", span, Fix(self._wording.label("remove"), "", span))
            if said.words and said.words in seen:
                fix = fix_for(prepared.text, sentence, "", self._wording.label("remove"))
                yield self._finding("repetition.sentence", sentence, fix)
            seen.add(said.words)

    def _finding(self, rule: str, span: Span, fix: Fix) -> Finding:
        return self._wording.finding(
            rule, Severity.SHOULD, check="repetition", key=rule, why="P19", span=span, fixes=(fix,)
        )


def _said(prepared: PreparedText, sentence: Span) -> _Said:
    words = " ".join(sentence.of(prepared.folded).split()).strip(" .!?…,")
    parts = prepared.words_of(sentence).words
    twice = any(any(map(eq, parts, parts[apart:])) for apart in range(1, _MOST_PARTS + 1))
    matches = _TWICE.finditer(prepared.folded, sentence.start, sentence.end) if twice else ()
    found = tuple(
        (match[1], match.start(2) - sentence.start, match.end() - sentence.start)
        for match in matches
        if not _MASKED.fullmatch(match[1])
    )
    return _Said(words if len(words) >= _LONG_SENTENCE else "", found)
