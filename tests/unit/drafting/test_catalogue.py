from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting import CaseFacts, Catalogue, Usage, Voice, render
from reviewdesk_gui.drafting.ranking import skeleton

GOOD = '+++\ntitle = "Mine"\n+++\n{{ greeting }}\nThanks.\n'


def own(folder: Path, text: str, place: str = "en/praise/mine.j2") -> Path:
    path = folder / "replies" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_own_templates_stand_beside_the_shipped_ones(shipped: Catalogue, tmp_path: Path) -> None:
    own(tmp_path, GOOD)
    catalogue = Catalogue.load([paths.templates(), tmp_path])
    assert len(catalogue.all) == len(shipped.all) + 1
    mine = catalogue.find("own/en/praise/mine")
    assert mine is not None
    assert mine.own
    assert mine in catalogue.templates(CaseType.PRAISE, "en")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Hello", 1, "must start with a line +++"),
        ('+++\ntitle = "A"\nHello', 1, "the second +++ line"),
        ("+++\nvoice = 'warm'\n+++\nHi", 1, "a title is missing"),
        ('+++\ntitle = "A\n+++\nHi', 2, "Illegal character"),
        ('+++\ntitle = "A"\nvoice = "loud"\n+++\nHi', 3, "the voice “loud”"),
        ('+++\ntitle = "A"\nmoves = ["hug"]\n+++\nHi', 3, "the move “hug”"),
        ('+++\ntitle = "A"\ncolour = "red"\n+++\nHi', 3, "“colour” is unknown"),
        ('+++\ntitle = "A"\n[slots.x]\nlabel = "x"\n+++\nHi', 3, "does not stand in the text"),
        ('+++\ntitle = "A"\n[slots.x]\nhint = "x"\n+++\n{{ x }}', 3, "label"),
        ('+++\ntitle = "A"\n[slots.x]\nlabel = "x"\nkind = "colour"\n+++\n{{ x }}', 3, "colour"),
        ('+++\ntitle = "A"\n[slots.x]\nlabel = "x"\nkind = "choice"\n+++\n{{ x }}', 3, "choices"),
        ('+++\ntitle = "A"\n[example]\nx = "x"\n+++\nHi', 3, "the example fills no slot: x"),
        ('+++\ntitle = "A"\nslots = "x"\n+++\nHi', 3, "must be a table"),
    ],
)
def test_a_broken_file_becomes_a_problem_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = own(tmp_path, text)
    catalogue = Catalogue.load([paths.templates(), tmp_path])
    (problem,) = catalogue.problems
    assert problem.path == path
    assert problem.line == line
    assert words in problem.reason
    assert catalogue.find("own/en/praise/mine") is None


def test_bytes_that_are_no_text_and_an_unknown_type_are_problems(tmp_path: Path) -> None:
    own(tmp_path, GOOD).write_bytes(b"\xff\xfe\x00")
    own(tmp_path, GOOD, "en/rant/mine.j2")
    reasons = sorted(problem.reason for problem in Catalogue.load([paths.templates(), tmp_path]).problems)
    assert len(reasons) == 2
    assert reasons[0].startswith("cannot be read")
    assert "“rant” is no type of review" in reasons[1]


def test_a_broken_block_file_costs_only_itself(tmp_path: Path, shipped: Catalogue) -> None:
    place = tmp_path / "blocks" / "en"
    place.mkdir(parents=True)
    (place / "greeting.toml").write_text('[[block]]\nid = "x"\ntext = "{{ bogus }}"\n', "utf-8")
    catalogue = Catalogue.load([paths.templates(), tmp_path])
    assert "“bogus” is neither a slot" in str(catalogue.problems[0])
    assert catalogue.problems[0].line == 2
    assert len(catalogue.all) == len(shipped.all)


def test_own_blocks_change_the_common_part_everywhere(tmp_path: Path, shop: Shop, now: datetime) -> None:
    place = tmp_path / "blocks" / "en"
    place.mkdir(parents=True)
    (place / "signoff.toml").write_text('[[block]]\nid = "wishes"\ntext = "Yours, {{ shop.name }}"\n', "utf-8")
    own(tmp_path, '+++\ntitle = "A"\n+++\n{{ block.signoff.wishes }}')
    catalogue = Catalogue.load([paths.templates(), tmp_path])
    mine = catalogue.find("own/en/praise/mine")
    assert mine is not None
    assert render(mine, CaseFacts(), shop, {}, now=now).text == "Yours, Café Linden"


