"""Every shipped template, rendered with its own example, passes the program's own checks for its type."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.complete import build_complete_engine
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.language import LanguageRecogniser
from reviewdesk_gui.checks.sameness import TwinSearch
from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.finding import Move, Severity
from reviewdesk_gui.domain.platform import Banned, parse_platforms
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting import CaseFacts, Catalogue, Template, render, render_block

NOW = datetime(2026, 3, 17, 11, 0, tzinfo=UTC)
LATIN = ("Maria Lund", "Café Linden")
PEOPLE = {
    "bg": ("Мария Лозанова", "Кафе Липа", "управител"),
    "de": (*LATIN, "Inhaberin"),
    "en": (*LATIN, "owner"),
    "fy": (*LATIN, "eigener"),
    "nl": (*LATIN, "eigenaar"),
    "ru": ("Мария Липина", "Кафе «Липа»", "управляющая"),
    "sv": (*LATIN, "ägare"),
    "uk": ("Марія Липа", "Кав'ярня «Липа»", "керівниця"),
}
BLOCK_MOVES = {
    "greeting": Move.GREETING,
    "thanks": Move.THANKS,
    "empathy": Move.EMPATHY,
    "apology": Move.APOLOGY,
    "step": Move.RESOLUTION,
    "compensation": Move.COMPENSATION,
    "contact": Move.CONTACT,
    "offline": Move.OFFLINE,
    "signoff": Move.SIGNATURE,
}
CATALOGUE = Catalogue.load([paths.templates()])


@pytest.fixture(scope="module")
def engine() -> Engine:
    recogniser = LanguageRecogniser(paths.resources() / "recognition.toml")
    return build_complete_engine(paths.resources(), recogniser, TwinSearch())


def shop_of(language: str) -> Shop:
    person, name, role = PEOPLE[language]
    return Shop(name=name, answerer=person, role=role, email="hello@linden.example", language=language)


def authors(template: Template) -> Iterator[str]:
    yield ""
    if template.example.get("author"):
        yield template.example["author"]


@pytest.mark.parametrize("template", CATALOGUE.all, ids=lambda template: template.id)
def test_a_shipped_template_draws_no_finding(engine: Engine, template: Template) -> None:
    shop = shop_of(template.language)
    for author in authors(template):
        facts = CaseFacts(author=author, language=template.language, type=template.type)
        text = render(template, facts, shop, template.example, now=NOW).text
        context = CheckContext(
            language=template.language, type=template.type, author=author, shop=shop, today=NOW.date()
        )
        report = engine.check(text, context)
        serious = [finding for finding in report.findings if finding.severity is not Severity.HINT]
        assert [(finding.rule, finding.span and finding.span.of(text)) for finding in serious] == []
        promised = template.moves - ({Move.NAME} if not author else set())
        assert promised <= {hit.move for hit in report.moves}
        assert report.can_copy


@pytest.mark.parametrize("language", sorted(PEOPLE))
def test_a_shipped_block_makes_its_move_whatever_is_filled_in(engine: Engine, language: str) -> None:
    shop = shop_of(language)
    scene = CATALOGUE.scene(CaseFacts(author="Martin", language=language), shop, NOW)
    values = {"offer": "x", "step": "x y", "date": "2026-03-20"}
    for kind, move in BLOCK_MOVES.items():
        for block in CATALOGUE.blocks(language, kind):
            text = render_block(block, scene, values).text
            context = CheckContext(
                language=language, type=CaseType.COMPLAINT, author="Martin", shop=shop, today=NOW.date()
            )
            report = engine.check(text, context)
            faults = [finding.rule for finding in report.findings if not finding.rule.endswith(".missing")]
            assert (block.id, report.move(move) is not None, faults) == (block.id, True, [])


@pytest.mark.slow
@pytest.mark.parametrize("platform_id", ["tripadvisor", "booking", "yandex"])
def test_a_shipped_template_keeps_the_rules_of_a_strict_platform(engine: Engine, platform_id: str) -> None:
    path = paths.resources() / "platforms.toml"
    platform = parse_platforms(path.read_text("utf-8"), path)[platform_id]
    broken = []
    for template in CATALOGUE.all:
        if template.type is CaseType.STAFF_PRAISE and Banned.PERSONAL_NAME in platform.banned:
            continue  # Such a reply names the colleague by its nature; the owner is told.
        author = template.example.get("author", "")
        review = Review(platform=platform_id, author=author, received_at=NOW)
        case = Case(id="1", review=review, type=template.type)
        shop = replace(shop_of(template.language), website="linden.example")
        facts = CaseFacts.of(case, platform, template.language)
        text = render(template, facts, shop, template.example, now=NOW).text
        context = CheckContext(
            language=template.language,
            type=template.type,
            author=author,
            shop=shop,
            platform=platform,
            today=NOW.date(),
        )
        findings = engine.check(text, context).findings
        broken += [(template.id, finding.rule) for finding in findings if finding.severity is not Severity.HINT]
    assert broken == []
