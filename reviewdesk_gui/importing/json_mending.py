"""What can still be read of a JSON document that is cut off, or broken in one of its entries."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reviewdesk_gui.importing.numbers import DECODER
from reviewdesk_gui.importing.tables import Fault, TableError

TOO_DEEP = "is nested deeper than any export; it was not read"
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]')
_OBJECTS = re.compile(r"\[\s*\{")
_BETWEEN = re.compile(r"[\s,]*")
_NEXT = re.compile(r"\}\s*(?:,\s*(?=\{)|(?=\]\s*(?:[\[{]|$)))")
_MARK = "\0entries\0"
_CLOSING = {"[": "]", "{": "}"}
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Mended:
    """A document whose list of objects has a Fault in the place of every entry that could not be read, the lines
    (1-based) on which the entries begin, and the place in the text behind it.
    """

    document: object
    lines: Sequence[int]
    end: int


def mended_document(text: str, start: int, fault: int) -> Mended | None:
    """The document that begins at ``start`` and cannot be read from ``fault`` on; None where that is in no list of
    objects, or none of its entries is whole. Raises TableError for nesting deeper than Python can hold.
    """
    opened = _open_brackets(text, start, fault)
    place = next((place for place in opened if text[place] == "[" and _OBJECTS.match(text, place)), None)
    if place is None:
        return None
    entries, lines, end = _entries(text, place + 1)
    if not any(isinstance(entry, dict) for entry in entries):
        return None
    before = text[start:place] + json.dumps(_MARK)
    closing = "".join(_CLOSING[text[one]] for one in reversed(opened[: opened.index(place)]))
    for rest in (text[end:], closing):
        try:
            outline, read = DECODER.raw_decode(before + rest)
        except (ValueError, RecursionError):
            continue
        behind = 0 if rest is closing else read - len(before)
        return Mended(_filled(outline, entries), lines, end + behind)
    return None


def shown(text: str) -> str:
    """The beginning of a broken text, for finding it."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _open_brackets(text: str, start: int, end: int) -> list[int]:
    """The places of the brackets that are open at ``end``, the outermost first."""
    opened: list[int] = []
    for found in _BRACKETS.finditer(text, start, end):
        if found.group() in "[{":
            opened.append(found.start())
        elif found.group() in "]}" and opened:
            opened.pop()
    return opened


def _entries(text: str, place: int) -> tuple[list[object], list[int], int]:
    """The entries of a list, their lines, and where the list ends."""
    entries: list[object] = []
    lines: list[int] = []
    line, counted = 1, 0
    while True:
        between = _BETWEEN.match(text, place)
        place = between.end() if between else place
        if place == len(text):
            return entries, lines, place
        if text[place] == "]":
            return entries, lines, place + 1
        line, counted = line + text.count("\n", counted, place), place
        lines.append(line)
        try:
            entry, place = DECODER.raw_decode(text, place)
        except RecursionError:
            raise TableError(TOO_DEEP) from None
        except json.JSONDecodeError as error:
            entries.append(Fault(f"is broken JSON ({error.msg}): {shown(text[place : place + 2 * _SHOWN])}"))
            following = _NEXT.search(text, error.pos)
            place = following.end() if following else len(text)
        else:
            entries.append(entry)


def _filled(outline: object, entries: list[Any]) -> object:
    """``outline`` with ``entries`` in the place of the mark."""
    if outline == _MARK:
        return entries
    if isinstance(outline, dict):
        return {name: _filled(value, entries) for name, value in outline.items()}
    return [_filled(value, entries) for value in outline] if isinstance(outline, list) else outline
