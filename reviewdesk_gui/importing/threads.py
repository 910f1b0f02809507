"""Replies that stand in rows of their own, below the reviews that they answer."""

from collections.abc import Sequence
from dataclasses import replace

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.headers import positions
from reviewdesk_gui.importing.layout import Layout, name_of
from reviewdesk_gui.importing.tables import Fault, Record

_NONE = ("", "0")
_LONELY = "answers a comment that is not in the file"


def with_replies(layout: Layout, rows: list[Record]) -> tuple[Layout, list[Record]]:
    """``rows`` with the words and the date of the last reply behind the cells of each review, and the layout that finds
    them there; as they are where the kind of export has no rows for replies.
    """
    header = positions(layout.header) if layout.profile.parent else {}
    places = layout.places
    if layout.profile.parent not in header or Field.EXTERNAL_ID not in places or Field.TEXT not in places:
        return layout, rows
    parent, own, author = header[layout.profile.parent], places[Field.EXTERNAL_ID], places.get(Field.AUTHOR, -1)
    parents = {_cell(cells, own): _cell(cells, parent) for _line, cells in rows}
    names = {_cell(cells, own): _cell(cells, author) for _line, cells in rows}
    reviews: list[Record] = []
    replies: dict[str, Sequence[object]] = {}
    for line, cells in rows:
        root = _root(_cell(cells, own), parents)
        if isinstance(cells, Fault) or _cell(cells, parent) in _NONE:
            reviews.append((line, cells))
        elif root not in parents:
            reviews.append((line, Fault(_LONELY, tuple(map(name_of, cells)))))
        elif _cell(cells, author) != names[root]:
            replies[root] = cells
    width = len(layout.header)
    found = {**places, Field.REPLY: width, Field.REPLY_DATE: width + 1}
    dates = (places.get(Field.DATE, -1), *layout.profile.spares(layout.header).get(Field.DATE, ()))
    told = {
        root: (_cell(cells, places[Field.TEXT]), next(filter(None, (_cell(cells, date) for date in dates)), ""))
        for root, cells in replies.items()
    }
    return replace(layout, places=found), [(line, _answered(cells, own, width, told)) for line, cells in reviews]


def _root(own: str, parents: dict[str, str]) -> str:
    """The review at the beginning of a thread; a comment that is not among ``parents`` where the file lacks that."""
    seen: set[str] = set()
    while own in parents and parents[own] not in _NONE and own not in seen:
        seen.add(own)
        own = parents[own]
    return own if own not in seen else ""


def _answered(
    cells: Sequence[object] | Fault, own: int, width: int, told: dict[str, tuple[str, str]]
) -> Sequence[object] | Fault:
    if isinstance(cells, Fault):
        return cells
    whole = [*cells[:width], *[""] * (width - len(cells))]
    return (*whole, *told.get(_cell(cells, own), ("", "")))


def _cell(cells: Sequence[object] | Fault, place: int) -> str:
    return "" if isinstance(cells, Fault) or not 0 <= place < len(cells) else name_of(cells[place])
