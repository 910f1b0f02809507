"""A name in the other script: Елена in an English reply, Elin beneath a Ukrainian one."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from reviewdesk_gui.exporting.name_spelling import skeleton

SHORTEST = 4
_CYRILLIC = re.compile(r"[а-яёіїєґ]", re.IGNORECASE)
_LETTERS = """
а a б b в v г g ґ g д d е e ё e є e ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch
ш sh щ shch ъ a ы i э e ю iu я ia
"""
_WAYS = (("shch", "sht"), ("zh", "q"), ("kh", "h"), ("x", "ks"), ("w", "v"), ("c(?!h)", "k"), ("[yj]", "i"), ("h", "g"))
_DOUBLE = re.compile(r"(.)\1+")
_ENDINGS = ("", "a", "u", "om", "em", "e", "i", "ovi", "s")
_ENDINGS_AFTER_A = ("i", "e", "u", "oi", "ou", "o", "ei", "oiu", "eiu")


def is_cyrillic(word: str) -> bool:
    """Whether ``word`` has a Cyrillic letter."""
    return _CYRILLIC.search(word) is not None


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """What ``word`` sounds like, roughly, in whichever script: "Юлия", "Julia" and "Yulia" are one."""
    heard = "".join(_latin().get(letter, letter) for letter in skeleton(word) if letter not in "ьъ'")
    for way, other in _WAYS:
        heard = re.sub(way, other, heard)
    return _DOUBLE.sub(r"\1", heard)


def sounds(names: Iterable[str]) -> Iterator[str]:
    """What ``names`` and their cases sound like."""
    for name in names:
        if len(name) < SHORTEST:
            continue
        heard = sound(name)
        yield from (heard + ending for ending in _ENDINGS)
        if heard.endswith("a"):
            yield from (heard[:-1] + ending for ending in _ENDINGS_AFTER_A)


@cache
def _latin() -> dict[str, str]:
    words = _LETTERS.split()
    return dict(zip(words[::2], words[1::2], strict=True))
