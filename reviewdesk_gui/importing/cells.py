"""The cells of a row as texts."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeGuard

from reviewdesk_gui.domain.formula_guard import unguarded
from reviewdesk_gui.importing.cleaning import clean
from reviewdesk_gui.importing.markup import Markup


class TextCells:
    """Reads the cells at ``places`` (column numbers, None for a column that is not there) of rows as texts, in that
    order. ``careful`` says that they may hold control characters or mojibake; ``markup`` tells of columns with HTML.
    """

    def __init__(
        self, places: Sequence[int | None], *, careful: bool, markup: Mapping[int, Markup] | None = None
    ) -> None:
        self._places = tuple(places)
        self._width = max((place + 1 for place in places if place is not None), default=0)
        self._markup = markup or {}
        self._text = _cleaned if careful else _plain
        self._careful = careful

    def read(self, rows: Sequence[Sequence[object]]) -> Iterator[tuple[str, ...]]:
        """The texts of each row, one for each place; "" where the row ends before it."""
        if min(map(len, rows), default=0) < self._width:
            missing = ("",) * self._width
            rows = [row if len(row) >= self._width else (*row, *missing) for row in rows]
        blanks = [""] * len(rows)
        # Column by column, since what is done to every cell of a column costs a third of what it costs row by row.
        return zip(*[blanks if place is None else self._column(place, rows) for place in self._places], strict=True)

    def _column(self, place: int, rows: Sequence[Sequence[object]]) -> Sequence[str]:
        cells = [*map(itemgetter(place), rows)]
        texts = [*map(str.strip, cells)] if not self._careful and _are_plain(cells) else [*map(self._text, cells)]
        markup = self._markup.get(place)
        return [*map(markup.plain, texts)] if markup else texts


def _are_plain(cells: Sequence[Any]) -> TypeGuard[Sequence[str]]:
    """Whether cells are texts of which nothing but blanks has to be taken off."""
    try:
        joined = "\n".join(cells)
    except TypeError:
        return False
    return "\r" not in joined and "\n'" not in joined and joined[:1] != "'"


def _plain(cell: object) -> str:
    text = _as_text(cell)
    return clean(text) if "\r" in text else text.strip()


def _cleaned(cell: object) -> str:
    return clean(_as_text(cell))


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return unguarded(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(_as_text(part) for part in value if isinstance(part, (str, int, float)))
    return "" if isinstance(value, dict) else str(value)
