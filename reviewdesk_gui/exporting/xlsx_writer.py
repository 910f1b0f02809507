"""XLSX with typed dates and numbers, a header that stays in sight and filters; nothing in it is a formula or a link."""

import contextlib
import re
import tempfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reviewdesk_gui.domain.formula_guard import harmless
from reviewdesk_gui.domain.long_cells import column_after, count_of_cells, divided
from reviewdesk_gui.domain.review import is_day_alone
from reviewdesk_gui.exporting.columns import Cell, Column, Kind
from reviewdesk_gui.exporting.job import ExportOptions, ExportWatch
from reviewdesk_gui.exporting.snapshot import Snapshot

_NO_INTERPRETING = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TOP = {"valign": "top"}
_BREAKS = re.compile(r"\r\n?")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_xlsx(snapshot: Snapshot, path: Path, _options: ExportOptions, watch: ExportWatch) -> None:
    """One row per case. Moments are on the shop's clock, since a workbook knows no zones, and show their distance from
    UTC; texts that are too long for a cell go on in columns behind the others. Raises OSError where the disk refuses.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    # What the library keeps aside while it writes goes away with the folder, whatever happens.
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".export-", ignore_cleanup_errors=True) as folder:
        book = xlsxwriter.Workbook(str(path), {**_NO_INTERPRETING, "tmpdir": folder})
        try:
            book.set_properties({"title": snapshot.shop.name, "created": snapshot.taken_at.replace(tzinfo=None)})
            _Table(book, snapshot).write(watch)
            book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from None
        finally:
            _let_go(book)


def _let_go(book: Any) -> None:
    """Close what the library has open where it could not come to its end; it would write on else, and in vain."""
    book.fileclosed = True
    for sheet in book.worksheets():
        with contextlib.suppress(OSError):
            sheet.row_data_fh.close()


class _Table:
    """The sheet of a snapshot."""

    def __init__(self, book: Any, snapshot: Snapshot) -> None:
        self._book, self._snapshot = book, snapshot
        self._sheet = book.add_worksheet("Reviews")
        self._day = book.add_format({"num_format": "yyyy-mm-dd", **_TOP})
        self._text = book.add_format({"text_wrap": True, **_TOP})
        self._number = book.add_format(_TOP)
        self._moments: dict[str, Any] = {}

    def write(self, watch: ExportWatch) -> None:
        """Header, rows and filters."""
        columns, cases = self._snapshot.chosen, self._snapshot.cases
        further = _further_columns(self._snapshot)
        head = self._book.add_format({"bold": True, "bottom": 1})
        widths = {column.id: column.width for column in columns}
        for place, name in enumerate([*widths, *further]):
            self._sheet.set_column(place, place, widths.get(name, max(widths.values())))
            self._sheet.write_string(0, place, name, head)
        for line, case in enumerate(watch.over(cases), 1):
            for place, column in enumerate(columns):
                self._write(line, place, column, column.value(case), further)
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, max(len(cases), 1), len(columns) + len(further) - 1)

    def _write(self, line: int, place: int, column: Column, cell: Cell, further: Mapping[str, int]) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, datetime) and not is_day_alone(cell):
            local = cell.astimezone(self._snapshot.zone)
            self._sheet.write_datetime(line, place, local.replace(tzinfo=None), self._moment(local))
        elif isinstance(cell, date):
            day = datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001
            self._sheet.write_datetime(line, place, day, self._day)
        elif isinstance(cell, str):
            for number, part in enumerate(divided(_writable(cell), column.id), 1):
                at = place if number == 1 else further[column_after(column.id, number)]
                self._sheet.write_string(line, at, harmless(part), self._text)
        else:
            self._sheet.write_number(line, place, cell, self._number)

    def _moment(self, local: datetime) -> Any:
        """The format of a moment, which bears its distance from UTC in words."""
        offset = f"{local:%z}"[:5] or "+0000"
        form = f'yyyy-mm-dd hh:mm:ss "{offset[:3]}:{offset[3:]}"'
        if form not in self._moments:
            self._moments[form] = self._book.add_format({"num_format": form, **_TOP})
        return self._moments[form]


def _writable(text: str) -> str:
    """``text`` without what XML cannot hold, and with plain line breaks."""
    if text.isprintable():
        return text
    return _NO_XML.sub("", _BREAKS.sub("\n", text.encode("utf-8", "replace").decode()))


def _further_columns(snapshot: Snapshot) -> dict[str, int]:
    """The columns in which long texts go on, with their places."""
    texts = [column for column in snapshot.chosen if column.kind is Kind.TEXT]
    most = {
        column.id: max((count_of_cells(str(column.value(case)), column.id) for case in snapshot.cases), default=1)
        for column in texts
    }
    names = [column_after(name, number) for name, count in most.items() for number in range(2, count + 1)]
    return {name: place for place, name in enumerate(names, len(snapshot.chosen))}
