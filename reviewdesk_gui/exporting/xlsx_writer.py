"""XLSX with typed dates and numbers, a header that stays in sight and filters; nothing in it is a formula or a link."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from reviewdesk_gui.exporting.cells import harmless
from reviewdesk_gui.exporting.columns import Cell
from reviewdesk_gui.exporting.job import ExportOptions, ExportWatch
from reviewdesk_gui.exporting.snapshot import Snapshot

_LONGEST_CELL = 32_767
_NO_INTERPRETING = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(snapshot: Snapshot, path: Path, _options: ExportOptions, watch: ExportWatch) -> None:
    """One row per case. Moments are in the shop's time zone, since a workbook knows none."""
    import xlsxwriter

    columns = snapshot.chosen
    book = xlsxwriter.Workbook(str(path), _NO_INTERPRETING)
    try:
        book.set_properties({"title": snapshot.shop.name, "created": snapshot.taken_at.replace(tzinfo=None)})
        sheet = book.add_worksheet("Reviews")
        head = book.add_format({"bold": True, "bottom": 1})
        styles = {
            datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"}),
            date: book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
            str: book.add_format({"text_wrap": True, "valign": "top"}),
            float: book.add_format({"valign": "top"}),
        }
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.id, head)
        for line, case in enumerate(watch.over(snapshot.cases), 1):
            for place, column in enumerate(columns):
                _write(sheet, line, place, column.value(case), styles, snapshot)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(snapshot.cases), 1), len(columns) - 1)
    finally:
        book.close()


def _write(sheet: Any, line: int, place: int, cell: Cell, styles: dict[type, Any], snapshot: Snapshot) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, datetime):
        local = cell.astimezone(snapshot.zone or UTC).replace(tzinfo=None)
        sheet.write_datetime(line, place, local, styles[datetime])
    elif isinstance(cell, date):
        sheet.write_datetime(line, place, datetime(cell.year, cell.month, cell.day), styles[date])  # noqa: DTZ001
    elif isinstance(cell, str):
        text = harmless(cell.encode("utf-8", "replace").decode())
        sheet.write_string(line, place, text[:_LONGEST_CELL], styles[str])
    else:
        sheet.write_number(line, place, cell, styles[float])
