"""`reviewdesk list` and `reviewdesk export` take the same words for which cases are meant."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.cli import main

Shown = Callable[..., list[str]]
CHOICES = (
    ((), ["Ada Berg", "Bo Ek", "Cia Dal"]),
    (("--status", "new", "--status", "closed"), ["Ada Berg", "Cia Dal"]),
    (("--platform", "google"), ["Ada Berg", "Cia Dal"]),
    (("--platform", "google", "--platform", "yelp", "--find", "DRY"), ["Ada Berg", "Bo Ek"]),
    (("--view", "to_answer"), ["Ada Berg"]),
    (("--case", "c3", "--case", "a1"), ["Ada Berg", "Cia Dal"]),
    (("--find", "nothing like this"), []),
)


@pytest.fixture
def listed(desk: Path, capsys: pytest.CaptureFixture[str]) -> Shown:
    def work(*args: str) -> list[str]:
        assert main(["list", "--json", "--desk", str(desk), *args]) == 0
        return sorted(case["review"]["author"] for case in json.loads(capsys.readouterr().out))

    return work


@pytest.fixture
def exported(desk: Path) -> Shown:
    def work(*args: str) -> list[str]:
        out = desk.with_name("out.csv")
        assert main(["export", str(out), "--desk", str(desk), *args]) == 0
        return sorted(row["author"] for row in csv.DictReader(out.read_text("utf-8").splitlines()))

    return work


@pytest.mark.parametrize(("words", "meant"), CHOICES)
@pytest.mark.parametrize("command", ["listed", "exported"])
def test_both_mean_the_same_cases(
    command: str, words: tuple[str, ...], meant: list[str], request: pytest.FixtureRequest
) -> None:
    show: Shown = request.getfixturevalue(command)
    assert show(*words) == meant


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--platform", "gogle"), "There is no platform gogle on this desk. There are: google, yelp."),
        (("--case", "z9"), "There is no case z9 on this desk."),
    ],
)
def test_a_slip_of_the_pen_is_told(
    words: tuple[str, ...], said: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--desk", str(desk), *words]) == 2
    assert capsys.readouterr().err == f"reviewdesk: {said}\n"
