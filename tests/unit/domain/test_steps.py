"""A case steps as a shop owner works: draft, copy, post, wait, close; and says so where a step does not fit."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.case import Case, CaseType, Outcome, Status
from reviewdesk_gui.domain.followup import FollowUpKind
from reviewdesk_gui.domain.reply import ReplyState
from reviewdesk_gui.domain.review import Review

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def case() -> Case:
    review = Review(platform="google", text="Cold soup.", author="Anna", rating=1.0, received_at=NOW)
    return Case(id="a", review=review, type=CaseType.COMPLAINT)


def posted(case: Case) -> Case:
    return steps.mark_posted(steps.mark_copied(case, "Hello Anna.", NOW), LATER)


def test_a_draft_takes_a_new_case_up_and_an_emptied_one_lets_it_go(case: Case) -> None:
    drafting = steps.save_draft(case, "Hello", NOW)
    assert (drafting.status, drafting.draft) == (Status.DRAFTING, "Hello")
    assert steps.save_draft(drafting, "  ", LATER).status is Status.NEW


def test_copied_is_not_posted(case: Case) -> None:
    copied = steps.mark_copied(case, "Hello Anna.", NOW)
    assert copied.awaits_answer
    assert copied.last_posted is None
    assert copied.replies[-1].state is ReplyState.COPIED


def test_copying_again_replaces_what_was_copied(case: Case) -> None:
    twice = steps.mark_copied(steps.mark_copied(case, "One.", NOW), "Two.", LATER)
    assert [reply.text for reply in twice.replies] == ["Two."]


def test_an_empty_reply_cannot_be_copied(case: Case) -> None:
    with pytest.raises(steps.StepError, match="no reply to copy"):
        steps.mark_copied(case, " \n", NOW)


def test_posting_stops_the_clock_and_stands_in_the_timeline(case: Case) -> None:
    done = posted(case)
    assert done.status is Status.ANSWERED
    assert done.draft == ""
    assert [event.kind.value for event in done.timeline] == ["copied", "posted"]


def test_posting_needs_a_copied_reply(case: Case) -> None:
    with pytest.raises(steps.StepError, match="Copy the reply first"):
        steps.mark_posted(case, NOW)


def test_a_follow_up_makes_an_answered_case_wait_until_it_is_done(case: Case) -> None:
    waiting = steps.add_followup(posted(case), FollowUpKind.CALL, date(2026, 11, 24), "ring Anna", LATER)
    assert waiting.status is Status.WAITING
    assert waiting.has_due_followup(date(2026, 11, 24))
    assert not waiting.has_due_followup(date(2026, 11, 23))
    done = steps.complete_followup(waiting, "1", LATER)
    assert done.status is Status.ANSWERED
    with pytest.raises(steps.StepError, match="not open any more"):
        steps.complete_followup(done, "1", LATER)


def test_a_follow_up_on_an_unanswered_case_leaves_it_to_be_answered(case: Case) -> None:
    assert steps.add_followup(case, FollowUpKind.CALL, date(2026, 11, 24), "", NOW).awaits_answer


def test_the_next_follow_up_is_the_earliest_standing_one(case: Case) -> None:
    two = steps.add_followup(case, FollowUpKind.CALL, date(2026, 12, 1), "", NOW)
    two = steps.add_followup(two, FollowUpKind.INTERIM, date(2026, 11, 25), "", NOW)
    following = two.next_followup()
    assert following is not None
    assert following.kind is FollowUpKind.INTERIM


def test_closing_and_reopening(case: Case) -> None:
    closed = steps.close(case, Outcome.NO_ANSWER_NEEDED, NOW)
    assert (closed.status, closed.outcome, closed.closed_at) == (Status.CLOSED, Outcome.NO_ANSWER_NEEDED, NOW)
    with pytest.raises(steps.StepError, match="closed already"):
        steps.close(closed, Outcome.SOLVED, NOW)
    assert steps.reopen(closed, LATER).status is Status.NEW
    assert steps.reopen(steps.close(posted(case), Outcome.SOLVED, LATER), LATER).status is Status.ANSWERED
    with pytest.raises(steps.StepError, match="Only a closed case"):
        steps.reopen(case, NOW)


def test_notes_and_compensation_are_written_down(case: Case) -> None:
    noted = steps.add_note(case, " machine repaired ", NOW)
    assert noted.timeline[-1].text == "machine repaired"
    with pytest.raises(steps.StepError, match="empty"):
        steps.add_note(case, " ", NOW)
    offered = steps.offer_compensation(case, "a free coffee", "3 €", NOW)
    assert offered.compensation is not None
    assert offered.compensation.what == "a free coffee"
    with pytest.raises(steps.StepError, match="what is offered"):
        steps.offer_compensation(case, "", "3 €", NOW)


def test_a_type_chosen_by_the_owner_is_marked_so(case: Case) -> None:
    chosen = steps.choose_type(case, CaseType.FALSE)
    assert (chosen.type, chosen.type_chosen) == (CaseType.FALSE, True)
