"""The quick way through long JSON files: nearly every export is one list of flat records with the same members."""

import json
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec.structs import astuple

from reviewdesk_gui.importing.json_rows import find_lists
from reviewdesk_gui.importing.tables import Record

_MOST_MEMBERS = 200
_HEAD = 64 * 1024
_Scalar = str | int | float | bool | None
_Cell = _Scalar | list[_Scalar]
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_FIRST = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class UniformList:
    """A document with one list of records, all alike as far as the first can tell.

    ``outline`` is the document with ``first``, a list of the first record alone, in the place of that list; ``text`` is
    the list's own JSON.
    """

    outline: object
    first: list[dict[str, Any]]
    text: msgspec.Raw | bytes

    def table(self) -> tuple[list[str], list[Record]] | None:
        """Header and rows; None where the records are not alike after all, or hold other records."""
        header = list(self.first[0])
        members = [f"member_{number}" for number in range(len(header))]
        renamed = dict(zip(members, header, strict=True))
        fields = [(member, _Cell) for member in members]
        try:
            # Raises ValueError for names with quotes or control characters.
            shape = msgspec.defstruct("Shape", fields, rename=renamed, forbid_unknown_fields=True, gc=False)
            records = msgspec.json.decode(self.text, type=list[shape])  # type: ignore[valid-type]
        except (msgspec.MsgspecError, RecursionError, ValueError):
            return None
        return header, list(enumerate(map(astuple, records), 1))


def uniform_list(data: bytes) -> UniformList | None:
    """The one list of objects at the top of the document ``data`` (UTF-8) or right below it, where it is the likeliest
    to hold the reviews; None for any other document, also for a broken one.
    """
    if data[:_HEAD].lstrip().startswith(b"["):
        first = _first(data)
        return UniformList(first, first, data) if first else None
    try:
        members = _MEMBERS.decode(data)
        lists = {name: first for name, value in members.items() if (first := _first(bytes(memoryview(value)[:_HEAD])))}
        if len(lists) != 1:
            return None
        [(name, first)] = lists.items()
        outline = {other: first if other == name else msgspec.json.decode(value) for other, value in members.items()}
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return None
    return UniformList(outline, first, members[name]) if find_lists(outline)[0] is first else None


def _first(text: bytes) -> list[dict[str, Any]]:
    """The first record of a list as a list of its own; [] where it is no object, very long or of too many members."""
    start = text[:_HEAD].decode("utf-8", "ignore").lstrip()
    if not start.startswith("["):
        return []
    try:
        record, _ = _FIRST.raw_decode(start[1:].lstrip())
    except (ValueError, RecursionError):
        return []
    return [record] if isinstance(record, dict) and 0 < len(record) <= _MOST_MEMBERS else []
