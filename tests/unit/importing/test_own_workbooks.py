"""A desk's own workbook brought back: as it was written, and as other programs save it again."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.reply import Reply, ReplyState
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting import snapshot, write
from reviewdesk_gui.importing import Scan, ScannedReview, ScanOptions, scan_paths

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MOST = 32_767
ODF = "urn:oasis:names:tc:opendocument:xmlns"

Way = Callable[[Path], Path]


def case(
    number: int, *, at: datetime | None = None, text: str = "Torrt bröd", reply: str = "", title: str = ""
) -> Case:
    review = Review(platform="google", received_at=NOW, author=f"Kund {number}", text=text, rating=2.0, written_at=at)
    replies = (Reply(text=reply, state=ReplyState.POSTED, at=at or NOW),) if reply else ()
    return Case(id=f"{number:04}", review=review, type=CaseType.COMPLAINT, replies=replies)


def workbook(folder: Path, cases: list[Case], zone: str = "Europe/Stockholm", name: str = "own.xlsx") -> Path:
    path = folder / name
    write(snapshot(cases, shop=Shop(name="Kvarnen", timezone=zone), now=NOW), path, path.suffix[1:])
    return path


def shown(cell: "openpyxl.cell.Cell") -> str:
    """What a spreadsheet program shows in a cell, and writes into a CSV."""
    value = cell.value
    if not isinstance(value, datetime):
        return "" if value is None else str(value)
    form = re.sub(r"\\", "", cell.number_format)
    words = {"yyyy": f"{value:%Y}", "mm": f"{value:%m}", "dd": f"{value:%d}", "hh": f"{value:%H}", "ss": f"{value:%S}"}
    form = re.sub(r"(?<=hh:)mm", f"{value:%M}", form)
    return re.sub("|".join(words), lambda found: words[found[0]], form).replace('"', "")


def as_written(path: Path) -> Path:
    return path


def saved_by_openpyxl(path: Path) -> Path:
    openpyxl.load_workbook(path).save(path.with_name("again.xlsx"))
    return path.with_name("again.xlsx")


def saved_as_csv(path: Path, delimiter: str = ";") -> Path:
    out = path.with_name("again.csv")
    with out.open("w", encoding="utf-8-sig", newline="") as handle:
        rows = openpyxl.load_workbook(path).active.iter_rows()
        csv.writer(handle, delimiter=delimiter).writerows([shown(cell) for cell in row] for row in rows)
    return out


def saved_as_ods(path: Path) -> Path:
    """As OpenDocument: a date in ISO without a zone, beside it what the cell shows."""

    def cell(found: "openpyxl.cell.Cell") -> str:
        words = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown(found).split("\n"))
        if isinstance(found.value, datetime):
            dated = f'office:value-type="date" office:date-value="{found.value:%Y-%m-%dT%H:%M:%S}"'
            return f"<table:table-cell {dated}>{words}</table:table-cell>"
        return f"<table:table-cell>{words}</table:table-cell>"

    rows = openpyxl.load_workbook(path).active.iter_rows()
    table = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    names = " ".join(f'xmlns:{short}="{ODF}:{short}:1.0"' for short in ("office", "table", "text"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        sheet = f'<table:table table:name="Reviews">{table}</table:table>'
        archive.writestr("content.xml", f"<office:document-content {names}>{sheet}</office:document-content>")
    path.with_suffix(".ods").write_bytes(buffer.getvalue())
    return path.with_suffix(".ods")


WAYS = [as_written, saved_by_openpyxl, saved_as_csv, saved_as_ods]


def back(path: Path) -> list[ScannedReview]:
    found: Scan = scan_paths([path], options=ScanOptions(now=NOW))
    assert found.rejected == ()
    assert [file.format_id for file in found.files] == ["reviewdesk_table"]
    return list(found.reviews)


MOMENTS = {
    "summer": datetime(2026, 7, 1, 8, 15, 30, tzinfo=UTC),
    "winter": datetime(2026, 11, 2, 9, 30, 5, tzinfo=UTC),
    "before the switch to summer": datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC),
    "after the switch to summer": datetime(2026, 3, 29, 1, 0, 1, tzinfo=UTC),
    "the hour that comes twice, first": datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    "the hour that comes twice, again": datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    "a day without a time": datetime(2026, 11, 1, tzinfo=UTC),
    "late in the evening": datetime(2026, 10, 31, 23, 30, tzinfo=UTC),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("zone", ["Europe/Stockholm", "America/St_Johns", "Asia/Kolkata", "UTC", ""])
def test_moments_come_back_as_they_were(way: Way, zone: str, tmp_path: Path) -> None:
    cases = [case(number, at=at, reply="Vi beklagar.") for number, at in enumerate(MOMENTS.values())]

    rows = back(way(workbook(tmp_path, cases, zone)))

    assert dict(zip(MOMENTS, (row.review.written_at for row in rows), strict=True)) == MOMENTS
    assert [row.reply.at for row in rows if row.reply] == list(MOMENTS.values())


def test_in_the_workbook_stand_dates_on_the_shops_clock(tmp_path: Path) -> None:
    cases = [case(number, at=at) for number, at in enumerate(MOMENTS.values())]
    sheet = openpyxl.load_workbook(workbook(tmp_path, cases)).active
    place = next(cell.column for cell in sheet[1] if cell.value == "written_at")
    cells = [sheet.cell(line, place) for line in range(2, sheet.max_row + 1)]

    assert {cell.data_type for cell in cells} == {"d"}
    assert dict(zip(MOMENTS, map(shown, cells), strict=True)) == {
        "summer": "2026-07-01 10:15:30 +02:00",
        "winter": "2026-11-02 10:30:05 +01:00",
        "before the switch to summer": "2026-03-29 01:59:59 +01:00",
        "after the switch to summer": "2026-03-29 03:00:01 +02:00",
        "the hour that comes twice, first": "2026-10-25 02:30:00 +02:00",
        "the hour that comes twice, again": "2026-10-25 02:30:00 +01:00",
        "a day without a time": "2026-11-01",
        "late in the evening": "2026-11-01 00:30:00 +01:00",
    }


LONG = {
    "letters": "Brödet var torrt. " * 6_000,
    "signs of two units": "😡" * 40_000,
    "what looks like formulas": "=1+1 " * 20_000,
    "lines": "rad\n" * 20_000,
    "one letter too many": "x" * (MOST + 1),
    "just fitting": "x" * MOST,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", LONG)
def test_long_texts_come_back_whole(way: Way, name: str, tmp_path: Path) -> None:
    text = LONG[name].strip()
    cases = [case(1, text="kort", reply=text), case(2, text=text, reply="kort"), case(3, text=text, reply=text)]

    rows = back(way(workbook(tmp_path, cases)))

    assert [row.review.text == text for row in rows] == [False, True, True]
    assert [row.reply is not None and row.reply.text == text for row in rows] == [True, False, True]
    assert rows[0].review.text == "kort"


def test_no_cell_holds_more_than_a_spreadsheet_takes_and_says_where_it_goes_on(tmp_path: Path) -> None:
    cases = [case(1, text=LONG["signs of two units"]), case(2, text=LONG["what looks like formulas"])]
    sheet = openpyxl.load_workbook(workbook(tmp_path, cases)).active
    texts = [[str(cell.value) for cell in row if cell.value is not None] for row in sheet.iter_rows(min_row=2)]
    heads = [cell.value for cell in sheet[1]]

    assert max(len(text.encode("utf-16-le")) // 2 for row in texts for text in row) <= MOST
    assert heads[-3:] == ["text_2", "text_3", "text_4"]
    assert next(text for text in texts[0] if text.startswith("😡")).endswith("[continued in text_2]")
    assert not [text for row in texts for text in row if text.startswith(("=", "+", "-", "@"))]
    assert sheet.auto_filter.ref.endswith(f"{len(cases) + 1}")


def test_short_texts_need_no_further_columns(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(workbook(tmp_path, [case(1)])).active
    assert not [cell.value for cell in sheet[1] if str(cell.value).endswith("_2")]


@pytest.mark.parametrize(
    "text", ["=1+1", "'=1+1", "''=1", "-5 grader", "＝SUM(A1)", "＋46", "'t Hof", "'", "@anna kom", "\u2007=x"]
)
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_what_is_made_harmless_comes_back_as_it_was(text: str, ending: str, tmp_path: Path) -> None:
    [row] = back(workbook(tmp_path, [case(1, text=text, reply=text)], name=f"own{ending}"))

    assert (row.review.text, row.reply.text if row.reply else "") == (text.strip(), text.strip())


def test_parts_of_a_second_are_not_shown_but_kept_in_a_workbook(tmp_path: Path) -> None:
    exact = datetime(2026, 7, 1, 8, 15, 30, 123_000, tzinfo=UTC)
    made = workbook(tmp_path, [case(1, at=exact)])
    [kept], [seen] = back(made), back(saved_as_csv(made))

    assert kept.review.written_at == exact
    assert seen.review.written_at == exact.replace(microsecond=0)


@settings(max_examples=25, deadline=None)
@given(hours=st.lists(st.integers(0, 24 * 365 * 2), min_size=1, max_size=8))
def test_any_hour_of_two_years_comes_back(hours: list[int], tmp_path_factory: pytest.TempPathFactory) -> None:
    moments = [datetime(2024, 11, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in hours]
    cases = [case(number, at=at) for number, at in enumerate(moments)]

    rows = back(workbook(tmp_path_factory.mktemp("book"), cases))

    assert [row.review.written_at for row in rows] == moments
