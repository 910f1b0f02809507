"""What a learnt judge sees of a sentence: its words, the pieces they are made of, and which words stand near others.

Pieces of words stand for inflection, which no word list holds in full; beginnings of words that stand near each other
for what is done to what. Each feature goes by a number, a checksum of its letters (Weinberger et al. 2009, "Feature
hashing for large scale multitask learning"): a few share one, and no list of them all is needed. The program that
learns and the one that judges both read sentences here.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple
from zlib import crc32

from reviewdesk_gui.checks.prepared import Contact, ContactKind

NUMBERS = 1 << 19  # features have numbers below this
_MASK = NUMBERS - 1
_WORD = re.compile(r"\w+(?:'\w+)?|[?!€$£%@]")
_SIGNS = {ContactKind.EMAIL: "@", ContactKind.HANDLE: "@", ContactKind.URL: "www"}
_SHORTEST, _LONGEST = 3, 5  # letters of a piece
_LONG_STEM, _SHORT_STEM = 5, 4  # letters
_NEAR = 8  # words further on
_LONGEST_WORD = 40
_MOST_WORDS = 120


class WordNumbers(NamedTuple):
    """A word's part in the numbers of features of two words and three: as a whole and by its beginning, as the one or
    the other of two, as the first, second or third of three, and as the former or latter of two that stand near.
    """

    one: int
    other: int
    stem_one: int
    stem_other: int
    first: int
    second: int
    third: int
    over: int
    former: int
    latter: int


def without_addresses(folded: str, contacts: Sequence[Contact], start: int, end: int) -> str:
    """``folded[start:end]`` with a sign for each e-mail address, link and handle: what it is made of says nothing.

    ``contacts`` are those of the whole text, in order.
    """
    parts: list[str] = []
    place = bisect_left(contacts, start, key=lambda contact: contact.span.start)
    while place < len(contacts) and contacts[place].span.end <= end:
        contact = contacts[place]
        if contact.kind in _SIGNS:
            parts += (folded[start : contact.span.start], _SIGNS[contact.kind])
            start = contact.span.end
        place += 1
    return "".join((*parts, folded[start:end]))


def words_of(folded: str) -> list[str]:
    """The words and telling signs of a folded sentence, every number as "0", between "^" and "$"; a word that is said
    twice or more in a row counts once.
    """
    found = _WORD.findall(folded)[:_MOST_WORDS]
    said = ("0" if word[0].isdigit() else word[:_LONGEST_WORD] for word in found)
    return ["^", *(word for word, _ in groupby(said)), "$"]


def pieces_of(word: str) -> list[int]:
    """The numbers of the runs of three to five letters of a word with its edges, each once: "<we", "we>", "<we>"."""
    edged = f"<{word}>"
    pieces = (
        edged[start : start + length]
        for length in range(_SHORTEST, _LONGEST + 1)
        for start in range(len(edged) - length + 1)
    )
    return [crc32(piece.encode()) & _MASK for piece in dict.fromkeys(pieces)]


def numbers_of(word: str) -> WordNumbers:
    """What ``word`` adds to the numbers of features that it shares with its neighbours."""
    stem, short = word[:_LONG_STEM], word[:_SHORT_STEM]
    parts = (word, word, stem, stem, stem, stem, stem, stem, short, short)
    return WordNumbers(*(crc32(f"{place}{part}".encode()) for place, part in enumerate(parts)))


def neighbours_of(words: Sequence[WordNumbers]) -> list[int]:
    """The numbers of each two words that follow each other, of the beginnings of two and three that do, of two with one
    passed over, and of the beginnings of each two that stand near.
    """
    found: list[int] = []
    for one, two in pairwise(words):
        found += ((one.one + two.other) & _MASK, (one.stem_one + two.stem_other) & _MASK)
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        found += ((one.first + three.over) & _MASK, (one.first + two.second + three.third) & _MASK)
    latter = [word.latter for word in words]
    for place, word in enumerate(words, 1):
        former = word.former
        found += [(former + other) & _MASK for other in latter[place : place + _NEAR]]
    return found
