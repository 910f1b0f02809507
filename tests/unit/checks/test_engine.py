"""What the engine says about a draft, as the owner reads it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.finding import Move, Severity
from reviewdesk_gui.domain.platform import parse_platforms
from reviewdesk_gui.domain.shop import Shop

PLATFORMS_FILE = paths.resources() / "platforms.toml"
PLATFORMS = parse_platforms(PLATFORMS_FILE.read_text("utf-8"), PLATFORMS_FILE)
SHOP = Shop(name="The Oven", answerer="Petra Lind", email="hello@oven.example", phone="+46 8 123 45 67", language="en")
GOOD = (
    "Hello Anna, thank you for writing. I am sorry that the bread was burnt. We have replaced the broken oven since. "
    "Write to me at hello@oven.example and I will send you a fresh loaf.\n\nKind regards\nPetra Lind\nThe Oven"
)


def context(**more):
    fields = {"language": "en", "author": "Anna Berg", "rating": 1, "shop": SHOP, "today": date(2026, 3, 4)}
    return CheckContext(**fields | more)


def rules(report):
    return [finding.rule for finding in report.findings]


def test_a_good_answer_to_a_complaint_holds_the_core_moves(engine):
    report = engine.check(GOOD, context())
    core = {Move.GREETING, Move.NAME, Move.THANKS, Move.APOLOGY, Move.RESOLUTION, Move.CONTACT, Move.SIGNATURE}
    assert core <= {hit.move for hit in report.moves}
    assert not [finding for finding in report.findings if finding.severity is Severity.MUST]
    assert report.move(Move.APOLOGY).span.of(GOOD) == "sorry"
    assert report.can_copy
    assert not report.needs_second_look
    assert report.words == 40
    assert report.length == len(GOOD)


def test_an_empty_draft_lacks_what_the_policy_needs(engine):
    report = engine.check("", context())
    must = [finding.rule for finding in report.findings if finding.severity is Severity.MUST]
    assert must == ["apology.missing", "contact.missing", "greeting.missing", "resolution.missing"]
    assert report.findings[0].message == "The reply does not say sorry."
    assert report.findings[0].because
    assert report.moves == ()


def test_inserting_what_is_missing_makes_a_clean_reply(engine):
    text = "The bread was burnt."
    for _ in range(12):
        fixes = [finding.fixes[0] for finding in engine.check(text, context()).findings if finding.fixes]
        if not fixes:
            break
        text = fixes[0].apply(text)
    assert engine.check(text, context()).findings == ()
    assert text.startswith("Hello Anna,")
    assert text.endswith("Petra Lind\nThe Oven")
    assert "hello@oven.example" in text


def test_praise_needs_no_apology_and_shuns_it(engine):
    report = engine.check("Hello Anna, thank you! Sorry for that.\nPetra Lind", context(rating=5))
    assert "apology.missing" not in rules(report)
    assert "apology.shunned" in rules(report)


def test_the_type_is_inferred_from_the_rating(engine):
    assert "apology.missing" in rules(engine.check("Hi", context(rating=None)))
    assert "apology.missing" not in rules(engine.check("Hi", context(rating=1, type=CaseType.PRAISE)))


def test_an_unknown_author_needs_no_name(engine):
    assert "name.missing" not in rules(engine.check("Hello", context(author="")))
    assert "name.missing" in rules(engine.check("Hello", context()))


def test_an_attack_asks_for_a_second_look(engine):
    report = engine.check("Hello Anna, you are lying.", context())
    attack = next(finding for finding in report.findings if finding.check == "attack")
    assert attack.span.of("Hello Anna, you are lying.") == "you are lying"
    assert attack.severity is Severity.MUST
    assert attack.why == "P21"
    assert report.needs_second_look


def test_a_team_may_sign_with_the_name_it_has_in_the_trade(engine):
    report = engine.check("Onboarding duurt een week.\n\nGroet,\nTeam Onboarding", CheckContext(language="nl"))
    assert [f.span.start for f in report.findings if f.check == "jargon"] == [0]


@pytest.mark.parametrize(
    ("language", "text", "hurts"),
    [
        ("de", 'Dass Ihnen jemand "stellen Sie sich nicht so an" gesagt hat, ist unverzeihlich.', False),
        ("de", "Stellen Sie sich nicht so an.", True),
        ("uk", "Фраза «не подобається, то йдіть» неприпустима, з охоронцем проведено розмову.", False),
        ("nl", "U schrijft dat mijn collega zei 'doe niet zo moeilijk', zo praten wij niet.", False),
        ("en", 'Your "review" is a lie and so are you.', True),
    ],
)
def test_what_somebody_else_is_quoted_with_does_not_hurt(engine, language, text, hurts):
    checks = {finding.check for finding in engine.check(text, CheckContext(language=language)).findings}
    assert bool(checks & {"attack", "belittling", "blame"}) is hurts


def test_an_open_slot_blocks_copying_and_says_why(engine):
    report = engine.check("Hello [name], sorry.", context())
    assert not report.can_copy
    assert report.blocked == "A place in the text still waits to be filled in."
    assert [span.of("Hello [name], sorry.") for span in report.slots] == ["[name]"]


def test_ignoring_a_finding_survives_edits_elsewhere(engine):
    text = "Hello Anna, you are lying."
    attack = next(finding for finding in engine.check(text, context()).findings if finding.check == "attack")
    ignoring = context(ignored=frozenset({attack.content_hash(text)}))
    assert "attack" not in {finding.check for finding in engine.check("Well now. " + text, ignoring).findings}
    assert "attack" in {finding.check for finding in engine.check("You are liars. " + text, ignoring).findings}


def test_a_rule_or_a_whole_check_can_be_turned_off(engine):
    text = "Hello Anna, you are lying."
    assert "attack" not in {f.check for f in engine.check(text, context(off=frozenset({"attack"}))).findings}
    assert "attack" not in {f.check for f in engine.check(text, context(off=frozenset({"en.attack.lies"}))).findings}


def test_an_empty_promise_counts_only_without_a_step(engine):
    assert "empty_promise" in {f.check for f in engine.check("Hello. We will do better.", context()).findings}
    with_step = "Hello. We will do better. We have repaired the oven."
    assert "empty_promise" not in {f.check for f in engine.check(with_step, context()).findings}


@pytest.mark.parametrize("platform", ["tripadvisor", "booking"])
def test_what_the_platform_bans_is_a_finding_with_a_way_out(engine, platform):
    text = "Hello, sorry. Call +46 8 123 45 67 or see www.oven.example now."
    report = engine.check(text, context(platform=PLATFORMS[platform]))
    banned = {finding.rule: finding for finding in report.findings if finding.check == "banned"}
    assert {"banned.phone", "banned.link"} <= set(banned)
    assert PLATFORMS[platform].name in banned["banned.phone"].message
    fixed = banned["banned.phone"].fixes[0].apply(text)
    assert "banned.phone" not in rules(engine.check(fixed, context(platform=PLATFORMS[platform])))


def test_asking_for_a_change_counts_only_where_it_is_banned(engine):
    text = "Hello, would you delete this review?"
    assert "ask_change" not in {f.check for f in engine.check(text, context()).findings}
    there = context(platform=PLATFORMS["trustpilot"])
    assert "ask_change" in {f.check for f in engine.check(text, there).findings}


def test_length_counts_in_the_platforms_unit(engine):
    text = "å" * 3000
    report = engine.check(text, context(platform=PLATFORMS["google"]))
    assert report.length == 6000
    over = next(finding for finding in report.findings if finding.rule == "length.limit")
    assert "4096" in over.message
    assert "1904" in over.message


def test_the_language_is_chosen_recognised_or_the_shops(engine):
    assert engine.check("Hello", context(language="")).language == "en"
    assert engine.language_of("Hej", context(language="", shop=Shop(language="sv"))) == "sv"
    assert engine.language_of("Hej", context(language="xx", shop=Shop(language="yy"))) == "en"


def test_checking_is_the_same_every_time_and_in_every_thread(engine):
    wanted = engine.check(GOOD, context())
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: engine.check(GOOD, context()) == wanted, range(20))) == {True}


@pytest.mark.parametrize(("language", "text"), [("fy", "Noch net? app@oven.example"), ("sv", "Kvar? 08-123 45 67.")])
def test_an_address_that_answers_a_question_invites(engine, language, text):
    assert engine.check(text, CheckContext(language=language)).move(Move.OFFLINE)


def test_an_address_below_the_reply_invites_nobody(engine):
    report = engine.check("Hwat in moaie foto!\nDe Oven\napp@oven.example", CheckContext(language="fy"))
    assert report.move(Move.OFFLINE) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Please contact the airline for the claim."),
        ("de", "Bitte wenden Sie sich an Ihren Hausarzt."),
        ("nl", "Neem hiervoor contact op met uw bank."),
        ("sv", "Kontakta din bank."),
        ("ru", "Обратитесь в свой банк."),
        ("uk", "Зверніться до свого банку."),
        ("bg", "Обърнете се към вашата банка."),
        ("fy", "Nim kontakt op mei jo bank."),
    ],
)
def test_sending_the_reader_to_somebody_else_is_no_invitation(engine, language, text):
    assert engine.check(text, CheckContext(language=language)).move(Move.OFFLINE) is None


def test_somebody_else_beside_the_shops_own_address_is_an_invitation(engine):
    text = "Ask your bank or write to us at help@oven.example."
    assert engine.check(text, CheckContext(language="en")).move(Move.OFFLINE)
