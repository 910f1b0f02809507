"""Every example of every language's types.toml and topics.toml says what its cue finds."""

import re
from functools import cache
from typing import Any

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.examples import parse_marks
from reviewdesk_gui.checks.factory import PackShelf
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.review_cues import Cue
from reviewdesk_gui.checks.review_reader import ReviewReader
from reviewdesk_gui.domain.finding import Span

FOLDER = paths.resources() / "languages"
SHELF = PackShelf(FOLDER)
READER = ReviewReader(FOLDER, SHELF, SHELF.languages, lambda _text: "")
LANGUAGES = sorted({path.parent.name for name in ("types", "topics") for path in FOLDER.glob(f"*/{name}.toml")})


@cache
def cues(code: str) -> tuple[Cue, ...]:
    return READER.book(code).cues


def examples(part: str) -> list[Any]:
    return [
        pytest.param(code, number, example, id=f"{code}-{cue.key}-{number}-{place}")
        for code in LANGUAGES
        for number, cue in enumerate(cues(code))
        for place, example in enumerate(getattr(cue, part))
    ]


def hits(code: str, number: int, text: str) -> list[Span]:
    prepared = prepare(text, code, SHELF(code).abbreviations)
    cue = cues(code)[number]
    return [
        hit.span
        for hit in READER.book(code).phrases.search(prepared)
        if hit.key == str(number) and cue.guard.allows(prepared, hit.sentence, hit.span)
    ]


@pytest.mark.parametrize(("code", "number", "example"), examples("find"))
def test_the_cue_finds_its_words(code: str, number: int, example: str) -> None:
    text, marks = parse_marks(example)
    found = hits(code, number, text)
    assert found
    assert set(marks) <= set(found), [span.of(text) for span in found]


@pytest.mark.parametrize(("code", "number", "text"), examples("leave"))
def test_the_cue_leaves_the_others_alone(code: str, number: int, text: str) -> None:
    assert [span.of(text) for span in hits(code, number, text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_cue_has_enough_examples(code: str) -> None:
    few = [cue.key for cue in cues(code) if len(cue.find) < 2 or not cue.leave]
    assert few == [], re.sub(r"[\[\]]", "", str(few))
