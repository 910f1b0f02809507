"""From a raw table to scanned reviews: header, columns, scale and date order first, then row by row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain, islice

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.importing.builder import RowBuilder
from reviewdesk_gui.importing.dates import DateReader, guess_order
from reviewdesk_gui.importing.fields import PERSONAL, Field
from reviewdesk_gui.importing.formats.reviewdesk import CASES
from reviewdesk_gui.importing.generic import GENERIC, enough, guess_places, mapped_places, scale_in_header
from reviewdesk_gui.importing.headers import header_key, header_word
from reviewdesk_gui.importing.json_lines import record_lines
from reviewdesk_gui.importing.opening import FileError, RawTable
from reviewdesk_gui.importing.platform_names import PlatformNames
from reviewdesk_gui.importing.profile import Profile
from reviewdesk_gui.importing.ratings import guess_scale
from reviewdesk_gui.importing.registry import allows_generic, best_profile
from reviewdesk_gui.importing.scanned import ColumnUse, FileScan, Rejected, ScannedReview, ScanOptions
from reviewdesk_gui.importing.tables import Fault, Record, TableError
from reviewdesk_gui.importing.trouble import AmbiguousDateError, RowError
from reviewdesk_gui.importing.vocabulary import Vocabulary
from reviewdesk_gui.importing.watch import ROWS_A_STEP, Watch

_HEADER_WITHIN = 12
_SAMPLES = 3
_SAMPLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is to be read."""

    header: Sequence[str]
    profile: Profile
    places: Mapping[Field, int]
    guessed: bool = False


@dataclass(slots=True)
class TableResult:
    """What one table gave."""

    scan: FileScan
    reviews: list[ScannedReview] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


class TableReader:
    """Reads tables with one set of options."""

    def __init__(
        self, format_id: str, options: ScanOptions, words: Vocabulary, platforms: PlatformNames, watch: Watch
    ) -> None:
        self._format_id = format_id
        self._options = options
        self._words = words
        self._platforms = platforms
        self._watch = watch

    def read(self, raw: RawTable, modified: datetime) -> TableResult:
        """The reviews and rejected rows of a table in a file last changed at ``modified`` (UTC).
        Raises FileError where it is no table of reviews.
        """
        if raw.cases is not None:
            return _whole_cases(raw.name, raw.cases, raw.encoding)
        records = iter(raw.records)
        layout, records = self._layout(raw, records)
        rows, trouble = self._load(records)
        result = self._convert(raw, layout, rows, modified)
        if raw.text and result.rejected:
            _place_in_text(result, raw, len(rows))
        if trouble is not None:
            result.rejected.append(Rejected(raw.name, trouble.line, str(trouble)))
        result.scan = replace(result.scan, rows=len(result.reviews), rejected=len(result.rejected))
        return result

    def _layout(self, raw: RawTable, records: Iterator[Record]) -> tuple[Layout, Iterator[Record]]:
        if raw.profile is not None and raw.header is not None:
            return Layout(raw.header, raw.profile, raw.profile.places(raw.header)), records
        if raw.header is not None:
            first = list(islice(records, _HEADER_WITHIN))
            layout, records = self._recognise(raw.header, first), chain(first, records)
            if layout is None:
                raise FileError(_unknown(raw.header), foreign=True)
            return layout, records
        first = list(islice(records, _HEADER_WITHIN))
        if not first:
            raise FileError("holds no rows", foreign=True)
        for number, (_line, cells) in enumerate(first):
            names = [] if isinstance(cells, Fault) else [_name(cell) for cell in cells]
            layout = self._recognise(names, first[number + 1 :]) if names else None
            if layout is not None:
                return layout, chain(first[number + 1 :], records)
        cells = first[0][1]
        raise FileError(_unknown([] if isinstance(cells, Fault) else [_name(cell) for cell in cells]))

    def _recognise(self, header: Sequence[str], below: Sequence[Record]) -> Layout | None:
        mapping = self._options.mapping.get(header_key(header))
        if mapping is not None:
            return Layout(header, GENERIC, mapped_places(header, mapping), guessed=True)
        profile = best_profile(frozenset(header_word(name) for name in header), self._format_id)
        if profile is not None:
            return Layout(header, profile, profile.places(header))
        if not allows_generic(self._format_id):
            return None
        rows = [cells for _line, cells in below if not isinstance(cells, Fault)]
        places = guess_places(header, rows, self._words)
        return Layout(header, GENERIC, places, guessed=True) if enough(places) else None

    def _load(self, records: Iterator[Record]) -> tuple[list[Record], TableError | None]:
        rows: list[Record] = []
        try:
            while chunk := list(islice(records, ROWS_A_STEP)):
                rows += chunk
                self._watch.step(0.2)
        except TableError as trouble:
            return rows, trouble
        return rows, None

    def _convert(self, raw: RawTable, layout: Layout, rows: list[Record], modified: datetime) -> TableResult:
        scale = self._scale(layout, rows)
        order = self._options.date_order or layout.profile.date_order or guess_order(_column(rows, layout, Field.DATE))
        builder = RowBuilder(
            raw.name,
            layout.places,
            layout.profile,
            scale=scale,
            dates=DateReader(self._words, self._options.now, order, self._options.read_at(modified)),
            words=self._words,
            platforms=self._platforms,
            options=self._options,
            careful=raw.careful,
        )
        scan = FileScan(
            file=raw.name,
            format_id=layout.profile.id,
            rows=0,
            header_key=header_key(layout.header),
            columns=_columns(layout, rows),
            guessed=layout.guessed,
            scale=scale,
            date_order=order,
            encoding=raw.encoding,
            full_export=layout.profile.full_export,
        )
        result = TableResult(scan)
        self._build_all(raw.name, layout, builder, rows, result)
        return result

    def _build_all(
        self, file: str, layout: Layout, builder: RowBuilder, rows: list[Record], result: TableResult
    ) -> None:
        skips = _skips(layout)
        ambiguous = 0
        for start in range(0, len(rows), ROWS_A_STEP):
            for line, cells in rows[start : start + ROWS_A_STEP]:
                if isinstance(cells, Fault):
                    result.rejected.append(Rejected(file, line, cells.reason))
                    continue
                try:
                    if skips:
                        _check_skips(skips, cells)
                    result.reviews.append(builder.build(line, cells))
                except RowError as trouble:
                    ambiguous += isinstance(trouble, AmbiguousDateError)
                    shown = tuple(_name(cell) for cell in cells)
                    result.rejected.append(Rejected(file, line, str(trouble), shown))
            self._watch.rows += min(ROWS_A_STEP, len(rows) - start)
            self._watch.step(0.2 + 0.8 * min(1.0, (start + ROWS_A_STEP) / len(rows)))
        result.scan = replace(result.scan, ambiguous_dates=ambiguous)

    def _scale(self, layout: Layout, rows: list[Record]) -> float | None:
        if self._options.scale or layout.profile.scale:
            return self._options.scale or layout.profile.scale
        place = layout.places.get(Field.RATING)
        if place is None:
            return None
        return scale_in_header(layout.header[place]) or guess_scale(_column(rows, layout, Field.RATING))


