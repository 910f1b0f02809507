"""The tour does the main job for every type of review; the doctor says what is there and what is not well."""

import csv
from pathlib import Path

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.cli import main
from reviewdesk_gui.domain.case import CaseType


def test_the_tour_answers_a_review_of_every_type_cleanly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tour", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    for kind in CaseType:
        line = next(line for line in out.splitlines() if line.split()[:1] == [kind.value])
        assert "reply drafted, checked and clean" in line
    rows = list(csv.DictReader((tmp_path / "history.csv").read_text("utf-8-sig").splitlines(keepends=True)))
    assert len(rows) > 30
    assert (tmp_path / "history.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert main(["doctor", "--desk", str(tmp_path / "desk.json")]) == 0
    assert f"{len(rows)} cases" in capsys.readouterr().out


def test_the_tour_spares_a_desk_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.csv").write_text("author,rating,text\nAda,2,Torrt\n", "utf-8")
    assert main(["import", str(tmp_path / "list.csv"), "--desk", str(tmp_path / "desk.json")]) == 0

    assert main(["tour", str(tmp_path)]) == 2
    assert "is a desk in use; choose another folder" in capsys.readouterr().err
    assert main(["list", "--desk", str(tmp_path / "desk.json")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_the_tour_writes_over_no_other_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.csv").write_text("author,rating,text\nAda,2,Torrt\n", "utf-8")
    other = tmp_path / "history.json"
    assert main(["import", str(tmp_path / "list.csv"), "--desk", str(other)]) == 0

    assert main(["tour", str(tmp_path)]) == 2
    assert "would overwrite another desk" in capsys.readouterr().err
    assert main(["list", "--desk", str(other)]) == 0
    assert "Ada" in capsys.readouterr().out


def test_no_picture_is_saved_over_the_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("PySide6")
    desk = tmp_path / "desk.png"
    (tmp_path / "list.csv").write_text("author,rating,text\nAda,2,Torrt\n", "utf-8")
    assert main(["import", str(tmp_path / "list.csv"), "--desk", str(desk)]) == 0

    assert main(["--desk", str(desk), "--screenshot", str(desk)]) == 2
    assert "would overwrite the desk itself" in capsys.readouterr().err
    assert main(["list", "--desk", str(desk)]) == 0
    assert "Ada" in capsys.readouterr().out


def test_the_doctor_is_content_with_no_desk_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--desk", str(tmp_path / "none.json")]) == 0
    out = capsys.readouterr().out
    assert "none yet" in out
    assert "BAD" not in out


def test_the_doctor_names_file_and_line_of_a_broken_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "platforms.toml").write_text('[[platform]]\nid = "x"\nname = "X"\nlimit = 5\n', "utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    assert main(["doctor", "--desk", str(tmp_path / "none.json")]) == 1
    assert "platforms.toml:2: platform x: a limit needs a source" in capsys.readouterr().out


def test_the_doctor_finds_a_ruined_desk_and_repairs_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = tmp_path / "desk.json"
    assert main(["import", str(paths.resources() / "samples"), "--desk", str(desk)]) == 0
    desk.write_bytes(desk.read_bytes()[:-200] + b"\x00" * 50)
    assert main(["doctor", "--desk", str(desk)]) == 1
    assert "BAD" in capsys.readouterr().out
    assert main(["doctor", "--desk", str(desk), "--repair"]) == 0
    capsys.readouterr()
    assert main(["list", "--desk", str(desk)]) == 0
    assert "Peter Nyqvist" in capsys.readouterr().out
