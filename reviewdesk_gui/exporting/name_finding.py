"""Finding the names of people in a text, word by word: no pattern is made for a name, which would cost more than the
search.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewdesk_gui.exporting.name_endings import Form, forms
from reviewdesk_gui.exporting.name_spelling import APOSTROPHES, plain, skeleton

_SHORTEST = 2
_ACCENTS_FROM = 4
"""From this many letters on accents make no difference; "ar" is not "är"."""
_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_WORD = re.compile(rf"{_LETTERS}(?:[{APOSTROPHES}]{_LETTERS})*")
_PIECE = re.compile(_LETTERS)
_GENITIVE = re.compile(rf"[{APOSTROPHES}]s$", re.IGNORECASE)
_SPACED = re.compile(r"[\s.,]+")
_HYPHENS = re.compile(r"[‐‑–_-]+")
_ELISION = re.compile(f"[{APOSTROPHES}]+")
_BETWEEN = """
de der den des dem het ter ten te van von vom zu zum zur af av la le les el du di da do dos das y i and und en och og of
the et mr mrs ms dr prof herr frau fru hr fam familie family та и і й
"""
_NO_NAMES = frozenset(_BETWEEN.split())
"""Words between names, which stand in every text."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Names as they may stand in a text: as ``plain`` where they are short, else as ``skeleton``; ``capital`` ones
    count with a capital alone.
    """

    short: frozenset[str]
    sure: frozenset[str]
    capital: frozenset[str]
    whole: re.Pattern[str] | None

    def holds(self, word: str) -> bool:
        """Whether the word is one of the names."""
        key = skeleton(word)
        return key in self.sure or plain(word) in self.short or (key in self.capital and word[0].isupper())


def take_out(names: Iterable[str], instead: str) -> Callable[[str], str]:
    """Puts ``instead`` for every one of ``names`` and for each of their words, in every spelling and case, into a text
    that is in NFC; names side by side become one.
    """
    known = _known(frozenset(names))
    side_by_side = re.compile(rf"{re.escape(instead)}(?:[\s‐‑-]{re.escape(instead)})+")

    def without(found: re.Match[str]) -> str:
        word = found[0]
        genitive = _GENITIVE.search(word)
        if genitive and known.holds(word[: genitive.start()]):
            return instead + genitive[0]
        if known.holds(word):
            return instead
        return _PIECE.sub(lambda piece: instead if known.holds(piece[0]) else piece[0], word)

    def cleaned(text: str) -> str:
        text = known.whole.sub(instead, text) if known.whole else text
        return side_by_side.sub(instead, _WORD.sub(without, text))

    return cleaned


@lru_cache(maxsize=256)
def _known(names: frozenset[str]) -> _Known:
    wholes = {unicodedata.normalize("NFC", name).strip() for name in names}
    words = {word for whole in wholes for word in _words(whole)}
    short = [form for word in words if len(word) < _ACCENTS_FROM for form in forms(word)]
    long = [form for word in words if len(word) >= _ACCENTS_FROM for form in forms(word)]
    return _Known(
        frozenset(map(plain, _spoken(form for form in short if not form.capital))),
        frozenset(map(skeleton, _spoken(form for form in long if not form.capital))),
        frozenset(map(skeleton, _spoken(form for form in (*short, *long) if form.capital))),
        _in_one(wholes),
    )


def _words(whole: str) -> Iterator[str]:
    """The words of a name, and the parts of those with a hyphen or an apostrophe."""
    for word in _SPACED.split(whole):
        after_elision = (part for part in _ELISION.split(word) if len(part) >= _ACCENTS_FROM)
        for part in {word, *_HYPHENS.split(word), *after_elision}:
            if _is_name(part):
                yield part


def _spoken(found: Iterable[Form]) -> Iterator[str]:
    return (form.stem + ending for form in found for ending in form.endings)


def _in_one(wholes: Iterable[str]) -> re.Pattern[str] | None:
    """Finds the names that have initials or little words, which are taken out only where they stand together."""
    loose = [name for name in wholes if not all(map(_is_name, filter(None, _SPACED.split(name))))]
    found = "|".join(re.escape(name) for name in sorted(loose, key=len, reverse=True) if len(name) >= _SHORTEST)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else None


def _is_name(word: str) -> bool:
    """Whether the word tells somebody when it stands alone: no initial and no "de"."""
    return len(word) >= _SHORTEST and word.casefold() not in _NO_NAMES
