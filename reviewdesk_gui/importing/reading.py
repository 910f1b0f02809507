"""From a raw table to scanned reviews: header, columns, scale and date order first, then row by row."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import Any

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.importing.builder import RowBuilder
from reviewdesk_gui.importing.continued import whole_texts
from reviewdesk_gui.importing.dates import DateReader, guess_order
from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.formats.reviewdesk import CASES, TABLE
from reviewdesk_gui.importing.generic import scale_in_header
from reviewdesk_gui.importing.headers import header_key, header_word
from reviewdesk_gui.importing.json_lines import record_lines
from reviewdesk_gui.importing.layout import Layout, LayoutFinder, column_uses, name_of
from reviewdesk_gui.importing.markup import Markup, marked_cells, markup_of
from reviewdesk_gui.importing.own_table import case_ids, with_case_ids
from reviewdesk_gui.importing.platform_names import PlatformNames
from reviewdesk_gui.importing.ratings import guess_scale
from reviewdesk_gui.importing.raw_table import RawTable
from reviewdesk_gui.importing.scanned import FileScan, Rejected, ScannedReview, ScanOptions
from reviewdesk_gui.importing.tables import Fault, GuardedRecords, Record
from reviewdesk_gui.importing.threads import with_replies
from reviewdesk_gui.importing.trouble import AmbiguousDateError, RowError
from reviewdesk_gui.importing.vocabulary import Vocabulary
from reviewdesk_gui.importing.watch import ROWS_A_STEP, Watch

_MANY_ROWS = 20_000
_PROSE = (
    Field.TEXT,
    Field.TITLE,
    Field.POSITIVE,
    Field.NEGATIVE,
    Field.REPLY,
    Field.AUTHOR,
    Field.PRODUCT,
    Field.LOCATION,
    Field.LINK,
)


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
        self._layouts = LayoutFinder(format_id, options, words)
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
        guarded = GuardedRecords(raw.records)
        layout, records = self._layouts.find(raw, guarded)
        layout, rows = with_replies(layout, whole_texts(layout.header, self._load(records)))
        ids = case_ids(layout.header, rows) if layout.profile is TABLE else {}
        if isinstance(raw.records, list):
            # Rows are let go as their reviews are made; the table would keep them all.
            raw.records.clear()
        count = len(rows)
        result = self._convert(raw, layout, rows, modified)
        if ids:
            result.reviews = with_case_ids(result.reviews, ids)
        if raw.listed and result.rejected:
            _place_in_list(result, raw, count)
        if guarded.trouble is not None:
            result.rejected.append(Rejected(raw.name, guarded.trouble.line, str(guarded.trouble)))
        if raw.trouble is not None:
            result.rejected.append(Rejected(raw.name, raw.trouble.line, str(raw.trouble)))
        result.scan = replace(result.scan, rows=len(result.reviews), rejected=len(result.rejected))
        return result

    def _load(self, records: Iterator[Record]) -> list[Record]:
        rows: list[Record] = []
        while chunk := list(islice(records, ROWS_A_STEP)):
            rows += chunk
            self._watch.step(_loaded(len(rows)))
        return rows

    def _convert(self, raw: RawTable, layout: Layout, rows: list[Record], modified: datetime) -> TableResult:
        options = raw.read_as.onto(self._options)
        scale = _scale(layout, rows, options)
        spares = layout.profile.spares(layout.header)
        order = options.date_order or layout.profile.date_order or guess_order(_column(rows, layout, Field.DATE))
        read_at = options.read_at(modified)
        builder = RowBuilder(
            raw.name,
            layout.places,
            layout.profile,
            scale=scale,
            dates=DateReader(self._words, options.now, order, read_at),
            words=self._words,
            platforms=self._platforms,
            options=options,
            careful=raw.careful,
            spares=spares,
            markup=_markup(raw, layout, rows, spares),
        )
        scan = FileScan(
            file=raw.name,
            format_id=layout.profile.id,
            rows=0,
            header_key=header_key(layout.header),
            columns=column_uses(layout.header, layout.places, spares, rows),
            guessed=layout.guessed,
            scale=scale,
            date_order=order,
            encoding=raw.encoding,
            encoding_guessed=raw.encoding_guessed,
            letters=raw.letters,
            full_export=layout.profile.full_export and not raw.partial,
            platform=options.platform,
            read_on=read_at.date(),
        )
        result = TableResult(scan)
        self._build_all(raw.name, layout, builder, rows, result)
        return result

    def _build_all(
        self, file: str, layout: Layout, builder: RowBuilder, rows: list[Record], result: TableResult
    ) -> None:
        """Turns ``rows`` into reviews and rejected rows; afterwards it is empty."""
        skips, total, before = _skips(layout), len(rows), _loaded(len(rows))
        ambiguous = 0
        while rows:
            step = rows[:ROWS_A_STEP]
            rows_of_step = [() if isinstance(cells, Fault) else cells for _line, cells in step]
            texts = builder.texts(rows_of_step)
            doubtful = [skip for skip in skips if _may_skip(skip, rows_of_step)]
            for (line, cells), words in zip(step, texts, strict=True):
                if isinstance(cells, Fault):
                    result.rejected.append(Rejected(file, line, cells.reason, cells.cells))
                    continue
                try:
                    if doubtful:
                        _check_skips(doubtful, cells)
                    result.reviews.append(builder.build(line, cells, words))
                except RowError as trouble:
                    ambiguous += isinstance(trouble, AmbiguousDateError)
                    shown = tuple(name_of(cell) for cell in cells)
                    result.rejected.append(Rejected(file, line, str(trouble), shown))
            self._watch.rows += min(ROWS_A_STEP, len(rows))
            del rows[:ROWS_A_STEP]
            self._watch.step(before + (1 - before) * (1 - len(rows) / total))
        result.scan = replace(result.scan, ambiguous_dates=ambiguous)


def _scale(layout: Layout, rows: list[Record], options: ScanOptions) -> float | None:
    if options.scale or layout.profile.scale:
        return options.scale or layout.profile.scale
    place = layout.places.get(Field.RATING)
    if place is None:
        return None
    return scale_in_header(layout.header[place]) or guess_scale(_column(rows, layout, Field.RATING))


def _markup(
    raw: RawTable, layout: Layout, rows: list[Record], spares: Mapping[Field, Sequence[int]]
) -> dict[int, Markup]:
    """How columns of HTML are made plain, by their numbers. Our own tables hold texts as they were written."""
    if not raw.markup or layout.profile.id == TABLE.id:
        return {}
    named = [name for name in _PROSE if name in layout.places]
    columns = {layout.places[name]: (layout.places[name], *spares.get(name, ())) for name in named}
    cells = [cells for _line, cells in rows if not isinstance(cells, Fault)]
    marked = marked_cells(cells, chain.from_iterable(columns.values()))
    made = {
        place: markup_of([*chain.from_iterable(map(marked.__getitem__, alike))]) for place, alike in columns.items()
    }
    return {place: markup for place, markup in made.items() if markup is not None}


def _loaded(rows: int) -> float:
    """The share of the work that loading ``rows`` rows is taken for while nobody knows how many there are."""
    return 0.7 * rows / (rows + _MANY_ROWS)


def _place_in_list(result: TableResult, raw: RawTable, count: int) -> None:
    """Lines of the JSON text instead of record numbers for the rejected rows; these are told where lines tell nothing,
    as in a text that is all one line.
    """
    lines = raw.lines or record_lines(raw.text.decode(raw.encoding or "utf-8", "replace"), count)
    entries = Counter(lines)
    placed = []
    for row in result.rejected:
        line = lines[row.line - 1] if row.line <= len(lines) else 0
        reason = row.reason if entries[line] == 1 else f"entry {row.line}: {row.reason}"
        placed.append(replace(row, line=line, reason=reason))
    result.rejected = placed


def _whole_cases(file: str, cases: Sequence[Case], encoding: str) -> TableResult:
    scan = FileScan(file=file, format_id=CASES.id, rows=len(cases), encoding=encoding)
    rows = [ScannedReview(case.review, None, file, number, case=case) for number, case in enumerate(cases, 1)]
    return TableResult(scan, rows)


def _column(rows: Iterable[Record], layout: Layout, name: Field) -> Iterator[object]:
    place = layout.places.get(name)
    if place is None:
        return iter(())
    return (cells[place] for _line, cells in rows if not isinstance(cells, Fault) and place < len(cells))


_Skip = tuple[int, Callable[[str], str | None]]
"""A column by which rows are left out, and the reason why for its cell; None for a row that stays."""


def _skips(layout: Layout) -> list[_Skip]:
    words = [header_word(name) for name in layout.header]
    skip = layout.profile.skip
    return [(words.index(column), _reasons(skip[column])) for column in skip if column in words]


def _reasons(reasons: Mapping[str, str]) -> Callable[[str], str | None]:
    return lru_cache(maxsize=100)(lambda cell: reasons.get(name_of(cell).casefold()))


def _may_skip(skip: _Skip, rows: Sequence[Sequence[Any]]) -> bool:
    """Whether one of ``rows`` may be left out; mostly none is, which the few words of the column tell at once."""
    place, reason_of = skip
    try:
        values = {*map(itemgetter(place), rows)}
    except (IndexError, TypeError):
        return True
    return any(reason_of(name_of(value)) is not None for value in values)


def _check_skips(skips: list[_Skip], cells: Sequence[object]) -> None:
    for place, reason_of in skips:
        if place < len(cells):
            cell = cells[place]
            reason = reason_of(cell if isinstance(cell, str) else name_of(cell))
            if reason is not None:
                raise RowError(reason)
