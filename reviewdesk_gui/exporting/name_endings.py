"""The forms that a name takes in a sentence: Åsas, Pietje, Павлом, Ользі, Толстого.

Endings are listed, not guessed, and belong to the way the name itself ends, so that ordinary words that begin like it
(Monat, верно, павлин) stay.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CYRILLIC = re.compile(r"[а-яёіїєґ]", re.IGNORECASE)
_SHORT, _USUAL, _LONG = 3, 4, 5


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_LATIN = _words("s es")
_LATIN_AFTER_HISS = _words("s es ens")
_LATIN_FOND = _words("je jes tje tjes tsje ke chen chens lein leins")
_AFTER_A = _words("ы и у е і о ой ою ей ею єю ам ами ах")
_AFTER_YA = _words("и ы ю е є і ї о йо ьо ей ею ёй єй єю ям ями ях")
_AFTER_CONSONANT = _words("а у ы и і е о ом ем єм ові еві ам ами ах ів ов")
_AFTER_SOFT = _words("я ю е є и і ї ем ём єм еві єві ям ями ях їв ів")
_SURNAME = _words("а у е ы и і о ым им ыми ими ых их ой ою ій ої")
_ADJECTIVE = _words("ий ый ій ой а ая яя ого ему ому им ім ым ом ем ей ою ею у ую юю ої їй ие ые і их ых ими ыми")
_ADJECTIVE_ENDS = ("ий", "ый", "ій", "ой", "ая", "яя")
_ADJECTIVE_WOMEN = ("ська", "цька")
_SURNAME_ENDS = ("ов", "ев", "ёв", "єв", "ин", "ін", "їн", "ын")
_VELAR = {"г": "з", "к": "ц", "х": "с"}
_FLEETING = ("е", "ё", "є", "ъ", "і")
_VOWELS = "аеёиоуыэюяіїєйьъ"


@dataclass(frozen=True, slots=True)
class Form:
    """A ``stem`` with one of ``endings``; ``capital`` where only a capital tells it from an ordinary word."""

    stem: str
    endings: tuple[str, ...]
    capital: bool = False


def forms(name: str) -> Iterator[Form]:
    """Every form of one word of a name, the name itself among them; inflected from three letters on."""
    yield Form(name, ("",))
    if len(name) >= _SHORT:
        yield from _slavic(name.lower()) if _CYRILLIC.search(name) else _latin(name)


def _latin(name: str) -> Iterator[Form]:
    if len(name) == _SHORT:
        yield Form(name, ("s",), capital=True)
        return
    yield Form(name, _LATIN_AFTER_HISS if name[-1].lower() in "szxß" else _LATIN)
    yield Form(name, _LATIN_FOND, capital=True)


def _slavic(name: str) -> Iterator[Form]:
    capital = len(name) < _USUAL
    stem, endings = _declined(name)
    yield Form(stem, endings, capital)
    if len(name) < _LONG:
        return
    if stem != name:
        yield Form(stem, ("",), capital=True)
    if stem.endswith(_SURNAME_ENDS):
        yield Form(stem, _SURNAME)
    if name.endswith(_ADJECTIVE_ENDS):
        yield Form(name[:-2], _ADJECTIVE)
    if name.endswith(_ADJECTIVE_WOMEN):
        yield Form(stem, _ADJECTIVE)
    if name[-1] == "а" and stem[-1] in _VELAR:
        yield Form(stem[:-1] + _VELAR[stem[-1]], ("і",))
    yield from _without_fleeting_vowel(stem, endings)


def _declined(name: str) -> tuple[str, tuple[str, ...]]:
    """The stem and the endings of its declension, which the last letter tells."""
    last = name[-1]
    if last == "а":
        return name[:-1], _AFTER_A
    if last == "я":
        return name[:-1], _AFTER_YA
    if last in "йь":
        return name[:-1], _AFTER_SOFT
    if last == "о":
        return name[:-1], _AFTER_CONSONANT
    return (name, ()) if last in _VOWELS else (name, _AFTER_CONSONANT)


def _without_fleeting_vowel(stem: str, endings: tuple[str, ...]) -> Iterator[Form]:
    """Павел as Павл(ом), Кравець as Кравц(ем), Федір as Федор(ом)."""
    head, vowel, last = stem[:-2], stem[-2:-1], stem[-1:]
    if not endings or last in _VOWELS or (vowel not in _FLEETING and not stem.endswith("ок")):
        return
    if len(head) >= _SHORT:
        yield Form(head + last, endings)
    if vowel == "і":
        yield from (Form(head + open_vowel + last, endings) for open_vowel in "оеє")
