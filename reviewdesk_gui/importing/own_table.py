"""The ids of cases in a table that a desk wrote itself."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from reviewdesk_gui.importing.scanned import ScannedReview
from reviewdesk_gui.importing.tables import Fault, Record
from reviewdesk_gui.importing.trouble import RowError

_ID, _AUTHOR = "id", "author"
_NUMBER = re.compile(r"\d{1,11}")


def case_ids(header: Sequence[str], rows: Sequence[Record]) -> dict[int, str]:
    """The ids by line; none where that column was left out. Raises RowError for a table without names, whose cases are
    numbered instead.
    """
    found = _column(header, _ID, rows)
    if found and all(map(_NUMBER.fullmatch, found.values())) and not any(_column(header, _AUTHOR, rows).values()):
        raise RowError("was exported without names, so its reviews cannot be told from those on the desk")
    return found


def _column(header: Sequence[str], name: str, rows: Sequence[Record]) -> dict[int, str]:
    """The cells of a column by line; none where there is no such column."""
    if name not in header:
        return {}
    place = header.index(name)
    read = ((line, cells) for line, cells in rows if not isinstance(cells, Fault) and place < len(cells))
    return {line: str(cells[place] or "").strip() for line, cells in read}


def with_case_ids(rows: Sequence[ScannedReview], ids: Mapping[int, str]) -> list[ScannedReview]:
    """``rows``, each with the id that stands in its line."""
    return [replace(row, known_as=ids.get(row.line, "")) for row in rows]
