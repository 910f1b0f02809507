"""The text exports, byte for byte against files that were read by people."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting import ExportOptions, Snapshot, html_history, snapshot, write
from reviewdesk_gui.exporting.case_story import case_story
from reviewdesk_gui.exporting.complaint_pack import Complaint, Ground, complaint_pack

GOLDEN = Path(__file__).parents[2] / "fixtures" / "exports"


@pytest.mark.parametrize("format_id", ["csv", "json", "html", "md"])
def test_an_export_is_as_it_was_agreed(format_id: str, taken: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / f"history.{format_id}"
    write(taken, path, format_id)

    assert path.read_bytes() == (GOLDEN / path.name).read_bytes()


def test_an_export_without_names_is_as_it_was_agreed(
    cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / "anonymous.md"
    write(snapshot(cases, shop=shop, anonymise=True, now=taken.taken_at), path, "md")

    assert path.read_text("utf-8") == (GOLDEN / path.name).read_text("utf-8")


def test_the_printed_history_is_the_written_one(taken: Snapshot) -> None:
    assert html_history(taken) == (GOLDEN / "history.html").read_text("utf-8")


def test_a_complaint_pack(cases: list[Case], shop: Shop, taken: Snapshot) -> None:
    complaint = Complaint(
        ground=Ground.PERSONAL_DATA, passage="Ring mig på 070-123 45 67.", explanation="Numret är inte kundens eget."
    )
    platform = Platform(id="google", name="Google")
    made = complaint_pack(cases[0], complaint, shop=shop, platform=platform, zone=taken.zone, now=taken.taken_at)

    assert made.text == (GOLDEN / "complaint.txt").read_text("utf-8")
    assert made.page == (GOLDEN / "complaint.html").read_text("utf-8")


def test_a_case_story_names_nobody(cases: list[Case], shop: Shop, taken: Snapshot) -> None:
    made = case_story(cases[0], shop=shop, zone=taken.zone, now=taken.taken_at)

    assert made.text == (GOLDEN / "story.md").read_text("utf-8")
    assert made.page == (GOLDEN / "story.html").read_text("utf-8")
    told = f"{made.text}{made.page}{made.head}{made.name}"
    assert not any(name in told for name in ("Anna", "Lindqvist", "Elin", "Karim", "070"))


def test_a_csv_for_excel_begins_with_its_mark(taken: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "excel.csv"
    write(taken, path, "csv", ExportOptions(bom=True, delimiter=";"))

    assert path.read_bytes().startswith(b"\xef\xbb\xbfid;platform;")


def test_columns_come_in_the_chosen_order(cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path) -> None:
    chosen = snapshot(cases, shop=shop, columns=("rating", "author"), now=taken.taken_at)
    write(chosen, tmp_path / "c.csv", "csv")

    assert (tmp_path / "c.csv").read_text("utf-8").splitlines()[:2] == ["rating,author", "2,Anna Lindqvist"]


def test_half_a_surrogate_pair_stops_no_export(cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path) -> None:
    broken = replace(cases[0], facts="half \ud83d")
    for format_id in ("csv", "json", "html", "md", "xlsx", "sqlite", "parquet", "zip"):
        path = tmp_path / f"half.{format_id}"
        write(snapshot([broken], shop=shop, now=taken.taken_at), path, format_id)
        assert path.stat().st_size > 0
