"""What the list shows, in which order, and what the counts say."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case, CaseType, Status
from reviewdesk_gui.domain.clock import ReplyClock
from reviewdesk_gui.domain.followup import FollowUp, FollowUpKind
from reviewdesk_gui.domain.listing import Entry, Filter, View, counts, in_order, in_view, matches, search_words
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()
CLOCK = ReplyClock(Shop(), UTC)


def case(
    name: str, hours: float = 1, rating: float | None = 1.0, status: Status = Status.NEW, due: date | None = None
) -> Case:
    written = NOW - timedelta(hours=hours)
    review = Review(
        platform="google", text=f"{name} wrote", author=name, rating=rating, written_at=written, received_at=NOW
    )
    followups = (FollowUp(id="1", kind=FollowUpKind.CALL, due=due, created_at=NOW),) if due else ()
    return Case(id=name, review=review, type=CaseType.COMPLAINT, status=status, followups=followups)


def order(*cases: Case) -> list[Entry]:
    entries = [Entry(one, CLOCK, NOW, TODAY) for one in cases]
    return [entry for batch in in_order(entries) for entry in batch]


def names(entries: list[Entry]) -> list[str]:
    return [entry.case.id for entry in entries]


def test_due_duties_come_first_then_deadlines_then_the_rest() -> None:
    listed = order(
        case("closed", status=Status.CLOSED),
        case("answered", status=Status.ANSWERED),
        case("fresh", hours=1),
        case("late", hours=40),
        case("cold", hours=24 * 90),
        case("waits", status=Status.WAITING, due=TODAY + timedelta(days=3)),
        case("due", status=Status.WAITING, due=TODAY),
    )
    assert names(listed) == ["due", "late", "fresh", "cold", "waits", "answered", "closed"]


def test_among_equals_the_worst_rating_comes_first() -> None:
    assert names(order(case("five", rating=5), case("one", rating=1), case("none", rating=None))) == [
        "one",
        "none",
        "five",
    ]


def test_a_search_needs_every_word_in_any_case_and_place() -> None:
    one = replace(case("Anna"), facts="espresso machine down")
    entry = order(one)[0]
    assert matches(entry, Filter(View.ALL, search_words("ANNA espresso")), NOW, TODAY)
    assert not matches(entry, Filter(View.ALL, search_words("anna tea")), NOW, TODAY)


def test_filters_by_platform_stars_type_and_topic() -> None:
    entry = order(replace(case("Anna", rating=1.4), topics=("wait",)))[0]
    assert matches(entry, Filter(View.ALL, stars=frozenset({1}), topics=frozenset({"wait"})), NOW, TODAY)
    for wrong in (
        Filter(View.ALL, platforms=frozenset({"yelp"})),
        Filter(View.ALL, stars=frozenset({2})),
        Filter(View.ALL, types=frozenset({CaseType.PRAISE})),
        Filter(View.ALL, topics=frozenset({"price"})),
    ):
        assert not matches(entry, wrong, NOW, TODAY)


_CASES = st.builds(
    case,
    st.uuids().map(str),
    st.integers(0, 24 * 60),
    st.sampled_from([None, 1.0, 3.0, 5.0]),
    st.sampled_from(Status),
    st.sampled_from([None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=2)]),
)


@given(st.lists(_CASES, max_size=40))
def test_the_counts_say_what_the_views_show(cases: list[Case]) -> None:
    entries = order(*cases)
    shown = {view: sum(in_view(entry, view, NOW, TODAY) for entry in entries) for view in View}
    assert counts(entries, NOW) == shown


@given(st.lists(_CASES, max_size=30, unique_by=lambda one: one.id))
def test_the_order_holds_every_case_once(cases: list[Case]) -> None:
    entries = order(*cases)
    assert sorted(names(entries)) == sorted(one.id for one in cases)
    assert [entry.key for entry in entries] == sorted(entry.key for entry in entries)
