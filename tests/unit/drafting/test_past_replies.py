import random
from datetime import datetime

import pytest
from effort import calls_of

from reviewdesk_gui.domain.case import Case, CaseType, Outcome, Status
from reviewdesk_gui.domain.reply import Reply, ReplyState
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.drafting.past import PastReplies

WHEN = datetime.fromisoformat("2026-03-01T10:00:00+00:00")


def case(id_: str, review: str, reply: str = "", outcome: Outcome | None = None, **more: object) -> Case:
    replies = (
        (Reply(text=reply, state=ReplyState.POSTED, at=WHEN, language=str(more.pop("language", "en"))),)
        if reply
        else ()
    )
    return Case(
        id=id_,
        review=Review(platform="google", text=review, received_at=WHEN),
        type=CaseType.COMPLAINT,
        status=Status.CLOSED if outcome else Status.ANSWERED,
        outcome=outcome,
        replies=replies,
        **more,  # type: ignore[arg-type]
    )


PAST = [
    case("a", "The courier came two days late and the box was crushed", "We spoke to the courier.", Outcome.SOLVED),
    case("b", "Courier late again, nobody called", "Sorry, we will call.", Outcome.GAVE_UP),
    case("c", "Lovely cakes and kind staff", "Thank you!", Outcome.SOLVED),
    case("d", "Box crushed, courier late by days"),
]


def test_the_most_alike_come_first_and_say_why() -> None:
    found = PastReplies(PAST).like(case("new", "My couriers were late, the box arrived crushed"))
    assert [past.case for past in found] == ["a", "b"]
    assert found[0].solved
    assert {"couriers", "late", "box", "crushed"} <= set(found[0].alike)


def test_words_of_every_review_are_no_reason() -> None:
    cases = [case(str(number), f"the soup number{chr(97 + number)}", f"Reply {number}") for number in range(24)]
    (best, *_) = PastReplies(cases).like(case("new", "the soup numberc"))
    assert "the" not in best.alike


def test_a_solved_case_beats_an_equal_one_that_was_not() -> None:
    pair = [case("x", "cold soup", "First.", Outcome.GAVE_UP), case("y", "cold soup", "Second.", Outcome.SOLVED)]
    assert [past.case for past in PastReplies(pair).like(case("new", "The soup was cold"))] == ["y", "x"]


def test_a_reply_in_the_language_to_write_comes_before_an_equal_one() -> None:
    pair = [case("x", "kall soppa", "One.", language="en"), case("y", "kall soppa", "Två.", language="sv")]
    found = PastReplies(pair).like(case("new", "Soppan var kall, kall soppa"), language="sv")
    assert [past.case for past in found] == ["y", "x"]


def test_unlike_reviews_and_the_case_itself_bring_nothing() -> None:
    index = PastReplies(PAST)
    assert index.like(case("new", "zzz qqq")) == []
    assert index.like(case("new", "")) == []
    assert "a" not in [past.case for past in index.like(PAST[0])]


def test_the_same_reply_is_offered_once() -> None:
    twins = [case(str(number), "cold soup", "The same text.") for number in range(4)]
    assert len(PastReplies(twins).like(case("new", "cold soup"))) == 1


def test_changed_and_erased_cases_are_followed() -> None:
    index = PastReplies(PAST)
    index.put(case("a", "Everything about parking", "Park behind the house."))
    assert [past.case for past in index.like(case("new", "courier box crushed"))] == ["b"]
    assert [past.reply for past in index.like(case("new", "parking"))] == ["Park behind the house."]
    index.drop("a")
    index.drop("a")
    assert index.like(case("new", "parking")) == []
    assert len(index) == 2


@pytest.mark.slow
def test_twice_the_cases_take_no_more_than_twice_the_work() -> None:
    draw = random.Random(7)
    words = [
        f"{first}{second}{third}"
        for first in "bdklmn"
        for second in ("ara", "elo", "ino")
        for third in ("s", "t", "rig", "dom", "kel")
    ]
    cases = [case(str(number), " ".join(draw.choices(words, k=40)), f"Reply {number}") for number in range(10_000)]
    few, many = PastReplies(cases[:5_000]), PastReplies(cases)
    asked = case("new", " ".join(draw.choices(words, k=40)))
    assert len(many.like(asked)) == 5
    assert calls_of(lambda: many.like(asked)) < 2.2 * calls_of(lambda: few.like(asked))
