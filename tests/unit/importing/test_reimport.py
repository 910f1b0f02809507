"""What happens to a case when its review is imported again."""

import json
import os
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.case import Case, Outcome, Status
from reviewdesk_gui.domain.reply import ReplyState
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.importing import Change, Plan, Scan, make_plan

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]


def google(stars: str = "TWO", text: str = "Torrt bröd.", **more: Any) -> dict[str, Any]:
    review = {"name": "accounts/1/locations/2/reviews/a", "reviewer": {"displayName": "Ada"}, "starRating": stars}
    return review | {"comment": text, "createTime": "2026-11-01T10:00:00Z", "updateTime": "2026-11-01T10:00:00Z"} | more


def answered(text: str, at: str = "2026-11-05T10:00:00Z") -> dict[str, Any]:
    return {"reviewReply": {"comment": text, "updateTime": at}}


@pytest.fixture
def plan(write: Write, scan: Read, now: datetime) -> Callable[..., Plan]:
    def work(reviews: Sequence[dict[str, Any]], desk: Sequence[Case] = (), days: int = 0) -> Plan:
        path = write("reviews.json", json.dumps({"reviews": list(reviews)}))
        os.utime(path, (now.timestamp(), now.timestamp()))
        return make_plan(scan(path), desk, now=now + timedelta(days=days))

    return work


@pytest.fixture
def posted(plan: Callable[..., Plan], now: datetime) -> Case:
    """A case whose reply was copied and marked as posted."""
    [case] = plan([google()]).cases_to_save()
    return steps.mark_posted(steps.mark_copied(case, "Hej Ada!\nVi beklagar. /Elin", now), now)


def test_the_same_file_twice_changes_nothing(fixtures: Path, scan: Read, now: datetime) -> None:
    found = scan(fixtures)
    desk = make_plan(found, (), now=now).cases_to_save()

    again = make_plan(found, desk, now=now + timedelta(days=1))

    assert again.summary()["new"] == again.summary()["changed"] == 0
    assert again.summary()["same"] == len(desk)
    assert again.cases_to_save() == []


def test_a_bare_rating_beside_one_with_an_id_keeps_its_case(write: Write, scan: Read, now: datetime) -> None:
    found = scan(write("trustpilot.csv", "review_id,stars,content,consumer_name,created_at\ntp8,3,,,\n,3,,,\n"))
    desk = make_plan(found, (), now=now).cases_to_save()
    assert len({case.id for case in desk}) == 2
    answered_desk = [steps.mark_posted(steps.mark_copied(case, "Tack!", now), now) for case in desk]

    assert make_plan(found, answered_desk, now=now + timedelta(days=1)).cases_to_save() == []


def test_a_new_review_is_received(plan: Callable[..., Plan]) -> None:
    [case] = plan([google()]).cases_to_save()

    assert case.status is Status.NEW
    assert [event.kind for event in case.timeline] == [EventKind.RECEIVED]


def test_a_reply_that_stands_already_makes_the_case_answered(plan: Callable[..., Plan]) -> None:
    [case] = plan([google(**answered("Tack!"))]).cases_to_save()

    assert case.status is Status.ANSWERED
    assert [(reply.text, reply.state) for reply in case.replies] == [("Tack!", ReplyState.SEEN)]


def test_a_changed_review_keeps_its_history_and_outdates_the_reply(plan: Callable[..., Plan], posted: Case) -> None:
    [entry] = plan([google("FOUR", "Bättre nu!")], [posted]).entries

    assert entry.change is Change.CHANGED
    assert entry.outdated
    assert [old.text for old in entry.case.former_reviews] == ["Torrt bröd."]
    assert (entry.case.review.text, entry.case.review.rating) == ("Bättre nu!", 4.0)
    assert entry.case.replies[0].state is ReplyState.OUTDATED
    assert entry.case.status is Status.NEW
    assert entry.case.timeline[-1].text == "2 → 4 ★"


