"""The binary exports read back with other programs' libraries, and files that are whole or not there."""

import csv
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace
from pyarrow import parquet

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting import (
    COLUMNS,
    ExportError,
    ExportStoppedError,
    Progress,
    Snapshot,
    format_for,
    formats,
    read_json,
    snapshot,
    write,
)

IDS = [form.id for form in formats()]


def test_a_workbook_has_types_a_fixed_header_and_filters(taken: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "h.xlsx"
    write(taken, path, "xlsx")
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in sheet.iter_rows(min_row=2)]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:AH4"
    assert rows[0]["rating"].value == 2
    assert rows[0]["written_at"].value == datetime(2026, 11, 2, 10, 30)  # noqa: DTZ001 Swedish time, as people read it
    assert rows[1]["author"].value == '\'=HYPERLINK("http://evil.example")'
    assert {cell.data_type for row in rows for cell in row.values()} <= {"s", "n", "d"}


def test_signs_that_no_workbook_can_hold_do_not_ruin_it(
    cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / "h.xlsx"
    review = replace(cases[2].review, text="one\x0btwo\x00 three\ufffe\uffff four\r\nfive\rsix\tseven")
    write(snapshot([replace(cases[2], review=review)], shop=shop, now=taken.taken_at), path, "xlsx")
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    row = dict(zip(COLUMNS, [cell.value for cell in sheet[2]], strict=True))

    assert row["text"] == "onetwo three four\nfive\nsix\tseven"


def test_no_cell_of_a_csv_can_run(taken: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "h.csv"
    write(taken, path, "csv")
    with path.open(encoding="utf-8", newline="") as handle:
        cells = [cell for row in csv.reader(handle) for cell in row]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_page_escapes_what_customers_write(taken: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "h.html"
    write(taken, path, "html")
    page = path.read_text("utf-8")

    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_markdown_shows_signs_as_typed(cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "h.md"
    review = replace(cases[2].review, text="&lt;b&gt; &#42; fish & chips * [x](y) <i>")
    write(snapshot([replace(cases[2], review=review)], shop=shop, now=taken.taken_at), path, "md")

    assert r"> \&lt;b\&gt; \&#42; fish & chips \* \[x\](y) \<i\>" in path.read_text("utf-8")


def test_markdown_counts_one_case_and_says_that_names_are_out(
    cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / "h.md"
    write(snapshot(cases[:1], shop=shop, anonymise=True, now=taken.taken_at), path, "md")

    second = path.read_text("utf-8").splitlines()[2]
    assert second.startswith("1 case, as of ")
    assert second.endswith(", known names removed")


def test_a_database_knows_numbers_from_words(taken: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    write(taken, path, "sqlite")
    with closing(sqlite3.connect(path)) as database:
        kinds = {row[1]: row[2] for row in database.execute("PRAGMA table_info(former_reviews)")}
        keys = [row[1] for row in database.execute("PRAGMA table_info(timeline)") if row[5]]
        asked = "compensation_value, compensation_offered_at, compensation_given_at"
        given = database.execute(f"SELECT {asked} FROM cases WHERE compensation <> ''").fetchall()

    assert kinds == {"case_id": "TEXT", "number": "INTEGER", "rating": "REAL", "title": "TEXT", "text": "TEXT"} | {
        "changed_at": "TEXT"
    }
    assert keys == ["case_id", "number"]
    assert given == [("350 kr", "2026-11-03T09:00:00Z", None)]


def test_a_database_answers_questions(taken: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    write(taken, path, "sqlite")
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(
            "SELECT cases.shop, author, replies.text FROM cases JOIN replies ON replies.case_id = cases.id"
        ).fetchall()
        steps = database.execute("SELECT count(*) FROM timeline WHERE case_id = 'c0ffee123456'").fetchone()
        written = database.execute("SELECT written_at, rating FROM cases WHERE id = 'bad000000001'").fetchone()

    assert rows == [("Bageri Solsidan", "Anna Lindqvist", "Hej Anna!\nVi beklagar förseningen.\n/Elin")]
    assert steps == (7,)
    assert written == ("2026-11-20T00:00:00Z", 4.5)


def test_parquet_keeps_types(taken: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "h.parquet"
    write(taken, path, "parquet")
    table = parquet.read_table(path)
    rows = table.to_pylist()

    assert str(table.schema.field("written_at").type) == "timestamp[us, tz=UTC]"
    assert [row["rating"] for row in rows] == [2.0, 4.5, None]
    assert rows[0]["replies"][0]["state"] == "posted"
    assert {row["shop"] for row in rows} == {"Bageri Solsidan"}


def test_the_whole_desk_in_one_zip(taken: Snapshot, tmp_path: Path, cases: list[Case]) -> None:
    path = tmp_path / "desk.zip"
    write(taken, path, "zip")
    with zipfile.ZipFile(path) as archive:
        assert sorted(archive.namelist()) == ["cases.csv", "cases.json"]
        archive.extract("cases.json", tmp_path)

    assert read_json(tmp_path / "cases.json") == cases
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["cases.json", "desk.zip"]


def test_json_comes_back_without_loss(taken: Snapshot, cases: list[Case], tmp_path: Path) -> None:
    path = tmp_path / "h.json"
    write(taken, path, "json")

    assert read_json(path) == cases
    document = json.loads(path.read_text("utf-8"))
    assert (document["format"], document["schema_version"]) == ("reviewdesk-history", 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[]", "damaged"),
        ("{}", "no history"),
        ('{"format": "reviewdesk-history", "schema_version": 99}', "newer version"),
        ('{"format": "reviewdesk-history", "schema_version": 1}', "damaged"),
        ("[" * 100_000, "damaged"),
    ],
)
def test_a_json_that_cannot_be_read_back_is_told(content: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "h.json"
    path.write_text(content, "utf-8")

    with pytest.raises(ExportError, match=words):
        read_json(path)


def many(cases: list[Case], shop: Shop, taken: Snapshot) -> Snapshot:
    copies = [replace(cases[number % 3], id=f"{number:06d}") for number in range(1000)]
    return snapshot(copies, shop=shop, now=taken.taken_at)


@pytest.mark.parametrize("format_id", IDS)
def test_a_stopped_export_leaves_the_old_file_and_nothing_else(
    format_id: str, cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / f"h.{format_id}"
    path.write_text("the old one", "utf-8")
    asked = iter([False, False, False])

    with pytest.raises(ExportStoppedError):
        write(many(cases, shop, taken), path, format_id, cancelled=lambda: next(asked, True))

    assert path.read_text("utf-8") == "the old one"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("format_id", IDS)
def test_progress_reaches_the_end(
    format_id: str, cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path
) -> None:
    seen: list[Progress] = []
    write(many(cases, shop, taken), tmp_path / "h", format_id, progress=seen.append)

    assert [step.done for step in seen] == [0, 200, 400, 600, 800, 1000]
    assert {step.total for step in seen} == {1000}


def test_taking_names_out_tells_progress_and_stops(cases: list[Case], shop: Shop, taken: Snapshot) -> None:
    seen: list[Progress] = []
    copies = many(cases, shop, taken).cases
    snapshot(copies, shop=shop, anonymise=True, now=taken.taken_at, progress=seen.append)
    assert [step.done for step in seen] == [0, 200, 400, 600, 800, 1000]

    asked = iter([False, False])
    with pytest.raises(ExportStoppedError):
        snapshot(copies, shop=shop, anonymise=True, now=taken.taken_at, cancelled=lambda: next(asked, True))


def test_an_empty_desk_can_be_exported_in_every_form(shop: Shop, taken: Snapshot, tmp_path: Path) -> None:
    for format_id in IDS:
        path = tmp_path / f"empty.{format_id}"
        write(snapshot((), shop=shop, now=taken.taken_at), path, format_id)
        assert path.stat().st_size > 0


def test_a_folder_that_is_not_there_is_told(taken: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write(taken, tmp_path / "none" / "h.csv", "csv")


@pytest.mark.parametrize(
    ("name", "format_id"), [("a.CSV", "csv"), ("a.htm", "html"), ("a.db", "sqlite"), ("a.md", "md")]
)
def test_the_ending_tells_the_format(name: str, format_id: str) -> None:
    assert format_for(Path(name)) == format_id


def test_an_unknown_ending_format_or_column_is_a_usage_error(taken: Snapshot, shop: Shop, tmp_path: Path) -> None:
    attempts: list[Callable[[], object]] = [
        lambda: format_for(Path("a.docx")),
        lambda: write(taken, tmp_path / "a", "docx"),
        lambda: snapshot((), shop=shop, columns=("colour",), now=taken.taken_at),
    ]
    for attempt in attempts:
        with pytest.raises(UsageError):
            attempt()


@pytest.mark.parametrize("format_id", [name for name in IDS if name not in ("csv", "xlsx")])
def test_what_has_no_columns_is_not_written_for_a_choice_of_them(
    format_id: str, cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path
) -> None:
    few = snapshot(cases, shop=shop, columns=("platform", "rating"), now=taken.taken_at)

    with pytest.raises(UsageError, match="csv or xlsx"):
        write(few, tmp_path / "h", format_id)
    assert list(tmp_path.iterdir()) == []
