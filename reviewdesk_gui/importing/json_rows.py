"""JSON and JSON Lines: decoding within bounds, and lists of records as tables."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, BinaryIO

import msgspec

from reviewdesk_gui.importing.tables import MAX_LINE, Fault, Record, TableError

_DEPTH = 3
_CALLED = frozenset(("reviews", "review", "feedbacks", "feedback", "ratings", "recommendations"))


def as_utf8(data: bytes, encoding: str) -> bytes:
    """A JSON text as UTF-8 without a byte order mark."""
    if encoding in ("utf-8", "utf-8-sig"):
        return data.removeprefix(b"\xef\xbb\xbf")
    return data.decode(encoding, "replace").removeprefix("\ufeff").encode("utf-8", "replace")


def decode(data: bytes, encoding: str) -> object:
    """The document. Raises TableError with the line of a fault, also for nesting deeper than Python can hold."""
    data = as_utf8(data, encoding)
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
        return json.loads(data.decode("utf-8", "replace"), strict=False)
    except RecursionError:
        raise TableError("is nested deeper than any export; it was not read") from None
    except json.JSONDecodeError as error:
        raise TableError(f"is broken JSON ({error.msg})", error.lineno) from None


def looks_like_lines(data: bytes) -> bool:
    """Whether the first line is a whole JSON object and another follows: JSON Lines."""
    first, _, rest = data.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not first.startswith(b"{") or not rest.strip():
        return False
    try:
        return isinstance(msgspec.json.decode(first), dict)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False


def find_records(document: object) -> list[Any] | None:
    """The list of records in a document: itself, or the longest list of objects not far below it; one that is called
    reviews comes before any other.
    """
    if isinstance(document, list):
        return document if any(isinstance(item, dict) for item in document) else None
    _, records = max(_lists(document, _DEPTH), key=lambda found: (found[0], len(found[1])), default=(False, None))
    return records


def _lists(value: object, depth: int, name: str = "") -> Iterator[tuple[bool, list[Any]]]:
    """Every list of objects with whether its name says that it holds reviews."""
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            yield name.casefold() in _CALLED, value
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


def lines_table(handle: BinaryIO, encoding: str) -> tuple[list[str], list[Record]]:
    """Header and rows of JSON Lines; a broken line becomes a fault at its place."""
    lines: list[int] = []
    records: list[object] = []
    handle.seek(0)
    for number, line in enumerate(iter(lambda: handle.readline(MAX_LINE), b""), 1):
        text = line.strip()
        if not text:
            continue
        lines.append(number)
        try:
            records.append(decode(text, encoding))
        except TableError as trouble:
            records.append(Fault(str(trouble)))
    header, rows = records_table(records)
    return header, [(number, cells) for number, (_, cells) in zip(lines, rows, strict=True)]
