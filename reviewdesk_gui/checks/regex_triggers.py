"""Trigger words of a phrase that is a regular expression: the letters with which each of its matches begins.

Only what is certain is told, from the way such phrases are written: a look at the word's edge, then a word or a choice
of words. Anything else gives no trigger, and the expression is tried on every sentence.
"""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.triggers import NONE, Trigger, Triggers

_LOOK = re.compile(r"\\b|\(\?m\)|\(\?<?[=!]")
_EDGE = re.compile(r"\\b|\(\?<!\[?\\w")
_LETTERS = re.compile(r"[^\W\d_]+")
_QUANTIFIERS = ("?", "*", "{")
_COST = 1.0


def triggers_of_regex(source: str) -> Triggers:
    """Beginnings of words of which one stands in every match of ``source``, its very first letters; NONE where that is
    not certain.
    """
    ways = [_first_letters(way) for way in _options(source)]
    if not all(ways):
        return NONE
    letters = frozenset[str]().union(*ways)
    found: set[Trigger] = {("prefix", letter) for letter in letters}
    return Triggers(frozenset(found), 0, min(map(len, letters)), _COST * len(found))


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
