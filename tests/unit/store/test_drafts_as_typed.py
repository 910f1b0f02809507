"""Replies as typed: back after a crash, never over newer words, never without bound."""

import shutil

from reviewdesk_gui.domain.case import Status
from reviewdesk_gui.store.desk import Desk


def killed_copy(path, target):
    """The folder as a killed process leaves it."""
    shutil.copytree(path.parent, target)
    return target / path.name


def test_a_draft_is_in_the_case_at_once_and_after_a_kill(desk_path, make_case, tmp_path):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
        desk.save_draft("c1", "Dear guest", template="apology")
        assert desk.case("c1").draft == "Dear guest"
        assert desk.case("c1").status is Status.DRAFTING
        desk.wait()
        left = killed_copy(desk_path, tmp_path / "left")
    with Desk.open(left) as desk:
        found = desk.case("c1")
        assert (found.draft, found.draft_template, found.status) == ("Dear guest", "apology", Status.DRAFTING)
    assert not left.with_name("desk.json.drafts").exists()


def test_a_draft_does_not_come_back_over_a_later_save(desk_path, make_case, tmp_path):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
        desk.save_draft("c1", "half a thought")
        desk.save([make_case(1)])
        desk.wait()
        left = killed_copy(desk_path, tmp_path / "left")
        desk.compact_in_background()
        desk.wait()
        compacted = killed_copy(desk_path, tmp_path / "compacted")
    for path in (left, compacted):
        with Desk.open(path) as desk:
            assert desk.case("c1").draft == ""


def test_the_draft_of_a_deleted_case_is_forgotten(desk_path, make_case, tmp_path):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
        desk.save_draft("c1", "half a thought")
        desk.save([], delete=["c1"])
        desk.wait()
        left = killed_copy(desk_path, tmp_path / "left")
    with Desk.open(left) as desk:
        assert desk.cases() == []
    assert not desk_path.with_name("desk.json.drafts").exists()


def test_a_day_of_typing_keeps_the_file_small(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
        for second in range(3000):
            desk.save_draft("c1", f"{second} " + "x" * 400)
        assert desk_path.with_name("desk.json.drafts").stat().st_size < 100_000
        assert sum(path.stat().st_size for path in desk_path.parent.glob("*.journal-*")) < 5_000


def test_a_damaged_draft_file_harms_nothing_else(desk_path, make_case, tmp_path):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)])
        desk.save_draft("c1", "first")
        desk.save_draft("c2", "second")
        desk.wait()
        left = killed_copy(desk_path, tmp_path / "left")
    drafts = left.with_name("desk.json.drafts")
    drafts.write_bytes(drafts.read_bytes().replace(b"second", b"sec\xff\xfe"))
    with Desk.open(left) as desk:
        assert [desk.case(case_id).draft for case_id in ("c1", "c2")] == ["first", ""]


def test_drafts_show_in_a_read_only_look_without_being_written(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
        desk.save_draft("c1", "Dear guest")
        with Desk.open(desk_path, read_only=True) as onlooker:
            assert onlooker.case("c1").draft == "Dear guest"
