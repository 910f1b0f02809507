"""`reviewdesk export`: what it refuses to overwrite, which cases it takes, which columns."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.cli import main

Export = Callable[..., tuple[int, str, str]]


@pytest.fixture
def export(desk: Path, capsys: pytest.CaptureFixture[str]) -> Export:
    """``export(out, "--case", id)``: exit code, stdout, stderr."""
    capsys.readouterr()

    def work(out: Path, *args: object) -> tuple[int, str, str]:
        code = main(["export", str(out), "--desk", str(desk), *map(str, args)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return work


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("name", ["desk.json", "desk.json.previous", "desk.json.journal-000001", "desk.json.lock"])
@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_desk_is_not_overwritten(name: str, form: str, desk: Path, export: Export) -> None:
    before = contents(desk.parent)
    code, _, err = export(desk.parent / name, "--format", form)

    assert code == 2
    assert "choose another name or another folder" in err
    assert err.count("\n") == 1
    assert contents(desk.parent) == before


@pytest.mark.parametrize("ending", ["md", "html", "json", "sqlite", "parquet", "zip"])
def test_columns_of_what_is_no_table_are_refused(ending: str, desk: Path, export: Export) -> None:
    out = desk.with_name(f"out.{ending}")
    code, _, err = export(out, "--columns", "platform,rating")

    assert code == 2
    assert "csv or xlsx" in err
    assert err.count("\n") == 1
    assert not out.exists()


def test_columns_of_a_table_are_the_only_ones_written(desk: Path, export: Export) -> None:
    out = desk.with_name("out.csv")

    assert export(out, "--columns", "platform,rating")[0] == 0
    assert out.read_text("utf-8").splitlines()[0] == "platform,rating"
    assert "Berg" not in out.read_text("utf-8")


def authors(out: Path) -> list[str]:
    return sorted(line.split(",")[0] for line in out.read_text("utf-8").splitlines()[1:])


@pytest.mark.parametrize(
    ("chosen", "wanted"),
    [
        ((), ["Ada Berg", "Bo Ek", "Cia Dal"]),
        (("--case", "a1", "--case", "c3"), ["Ada Berg", "Cia Dal"]),
        (("--case", "c3", "--case", "c3"), ["Cia Dal"]),
        (("--status", "new", "--status", "closed"), ["Ada Berg", "Cia Dal"]),
        (("--platform", "google"), ["Ada Berg", "Cia Dal"]),
        (("--find", "DRY"), ["Ada Berg", "Bo Ek"]),
        (("--find", "dry soup"), ["Bo Ek"]),
        (("--find", "dry", "--platform", "google", "--status", "new"), ["Ada Berg"]),
        (("--view", "to_answer"), ["Ada Berg"]),
        (("--view", "closed"), ["Cia Dal"]),
        (("--find", "nothing like this"), []),
    ],
)
def test_some_of_the_cases(chosen: tuple[str, ...], wanted: list[str], desk: Path, export: Export) -> None:
    out = desk.with_name("out.csv")
    code, told, _ = export(out, "--columns", "author", *chosen)

    assert code == 0
    assert authors(out) == wanted
    assert told.startswith(f"{len(wanted)} case")


def test_a_case_that_is_not_there_is_named_and_nothing_is_written(desk: Path, export: Export) -> None:
    out = desk.with_name("out.csv")
    code, _, err = export(out, "--case", "a1", "--case", "nosuch", "--case", "none")

    assert code == 2
    assert "nosuch" in err
    assert not out.exists()


def test_a_platform_that_no_case_has_is_a_slip_of_the_pen(desk: Path, export: Export) -> None:
    code, _, err = export(desk.with_name("out.csv"), "--platform", "gogle")

    assert code == 2
    assert "google, yelp" in err
