"""Finding the names of people in a text, word by word: no pattern is made for a name, which would cost more than the
search.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reviewdesk_gui.exporting.name_endings import Form, forms
from reviewdesk_gui.exporting.name_initials import without_initials
from reviewdesk_gui.exporting.name_parts import parts_of
from reviewdesk_gui.exporting.name_scripts import SHORTEST, is_cyrillic, sound, sounds
from reviewdesk_gui.exporting.name_spelling import APOSTROPHES, plain, skeleton
from reviewdesk_gui.exporting.people_words import PeopleWords

_SHORTEST = 2
_ACCENTS_FROM = 4
"""From this many letters on accents make no difference; "ar" is not "är"."""
_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_WORD = re.compile(rf"{_LETTERS}(?:[{APOSTROPHES}]{_LETTERS})*")
_PIECE = re.compile(_LETTERS)
_GENITIVE = re.compile(rf"[{APOSTROPHES}]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Known:
    """Names as they may stand in a text: as ``plain`` where they are short, else as ``skeleton``; ``capital`` ones
    count with a capital alone, ``greeted`` ones after a greeting. ``latin`` and ``cyrillic`` names are kept as they
    sound, to be found in the other script.
    """

    short: frozenset[str]
    sure: frozenset[str]
    capital: frozenset[str]
    greeted: frozenset[str]
    whole: re.Pattern[str] | None
    initials: frozenset[str]
    pairs: frozenset[str]
    latin: frozenset[str]
    cyrillic: frozenset[str]

    def holds(self, word: str) -> bool:
        """Whether the word is one of the names."""
        key = skeleton(word)
        if key in self.sure or plain(word) in self.short:
            return True
        return word[0].isupper() and (key in self.capital or self._holds_in_other_script(word))

    def _holds_in_other_script(self, word: str) -> bool:
        others = self.latin if is_cyrillic(word) else self.cyrillic
        return bool(others) and len(word) >= SHORTEST and sound(word) in others

    def holds_greeted(self, word: str) -> bool:
        """Whether the word, which stands after a greeting, is one of the names."""
        key = skeleton(word)
        return key in self.capital or key in self.greeted or self.holds(word)


class Taker:
    """Puts ``instead`` for every one of ``names``, for each of their words, in every spelling and case, and for their
    initials, into a text that is in NFC; names side by side become one.
    """

    def __init__(self, names: Iterable[str], instead: str, words: PeopleWords) -> None:
        self._known = _known(frozenset(names), words.no_names)
        self._instead = instead
        self._greeting = _greeting(words.greetings)
        self._pairs = self._known.pairs - words.abbreviations
        self._side_by_side = _side_by_side(instead)

    @property
    def initials(self) -> frozenset[str]:
        """Capitals with which the names begin."""
        return self._known.initials

    def __call__(self, text: str) -> str:
        """``text`` without them."""
        known = self._known
        text = known.whole.sub(self._instead, text) if known.whole else text
        text = _WORD.sub(self._without, self._greeting.sub(self._greeted, text))
        text = self._side_by_side.sub(self._instead, text)
        return without_initials(text, self._instead, known.initials, self._pairs)

    def _without(self, found: re.Match[str]) -> str:
        word, known = found[0], self._known
        if word.isalpha():
            return self._instead if known.holds(word) else word
        genitive = _GENITIVE.search(word)
        if genitive and known.holds(word[: genitive.start()]):
            return self._instead + genitive[0]
        if known.holds(word):
            return self._instead
        return _PIECE.sub(lambda piece: self._instead if known.holds(piece[0]) else piece[0], word)

    def _greeted(self, found: re.Match[str]) -> str:
        holds = self._known.holds_greeted
        return found[1] + _WORD.sub(lambda word: self._instead if holds(word[0]) else word[0], found[2])


@cache
def _side_by_side(instead: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(instead)}(?:[\s‐‑-]{re.escape(instead)})+")


@cache
def _greeting(greetings: frozenset[str]) -> re.Pattern[str]:
    """A greeting where a clause begins, and the two words after it."""
    known = "|".join(re.escape(words) for words in sorted(greetings, key=len, reverse=True))
    begins = r"(?:^|(?<=[\n\"'„“«»(])|(?<=[\n.!?,;:–-]\s))"
    return re.compile(rf"{begins}((?:{known})[,!]?\s+)({_LETTERS}(?:\s+{_LETTERS})?)", re.IGNORECASE)


@lru_cache(maxsize=256)
def _known(names: frozenset[str], no_names: frozenset[str]) -> _Known:
    parts = parts_of(names, no_names)
    short = [form for word in parts.words if len(word) < _ACCENTS_FROM for form in forms(word)]
    long = [form for word in parts.words if len(word) >= _ACCENTS_FROM for form in forms(word)]
    with_capital = [form for word in parts.capital for form in forms(word)]
    return _Known(
        frozenset(map(plain, _spoken(form for form in short if not form.capital))),
        frozenset(map(skeleton, _spoken(form for form in long if not form.capital))),
        frozenset(map(skeleton, _spoken([*with_capital, *(form for form in (*short, *long) if form.capital)]))),
        frozenset(map(skeleton, _spoken(form for word in parts.greeted for form in forms(word)))),
        _in_one(parts.wholes),
        frozenset(parts.initials),
        frozenset(parts.pairs),
        frozenset(sounds(word for word in parts.words if not is_cyrillic(word))),
        frozenset(sounds(filter(is_cyrillic, parts.words))),
    )


def _spoken(found: Iterable[Form]) -> Iterator[str]:
    return (form.stem + ending for form in found for ending in form.endings)


def _in_one(wholes: Iterable[str]) -> re.Pattern[str] | None:
    """Finds nicknames, and names with initials or little words, which are taken out where they stand together."""
    found = "|".join(re.escape(name) for name in sorted(wholes, key=len, reverse=True) if len(name) >= _SHORTEST)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else None