def test_a_reply_that_came_in_with_a_later_change_of_the_review_is_outdated(plan: Callable[..., Plan]) -> None:
    desk = plan([google()]).cases_to_save()
    edited = google("ONE", "Torrt bröd, och kallt kaffe.", updateTime="2026-11-09T10:00:00Z")

    [case] = plan([edited | answered("Hej Ada!", "2026-11-05T10:00:00Z")], desk, days=1).cases_to_save()
    assert [reply.state for reply in case.replies] == [ReplyState.OUTDATED]
    assert case.status is Status.NEW

    [case] = plan([edited | answered("Hej Ada!", "2026-11-10T10:00:00Z")], desk, days=1).cases_to_save()
    assert [reply.state for reply in case.replies] == [ReplyState.SEEN]
    assert case.status is Status.ANSWERED


def test_an_outdated_reply_found_again_stays_outdated(plan: Callable[..., Plan], posted: Case) -> None:
    row = google("FOUR", "Bättre nu!", updateTime="2026-11-10T10:00:00Z", **answered(posted.replies[0].text))
    changed = plan([row], [posted]).cases_to_save()

    assert changed[0].replies[0].state is ReplyState.OUTDATED
    assert plan([row], changed, days=1).cases_to_save() == []


def test_a_reply_written_after_the_change_answers_it(plan: Callable[..., Plan], posted: Case) -> None:
    row = google(
        "FOUR", "Bättre nu!", updateTime="2026-11-10T10:00:00Z", **answered("Tack, Ada!", "2026-11-12T10:00:00Z")
    )
    [case] = plan([row], [posted]).cases_to_save()

    assert [reply.state for reply in case.replies] == [ReplyState.OUTDATED, ReplyState.SEEN]
    assert case.status is Status.ANSWERED


def test_a_closed_case_comes_back_when_its_review_changes(
    plan: Callable[..., Plan], posted: Case, now: datetime
) -> None:
    closed = steps.close(posted, Outcome.SOLVED, now)
    [case] = plan([google("ONE", "Sämre igen.")], [closed]).cases_to_save()

    assert (case.status, case.outcome) == (Status.NEW, None)
    assert EventKind.REOPENED in [event.kind for event in case.timeline]


@pytest.mark.parametrize(
    "shown",
    [
        "Hej Ada!\nVi beklagar. /Elin",
        "Hej Ada!  Vi beklagar. /Elin ",
        "(Translated by Google) Hi Ada!\n\n(Original)\nHej Ada!\nVi beklagar. /Elin",
        "Hej Ada!\nVi beklagar. /Elin\n\n(Translated by Google)\nHi Ada! We regret.",
    ],
)
def test_a_posted_reply_found_again_is_seen(plan: Callable[..., Plan], posted: Case, shown: str) -> None:
    [entry] = plan([google(**answered(shown))], [posted]).entries

    assert entry.seen
    assert entry.case.replies[0].state is ReplyState.SEEN


def test_a_reply_that_differs_is_altered_and_both_texts_are_kept(plan: Callable[..., Plan], posted: Case) -> None:
    [entry] = plan([google(**answered("Hej Ada! Helt annan text."))], [posted]).entries

    assert entry.altered
    [reply] = entry.case.replies
    assert (reply.state, reply.seen_text) == (ReplyState.ALTERED, "Hej Ada! Helt annan text.")
    assert reply.text == posted.replies[0].text
    assert plan([google(**answered("Hej Ada! Helt annan text."))], [entry.case], days=1).cases_to_save() == []


def test_a_copied_reply_found_on_the_platform_was_posted(plan: Callable[..., Plan], now: datetime) -> None:
    [case] = plan([google()]).cases_to_save()
    copied = steps.mark_copied(case, "Vi beklagar.", now)
    [found] = plan([google(**answered("Vi beklagar."))], [copied]).cases_to_save()

    assert found.status is Status.ANSWERED
    assert found.draft == ""
    assert found.replies[0].state is ReplyState.SEEN


