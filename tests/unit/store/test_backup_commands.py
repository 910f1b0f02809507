"""`reviewdesk backup` and `reviewdesk restore` as a shop owner types them."""

import argparse

import pytest

from reviewdesk_gui.commands import backup, restore
from reviewdesk_gui.domain.errors import ReviewDeskError, UsageError
from reviewdesk_gui.store.desk import Desk


def reviewdesk(*words):
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    backup.add_parser(commands)
    restore.add_parser(commands)
    args = parser.parse_args([str(word) for word in words])
    return args.run(args)


@pytest.fixture
def filled(desk_path, make_case):
    """A closed desk with two cases."""
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)])
    return desk_path


def test_there_and_back_again(filled, make_case, tmp_path, capsys):
    out, laptop = tmp_path / "out.zip", tmp_path / "laptop" / "desk.json"
    assert reviewdesk("backup", out, "--desk", filled) == 0
    assert "2 cases, 2 of them open" in capsys.readouterr().out
    assert reviewdesk("restore", out, "--desk", laptop) == 0
    assert capsys.readouterr().out == f"{laptop}: 2 cases restored from out.zip.\n"
    with Desk.open(laptop) as desk:
        assert desk.cases() == [make_case(1), make_case(2)]


def test_restoring_over_a_desk_says_where_the_former_state_is(filled, make_case, tmp_path, capsys):
    out = tmp_path / "out.zip"
    reviewdesk("backup", out, "--desk", filled)
    with Desk.open(filled) as desk:
        desk.save([make_case(3)])
    reviewdesk("restore", out, "--desk", filled)
    assert "What was there before is kept in" in capsys.readouterr().out
    with Desk.open(filled) as desk:
        assert len(desk.cases()) == 2


def test_a_backup_is_made_while_the_window_has_the_desk_open(filled, make_case, tmp_path, capsys):
    with Desk.open(filled) as desk:
        desk.save([make_case(3)])
        assert reviewdesk("backup", tmp_path / "out.zip", "--desk", filled) == 0
        with pytest.raises(ReviewDeskError, match="is open in another ReviewDesk window"):
            reviewdesk("restore", tmp_path / "out.zip", "--desk", filled)
    assert "3 cases" in capsys.readouterr().out


def test_the_phrase_comes_from_the_environment(filled, tmp_path, monkeypatch, capsys):
    with Desk.open(filled) as desk:
        desk.protection.set("long enough")
    with pytest.raises(ReviewDeskError, match="protected"):
        reviewdesk("backup", tmp_path / "out.zip", "--desk", filled)
    monkeypatch.setenv("REVIEWDESK_PASSPHRASE", "long enough")
    reviewdesk("backup", tmp_path / "out.zip", "--desk", filled)
    reviewdesk("restore", tmp_path / "out.zip", "--desk", tmp_path / "laptop.json")
    with Desk.open(tmp_path / "laptop.json", passphrase="long enough") as desk:
        assert len(desk.cases()) == 2


def test_calls_that_make_no_sense_are_told(filled, tmp_path):
    with pytest.raises(UsageError, match="there is no desk at"):
        reviewdesk("backup", tmp_path / "out.zip", "--desk", tmp_path / "none.json")
    with pytest.raises(UsageError, match="is a folder"):
        reviewdesk("backup", tmp_path, "--desk", filled)
    with pytest.raises(UsageError, match="overwrite the desk itself"):
        reviewdesk("backup", filled, "--desk", filled)
    with pytest.raises(ReviewDeskError, match="cannot be read"):
        reviewdesk("restore", tmp_path / "none.zip", "--desk", filled)
