"""What of a display name tells somebody: its words, the whole of a nickname, initials."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from reviewdesk_gui.exporting.name_spelling import APOSTROPHES

_SHORTEST = 2
_LONG = 4
_SHORTEST_GREETED = 3
_BLANKS = re.compile(r"[\s,]+")
_SPACED = re.compile(r"[\s.,]+")
_HYPHENS = re.compile(r"[‐‑–_-]+")
_ELISION = re.compile(f"[{APOSTROPHES}]+")
_SIGNS = re.compile(r"[\W\d_]+")
_PREFIXED = re.compile(r"(?:Mc|Mac|De|Del|Di|Da|Du|La|Le|Van|Von|Fitz|O)[^\W\d_]")
_BETWEEN = """
de der den des dem het ter ten te van von vom zu zum zur af av la le les el du di da do dos das y i and und en och og of
the et mr mrs ms dr prof herr frau fru hr fam familie family та и і й
"""
_LITTLE = frozenset(_BETWEEN.split())
"""Words between names, which stand in every text."""


@dataclass(slots=True)
class NameParts:
    """``words`` count wherever they stand, ``capital`` ones with a capital, ``greeted`` ones after a greeting, and
    ``wholes`` as they stand; ``initials`` and ``pairs`` of them ("AB") are capitals.
    """

    words: set[str] = field(default_factory=set)
    capital: set[str] = field(default_factory=set)
    greeted: set[str] = field(default_factory=set)
    wholes: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    pairs: set[str] = field(default_factory=set)


def parts_of(names: Iterable[str], no_names: Collection[str]) -> NameParts:
    """The parts of all ``names``; words of ``no_names`` tell nobody when they stand alone."""
    parts = NameParts()
    for name in names:
        _add(parts, unicodedata.normalize("NFC", name).strip(), no_names)
    return parts


def _add(parts: NameParts, whole: str, no_names: Collection[str]) -> None:
    first_letters: list[str] = []
    telling = False
    loose = False
    for piece in filter(None, _BLANKS.split(whole)):
        if _is_nickname(piece):
            telling = True
            parts.wholes.add(piece)
            _add_nickname(parts, piece, no_names)
            continue
        for word in filter(None, _SPACED.split(piece)):
            known = list(_words(word, no_names))
            parts.words.update(known)
            is_name = bool(known)
            telling = telling or is_name
            loose = loose or not is_name
            if is_name or len(word) < _SHORTEST:
                first_letters.append(word[0].upper())
    if loose and (telling or first_letters):
        parts.wholes.add(whole)
    if telling:
        parts.initials.update(first_letters)
    if len(first_letters) > 1:
        parts.pairs |= {first_letters[0] + first_letters[-1], first_letters[-1] + first_letters[0]}


def _words(word: str, no_names: Collection[str]) -> Iterator[str]:
    """The word, and the parts of one with a hyphen or an apostrophe."""
    after_elision = (part for part in _ELISION.split(word) if len(part) >= _LONG)
    for part in {word, *_HYPHENS.split(word), *after_elision}:
        if _is_name(part, no_names):
            yield part


def _is_name(word: str, no_names: Collection[str]) -> bool:
    """Whether the word tells somebody when it stands alone: no initial and no "de"."""
    folded = word.casefold()
    return len(word) >= _SHORTEST and folded not in _LITTLE and folded not in no_names


def _is_nickname(piece: str) -> bool:
    """Whether ``piece`` was made up, so that its parts may be ordinary words: bread_fan, BrotFan92, soup.lover."""
    if not any(sign.isalpha() for sign in piece):
        return False
    if any(sign.isdigit() or sign == "_" for sign in piece):
        return True
    pieces = [part for part in piece.split(".") if part]
    if len(pieces) > 1 and all(len(part) >= _SHORTEST and part.isalpha() for part in pieces):
        return any(part[0].islower() for part in pieces)
    return _is_camel(piece)


def _is_camel(piece: str) -> bool:
    inside = any(one.islower() and other.isupper() for one, other in pairwise(piece))
    return inside and not _PREFIXED.match(piece)


def _add_nickname(parts: NameParts, piece: str, no_names: Collection[str]) -> None:
    for part in _SIGNS.split(piece):
        if _is_camel(part):
            parts.greeted.update(_camel_parts(part))
        elif len(part) >= _SHORTEST_GREETED and _is_name(part, no_names):
            (parts.capital if part[0].isupper() else parts.greeted).add(part)


def _camel_parts(word: str) -> Iterator[str]:
    start = 0
    for place in range(1, len(word) + 1):
        if place == len(word) or (word[place].isupper() and word[place - 1].islower()):
            if place - start >= _SHORTEST_GREETED:
                yield word[start:place]
            start = place
