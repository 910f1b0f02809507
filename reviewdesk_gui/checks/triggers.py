"""Trigger words: of every phrase a few words of which one must stand in each match, and how far into the match."""

import re
from collections.abc import Iterable

MIN_TRIGGER = 2
_LONG_ENOUGH = 5
_PIECE = re.compile(r"\w+")

Trigger = tuple[str, str]
"""A kind ("exact", "prefix", "inside" or "contact") and the letters, or the kind of contact."""


class Triggers:
    """``words`` of which one stands in every match, at most ``lead`` words after its beginning; none where empty.

    ``weight`` is the number of letters of the shortest word, ``rank`` is the higher the rarer the words are.
    """

    __slots__ = ("lead", "rank", "weight", "words")

    def __init__(self, words: frozenset[Trigger] = frozenset(), lead: int = 0, weight: int | None = None) -> None:
        self.words = words
        self.lead = lead
        self.weight = min((len(letters) for _, letters in words), default=0) if weight is None else weight
        self.rank = (min(self.weight, _LONG_ENOUGH), -len(words), -lead)

    def later(self, words: int) -> "Triggers":
        """The same with up to ``words`` more words before it."""
        return Triggers(self.words, self.lead + words, self.weight) if words else self


NONE = Triggers()


def any_of(choices: Iterable[Triggers]) -> Triggers:
    """What one of the choices' triggers amounts to; none where a choice has none."""
    words: set[Trigger] = set()
    lead, weight = 0, _LONG_ENOUGH
    for choice in choices:
        if not choice.words:
            return NONE
        words |= choice.words
        lead, weight = max(lead, choice.lead), min(weight, choice.weight)
    return Triggers(frozenset(words), lead, weight)


def of_word(spellings: tuple[str, ...], *, before: bool, after: bool) -> Triggers:
    """The longest piece of each spelling."""
    found, lead = set(), 0
    for spelling in spellings:
        pieces = list(_PIECE.finditer(spelling))
        if not pieces:
            return NONE
        place = max(range(len(pieces)), key=lambda number: pieces[number].end() - pieces[number].start())
        piece = pieces[place]
        found.add((kind_of(before and place == 0, after and piece.end() == len(spelling)), piece.group()))
        lead = max(lead, 2 * place)
    return Triggers(frozenset(found), lead)


def kind_of(before: bool, after: bool) -> str:
    """The kind of a word's trigger."""
    return "inside" if before else "prefix" if after else "exact"
