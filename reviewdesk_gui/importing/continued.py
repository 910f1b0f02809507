"""Texts that an export of ours had to divide among several cells, in one piece again."""

from collections.abc import Iterator, Mapping, Sequence

from reviewdesk_gui.domain.formula_guard import unguarded
from reviewdesk_gui.domain.long_cells import column_after, note
from reviewdesk_gui.importing.tables import Fault, Record


def whole_texts(header: Sequence[str], rows: list[Record]) -> list[Record]:
    """``rows`` with each cell that says where it goes on followed by what stands there."""
    chains = {places[0]: (names, places) for names, places in _chains(header) if len(places) > 1}
    return [(line, _joined(cells, chains)) for line, cells in rows] if chains else rows


def _chains(header: Sequence[str]) -> Iterator[tuple[list[str], list[int]]]:
    """Each column with those that go on with its texts."""
    there = {name: place for place, name in reversed(list(enumerate(header)))}
    for name, place in there.items():
        names, places = [name], [place]
        while (following := column_after(name, len(names) + 1)) in there:
            names.append(following)
            places.append(there[following])
        yield names, places


def _joined(
    cells: Sequence[object] | Fault, chains: Mapping[int, tuple[list[str], list[int]]]
) -> Sequence[object] | Fault:
    if isinstance(cells, Fault):
        return cells
    joined = list(cells)
    for place, (names, places) in chains.items():
        if place < len(joined) and isinstance(joined[place], str):
            joined[place] = _text(joined, names, places)
    return joined


def _text(cells: Sequence[object], names: Sequence[str], places: Sequence[int]) -> str:
    text = str(cells[places[0]])
    for name, place in zip(names[1:], places[1:], strict=True):
        if not text.endswith(note(name)) or place >= len(cells):
            break
        text = text.removesuffix(note(name)) + unguarded(str(cells[place] or ""))
    return text
