"""Moments of a spreadsheet whose cells show their distance from UTC: "2026-07-01 10:15:30 +02:00"."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from typing import Any

_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)\s*(?:;@)?$")
_QUOTING = re.compile(r'["\\]')


def tell_zones(book: Any) -> bool:
    """Whether some cells of an openpyxl workbook may show it, which is known from its number formats."""
    return any(_OFFSET.search(_QUOTING.sub("", form)) for form in book._number_formats)  # noqa: SLF001 no other way


def moments_and_values(cells: Iterable[Any]) -> tuple[object, ...]:
    """The values of a row of openpyxl's cells, moments in the zone that they show."""
    return tuple(
        in_zone_shown(cell.value, _QUOTING.sub("", cell.number_format))
        if isinstance(cell.value, datetime)
        else cell.value
        for cell in cells
    )


def in_zone_shown(moment: datetime, shown: str) -> datetime:
    """``moment`` with the zone at the end of ``shown``; as it is where none stands there."""
    found = _OFFSET.search(shown)
    if found is None or moment.tzinfo is not None:
        return moment
    offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return moment.replace(tzinfo=timezone(-offset if found[1] == "-" else offset))
