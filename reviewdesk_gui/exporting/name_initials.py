"""People told by an initial: "Mr A.", "Anna B.", "A. Berg", "А. О."."""

import re
from collections.abc import Collection, Iterable
from functools import cache

_LETTER = r"[^\W\d_]"
_PAIR = re.compile(rf"(?<![\w.])({_LETTER})\.\s?({_LETTER})\.(?!\w)")
_TITLED = re.compile(
    rf"(?<![\w-])((?P<title>{_LETTER}+(?:-{_LETTER}+)?\.?)\s+)(?P<initial>{_LETTER})"
    rf"(?P<point>\.(?:\s?{_LETTER}\.)*)?(?![\w'’.-])"
)


def without_initials(text: str, instead: str, initials: Collection[str], pairs: Collection[str]) -> str:
    """``text`` with ``instead`` for the initials beside a name that became ``instead`` already, and for one of
    ``pairs`` ("AB").
    """

    def before(found: re.Match[str]) -> str:
        letters = [sign for sign in found[1] if sign.isalpha()]
        return instead if all(letter in initials for letter in letters) else found[0]

    def pair(found: re.Match[str]) -> str:
        return instead if found[1] + found[2] in pairs else found[0]

    if instead in text:
        text = _after(instead).sub(lambda found: instead if found[1].isupper() else found[0], text)
        text = _before(instead).sub(before, text)
    return _PAIR.sub(pair, text) if pairs else text


def without_titled_initials(
    text: str, people: Iterable[tuple[Collection[str], str]], instead: str, titles: Collection[str]
) -> str:
    """``text`` without initials that stand alone after a title. ``people`` are initials and what to put for them, and
    ``instead`` is put for any other capital; a small letter is an initial only with its point.
    """
    known = tuple(people)

    def titled(found: re.Match[str]) -> str:
        letter = found["initial"]
        if found["title"].lower() not in titles or not (letter.isupper() or found["point"]):
            return found[0]
        put = next(
            (word for initials, word in known if letter.upper() in initials), instead if letter.isupper() else ""
        )
        return f"{found[1]}{put}" if put else found[0]

    return _TITLED.sub(titled, text)


@cache
def _after(instead: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(instead)}\s+({_LETTER})\.(?!\w)")


@cache
def _before(instead: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)((?:{_LETTER}\.\s?)+){re.escape(instead)}")
