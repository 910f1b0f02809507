"""No text, however hostile, makes a check slow or fail; the cost is linear in the text."""

import time
from datetime import date

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext

SIZE = 65_536
HOSTILE = {
    "giant word": "a" * SIZE,
    "nested repeats": "we will we will look into look into (" * (SIZE // 37),
    "emoji": "😀" * 10_000,
    "right-to-left marks": "\u200f\u202esorry\u202c " * (SIZE // 9),
    "NULs": "\0we\0will\0" * (SIZE // 9),
    "at signs": "@a.b" * (SIZE // 4),
    "brackets": "[[{{((" * (SIZE // 6),
    "numbers": "+1 234 567 " * (SIZE // 11),
    "line breaks": "hi\n" * (SIZE // 3),
    "dots": "a. " * (SIZE // 3),
    "mixed marks": "??!!" * (SIZE // 4),
    "dashes": "-" * SIZE,
    "quotes": '"' * SIZE,
    "capitals": "AB " * (SIZE // 3),
    "lone surrogates": "\ud800 sorry " * 5_000,
    "names": "Anna, " * (SIZE // 6),
    "a long last line": "hello\n" + "Anna Berg " * (SIZE // 10),
}
CODES = sorted(folder.parent.name for folder in (paths.resources() / "languages").glob("*/pack.toml"))


def check(engine, text, code):
    context = CheckContext(language=code, author="Anna Berg", rating=1, review=text[:500], today=date(2026, 3, 4))
    start = time.process_time()
    engine.check(text, context)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_less_than_a_second(engine, name):
    assert check(engine, HOSTILE[name], "en") < 1


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
def test_hostile_texts_in_every_language(engine, code):
    assert max(check(engine, text, code) for text in HOSTILE.values()) < 2


def test_the_cost_is_linear(engine):
    sentence = "Hello Anna, we are sorry and will look into the broken lamp today. "
    check(engine, sentence * 20, "en")
    short = min(check(engine, sentence * 20, "en") for _ in range(5))
    long = min(check(engine, sentence * 200, "en") for _ in range(3))
    assert long < 10 * short * 2.5
