"""JSON and JSON Lines: decoding within bounds, and lists of records as tables."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import msgspec

from reviewdesk_gui.importing.json_mending import shown
from reviewdesk_gui.importing.numbers import DECODER
from reviewdesk_gui.importing.tables import MAX_LINE, Fault, Record, TableError

_DEPTH = 3
_LOOKED_AT = 256 * 1024
_LINES_LOOKED_AT = 20
_SHOWN = 500
_PAGES = ("reviews", "feedbacks", "recommendations")
_FEW = 3
_CALLED = frozenset(("reviews", "review", "feedbacks", "feedback", "ratings", "recommendations"))


def as_utf8(data: bytes, encoding: str, errors: str = "replace") -> bytes:
    """A JSON text as UTF-8 without a byte order mark; ``errors`` says how stray bytes are read."""
    if encoding in ("utf-8", "utf-8-sig") and errors == "replace":
        return data.removeprefix(b"\xef\xbb\xbf")
    return data.decode(encoding, errors).removeprefix("\ufeff").encode("utf-8", "replace")


def decode(data: bytes) -> object:
    """The document ``data`` (UTF-8). Raises TableError with the line of a fault, also for nesting deeper than Python
    can hold.
    """
    try:
        return msgspec.json.decode(data)
    except RecursionError:
        raise TableError("is nested deeper than any export; it was not read") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _lenient(data)


def _lenient(data: bytes) -> object:
    """A second reading that takes NaN and lone surrogates, as some exporters write them, and knows the line of a
    fault.
    """
    try:
        return DECODER.decode(data.decode("utf-8", "replace"))
    except RecursionError:
        raise TableError("is nested deeper than any export; it was not read") from None
    except json.JSONDecodeError as error:
        raise TableError(f"is broken JSON ({error.msg})", error.lineno) from None


def looks_like_lines(data: bytes) -> bool:
    """Whether ``data`` (UTF-8) is JSON Lines: of its first lines several are whole records, and most are."""
    lines = [line for line in data[:_LOOKED_AT].splitlines() if line.strip()][:_LINES_LOOKED_AT]
    whole = sum(line.startswith(b"{") and _is_record(line) for line in lines)
    return whole > 1 and whole * 2 >= len(lines)


def _is_record(line: bytes) -> bool:
    try:
        record = decode(line)
    except TableError:
        return False
    return isinstance(record, dict) and not holds_records(record)


def find_lists(document: object) -> list[list[Any]]:
    """The lists of records in a document, the likeliest first: itself, or those called reviews not far below it, all as
    one; else every list of objects, those of like objects as one, by length.
    """
    if isinstance(document, list):
        return [document] if any(isinstance(item, dict) for item in document) else []
    found = list(_lists(document, _DEPTH))
    called = [records for is_called, records in found if is_called]
    if called:
        return [_joined(called)]
    alike: dict[frozenset[str], list[list[Any]]] = {}
    for _, records in found:
        first = next(record for record in records if isinstance(record, dict))
        alike.setdefault(frozenset(first), []).append(records)
    return sorted(map(_joined, alike.values()), key=len, reverse=True)


def _joined(lists: list[list[Any]]) -> list[Any]:
    return lists[0] if len(lists) == 1 else [*chain.from_iterable(lists)]


def holds_records(document: dict[str, Any]) -> bool:
    """Whether an object is a page of records rather than a record: it has a list that is called so, or says little
    besides a list of objects.
    """
    pages = (document, *(value for value in document.values() if isinstance(value, dict)))
    if any(isinstance(page.get(name), list) for page in pages for name in _PAGES):
        return True
    scalars = sum(not isinstance(value, (list, dict)) for value in document.values())
    return scalars < _FEW and bool(find_lists(document))


def _lists(value: object, depth: int, name: str = "") -> Iterator[tuple[bool, list[Any]]]:
    """Every list of objects with whether its name says that it holds reviews; objects by their ids are a list too."""
    called = name.casefold() in _CALLED
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            yield called, value
    elif isinstance(value, dict) and called and value and all(isinstance(item, dict) for item in value.values()):
        yield True, list(value.values())
    elif isinstance(value, dict) and depth:
        for key, inner in value.items():
            yield from _lists(inner, depth - 1, key)


def flatten(record: dict[str, Any], depth: int = _DEPTH) -> dict[str, Any]:
    """The record with the members of inner objects under dotted names."""
    if dict not in map(type, record.values()):
        return record
    flat: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, dict) and depth:
            for inner, part in flatten(value, depth - 1).items():
                flat[f"{name}.{inner}"] = part
        else:
            flat[name] = value
    return flat


def records_table(records: Iterable[object]) -> tuple[list[str], list[Record]]:
    """Header and rows of a list of objects; what is no object becomes a fault, so that record numbers stay right."""
    flat = [flatten(record) if isinstance(record, dict) else record for record in records]
    shapes = list(dict.fromkeys(tuple(record) for record in flat if isinstance(record, dict)))
    header = list(dict.fromkeys(chain.from_iterable(shapes)))
    whole = [record for record in flat if isinstance(record, dict)]
    if len(shapes) == 1 and len(whole) == len(flat):  # as nearly every export is
        return header, [(number, list(record.values())) for number, record in enumerate(whole, 1)]
    return header, [(number, _cells(record, header)) for number, record in enumerate(flat, 1)]


def _cells(record: object, header: list[str]) -> Sequence[object] | Fault:
    if isinstance(record, dict):
        return [record.get(name) for name in header]
    return record if isinstance(record, Fault) else Fault("is no record")


def lines_table(data: bytes) -> tuple[list[str], list[Record]]:
    """Header and rows of JSON Lines (UTF-8); a broken line becomes a fault at its place."""
    lines: list[int] = []
    records: list[object] = []
    for number, line in enumerate(data.splitlines(), 1):
        text = line.strip()
        if not text:
            continue
        lines.append(number)
        if len(text) > MAX_LINE:
            records.append(Fault(f"is longer than {MAX_LINE // 2**20} million bytes"))
            continue
        found = _objects(text)
        lines += [number] * (len(found) - 1)
        records += found
    header, rows = records_table(records)
    return header, [(number, cells) for number, (_, cells) in zip(lines, rows, strict=True)]


def _objects(line: bytes) -> list[object]:
    """What stands on a line: one object, or several one after another; a fault for what cannot be read."""
    try:
        return [decode(line)]
    except TableError as trouble:
        fault = Fault(f"{trouble}: {shown(line[:_SHOWN].decode('utf-8', 'replace'))}")
    found: list[object] = []
    text, place = line.decode("utf-8", "replace"), 0
    while place < len(text):
        try:
            record, place = DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            return [fault]
        found.append(record)
        while text[place : place + 1] in (" ", ",", "\t"):
            place += 1
    return found