def test_a_draft_in_work_survives_a_change(plan: Callable[..., Plan], now: datetime) -> None:
    [case] = plan([google()]).cases_to_save()
    drafting = steps.save_draft(case, "Hej Ada, vi", now)
    [found] = plan([google("ONE", "Värre.")], [drafting]).cases_to_save()

    assert (found.draft, found.status) == ("Hej Ada, vi", Status.DRAFTING)


def test_a_review_gone_from_a_full_export_is_offered_as_removed(plan: Callable[..., Plan]) -> None:
    others = [
        google(name=f"accounts/1/locations/2/reviews/{name}", text=name, createTime=f"2026-11-{day}T10:00:00Z")
        for name, day in (("first", "01"), ("last", "09"))
    ]
    gone = google(name="accounts/1/locations/2/reviews/gone", text="gone", createTime="2026-11-05T10:00:00Z")
    desk = plan([*others, gone]).cases_to_save()

    found = plan(others, desk)

    [case] = [one.case for one in found.removed]
    assert case.review.text == "gone"
    assert (case.status, case.outcome) == (Status.CLOSED, Outcome.REVIEW_REMOVED)
    assert found.cases_to_save() == []
    assert found.cases_to_save(removed={case.id}) == [case]


def test_a_removed_review_that_comes_back_reopens(plan: Callable[..., Plan], now: datetime) -> None:
    [case] = plan([google()]).cases_to_save()
    removed = steps.close(case, Outcome.REVIEW_REMOVED, now)
    [back] = plan([google()], [removed]).cases_to_save()

    assert (back.status, back.outcome) == (Status.NEW, None)


def test_the_newest_wording_of_a_review_that_stands_twice_wins(fixtures: Path, scan: Read, now: datetime) -> None:
    plan = make_plan(scan(fixtures / "google_play"), (), now=now)

    edited = [entry.case for entry in plan.entries if entry.case.review.external_id.endswith("id=1")]
    assert [case.review.text for case in edited] == ["Nu går det bra"]
    assert len(plan.entries) == 3  # two wordless ratings of one second stay two
    assert plan.repeated == 1


def test_one_location_under_two_accounts_is_one(fixtures: Path, scan: Read, now: datetime) -> None:
    plan = make_plan(scan(fixtures / "takeout"), (), now=now)

    assert [entry.case.review.author for entry in plan.entries].count("Ada Berg") == 1


LONG = "Brödet var varmt och gott och personalen glad hela tiden."


def test_the_same_review_in_another_kind_of_export_is_one_case(
    plan: Callable[..., Plan], write: Write, scan: Read, now: datetime
) -> None:
    desk = plan([google("FIVE", LONG)]).cases_to_save()
    table = write("list.csv", f"Name,Rating,Date,Review,Platform\nAda,5,2026-11-01,{LONG},Google\n")

    assert make_plan(scan(table), desk, now=now).summary()["same"] == 1


def test_a_platforms_id_is_learnt_from_another_export(
    plan: Callable[..., Plan], write: Write, scan: Read, now: datetime
) -> None:
    table = write("list.csv", f"Name,Rating,Date,Review,Platform\nAda,5,2026-11-01,{LONG},Google\n")
    desk = make_plan(scan(table), (), now=now).cases_to_save()

    [case] = plan([google("FIVE", LONG)], desk).cases_to_save()

    assert case.id == desk[0].id
    assert case.review.external_id == "locations/2/reviews/a"
    assert plan([google("FIVE", LONG)], [case]).cases_to_save() == []


