"""A rule of a pack, and where it hits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdesk_gui.checks.guards import Guard
from reviewdesk_gui.checks.phrasebook import CompiledPhrase
from reviewdesk_gui.checks.phrases import PhraseError
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.trigger_index import Calls
from reviewdesk_gui.checks.triggers import Triggers, any_of
from reviewdesk_gui.domain.finding import Severity, Span


@dataclass(frozen=True, slots=True)
class Matcher:
    """One phrase, or several groups that must all stand in one sentence in any order."""

    groups: tuple[tuple[CompiledPhrase, ...], ...]

    def triggers(self) -> Triggers:
        """The rarest group's triggers, those of the others beside. Raises PhraseError where no group has any."""
        if len(self.groups) == 1 and len(self.groups[0]) == 1:
            return self.groups[0][0].triggers()
        found: list[Triggers] = []
        problem: PhraseError | None = None
        for group in self.groups:
            try:
                found.append(any_of(entry.triggers() for entry in group))
            except PhraseError as error:
                problem = error
        if not found:
            raise problem or PhraseError("nothing to look for")
        best = found[0]
        for triggers in found[1:]:
            best = triggers if triggers.better(best) else best
        return best.beside(found)

    def spans(self, prepared: PreparedText, sentence: Span, calls: Calls | None = None) -> Sequence[Span]:
        """Where the phrase stands; for groups, from the first to the last of their first matches."""
        if len(self.groups) == 1:
            group = self.groups[0]
            if len(group) == 1:
                return group[0].spans(prepared, sentence, calls)
            return [span for entry in group for span in entry.spans(prepared, sentence, calls)]
        found = [_first(group, prepared, sentence) for group in self.groups]
        present = [span for span in found if span]
        if len(present) < len(found):
            return ()
        return (Span(min(span.start for span in present), max(span.end for span in present)),)


def _first(group: tuple[CompiledPhrase, ...], prepared: PreparedText, sentence: Span) -> Span | None:
    hits = [span for entry in group for span in entry.spans(prepared, sentence)]
    return min(hits, default=None)


@dataclass(frozen=True, slots=True)
class RuleHits:
    """What the rules found in one sentence, each with its place counted from the sentence's start.

    ``skipped`` are the moves that were not looked for.
    """

    found: tuple[tuple["Rule", int, int], ...]
    skipped: frozenset[str]


Tried = tuple[Matcher, Calls | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """One rule as its file states it; see the packs' contract in the folder's README.

    ``kind`` is "presence" (a hit gives the move) or "phrase" (every hit is a finding). ``where`` is "anywhere",
    "opening" or "closing". ``replace`` is None where the rule has no fix. ``find`` and ``leave`` are the examples as
    the file has them (see ``examples.parse_example``).
    """

    id: str
    check: str
    kind: str
    severity: Severity
    why: str
    message: str
    where: str
    matchers: tuple[Matcher, ...]
    guard: Guard
    replace: str | None
    find: tuple[Any, ...]
    leave: tuple[Any, ...]
    path: Path
    line: int

    def spans(self, prepared: PreparedText, sentence: Span, tried: Iterable[Tried] | None = None) -> Iterator[Span]:
        """The rule's hits in ``sentence``, the longest of those that overlap; ``tried`` narrows what is tried."""
        found: list[Span] = []
        for matcher, calls in ((matcher, None) for matcher in self.matchers) if tried is None else tried:
            found += [
                span
                for span in matcher.spans(prepared, sentence, calls)
                if self.guard.stands_free(prepared, sentence, span)
            ]
        if not found or self.guard.cancels(prepared, sentence):
            return
        last = 0
        for span in sorted(found, key=lambda span: (span.start, -span.end)):
            if span.start >= last:
                last = span.end
                yield span

    def hits(self, prepared: PreparedText) -> Iterator[Span]:
        """The rule's hits in the whole text, every phrase tried."""
        for sentence in prepared.zone(self.where):
            yield from self.spans(prepared, sentence)
