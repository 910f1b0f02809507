"""Every example of every language's promises.toml says what the reader finds in it."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.packs import load_pack
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.promises import Promises

TODAY = date(2026, 3, 4)
PROMISES = Promises(paths.resources() / "languages")
LANGUAGES = sorted(path.parent.name for path in (paths.resources() / "languages").glob("*/promises.toml"))


@cache
def pack(code: str) -> LanguagePack:
    return load_pack(paths.resources() / "languages" / code)


def examples(part: str) -> list[Any]:
    return list(_examples(part))


def _examples(part: str) -> Iterator[Any]:
    for code in LANGUAGES:
        known = PROMISES.book(pack(code))
        for rule in known[0].rules if known else ():
            for number, example in enumerate(getattr(rule, part)):
                yield pytest.param(code, rule.kind.value, example, id=f"{code}-{rule.kind}-{number}")


def read(code: str, text: str) -> list[tuple[str, date]]:
    found = PROMISES(
        prepare(text, code, pack(code).abbreviations), CheckContext(language=code, today=TODAY), pack(code)
    )
    return [(proposal.kind.value, proposal.due) for proposal in found]


@pytest.mark.parametrize(("code", "kind", "example"), examples("find"))
def test_the_promise_is_found_with_its_day(code: str, kind: str, example: dict[str, str]) -> None:
    assert (kind, date.fromisoformat(example["due"])) in read(code, example["text"])


@pytest.mark.parametrize(("code", "kind", "text"), examples("leave"))
def test_what_is_no_promise_is_left_alone(code: str, kind: str, text: str) -> None:
    assert read(code, text) == []