def test_a_likely_double_is_offered_and_can_be_joined(
    plan: Callable[..., Plan], write: Write, scan: Read, now: datetime
) -> None:
    desk = plan([google("FIVE", LONG)]).cases_to_save()
    found = make_plan(scan(write("list.csv", f"Name,Rating,Date,Review\nAda,5,2026-11-03,{LONG}\n")), desk, now=now)

    [entry] = found.twins
    assert entry.twin == desk[0].id
    assert len(found.cases_to_save()) == 1
    joined = found.cases_to_save(joined={entry.case.id})
    assert [case.id for case in joined] == [desk[0].id]
    assert (
        make_plan(scan(write("list.csv", f"Name,Rating,Date,Review\nAda,5,2026-11-03,{LONG}\n")), joined, now=now).twins
        == []
    )


def test_two_ids_of_one_platform_are_two_reviews(plan: Callable[..., Plan]) -> None:
    desk = plan([google("FIVE", LONG)]).cases_to_save()
    other = google("FIVE", LONG, name="accounts/1/locations/2/reviews/b")

    found = plan([other], desk)

    assert found.summary()["new"] == 1
    assert found.twins == []


def test_the_ids_of_two_kinds_of_export_do_not_tell_reviews_apart(
    plan: Callable[..., Plan], write: Write, scan: Read, now: datetime
) -> None:
    desk = plan([google("FIVE", LONG)]).cases_to_save()
    collected = {"reviewId": "ChdD", "name": "Ada", "stars": 5, "text": LONG, "publishedAtDate": "2026-11-01T10:00:00Z"}
    path = write("collected.json", json.dumps([collected]))
    found = make_plan(scan(path), desk, now=now)

    [entry] = found.twins
    assert entry.twin == desk[0].id
    joined = found.cases_to_save(joined={entry.id})
    assert [case.id for case in joined] == [desk[0].id]
    assert make_plan(scan(path), joined, now=now).cases_to_save() == []
    assert plan([google("FIVE", LONG)], joined).cases_to_save() == []


def test_a_history_from_another_desk_adds_what_is_missing(
    plan: Callable[..., Plan], posted: Case, now: datetime
) -> None:
    from reviewdesk_gui.importing.merging import merge_case

    noted = steps.add_note(posted, "Rang kunden.", now + timedelta(hours=1))
    merged = merge_case(replace(posted, facts=""), replace(noted, facts="Kvitto finns."), now=now)

    assert merged.timeline == noted.timeline
    assert merged.facts == "Kvitto finns."
    assert merge_case(merged, noted, now=now) == merged


def test_an_erased_customer_stays_erased(plan: Callable[..., Plan], posted: Case, now: datetime) -> None:
    hashed = tuple(key for key in posted.review.keys if not key.startswith("google:"))
    bare = replace(posted.review, author="", text="", external_id="", source="", keys=hashed)
    erased = replace(posted, review=bare, replies=(), timeline=(Event(at=now, kind=EventKind.ERASED),))

    for row in (google(), google("FIVE", **answered("Tack!"))):
        again = plan([row], [erased])
        assert (again.cases_to_save(), again.summary()["same"]) == ([], 1)


WHOLE = "Brödet var torrt, kaffet kallt och ingen kom tillbaka för att fråga hur det smakade."


def test_a_text_that_is_cut_off_is_no_change_and_the_whole_one_completes_it(plan: Callable[..., Plan]) -> None:
    [whole] = plan([google(text=WHOLE)]).cases_to_save()
    [cut] = plan([google(text=WHOLE[:50] + "…")]).cases_to_save()

    assert plan([google(text=WHOLE[:50] + " ...")], [whole]).cases_to_save() == []
    [entry] = plan([google(text=WHOLE)], [cut]).entries
    assert (entry.case.review.text, entry.case.former_reviews) == (WHOLE, ())


def test_a_reply_that_a_page_cuts_off_is_not_altered(plan: Callable[..., Plan], now: datetime) -> None:
    [case] = plan([google()]).cases_to_save()
    sent = steps.mark_posted(steps.mark_copied(case, WHOLE, now), now)

    [entry] = plan([google(**answered(WHOLE[:50] + "…"))], [sent]).entries

    assert [(reply.state, reply.text) for reply in entry.case.replies] == [(ReplyState.SEEN, WHOLE)]
