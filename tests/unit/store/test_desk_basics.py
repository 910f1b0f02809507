"""A desk opened, filled, closed and found again."""

from pathlib import Path

import pytest
from tinydb import Query, TinyDB

from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.store.desk import Desk, instance_name
from reviewdesk_gui.store.errors import ReadOnlyError


def test_everything_saved_is_there_after_reopening(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)], shop=Shop(name="Lunchkamer"), settings={"theme": "dark"})
        desk.save([], templates={"thanks": {"text": "Tack!", "language": "sv"}})
    with Desk.open(desk_path) as desk:
        assert desk.cases() == [make_case(1), make_case(2)]
        assert desk.shop() == Shop(name="Lunchkamer")
        assert desk.settings() == {"theme": "dark"}
        assert desk.templates() == {"thanks": {"id": "thanks", "text": "Tack!", "language": "sv"}}
        assert desk.notices == ()


def test_changes_are_on_disk_before_the_desk_is_closed(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
        desk.save([make_case(1, facts="the boiler was off")], delete=["c7"])
        with Desk.open(desk_path, read_only=True) as onlooker:
            assert onlooker.case("c1") == make_case(1, facts="the boiler was off")


def test_deleting_and_bringing_back_is_what_undo_needs(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)])
        desk.save([], delete=["c1"])
        assert [case.id for case in desk.cases()] == ["c2"]
        desk.save([make_case(1)])
    with Desk.open(desk_path) as desk:
        assert {case.id for case in desk.cases()} == {"c1", "c2"}


def test_a_case_both_saved_and_deleted_stays(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
        desk.save([make_case(1, facts="new")], delete=["c1"])
        assert desk.case("c1") == make_case(1, facts="new")


def test_the_list_of_cases_is_the_callers_own(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
        before = desk.cases()
        desk.save([make_case(2)])
        assert [case.id for case in before] == ["c1"]


def test_saving_what_is_already_there_writes_nothing(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
        journal = next(desk_path.parent.glob("*.journal-*"))
        size = journal.stat().st_size
        desk.save([make_case(1)])
        assert journal.stat().st_size == size


def test_templates_are_changed_and_taken_away_one_by_one(desk_path):
    with Desk.open(desk_path) as desk:
        desk.save([], templates={"a": {"text": "A"}, "b": {"text": "B"}})
        desk.save([], templates={"a": {"text": "A2"}, "b": None, "c": {"text": "C"}})
    with Desk.open(desk_path) as desk:
        assert {name: row["text"] for name, row in desk.templates().items()} == {"a": "A2", "c": "C"}


def test_half_a_surrogate_pair_does_not_stop_a_save(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1, facts="broken \ud83d emoji")])
        assert desk.case("c1").facts == "broken ? emoji"
    with Desk.open(desk_path) as desk:
        assert desk.case("c1").facts == "broken ? emoji"


def test_stock_tinydb_reads_the_closed_desk(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)], settings={"theme": "dark"})
    with TinyDB(desk_path, encoding="utf-8") as database:
        found = database.table("cases").search(Query().review.author == "Gast 2")
        assert [document["id"] for document in found] == ["c2"]
        assert database.table("settings").all() == [{"theme": "dark"}]


def test_a_desk_that_stock_tinydb_wrote_to_is_taken_as_it_is(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)])
    with TinyDB(desk_path, encoding="utf-8") as database:
        database.table("cases").update({"facts": "by script"}, Query().id == "c2")
    with Desk.open(desk_path) as desk:
        assert desk.case("c2") == make_case(2, facts="by script")
        assert desk.notices == ()


def test_a_read_only_desk_takes_no_changes(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
    files = sorted(desk_path.parent.iterdir())
    with Desk.open(desk_path, read_only=True) as desk:
        with pytest.raises(ReadOnlyError, match="reading only"):
            desk.save([make_case(2)])
        with pytest.raises(ReadOnlyError):
            desk.save_draft("c1", "typed")
        assert desk.cases() == [make_case(1)]
    assert sorted(desk_path.parent.iterdir()) == files


def test_a_closed_desk_takes_no_changes_and_closes_twice(desk_path, make_case):
    desk = Desk.open(desk_path)
    desk.close()
    desk.close()
    with pytest.raises(ReadOnlyError):
        desk.save([make_case(1)])


def test_the_instance_name_is_the_same_for_every_spelling(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert instance_name(Path("desk.json")) == instance_name(tmp_path / "x" / ".." / "desk.json")
    assert instance_name(Path("desk.json")) != instance_name(Path("other.json"))


def test_background_compaction_keeps_what_is_saved_meanwhile(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        for number in range(300):
            desk.save([make_case(number, facts="x" * 20_000)])
        before = desk_path.stat().st_size
        assert desk.troubles == ()
    assert before > 1_000_000, "the snapshot was never written in the background"
    with Desk.open(desk_path) as desk:
        assert len(desk.cases()) == 300
    assert sum(path.stat().st_size for path in desk_path.parent.glob("*.journal-*")) < 7_000_000
