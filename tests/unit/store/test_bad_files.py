"""Files cut, flipped, emptied and swapped: always a message and a working desk, and nothing whole is lost."""

import errno
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.errors import DeskError, UnreadableDeskError, WriteError


@pytest.fixture
def filled(desk_path, make_case):
    """A desk closed after two sessions, the second with changes: former snapshot and journal lie beside it."""
    with Desk.open(desk_path) as desk:
        desk.save([make_case(number) for number in range(4)])
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1, facts="second session")])
        desk.save([make_case(4)], delete=["c0"])
    return desk_path


def expected(make_case):
    return {"c1": make_case(1, facts="second session"), **{f"c{n}": make_case(n) for n in (2, 3, 4)}}


def found(path):
    with Desk.open(path) as desk:
        return {case.id: case for case in desk.cases()}, desk.notices


def ruin_line_of_c2(source, target):
    data = bytearray(source.read_bytes())
    data[data.index(b'":', data.index(b"Gast 2"))] = 0
    target.write_bytes(data)


def only_journal(path, make_case, tmp_path):
    """A desk whose process was killed after three acknowledged changes; the journal and the state after each line."""
    desk = Desk.open(path)
    states = [{}]
    for change in ([make_case(1)], [make_case(1, facts="two"), make_case(2)], [make_case(3)]):
        desk.save(change)
        states.append({case.id: case for case in desk.cases()})
    desk.wait()
    copy = tmp_path / "killed"
    shutil.copytree(path.parent, copy)
    desk.close()
    (copy / "desk.json.owner").unlink()
    return copy / path.name, states


def test_a_journal_cut_at_every_byte_gives_a_state_that_was_acknowledged(desk_path, make_case, tmp_path):
    path, states = only_journal(desk_path, make_case, tmp_path)
    journal = next(path.parent.glob("*.journal-*"))
    whole = journal.read_bytes()
    lines = [len(part) + 1 for part in whole.split(b"\n")[:-1]]
    for cut in range(len(whole) + 1):
        journal.write_bytes(whole[:cut])
        complete = sum(1 for n in range(2, len(lines) + 1) if sum(lines[:n]) <= cut)
        with Desk.open(path, read_only=True) as desk:
            assert {case.id: case for case in desk.cases()} == states[complete]


def test_a_change_that_the_disk_refused_is_not_there_after_a_kill(desk_path, make_case, faulty_disk):
    disk = faulty_disk()
    with Desk.open(desk_path, disk=disk) as desk:
        desk.save([make_case(1)])
        desk.save([make_case(1, facts="before the bad sector")])
        desk.wait()
        disk.step, disk.error = disk.count + 2, errno.EIO
        with pytest.raises(WriteError, match="the disk reported an error"):
            desk.save([make_case(2)])
        with Desk.open(desk_path, read_only=True) as left_by_a_kill:
            assert left_by_a_kill.cases() == [make_case(1, facts="before the bad sector")]
        desk.save([make_case(3)])
        with Desk.open(desk_path, read_only=True) as left_by_a_kill:
            assert [case.id for case in left_by_a_kill.cases()] == ["c1", "c3"]


@pytest.mark.parametrize("ending", ["desk.json", "journal-000003"])
def test_a_file_on_a_bad_sector_counts_as_damaged(filled, make_case, ending, monkeypatch):
    desk = Desk.open(filled)
    desk.save([], delete=["c1"])
    with monkeypatch.context() as patch:
        patch.setattr(Disk, "read", refusing(ending, errno.EIO))
        with Desk.open(filled, read_only=True) as onlooker:
            assert len(onlooker.cases()) == (3 if ending == "desk.json" else 4)
            assert "damaged" in onlooker.notices[0]
    desk.close()


