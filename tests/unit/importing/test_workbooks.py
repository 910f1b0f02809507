"""XLSX and ODS: typed cells, several sheets, and hostile ones."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from reviewdesk_gui.importing import Scan

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]
HEADER = ["Namn", "Betyg", "Datum", "Recension"]
DAY = datetime(2026, 11, 2, 9, 30)  # noqa: DTZ001
TEXT_NAMES = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(*sheets: list[list[Any]]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"default_date_format": "yyyy-mm-dd hh:mm"})
    for rows in sheets:
        sheet = book.add_worksheet()
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
    book.close()
    return buffer.getvalue()


def rewritten(book: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one of its parts changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return buffer.getvalue()


TWO_LINES = "Två<text:s/>ord, <text:span>ett<text:line-break/>till</text:span>.<text:s text:c='2'/>Slut"


def ods(table: str) -> bytes:
    names = " ".join(f'xmlns:{short}="{TEXT_NAMES}:{short}:1.0"' for short in ("office", "table", "text"))
    sheet = f'<table:table table:name="T">{table}</table:table>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:document-content {names}>{sheet}</office:document-content>")
    return buffer.getvalue()


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str) -> str:
    return "<table:table-row>" + "".join(cells) + "</table:table-row>"


def test_typed_cells_of_a_workbook(write: Write, scan: Read) -> None:
    book = xlsx(
        [["Uttag"], [], HEADER, ["Ada", 4, DAY, "Fint"], [7, "4,5", "2026-11-03", 12.5], [None, 0.5, None, "=1+1"]]
    )
    found = scan(write("book.xlsx", book))

    told = [(item.line, item.review.author, item.review.rating, item.review.text) for item in found.reviews]
    assert told[:2] == [(4, "Ada", 4.0, "Fint"), (5, "7", 4.5, "12.5")]
    assert found.reviews[0].review.written_at is not None
    assert found.reviews[0].review.written_at.isoformat() == "2026-11-02T09:30:00+00:00"


def test_every_sheet_with_reviews_is_read(write: Write, scan: Read) -> None:
    book = xlsx([HEADER, ["Ada", 4, DAY, "Fint"]], [["Budget"], [1]], [HEADER, ["Bo", 2, DAY, "Fult"]])
    found = scan(write("book.xlsx", book))

    assert [item.review.author for item in found.reviews] == ["Ada", "Bo"]
    assert found.reviews[1].file.endswith("> Sheet3")
    assert found.rejected == ()


def test_a_workbook_of_a_known_format(write: Write, scan: Read) -> None:
    header = ["Review Id", "Review Created (UTC)", "Review Username", "Review Title", "Review Content", "Review Stars"]
    found = scan(write("tp.xlsx", xlsx([header, ["tp9", DAY, "Ida", "Ok", "Helt ok", 3]])))

    assert (found.files[0].format_id, found.reviews[0].review.external_id) == ("trustpilot", "tp9")


def test_an_ods_with_dates_percentages_and_repeated_cells(write: Write, scan: Read) -> None:
    names = row(*(cell(name) for name in HEADER))
    value = 'office:value-type="percentage" office:value="0.8"'
    day = 'office:value-type="date" office:date-value="2026-11-02"'
    number = 'office:value-type="float" office:value="4" table:number-columns-repeated="1"'
    found = scan(
        write(
            "t.ods",
            ods(
                names
                + row(cell("Ada"), cell("80%", value), cell("2/11", day), cell(TWO_LINES))
                + row(cell("Bo"), cell("4", number), cell(""), cell("Fint"))
            ),
        )
    )

    assert [(item.review.author, item.review.rating) for item in found.reviews] == [("Ada", 4.0), ("Bo", 4.0)]
    assert found.reviews[0].review.written_at is not None
    assert found.reviews[0].review.text == "Två ord, ett\ntill.  Slut"


def test_an_ods_cell_may_be_nested_as_deep_as_it_likes(write: Write, scan: Read) -> None:
    deep = "<text:span>" * 5000 + "Fint" + "</text:span>" * 5000
    found = scan(
        write(
            "deep.ods", ods(row(*(cell(name) for name in HEADER)) + row(cell("Ada"), cell("4"), cell(""), cell(deep)))
        )
    )
    assert [item.review.text for item in found.reviews] == ["Fint"]


def test_a_workbook_with_entities_is_not_opened(write: Write, scan: Read) -> None:
    laughs = b'<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    book = rewritten(xlsx([HEADER]), "xl/worksheets/sheet1.xml", lambda part: laughs + part)

    assert "declares XML entities" in scan(write("laugh.xlsx", book)).rejected[0].reason


def test_a_workbook_with_a_far_away_row_ends_in_time(write: Write, scan: Read) -> None:
    def far(part: bytes) -> bytes:
        return (
            part.replace(b'<row r="2"', b'<row r="900000"')
            .replace(b'r="A2"', b'r="A900000"')
            .replace(b'"D2"', b'"D900000"')
        )

    book = rewritten(xlsx([HEADER, ["Ada", "", "", "Fint"]]), "xl/worksheets/sheet1.xml", far)
    found = scan(write("far.xlsx", book))

    assert [(item.line, item.review.text) for item in found.reviews] == [(900000, "Fint")]


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml"]
)
def test_a_workbook_with_a_broken_part_is_told(part: str, write: Write, scan: Read) -> None:
    book = rewritten(xlsx([HEADER, ["Ada", 5, DAY, "Fint"]]), part, lambda old: old[: len(old) // 2])
    found = scan(write("broken.xlsx", book))

    assert found.reviews == ()
    assert "damaged" in found.rejected[0].reason


def test_rows_and_cells_repeated_a_billion_times_cost_nothing(write: Write, scan: Read) -> None:
    many = 'table:number-columns-repeated="999999999"'
    flood = f'<table:table-row table:number-rows-repeated="999999999">{cell("x", many)}</table:table-row>'
    names = row(cell("name"), cell("review")) + row(cell("Ada"), cell("Fint"))
    path = write("flood.ods", ods(names + flood))
    tracemalloc.start()
    found = scan(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert found.reviews[0].review.text == "Fint"
    assert peak < 20_000_000


def test_a_damaged_ods_is_told(write: Write, scan: Read) -> None:
    assert "damaged" in scan(write("bad.ods", ods("<unclosed>"))).rejected[0].reason
