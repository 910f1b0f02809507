"""Finding out how a table is to be read: where its header is and which column is which field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from reviewdesk_gui.importing.fields import PERSONAL, Field
from reviewdesk_gui.importing.generic import GENERIC, alternatives, enough, guess_places, mapped_places, with_columns
from reviewdesk_gui.importing.headers import header_key, header_word
from reviewdesk_gui.importing.profile import Profile
from reviewdesk_gui.importing.raw_table import FileError, RawTable
from reviewdesk_gui.importing.registry import allows_generic, best_profile
from reviewdesk_gui.importing.scanned import ColumnUse, FileScan, ScanOptions
from reviewdesk_gui.importing.tables import Fault, GuardedRecords, Record
from reviewdesk_gui.importing.vocabulary import Vocabulary

_HEADER_WITHIN = 12
_SAMPLES = 3
_SAMPLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is to be read; ``guessed`` where the columns were found by their names alone."""

    header: Sequence[str]
    profile: Profile
    places: Mapping[Field, int]
    guessed: bool = False


class LayoutFinder:
    """Finds layouts under one set of options."""

    def __init__(self, format_id: str, options: ScanOptions, words: Vocabulary) -> None:
        self._format_id = format_id
        self._options = options
        self._words = words

    def find(self, raw: RawTable, guarded: GuardedRecords) -> tuple[Layout, Iterator[Record]]:
        """The layout, and the records below the header. Raises FileError where the table is none of reviews."""
        if raw.profile is not None and raw.header is not None:
            return Layout(raw.header, raw.profile, raw.profile.places(raw.header)), iter(guarded)
        first = list(islice(guarded, _HEADER_WITHIN))
        if raw.header is not None:
            layout = self._recognise(raw.header, first, raw.records)
            if layout is None:
                raise FileError(_unknown(raw.header), foreign=True, scan=_unread(raw, raw.header, first))
            return layout, chain(first, guarded)
        if guarded.trouble is not None and len(first) < 2:
            raise FileError(str(guarded.trouble), guarded.trouble.line)
        if not first:
            raise FileError("holds no rows", foreign=True)
        for number, (_line, cells) in enumerate(first):
            names = [] if isinstance(cells, Fault) else [name_of(cell) for cell in cells]
            layout = self._recognise(names, first[number + 1 :]) if names else None
            if layout is not None:
                return layout, chain(first[number + 1 :], guarded)
        cells = first[0][1]
        names = [] if isinstance(cells, Fault) else [name_of(cell) for cell in cells]
        raise FileError(_unknown(names), scan=_unread(raw, names, first[1:]))

    def _recognise(
        self, header: Sequence[str], below: Sequence[Record], records: Iterable[Record] = ()
    ) -> Layout | None:
        """``records`` are all of a list of objects, whose members may go by several names."""
        mapping = self._options.mapping.get(header_key(header))
        if mapping is not None:
            chosen = mapped_places(header, mapping)
            first = {name: found[0] for name, found in chosen.items()}
            more = {name: found[1:] for name, found in chosen.items()}
            return Layout(header, with_columns(header, first, more), first, guessed=True)
        profile = best_profile(frozenset(header_word(name) for name in header), self._format_id)
        if profile is not None:
            return Layout(header, profile, profile.places(header))
        if not allows_generic(self._format_id):
            return None
        places = guess_places(header, _rows(below), self._words)
        if not enough(places):
            return None
        objects = isinstance(records, list)
        more = alternatives(header, places, _rows(records), self._words) if objects else {}
        return Layout(header, with_columns(header, places, more), places, guessed=True)


def _rows(records: Iterable[Record]) -> list[Sequence[object]]:
    return [cells for _line, cells in records if not isinstance(cells, Fault)]


def column_uses(
    header: Sequence[str],
    places: Mapping[Field, int],
    spares: Mapping[Field, Sequence[int]],
    rows: Sequence[Record],
) -> tuple[ColumnUse, ...]:
    """Every column with its field and first values; those of personal columns are not shown. ``spares`` are further
    columns of a field.
    """
    names = {place: name for name, others in spares.items() for place in others}
    names |= {place: name for name, place in places.items()}
    uses = []
    for place, title in enumerate(header):
        name = names.get(place)
        cells = [row[place] for _line, row in rows[:_SAMPLES] if not isinstance(row, Fault) and place < len(row)]
        samples = () if name in PERSONAL else tuple(name_of(cell)[:_SAMPLE_LENGTH] for cell in cells)
        uses.append(ColumnUse(title, name.value if name else "", samples))
    return tuple(uses)


def name_of(cell: object) -> str:
    """A cell as the name of a column."""
    return "" if cell is None else str(cell).strip()


def _unread(raw: RawTable, header: Sequence[str], rows: Sequence[Record]) -> FileScan:
    """A table that waits for the owner to say which column is which."""
    return FileScan(
        file=raw.name,
        format_id=GENERIC.id,
        rows=0,
        rejected=1,
        header_key=header_key(header),
        columns=column_uses(header, {}, {}, rows),
        guessed=True,
        encoding=raw.encoding,
        encoding_guessed=raw.encoding_guessed,
        letters=raw.letters,
    )


def _unknown(header: Sequence[str]) -> str:
    shown = ", ".join(name for name in header if name)[:120] or "none"
    return f"has no column that is known as a review's text or rating (columns: {shown}); name or map the columns"
