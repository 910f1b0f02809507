"""Erasing one person everywhere, and the end of the retention period."""

from datetime import UTC, datetime, timedelta
from typing import get_type_hints

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case, Status
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.timeline import EventKind
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.erase import erased, mentioning, written_by
from reviewdesk_gui.store.retention import expired, is_erased

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def test_the_person_is_gone_and_the_figures_stay(make_case):
    case = make_case(1, facts="Gast 1 called", draft="Beste Gast 1", former_reviews=(make_case(1).review,))
    bare = erased(case, NOW)
    assert (bare.review.rating, bare.review.written_at, bare.type, bare.topics) == (
        2.0,
        case.review.written_at,
        case.type,
        case.topics,
    )
    assert bare.review.keys == case.review.keys[1:], "the hashed key stays, the platform's own id goes"
    assert [event.kind for event in bare.timeline] == [EventKind.RECEIVED, EventKind.ERASED]
    for word in ("Gast", "Soep", "Sorry", "Sanne", "r-1", "soup", "Lunch"):
        assert word not in repr(bare)


def test_erasing_twice_changes_nothing_more(make_case):
    once = erased(make_case(1), NOW)
    assert erased(once, NOW + timedelta(days=1)) == once


def test_a_person_is_found_by_name_whatever_the_case_and_blanks(make_case):
    signed = make_case(1)
    formerly = make_case(2, former_reviews=(replace(make_case(2).review, author="gast  1"),))
    told_of = make_case(3, facts="The same day as GAST 1.")
    cases = [signed, formerly, told_of, make_case(4)]
    assert written_by(cases, " Gast 1") == [signed, formerly]
    assert mentioning(cases, "gast 1") == [told_of]
    assert written_by(cases, "  ") == mentioning(cases, "") == []


@pytest.mark.parametrize("killed", [False, True])
def test_nothing_of_the_person_is_left_beside_the_desk(desk_path, make_case, killed):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)])
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1, facts="Gast 1 called")])
        desk.save_draft("c1", "Beste Gast 1")
        desk.wait()
        desk.save([erased(desk.case("c1"), NOW)])
        assert desk.privacy.purge(["c1"])() == []
        if killed:
            assert b"Gast 1" not in all_bytes(desk_path)
        backup = desk.backups.all()[0]
        assert backup.manifest.cases == 2
        desk.backups.go_back(backup.path)
        assert is_erased(desk.case("c1"))
        assert desk.case("c2") == make_case(2)
    assert b"Gast 1" not in all_bytes(desk_path)


def test_files_that_may_still_hold_words_are_named(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
    desk_path.write_bytes(b"ruined")
    with Desk.open(desk_path) as desk:
        desk.save([erased(make_case(1), NOW)])
        desk.wait()
        rusty = desk.backups.all()[0].path
        rusty.write_bytes(b"rust")
        left = desk.privacy.purge(["c1"])()
        assert left[0] == rusty
        assert ".damaged-" in left[1].name


def test_closed_cases_expire_after_their_period(make_case):
    closed = [
        make_case(number, status=Status.CLOSED, closed_at=NOW - timedelta(days=days))
        for number, days in enumerate((10, 400, 500))
    ]
    still_open = make_case(7)
    assert expired([*closed, still_open], 365, NOW) == [closed[2], closed[1]]
    assert expired([erased(case, NOW) for case in closed], 365, NOW) == []
    assert expired(closed, 0, NOW) == []


def all_bytes(path):
    return b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())


STAYS_IN_CASE = {"id", "type", "status", "outcome", "cause", "topics", "reply_language", "former_reviews"}
STAYS_IN_REVIEW = {"platform", "rating_original", "language", "location", "keys"}


def test_every_text_that_a_case_can_hold_goes_unless_it_says_nothing_of_the_person(make_case):
    """A field that is added to a case later fails here until somebody decides about it."""
    review = replace(make_case(1).review, **filled(Review))
    case = replace(make_case(1, review=review), **filled(Case))
    bare = erased(case, NOW)
    assert {name for name in filled(Review) if getattr(bare.review, name)} <= STAYS_IN_REVIEW
    assert {name for name in filled(Case) if getattr(bare, name)} <= STAYS_IN_CASE


def filled(kind):
    """A word for every plain text of the class, and a tuple of one for every tuple of texts."""
    hints = get_type_hints(kind)
    words = {name: "secret" for name, hint in hints.items() if hint is str}
    return words | {name: ("secret",) for name, hint in hints.items() if hint == tuple[str, ...]}
