"""What a word is without the ways in which people spell one name: accents, apostrophes, ё, umlauts as ae, oe, ue."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

APOSTROPHES = "'’‘ʼʹ′`´＇"
_HYPHENS = "-‐‑–"
_OTHERS = {"ё": "е", "æ": "a", "ø": "o", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_STRESS = range(0x300, 0x370)
_TWO_FOR_ONE = re.compile(r"(a)[ea]|(o)e|(u)e")


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """``word`` (NFC) without regard to capitals, apostrophes and ё."""
    return word.casefold().translate(_signs())


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """``plain``, and without accents: "Müller", "Mueller" and "MULLER" are one."""
    return _TWO_FOR_ONE.sub(_first, word.casefold().translate(_accents()))


def _first(pair: re.Match[str]) -> str:
    return pair[0][0]


@cache
def _signs() -> Mapping[int, str | None]:
    return {ord("ё"): "е", **{ord(sign): None for sign in APOSTROPHES + _HYPHENS}, **dict.fromkeys(_STRESS)}


@cache
def _accents() -> Mapping[int, str | None]:
    bases = {code: unicodedata.normalize("NFD", chr(code))[0] for code in _LATIN}
    accents = {code: base for code, base in bases.items() if base.isascii()}
    return {**accents, **{ord(sign): other for sign, other in _OTHERS.items()}, **_signs()}
