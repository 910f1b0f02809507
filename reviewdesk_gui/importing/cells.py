"""The cells of a row as texts."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from reviewdesk_gui.importing.cleaning import clean, unguard
from reviewdesk_gui.importing.markup import Markup


class TextCells:
    """Reads the cells at ``places`` (column numbers, None for a column that is not there) of any row as texts, in that
    order. ``careful`` says that they may hold control characters or mojibake; ``markup`` tells of columns with HTML.
    """

    def __init__(
        self, places: Sequence[int | None], *, careful: bool, markup: Mapping[int, Markup] | None = None
    ) -> None:
        there = [place for place in places if place is not None]
        self._marked = [(there.index(place), how) for place, how in (markup or {}).items() if place in there]
        self._pick = _picker(there)
        numbers = iter(range(len(there)))
        # Behind the texts of a row stands a blank for the columns that are not there.
        self._spread = _picker([len(there) if place is None else next(numbers) for place in places])
        self._blanks = ("",) * (max(there, default=-1) + 1)
        self._careful = careful

    def read(self, cells: Sequence[object]) -> Sequence[str]:
        """One text for each place; "" where the row ends before it."""
        try:
            picked = self._pick(cells)
        except IndexError:
            picked = self._pick((*cells, *self._blanks))
        if self._careful:
            texts = [clean(_as_text(value)) for value in picked]
        else:
            # Nearly all cells are plain texts, which need no call of their own.
            texts = [
                value.strip()
                if isinstance(value, str) and value[:1] != "'" and "\r" not in value
                else _plain(_as_text(value))
                for value in picked
            ]
        for number, markup in self._marked:
            texts[number] = markup.plain(texts[number])
        texts.append("")
        return self._spread(texts)


def _picker(places: Sequence[int]) -> Callable[[Sequence[Any]], Sequence[Any]]:
    if len(places) < 2:
        return lambda cells: [cells[place] for place in places]
    return itemgetter(*places)


def _plain(text: str) -> str:
    return clean(text) if "\r" in text else text.strip()


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return unguard(value) if value[:1] == "'" else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(_as_text(part) for part in value if isinstance(part, (str, int, float)))
    return "" if isinstance(value, dict) else str(value)
