"""Workbooks as tables: XLSX row by row, ODS by its own XML, old XLS whole. Hostile archives are turned away first."""

import warnings
import zipfile
from collections.abc import Iterator
from io import SEEK_END
from itertools import islice
from typing import BinaryIO

from reviewdesk_gui.importing.ods import ods_sheets
from reviewdesk_gui.importing.sniff import Kind
from reviewdesk_gui.importing.tables import Record, TableError
from reviewdesk_gui.importing.zips import ArchiveError, check_archive
from reviewdesk_gui.importing.zones_shown import moments_and_values, tell_zones

MAX_ROWS = 1_048_576
MAX_OLD_BYTES = 64 * 1024 * 1024
MAX_COLUMNS = 256
_HEAD = 4096


def sheets(handle: BinaryIO, kind: Kind) -> Iterator[tuple[str, Iterator[Record]]]:
    """The name and the rows of every sheet; each is to be read before the next. Raises TableError for what cannot be
    read.
    """
    if kind is Kind.XLS:
        yield from _xls(handle)
        return
    try:
        members = check_archive(handle)
    except ArchiveError as trouble:
        raise TableError(str(trouble)) from None
    _refuse_entities(handle, members)
    handle.seek(0)
    if kind is Kind.ODS:
        yield from ((name, islice(rows, MAX_ROWS)) for name, rows in ods_sheets(handle))
    else:
        yield from _xlsx(handle)


def _refuse_entities(handle: BinaryIO, members: list[zipfile.ZipInfo]) -> None:
    """A workbook never declares a document type; entity bombs and references to other files do."""
    handle.seek(0)
    with zipfile.ZipFile(handle) as archive:
        for member in members:
            if member.filename.endswith((".xml", ".rels")):
                with archive.open(member) as part:
                    head = part.read(_HEAD)
                if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"<\0!\0D\0O" in head:
                    raise TableError("declares XML entities, as no workbook does; it was not opened")


def _xlsx(handle: BinaryIO) -> Iterator[tuple[str, Iterator[Record]]]:
    import openpyxl

    with warnings.catch_warnings():
        # Foreign programs leave styles out, which is no concern here.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(handle, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # noqa: BLE001 the library raises whatever a damaged file makes it stumble over
            raise TableError(f"is a damaged workbook ({_first_line(error)})") from None
        try:
            for sheet in book.worksheets:
                if hasattr(sheet, "reset_dimensions"):
                    sheet.reset_dimensions()
                    if tell_zones(book):
                        rows = map(moments_and_values, sheet.iter_rows(max_col=MAX_COLUMNS))
                    else:
                        rows = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)
                    yield sheet.title, _xlsx_rows(rows)
        finally:
            book.close()


def _xlsx_rows(rows: Iterator[tuple[object, ...]]) -> Iterator[Record]:
    line = 0
    try:
        for line, cells in enumerate(islice(rows, MAX_ROWS), 1):
            if any(cell is not None for cell in cells):
                yield line, cells
    except Exception as error:  # noqa: BLE001 as above
        raise TableError(f"is damaged from here on ({_first_line(error)})", line + 1) from None


def _xls(handle: BinaryIO) -> Iterator[tuple[str, Iterator[Record]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    if handle.seek(0, SEEK_END) > MAX_OLD_BYTES:
        raise TableError("is a very big workbook of the old format; save it as XLSX and import that")
    handle.seek(0)
    try:
        book = CalamineWorkbook.from_filelike(handle)
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield name, ((line, cells) for line, cells in enumerate(rows, 1) if any(cell != "" for cell in cells))
    except (CalamineError, OSError, ValueError) as error:
        raise TableError(f"is a damaged workbook ({_first_line(error)})") from None
    except BaseException as error:
        # The library's own failures on damaged files are no Exception but stand beside KeyboardInterrupt.
        if type(error).__name__ != "PanicException":
            raise
        raise TableError("is a damaged workbook; save it as XLSX and import that") from None


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:120]
