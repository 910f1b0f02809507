"""Trigger words: of every phrase a few words of which one must stand in each match, and how far into the match."""

import re
from collections.abc import Iterable

MIN_TRIGGER = 2
_MOST_ALSO = 2
_COST = (0.0, 40.0, 25.0, 10.0, 4.0, 1.0)  # how often a word of that many letters calls in vain, roughly
_COST_LONG = 0.2
_COMMON_USES = 8
_PIECE = re.compile(r"\w+")

Trigger = tuple[str, str]
"""A kind ("exact", "prefix", "inside", "sign", "digit" or "contact") and the letters, or the kind of contact."""


class Triggers:
    """``words`` of which one stands in every match, at most ``lead`` words after its beginning; none where empty.

    ``weight`` is the number of letters of the shortest word, ``cost`` is the lower the rarer the words are. ``also``
    are further sets of which each has a word in every match, wherever that is.
    """

    __slots__ = ("also", "cost", "lead", "weight", "words")

    def __init__(
        self,
        words: frozenset[Trigger],
        lead: int,
        weight: int,
        cost: float,
        also: tuple[frozenset[Trigger], ...] = (),
    ) -> None:
        self.words = words
        self.lead = lead
        self.weight = weight
        self.cost = cost
        self.also = also

    def later(self, words: int) -> "Triggers":
        """The same with up to ``words`` more words before it."""
        return Triggers(self.words, self.lead + words, self.weight, self.cost) if words else self

    def better(self, other: "Triggers") -> bool:
        """Whether these are certain and call less often than ``other``."""
        usable = self.weight >= MIN_TRIGGER
        return usable and (other.weight < MIN_TRIGGER or self.cost < other.cost)

    def beside(self, others: Iterable["Triggers"]) -> "Triggers":
        """The same with the rarest of ``others`` that must stand in a match too."""
        more = {found.words: found for found in others if found.words and not found.words >= self.words}
        sure = (found for found in more.values() if all(kind != "contact" for kind, _ in found.words))
        rarest = sorted(sure, key=rarity)[:_MOST_ALSO]
        return Triggers(self.words, self.lead, self.weight, self.cost, tuple(found.words for found in rarest))


NONE = Triggers(frozenset(), 0, 0, 0.0)


def rarity(triggers: Triggers) -> tuple[float, list[Trigger]]:
    """What to order triggers by, the rarest first, always the same."""
    return triggers.cost, sorted(triggers.words)


def of_words(words: Iterable[tuple[str, str, int]]) -> Triggers:
    """The triggers of words, or pieces of words, of which one stands there: of each the kind, the letters and in how
    many places the pack uses it, for what is used often is common.
    """
    found: set[Trigger] = set()
    least, cost = 1 << 10, 0.0
    for kind, letters, uses in words:
        length = len(letters)
        found.add((kind, letters))
        cost += (_COST[length] if length < len(_COST) else _COST_LONG) * (1 + uses / _COMMON_USES)
        least = min(length, least)
    return Triggers(frozenset(found), 0, least, cost)


def any_of(choices: Iterable[Triggers]) -> Triggers:
    """What one of the choices' triggers amounts to; none where a choice has none."""
    words: set[Trigger] = set()
    lead, weight, cost = 0, 1 << 10, 0.0
    for choice in choices:
        if not choice.words:
            return NONE
        words |= choice.words
        cost += choice.cost
        lead = max(choice.lead, lead)
        weight = min(choice.weight, weight)
    return Triggers(frozenset(words), lead, weight, cost)


def of_word(spellings: tuple[str, ...], *, before: bool, after: bool) -> Triggers:
    """The longest piece of each spelling."""
    found: list[Triggers] = []
    for spelling in spellings:
        pieces = list(_PIECE.finditer(spelling))
        if not pieces:
            return NONE
        place = max(range(len(pieces)), key=lambda number: pieces[number].end() - pieces[number].start())
        piece = pieces[place]
        kind = kind_of(before=before and place == 0, after=after and piece.end() == len(spelling))
        found.append(of_words(((kind, piece.group(), 1),)).later(2 * place))
    return any_of(found)


def kind_of(*, before: bool, after: bool) -> str:
    """The kind of a word's trigger."""
    return "inside" if before else "prefix" if after else "exact"