def test_a_file_that_may_not_be_read_is_left_where_it_is(filled, monkeypatch):
    monkeypatch.setattr(Disk, "read", refusing("desk.json", errno.EACCES))
    before = sorted(filled.parent.iterdir())
    with pytest.raises(UnreadableDeskError, match="access is denied"):
        Desk.open(filled)
    assert sorted(filled.parent.iterdir()) == before


def refusing(ending, number):
    """Root may read everything and no disk here is broken, so the refusal of the system is put in by hand."""

    def read(self, path):
        if path.name.endswith(ending):
            raise OSError(number, "refused")
        return path.read_bytes()

    return read


def test_a_flipped_byte_in_the_last_line_is_told_too(desk_path, make_case, tmp_path):
    path, states = only_journal(desk_path, make_case, tmp_path)
    journal = next(path.parent.glob("*.journal-*"))
    data = bytearray(journal.read_bytes())
    data[-30] ^= 1
    journal.write_bytes(data)
    cases, notices = found(path)
    assert cases == states[2]
    assert "1 change could not be read" in notices[0]


def test_a_journal_without_its_head_counts_all_the_same(desk_path, make_case, tmp_path):
    path, states = only_journal(desk_path, make_case, tmp_path)
    journal = next(path.parent.glob("*.journal-*"))
    journal.write_bytes(b"x" + journal.read_bytes())
    cases, notices = found(path)
    assert cases == states[-1]
    assert "1 change could not be read" in notices[0]


def test_only_the_journal_is_left(desk_path, make_case, tmp_path):
    path, states = only_journal(desk_path, make_case, tmp_path)
    path.write_bytes(b"\0\0\0")
    shutil.rmtree(path.with_name("desk.json.backups"), ignore_errors=True)
    path.with_name("desk.json.previous").unlink(missing_ok=True)
    cases, notices = found(path)
    assert cases == states[-1]
    assert "there is no backup; what the journal holds was opened" in notices[0]
    assert found(path) == (cases, ())


def test_a_desk_with_a_torn_last_line_works_on(desk_path, make_case, tmp_path):
    path, states = only_journal(desk_path, make_case, tmp_path)
    journal = next(path.parent.glob("*.journal-*"))
    journal.write_bytes(journal.read_bytes()[:-20])
    with Desk.open(path) as desk:
        assert desk.notices == ()
        desk.save([make_case(9)])
    cases, notices = found(path)
    assert cases == {**states[2], "c9": make_case(9)}
    assert notices == ()


def test_a_flipped_byte_in_the_middle_of_a_journal_costs_one_change_and_is_told(desk_path, make_case, tmp_path):
    path, _ = only_journal(desk_path, make_case, tmp_path)
    journal = next(path.parent.glob("*.journal-*"))
    data = bytearray(journal.read_bytes())
    second_line = data.index(b'"two"')
    data[second_line] ^= 1
    journal.write_bytes(data)
    cases, notices = found(path)
    assert cases == {"c1": make_case(1), "c3": make_case(3)}
    assert "1 change could not be read" in notices[0]
    assert list(path.parent.glob("*.journal-*.damaged-*")), "the bad journal was not kept"
    assert found(path) == (cases, ())


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"{", b"no json at all", b'{"cases":{\n"1":'])
def test_a_ruined_snapshot_loses_nothing(filled, make_case, content):
    filled.write_bytes(content)
    cases, notices = found(filled)
    assert cases == expected(make_case)
    assert "its former copy and the journal were opened" in notices[0]
    kept = next(filled.parent.glob("desk.json.damaged-*"))
    assert kept.read_bytes() == content
    assert kept.name in notices[-1]
    assert found(filled) == (cases, ())


def test_a_missing_snapshot_loses_nothing(filled, make_case):
    filled.unlink()
    cases, notices = found(filled)
    assert cases == expected(make_case)
    assert "is missing" in notices[0]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 0.9999), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_in_the_snapshot_loses_nothing(filled, make_case, share, bit):
    whole = filled.read_bytes()
    data = bytearray(whole)
    data[int(share * len(data))] ^= 1 << bit
    filled.write_bytes(data)
    try:
        with Desk.open(filled, read_only=True) as desk:
            assert {case.id: case for case in desk.cases()} == expected(make_case)
    finally:
        filled.write_bytes(whole)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 0.9999), bit=st.integers(0, 7))
