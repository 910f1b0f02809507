"""Trigger words of a phrase that is a regular expression: what certainly stands in each of its matches.

Only what is certain is told, from the way such phrases are written: the letters with which a match begins behind a look
at the word's edge, the letters and signs that it takes on every way through it. Where nothing is certain, the
expression is tried on every sentence.
"""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.triggers import NONE, Trigger, Triggers, any_of, of_words, rarity

_LOOK = re.compile(r"\\b|\(\?m\)|\(\?<?[=!]")
_EDGE = re.compile(r"\\b|\(\?<!\[?\\w")
_LETTERS = re.compile(r"[^\W\d_]+")
_QUANTIFIERS = ("?", "*", "{")
_COST = 1.0
_PART = re.compile(  # a bracket, a class of signs, a digit, what else stands for many signs, a run of letters, a sign
    r"(?P<group>\((?:\?:)?(?!\?))|(?P<other>\(\?)|(?P<class>\[)|(?P<digit>\\d)|(?P<any>\\x..|\\[A-Zbsw]|[.^$])"
    r"|(?P<letters>\w+)|(?P<sign>\\?\W)"
)
_REPEATS = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_LEFT_OUT = ("?", "*", "{0", "{,")
_SHORTEST = 3  # letters inside a word
_DIGIT = Triggers(frozenset({("digit", "0")}), 0, _SHORTEST, _COST)
_COMMON_SIGNS = " .,!?'\"()-\n"
_RARE_SIGN = 0.5  # the cost of one


def triggers_of_regex(source: str) -> Triggers:
    """What stands in every match of ``source``: beginnings of words where its first letters are certain, else what is
    rarest inside it; NONE where nothing is certain.
    """
    inside = _certain(source)
    ways = [_first_letters(way) for way in _options(source)]
    if all(ways):
        letters = frozenset[str]().union(*ways)
        words = frozenset(("prefix", letter) for letter in letters)
        return Triggers(words, 0, min(map(len, letters)), _COST * len(words)).beside(inside)
    return min(inside, key=rarity, default=NONE).beside(inside)


def _first_letters(way: str) -> frozenset[str]:
    edged, start = _looks(way)
    return _beginnings(way[start:]) if edged else frozenset()


def _looks(source: str) -> tuple[bool, int]:
    """Whether the match begins at a word's beginning, and where what it takes begins in ``source``."""
    at, edged = 0, False
    while look := _LOOK.match(source, at):
        edged = edged or bool(_EDGE.match(source, at))
        at = look.end() if look.group() in (r"\b", "(?m)") else _closing(source, at)
    return edged, at


def _beginnings(source: str) -> frozenset[str]:
    """The letters with which a match of ``source`` can begin; empty where anything may."""
    word = _LETTERS.match(source)
    if word:
        end = word.end() - (source[word.end() : word.end() + 1] in _QUANTIFIERS)
        return frozenset({source[:end]}) if end else frozenset()
    if not source.startswith("(?:"):
        return frozenset()
    closing = _closing(source, 0)
    if source[closing : closing + 1] in _QUANTIFIERS:
        return frozenset()
    found = [_beginnings(option) for option in _options(source[3 : closing - 1])]
    return frozenset[str]().union(*found) if all(found) else frozenset()


def _certain(source: str) -> list[Triggers]:
    """Sets of letters and signs of which each has one in every match of ``source``."""
    ways = [list(_parts(way)) for way in _options(source)]
    if len(ways) == 1:
        return ways[0]
    found = any_of(min(way, key=rarity, default=NONE) for way in ways)
    return [found] if found.words else []


def _parts(way: str) -> Iterator[Triggers]:
    """What each part of a sequence that may not be left out brings."""
    at = 0
    while part := _PART.match(way, at):
        kind, at = part.lastgroup, part.end()
        if kind in ("group", "other", "class"):
            at = _closing(way, part.start())
        taken, repeats = way[part.start() : at], _REPEATS.match(way, at)
        if kind == "letters":
            yield from _inside_word(taken[:-1] if repeats else taken)
        elif not repeats or not repeats.group().startswith(_LEFT_OUT):
            if kind == "group":
                yield from _certain(taken[part.end() - part.start() : -1])
            elif kind == "digit":
                yield _DIGIT
            elif kind in ("class", "sign"):
                yield from _one_of_signs(taken)
        at = repeats.end() if repeats else at


def _inside_word(letters: str) -> Iterator[Triggers]:
    if letters.isdecimal():
        yield _DIGIT
    elif len(letters) >= _SHORTEST and letters == letters.lower():
        yield of_words((("inside", letters, 1),))


def _one_of_signs(source: str) -> Iterator[Triggers]:
    """The signs of a class, or a single one, where all of them are rare."""
    signs = set(source.strip("[]").replace("\\", ""))
    plain = not source.startswith("[^") and not any(sign.isalnum() or sign in _COMMON_SIGNS for sign in signs)
    if plain and signs:
        words: frozenset[Trigger] = frozenset(("sign", sign) for sign in signs)
        yield Triggers(words, 0, _SHORTEST, _RARE_SIGN * len(words))


def _options(inside: str) -> Iterator[str]:
    """The alternatives of a group."""
    start = at = 0
    while at < len(inside):
        sign = inside[at]
        if sign == "|":
            yield inside[start:at]
            start = at + 1
        at = _closing(inside, at) if sign in "([" else at + 2 if sign == "\\" else at + 1
    yield inside[start:]


def _closing(source: str, at: int) -> int:
    """The place behind the bracket that closes the one at ``at``."""
    if source[at] == "[":
        at += 2 if source[at + 1] == "^" else 1
        at += source[at] == "]"  # a first one is a sign of the class
        while source[at] != "]":
            at += 2 if source[at] == "\\" else 1
        return at + 1
    at += 1
    while source[at] != ")":
        at = _closing(source, at) if source[at] in "([" else at + 2 if source[at] == "\\" else at + 1
    return at + 1
