"""The same word or the same sentence twice."""

import re
from collections.abc import Iterator
from operator import eq

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.mending import fix_for
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Fix, Severity, Span

_TWICE = re.compile(r"(?<![\w'-])([^\W\d_]++(?:'[^\W\d_]++){0,2}+)((?:[ \t]++\1)++)(?![\w'-])")
_MOST_PARTS = 3  # between apostrophes in one word ("rock'n'roll")
_LONG_SENTENCE = 20  # code points from which on a repeated sentence is no habit ("Thank you!")


class RepeatsCheck:
    """A word twice in a row, unless the language doubles it (the pack's list "doubles"); a sentence said twice."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def __call__(self, prepared: PreparedText, _context: CheckContext, pack: LanguagePack) -> Iterator[Finding]:
        """Findings on the second of the two, with a fix that takes it out."""
        parts = prepared.words.words
        twice = any(any(map(eq, parts, parts[apart:])) for apart in range(1, _MOST_PARTS + 1))
        for match in _TWICE.finditer(prepared.folded) if twice else ():
            if not pack.doubles.match(match[1]):
                span = Span(match.start(2), match.end())
                fix = Fix(self._wording.label("remove"), "", span)
                yield self._finding("repetition.word", span, fix)
        seen: set[str] = set()
        for sentence in prepared.sentences:
            if sentence.end - sentence.start < _LONG_SENTENCE:
                continue
            words = " ".join(sentence.of(prepared.folded).split()).strip(" .!?…,")
            if len(words) >= _LONG_SENTENCE and words in seen:
                fix = fix_for(prepared.text, sentence, "", self._wording.label("remove"))
                yield self._finding("repetition.sentence", sentence, fix)
            seen.add(words)

    def _finding(self, rule: str, span: Span, fix: Fix) -> Finding:
        return self._wording.finding(
            rule, Severity.SHOULD, check="repetition", key=rule, why="P19", span=span, fixes=(fix,)
        )
