"""The JSON documents in a text: nearly always one, sometimes several one after another, now and then a broken one."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from reviewdesk_gui.importing.json_mending import TOO_DEEP, mended_document
from reviewdesk_gui.importing.json_rows import holds_records
from reviewdesk_gui.importing.numbers import DECODER
from reviewdesk_gui.importing.tables import TableError

_BETWEEN = re.compile(r"[\s,;\x1e]*")


@dataclass(frozen=True, slots=True)
class Documents:
    """What a text holds: ``found``, the lines on which the entries of the one list begin where they had to be looked
    for, and ``trouble`` where the rest of the text could not be read.
    """

    found: list[object]
    lines: Sequence[int] = field(default_factory=tuple)
    trouble: TableError | None = None


def read_documents(data: bytes) -> Documents:
    """The documents of ``data`` (UTF-8). Raises TableError with the line of a fault where nothing can be made of it,
    also for nesting deeper than Python can hold.
    """
    try:
        return Documents([msgspec.json.decode(data)])
    except RecursionError:
        raise TableError(TOO_DEEP) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _one_by_one(data.decode("utf-8", "replace"))


def _one_by_one(text: str) -> Documents:
    """A second reading that goes on behind each document, and takes NaN and lone surrogates as exporters write them."""
    found: list[object] = []
    lines: Sequence[int] = ()
    end = _behind(text, 0)
    while end < len(text):
        try:
            document, end = DECODER.raw_decode(text, end)
        except RecursionError:
            raise TableError(TOO_DEEP) from None
        except json.JSONDecodeError as error:
            trouble = TableError(f"is broken JSON ({error.msg})", error.lineno)
            mended = mended_document(text, end, error.pos)
            if mended is None and not found:
                raise trouble from None
            if mended is None:
                return Documents(found, lines if len(found) == 1 else (), trouble)
            document, lines, end = mended.document, mended.lines, mended.end
        found.append(document)
        end = _behind(text, end)
    return Documents(found, lines if len(found) == 1 else ())


def _behind(text: str, place: int) -> int:
    found = _BETWEEN.match(text, place)
    return found.end() if found else place


def gathered(documents: Sequence[object], is_known: Callable[[object], bool]) -> list[object]:
    """``documents`` with those put together that go on where another ended: lists, objects that hold lists, and
    objects that are records themselves. ``is_known`` says of an object that it is a kind of export as it is.
    """
    if len(documents) == 1:
        return [*documents]
    lists: list[Any] = []
    records: list[Any] = []
    holders: list[Any] = []
    for document in documents:
        if isinstance(document, list):
            lists += document
        elif isinstance(document, dict) and (is_known(document) or holds_records(document)):
            if not (holders and _join(holders[-1], document)):
                holders.append(document)
        else:
            records.append(document)
    return [group for group in (lists, records) if any(isinstance(item, dict) for item in group)] + holders


def _join(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Add the lists of ``other`` to those of ``one``, where the two differ in nothing else."""
    plain = [{name: value for name, value in page.items() if not isinstance(value, list)} for page in (one, other)]
    if plain[0] != plain[1]:
        return False
    for name, value in other.items():
        if isinstance(value, list):
            one[name] = [*one.get(name, ()), *value]
    return True