def _place_in_text(result: TableResult, raw: RawTable, count: int) -> None:
    """Lines of the JSON text instead of record numbers for the rejected rows."""
    lines = record_lines(raw.text.decode(raw.encoding or "utf-8", "replace"), count)
    if lines:
        result.rejected = [replace(row, line=lines[row.line - 1]) for row in result.rejected]


def _whole_cases(file: str, cases: Sequence[Case], encoding: str) -> TableResult:
    scan = FileScan(file=file, format_id=CASES.id, rows=len(cases), encoding=encoding)
    rows = [ScannedReview(case.review, None, file, number, case=case) for number, case in enumerate(cases, 1)]
    return TableResult(scan, rows)


def _column(rows: Iterable[Record], layout: Layout, name: Field) -> Iterator[object]:
    place = layout.places.get(name)
    if place is None:
        return iter(())
    return (cells[place] for _line, cells in rows if not isinstance(cells, Fault) and place < len(cells))


def _columns(layout: Layout, rows: list[Record]) -> tuple[ColumnUse, ...]:
    names = {place: name.value for name, place in layout.places.items()}
    uses = []
    for place, header in enumerate(layout.header):
        hidden = names.get(place) in PERSONAL
        cells = [
            cells[place] for _line, cells in rows[:_SAMPLES] if not isinstance(cells, Fault) and place < len(cells)
        ]
        samples = () if hidden else tuple(_name(cell)[:_SAMPLE_LENGTH] for cell in cells)
        uses.append(ColumnUse(header, names.get(place, ""), samples))
    return tuple(uses)


def _skips(layout: Layout) -> list[tuple[int, Mapping[str, str]]]:
    words = [header_word(name) for name in layout.header]
    return [(words.index(column), cells) for column, cells in layout.profile.skip.items() if column in words]


def _check_skips(skips: list[tuple[int, Mapping[str, str]]], cells: Sequence[object]) -> None:
    for place, reasons in skips:
        reason = reasons.get(_name(cells[place]).casefold()) if place < len(cells) else None
        if reason is not None:
            raise RowError(reason)


def _name(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _unknown(header: Sequence[str]) -> str:
    shown = ", ".join(name for name in header if name)[:120] or "none"
    return f"has no column that is known as a review's text or rating (columns: {shown}); name or map the columns"
