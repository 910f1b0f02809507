"""OpenDocument spreadsheets read as a stream of XML, so that "repeated a billion times" costs nothing."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

from reviewdesk_gui.importing.tables import Record, TableError
from reviewdesk_gui.importing.zones_shown import in_zone_shown

MAX_COLUMNS = 256
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_MOST_BLANKS = 4  # digits


def ods_sheets(handle: BinaryIO) -> Iterator[tuple[str, Iterator[Record]]]:
    """The name and rows of every sheet. Raises TableError where the XML is damaged or hostile."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    with zipfile.ZipFile(handle) as archive, archive.open("content.xml") as content:
        name, line, rows = "", 0, list[Record]()
        try:
            for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
                if element.tag == f"{_TABLE}table":
                    if event == "start":
                        name, line, rows = element.get(f"{_TABLE}name", ""), 0, []
                    else:
                        yield name, iter(rows)
                        element.clear()
                elif event == "end" and element.tag == f"{_TABLE}table-row":
                    cells = _cells(element)
                    if cells:
                        rows.append((line + 1, cells))
                    line += _count(element, "number-rows-repeated")
                    element.clear()
        except (ParseError, DefusedXmlException) as error:
            raise TableError(f"is a damaged workbook ({error})") from None


def _count(element: Any, name: str) -> int:
    figure = element.get(f"{_TABLE}{name}", "1")
    return int(figure) if figure.isdecimal() and len(figure) < 10 else 1


def _cells(row: Any) -> list[object]:
    """The cells of a row without the empty ones at its end; a row that is repeated counts once."""
    cells: list[object] = []
    for cell in row:
        if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            room = MAX_COLUMNS - len(cells)
            cells.extend([_value(cell)] * min(_count(cell, "number-columns-repeated"), room))
    while cells and cells[-1] in ("", None):
        cells.pop()
    return cells


def _value(cell: Any) -> object:
    kind = cell.get(f"{_OFFICE}value-type", "")
    paragraphs = cell.findall(f"{_TEXT}p")
    shown = "\n".join("".join(_said(paragraph)) for paragraph in paragraphs)
    try:
        if kind in ("float", "currency"):
            return float(cell.get(f"{_OFFICE}value", ""))
        if kind == "percentage":
            return f"{float(cell.get(f'{_OFFICE}value', '')) * 100:g}%"
        if kind == "date":
            return in_zone_shown(datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", "")), shown)
    except ValueError:
        pass
    return shown


def _said(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph; blanks in a row, tabs and line breaks are elements of their own."""
    waiting: list[Any] = [paragraph]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
            continue
        if part.tag == f"{_TEXT}s":
            count = part.get(f"{_TEXT}c", "1")
            yield " " * (int(count) if count.isdecimal() and len(count) < _MOST_BLANKS else 1)
        yield _SIGNS.get(part.tag, "") + (part.text or "")
        for inner in reversed(part):
            waiting += [inner.tail or "", inner]