def test_a_flipped_bit_in_the_snapshot_of_a_killed_session_loses_nothing(filled, make_case, share, bit):
    desk = Desk.open(filled)
    desk.save([make_case(7)])
    whole = filled.read_bytes()
    data = bytearray(whole)
    data[int(share * len(data))] ^= 1 << bit
    filled.write_bytes(data)
    try:
        with Desk.open(filled, read_only=True) as onlooker:
            assert {case.id: case for case in onlooker.cases()} == {**expected(make_case), "c7": make_case(7)}
    finally:
        filled.write_bytes(whole)
        desk.save([], delete=["c7"])
        desk.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0, 0.9999))
def test_a_snapshot_cut_anywhere_loses_nothing(filled, make_case, cut):
    whole = filled.read_bytes()
    filled.write_bytes(whole[: int(cut * len(whole))])
    try:
        with Desk.open(filled, read_only=True) as desk:
            assert {case.id: case for case in desk.cases()} == expected(make_case)
    finally:
        filled.write_bytes(whole)


def test_snapshot_and_former_copy_ruined_opens_the_backup_and_keeps_what_can_be_read(filled, make_case):
    ruin_line_of_c2(filled, filled)
    (filled.parent / "desk.json.previous").write_bytes(b"gone")
    cases, notices = found(filled)
    assert cases == expected(make_case), "c2 comes from the backup, and the journal says that c0 was deleted"
    assert "backup" in notices[0]


def test_a_lone_damaged_snapshot_gives_what_still_stands_on_its_lines(filled, make_case, tmp_path):
    alone = tmp_path / "alone" / "desk.json"
    alone.parent.mkdir()
    ruin_line_of_c2(filled, alone)
    cases, notices = found(alone)
    assert cases == {key: case for key, case in expected(make_case).items() if key != "c2"}
    assert "3 cases in it can be read" in notices[0]


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n....", b'{"a": 1}', b"[1, 2]", b'{"_default": {"1": {"x": 1}}}']
)
def test_a_file_that_is_no_desk_is_left_alone(tmp_path, content):
    path = tmp_path / "holiday.png"
    path.write_bytes(content)
    with pytest.raises(UnreadableDeskError, match="is not a ReviewDesk file; it has not been touched"):
        Desk.open(path)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_desk(tmp_path, make_case):
    path = tmp_path / "new.json"
    path.touch()
    with Desk.open(path) as desk:
        assert desk.notices == ()
        desk.save([make_case(1)])
    assert found(path)[0] == {"c1": make_case(1)}


def test_a_folder_in_the_place_of_the_desk_is_told(tmp_path):
    with pytest.raises(DeskError, match="cannot be read"):
        Desk.open(tmp_path)


def test_a_journal_of_another_desk_is_kept_aside(filled, make_case, tmp_path):
    other = tmp_path / "other" / "desk.json"
    with Desk.open(other) as desk:
        desk.save([make_case(50)])
    stranger = filled.with_name("desk.json.journal-000900")
    shutil.copy(next(other.parent.glob("*.journal-*")), stranger)
    cases, notices = found(filled)
    assert cases == expected(make_case)
    assert "belongs to another desk" in notices[0]
    assert not stranger.exists()


def test_a_case_that_is_not_understood_stays_in_the_file(filled, make_case):
    with Desk.open(filled) as desk:
        desk.database.table("cases").insert({"id": "odd", "review": 7})
    cases, notices = found(filled)
    assert cases == expected(make_case)
    assert "1 cases are not understood" in notices[0]
    assert b'"odd"' in filled.read_bytes()
