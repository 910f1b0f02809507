"""The desk through TinyDB's own calls."""

import pytest
from tinydb import Query
from tinydb.operations import increment
from tinydb.table import Document

from reviewdesk_gui.store.desk import Desk


@pytest.fixture
def desk(desk_path):
    """An open desk."""
    with Desk.open(desk_path) as desk:
        yield desk


def reopened(desk):
    desk.close()
    return Desk.open(desk.path)


def test_tables_do_what_stock_tinydb_does_and_last(desk):
    notes = desk.database.table("notes")
    ids = notes.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    notes.insert(Document({"n": 9}, doc_id=40))
    assert notes.insert({"n": 10}) == 41
    notes.update({"seen": True}, Query().n >= 2)
    notes.update(increment("n"), doc_ids=[ids[0]])
    notes.remove(Query().n == 3)
    notes.upsert({"n": 5, "late": True}, Query().n == 5)
    wanted = [{"n": 2}, {"n": 2, "seen": True}, {"n": 9, "seen": True}, {"n": 10, "seen": True}, {"n": 5, "late": True}]
    assert notes.all() == wanted
    with reopened(desk) as again:
        assert again.database.table("notes").all() == wanted
        assert again.database.table("notes").get(doc_id=40) == {"n": 9, "seen": True}


def test_a_query_sees_changes_made_after_it(desk):
    notes = desk.database.table("notes")
    notes.insert({"n": 1})
    assert notes.count(Query().n == 2) == 0
    notes.update({"n": 2})
    assert notes.count(Query().n == 2) == 1


def test_truncating_and_dropping_last(desk):
    desk.database.table("a").insert({"n": 1})
    desk.database.table("b").insert({"n": 1})
    desk.database.table("c").insert({"n": 1})
    desk.database.table("a").truncate()
    desk.database.drop_table("b")
    assert desk.database.tables() >= {"c"}
    with reopened(desk) as again:
        assert [again.database.table(name).all() for name in "abc"] == [[], [], [{"n": 1}]]
        again.database.drop_tables()
        assert again.database.table("c").all() == []


def test_an_updater_that_fails_changes_nothing(desk):
    notes = desk.database.table("notes")
    notes.insert_multiple([{"n": 1}, {"n": "two"}])
    with pytest.raises(TypeError):
        notes.update(increment("n"))
    assert notes.all() == [{"n": 1}, {"n": "two"}]


def test_inserting_an_id_twice_is_refused(desk):
    notes = desk.database.table("notes")
    notes.insert(Document({"n": 1}, doc_id=3))
    with pytest.raises(ValueError, match="already exists"):
        notes.insert(Document({"n": 2}, doc_id=3))
    assert notes.all() == [{"n": 1}]


def test_a_change_writes_only_its_document(desk, make_case):
    desk.save([make_case(number) for number in range(200)])
    journal = next(desk.path.parent.glob("*.journal-*"))
    before = journal.stat().st_size
    desk.database.table("cases").update({"facts": "seen"}, Query().id == "c7")
    assert journal.stat().st_size - before < 2_500
