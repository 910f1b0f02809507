"""The checklist: what is needed first, then what would be better, with ticks, reasons and ways out."""

from datetime import UTC, datetime

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import PastReply
from reviewdesk_gui.checks.report import Report, Twin
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.finding import Finding, Fix, Move, MoveHit, Severity, Span
from reviewdesk_gui.domain.platform import parse_platforms
from reviewdesk_gui.domain.policy import parse_policies
from reviewdesk_gui.services.checklist import ChecklistRow, RowState, Section, build_checklist

POLICIES = parse_policies((paths.resources() / "policies.toml").read_text("utf-8"), "policies.toml")
PLATFORMS = parse_platforms((paths.resources() / "platforms.toml").read_text("utf-8"), "platforms.toml")
TEXT = "Hello Anna, sånt händer alla."
MISSING = Finding(
    rule="apology.missing",
    check="apology",
    severity=Severity.MUST,
    title="Apology",
    message="The reply does not say sorry.",
    because="A good answer apologises.",
    fixes=(Fix("Insert", "Sorry!", at=0),),
)
FAULT = Finding(
    rule="sv.attack.down",
    check="belittling",
    severity=Severity.SHOULD,
    title="Plays it down",
    message="This plays the trouble down.",
    span=Span(12, 28),
)


def rows(kind: CaseType, moves: tuple[Move, ...], *findings: Finding, platform: str = "google") -> list[ChecklistRow]:
    report = Report(language="en", moves=tuple(MoveHit(move, None, "x") for move in moves), findings=findings)
    return build_checklist(report, POLICIES[kind], PLATFORMS[platform], author_known=True, quote=TEXT)


def test_ticked_needs_stand_first_and_missing_ones_bring_their_way_out() -> None:
    found = rows(CaseType.COMPLAINT, (Move.GREETING,), MISSING)
    assert [(row.section, row.state, row.moves) for row in found] == [
        (Section.NEEDED, RowState.OK, (Move.GREETING,)),
        (Section.NEEDED, RowState.MUST, ()),
    ]
    assert found[1].fix is MISSING.fixes[0]
    assert found[1].detail == "The reply does not say sorry."
    assert found[1].why == "The reply does not say sorry. A good answer apologises."


def test_a_fault_quotes_the_words_that_it_marks() -> None:
    (row,) = rows(CaseType.COMPLAINT, (), FAULT)
    assert (row.section, row.state) == (Section.BETTER, RowState.SHOULD)
    assert row.detail == "“sånt händer alla”"


def test_what_would_be_better_shares_one_line_when_it_is_there() -> None:
    found = rows(CaseType.PRAISE, (Move.GREETING, Move.THANKS, Move.NAME, Move.SIGNATURE))
    assert found[-1].moves == (Move.NAME, Move.SIGNATURE)
    assert found[-1].section is Section.BETTER


def test_a_tick_tells_the_words_that_it_was_given_for() -> None:
    report = Report(
        language="en", moves=(MoveHit(Move.GREETING, Span(0, 10), "x"), MoveHit(Move.NAME, Span(6, 10), "y"))
    )
    greeting, better = build_checklist(
        report, POLICIES[CaseType.COMPLAINT], PLATFORMS["google"], author_known=True, quote=TEXT
    )[:2]
    assert (greeting.moves, greeting.why) == ((Move.GREETING,), "“Hello Anna”")
    assert better.why == "“Anna”"


def test_praise_has_no_line_about_an_apology() -> None:
    assert all(Move.APOLOGY not in row.moves for row in rows(CaseType.PRAISE, tuple(Move)))


def test_no_contact_is_asked_for_where_the_platform_bans_it() -> None:
    found = rows(CaseType.COMPLAINT, (Move.CONTACT,), platform="tripadvisor")
    assert found == []


def test_the_closest_earlier_reply_is_named_as_long_as_the_draft_is_its_own() -> None:
    twin = Twin(PastReply("Hello Tom", datetime(2026, 11, 3, tzinfo=UTC), "Google"), 0.42)
    report = Report(language="en", twin=twin)
    (row,) = build_checklist(report, POLICIES[CaseType.PRAISE], None, author_known=False, quote="")
    assert (row.state, row.title) == (RowState.OK, "Unlike your earlier replies")
    assert row.detail == "at most 42% as your reply of 2026-11-03 on Google"
