"""Trigger words: of every phrase a few words of which one must stand in each match, and how far into the match."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

MIN_TRIGGER = 2
_LONG_ENOUGH = 5
_PIECE = re.compile(r"\w+")

Trigger = tuple[str, str]
"""A kind ("exact", "prefix", "inside" or "contact") and the letters, or the kind of contact."""


@dataclass(frozen=True, slots=True)
class Triggers:
    """``words`` of which one stands in every match, at most ``lead`` words after its beginning; none where empty."""

    words: frozenset[Trigger] = frozenset()
    lead: int = 0

    @property
    def rank(self) -> tuple[int, int, int]:
        """The rarer the better: long words, then few, then near the beginning."""
        if not self.words:
            return 0, 0, 0
        return min(self.weight, _LONG_ENOUGH), -len(self.words), -self.lead

    @property
    def weight(self) -> int:
        """Letters of the shortest word; 0 where there is none."""
        return min((len(letters) for _, letters in self.words), default=0)

    def later(self, words: int) -> "Triggers":
        """The same with up to ``words`` more words before it."""
        return Triggers(self.words, self.lead + words)


NONE = Triggers()


def any_of(choices: Iterable[Triggers]) -> Triggers:
    """What one of the choices' triggers amounts to; none where a choice has none."""
    found = list(choices)
    if not all(choice.words for choice in found):
        return NONE
    return Triggers(frozenset().union(*(choice.words for choice in found)), max(choice.lead for choice in found))


def of_word(spellings: tuple[str, ...], *, before: bool, after: bool) -> Triggers:
    """The longest piece of each spelling."""
    if len(spellings) == 1 and spellings[0].isalnum():
        return Triggers(frozenset({(_kind(before, after), spellings[0])}))
    found, lead = set(), 0
    for spelling in spellings:
        pieces = list(_PIECE.finditer(spelling))
        if not pieces:
            return NONE
        place = max(range(len(pieces)), key=lambda number: pieces[number].end() - pieces[number].start())
        piece = pieces[place]
        found.add((_kind(before and place == 0, after and piece.end() == len(spelling)), piece.group()))
        lead = max(lead, 2 * place)
    return Triggers(frozenset(found), lead)


def _kind(before: bool, after: bool) -> str:
    return "inside" if before else "prefix" if after else "exact"
