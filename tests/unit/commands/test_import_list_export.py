"""`reviewdesk import`, `list` and `export` as a script calls them."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reviewdesk_gui.cli import main
from reviewdesk_gui.store.desk import Desk

FIXTURES = Path(__file__).parents[2] / "fixtures" / "imports"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("list", "--json")`` on a desk of its own; exit code, stdout, stderr."""

    def work(command: str, *args: object) -> tuple[int, str, str]:
        code = main([command, "--desk", str(tmp_path / "desk.json"), *map(str, args)])
        out = capsys.readouterr()
        return code, out.out, out.err

    return work


def test_import_tells_what_it_did_as_json(run: Run) -> None:
    code, out, err = run("import", FIXTURES / "judgeme.csv", "--json")

    counts: dict[str, Any] = json.loads(out)
    assert (code, err) == (0, "")
    assert {name: counts[name] for name in ("new", "changed", "same")} == {"new": 1, "changed": 0, "same": 0}
    assert counts["rejected"][0] == {
        "file": str(FIXTURES / "judgeme.csv"),
        "line": 4,
        "reason": "is marked as spam in Judge.me",
    }


def test_the_same_file_twice_changes_nothing(run: Run) -> None:
    run("import", FIXTURES / "takeout")
    code, out, _ = run("import", FIXTURES / "takeout", "--json")

    assert code == 0
    assert (json.loads(out)["new"], json.loads(out)["changed"], json.loads(out)["same"]) == (0, 0, 6)


def test_a_table_without_rows_is_told_as_such(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "empty.csv"
    table.write_text("Date,Stars,Text\n", "utf-8")
    _, out, _ = run("import", table)
    assert "there is no review in what was read" in out


def test_a_dry_run_makes_no_desk(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("import", FIXTURES / "yelp.json", "--dry-run")

    assert code == 0
    assert "1 new" in out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["none.csv", "maps-places"])
def test_nothing_readable_is_exit_1(name: str, run: Run) -> None:
    code, out, err = run("import", FIXTURES / name)

    assert code == 1
    assert "0 new" in out
    assert "Traceback" not in err


def test_an_unknown_format_is_one_line_and_exit_2(run: Run) -> None:
    code, _, err = run("import", FIXTURES / "yelp.json", "--format", "nosuch")

    assert code == 2
    assert err.count("\n") == 1


def test_a_date_order_can_be_given(run: Run) -> None:
    _, out, _ = run("import", FIXTURES / "generic" / "ambiguous.csv", "--date-order", "dmy", "--json")

    assert json.loads(out)["new"] == 2


DOUBTFUL = b"Name;Rating;Review\nAda;5;\xc5\xc4\xd6\n"


@pytest.mark.parametrize(("encoding", "text"), [("windows-1251", "ЕДЦ"), ("cp1252", "ÅÄÖ")])
def test_an_encoding_can_be_given(encoding: str, text: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_bytes(DOUBTFUL)
    run("import", tmp_path / "old.csv", "--encoding", encoding)

    assert [case["review"]["text"] for case in json.loads(run("list", "--json")[1])] == [text]


def test_an_unknown_encoding_is_one_line_and_exit_2_and_makes_no_desk(run: Run, tmp_path: Path) -> None:
    code, _, err = run("import", FIXTURES / "yelp.json", "--encoding", "ebcdic")

    assert (code, err.count("\n")) == (2, 1)
    assert "There is no encoding 'ebcdic'" in err
    assert "cp1251, Cyrillic (Windows-1251)" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("language", "text"), [("bg", "ЕДЦ"), ("sv", "ÅÄÖ")])
def test_the_shops_language_settles_how_doubtful_letters_are_read(
    language: str, text: str, run: Run, tmp_path: Path
) -> None:
    with Desk.open(tmp_path / "desk.json") as desk:
        desk.save([], shop=replace(desk.shop(), language=language))
    (tmp_path / "old.csv").write_bytes(DOUBTFUL)
    run("import", tmp_path / "old.csv")

    assert [case["review"]["text"] for case in json.loads(run("list", "--json")[1])] == [text]


def test_list_gives_whole_cases_and_filters_by_status(run: Run) -> None:
    run("import", FIXTURES / "takeout")

    everything = json.loads(run("list", "--json")[1])
    answered = json.loads(run("list", "--status", "answered", "--json")[1])
    assert len(everything) == 6
    assert [case["review"]["author"] for case in answered] == ["Ada Berg"]
    assert answered[0]["replies"][0]["state"] == "seen"
    assert len(run("list", "--status", "new")[1].splitlines()) == 5


def test_export_takes_its_format_from_the_ending(run: Run, tmp_path: Path) -> None:
    run("import", FIXTURES / "takeout")
    for ending in ("csv", "json", "html"):
        assert run("export", tmp_path / f"out.{ending}")[0] == 0

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as handle:
        assert len(list(csv.DictReader(handle))) == 6
    assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))["cases"]) == 6
    assert "Brödet var torrt." in (tmp_path / "out.html").read_text("utf-8")


def test_export_of_one_case_in_a_named_format(run: Run, tmp_path: Path) -> None:
    run("import", FIXTURES / "takeout")
    [case] = json.loads(run("list", "--status", "answered", "--json")[1])

    chosen = ("--format", "csv", "--case", case["id"], "--columns", "author,text")
    assert run("export", tmp_path / "one.txt", *chosen)[0] == 0
    assert (tmp_path / "one.txt").read_text("utf-8").splitlines() == ["author,text", "Ada Berg,Varmt bröd!"]


def test_a_desks_export_comes_back_on_another_desk(run: Run, tmp_path: Path) -> None:
    run("import", FIXTURES / "takeout", FIXTURES / "booking.csv")
    run("export", tmp_path / "all.json")
    cases = json.loads(run("list", "--json")[1])
    other = tmp_path / "other"
    other.mkdir()

    assert main(["import", str(tmp_path / "all.json"), "--desk", str(other / "desk.json")]) == 0
    run("export", tmp_path / "again.json")
    main(["export", str(other / "again.json"), "--desk", str(other / "desk.json")])

    again = json.loads((other / "again.json").read_text("utf-8"))["cases"]
    assert sorted(case["id"] for case in again) == sorted(case["id"] for case in cases)
    assert {case["id"]: case for case in again} == {case["id"]: case for case in cases}


def test_importing_ones_own_exports_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("import", FIXTURES / "takeout", FIXTURES / "booking.csv")
    for ending in ("json", "csv", "xlsx"):
        run("export", tmp_path / f"out.{ending}")
        _, out, _ = run("import", tmp_path / f"out.{ending}", "--json")
        assert (json.loads(out)["new"], json.loads(out)["changed"]) == (0, 0), ending


@pytest.mark.parametrize(
    "arguments", [("out.csv", "--case", "nosuch"), ("out.docx",), ("out.csv", "--columns", "colour")]
)
def test_a_wrong_export_call_is_one_line_and_exit_2(arguments: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    run("import", FIXTURES / "yelp.json")
    code, _, err = run("export", tmp_path / arguments[0], *arguments[1:])

    assert code == 2
    assert err.count("\n") == 1
    assert not (tmp_path / arguments[0]).exists()


def test_a_desk_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    code, _, err = run("list")

    assert code == 2
    assert "no desk" in err
    assert list(tmp_path.iterdir()) == []