def test_templates_are_filtered_by_type_language_and_voice(shipped: Catalogue) -> None:
    for template in shipped.templates(CaseType.COMPLAINT, "sv", Voice.WARM):
        assert (template.type, template.language, template.voice) == (CaseType.COMPLAINT, "sv", Voice.WARM)
    assert len(shipped.templates(None, "sv")) > len(shipped.templates(CaseType.COMPLAINT, "sv")) >= 3
    assert shipped.templates(None, "xx") == []


def test_search_goes_through_all_text_titles_first(shipped: Catalogue, tmp_path: Path) -> None:
    own(tmp_path, '+++\ntitle = "Zebra"\n+++\nWe sell stripes.', "en/praise/one.j2")
    own(tmp_path, '+++\ntitle = "Stripes"\n+++\nA zebra came by.', "en/praise/a.j2")
    catalogue = Catalogue.load([paths.templates(), tmp_path])
    assert [template.title for template in catalogue.search("ZEBRA")] == ["Zebra", "Stripes"]
    assert [template.title for template in catalogue.search("zebra sell")] == ["Zebra"]
    assert catalogue.search("zebra", "sv") == []
    assert len(shipped.search("", "en")) == len(shipped.templates(None, "en"))


def test_the_least_used_comes_first_and_favourites_before_all(shipped: Catalogue, now: datetime) -> None:
    first, second, *_ = shipped.ranked(CaseType.PRAISE, "en")
    usage = Usage().with_use(first.id, now, "Anna").with_use(first.id, now, "Bo").with_use(second.id, now)
    ranked = [template.id for template in shipped.ranked(CaseType.PRAISE, "en", usage)]
    assert ranked[-1] == first.id
    assert ranked[-2] == second.id
    favoured = shipped.ranked(CaseType.PRAISE, "en", usage, favourites=[first.id])
    assert favoured[0].id == first.id


def test_what_does_not_fit_the_platform_comes_last(shipped: Catalogue) -> None:
    narrow = Platform(id="x", name="X", limit=250, source="test")
    lengths = [len(skeleton(one.source)) for one in shipped.ranked(None, "en", platform=narrow)]
    assert lengths[0] <= 190 < lengths[-1]
    assert [length > 190 for length in lengths] == sorted(length > 190 for length in lengths)
    wide = [one.id for one in shipped.ranked(CaseType.COMPLAINT, "en", platform=replace(narrow, limit=None))]
    assert wide == [one.id for one in shipped.ranked(CaseType.COMPLAINT, "en")]


def test_old_uses_are_forgotten(shipped: Catalogue, now: datetime) -> None:
    first = shipped.ranked(CaseType.PRAISE, "en")[0]
    usage = Usage().with_use(first.id, now - timedelta(days=200))
    assert shipped.ranked(CaseType.PRAISE, "en", usage, now=now)[0].id == first.id


def test_the_variant_unlike_recent_replies_comes_first(shipped: Catalogue, shop: Shop, now: datetime) -> None:
    templates = shipped.ranked(CaseType.PRAISE, "en")
    recent = [render(templates[0], CaseFacts(author="Bo"), shop, {}, now=now).text]
    again = shipped.ranked(CaseType.PRAISE, "en", Usage(), recent)
    assert again[-1].id == templates[0].id


def test_usage_survives_the_desk_settings(now: datetime) -> None:
    usage = Usage().with_use("en/praise/warm", now, "Anna").with_use("en/praise/warm", now + timedelta(days=1), "Bo")
    back = Usage.from_table(usage.as_table())
    assert back == usage
    last = back.last("en/praise/warm")
    assert last is not None
    assert (last.customer, last.when) == ("Bo", datetime(2026, 3, 18, 11, tzinfo=UTC))
    assert back.without_customer("Bo").last("en/praise/warm") is not None
    assert "Bo" not in str(back.without_customer("Bo").as_table())
    assert Usage.from_table({"a": [["rubbish", "x"], []]}).count("a") == 0
