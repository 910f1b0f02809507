"""No text, however hostile, makes a check slow or fail; the cost is linear in the text."""

from datetime import date

import pytest
from effort import calls_of

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.factory import build_engine

SIZE = 65_536
SHORT = 4_000
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
    return engine.check(text, context)


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_gets_a_report_whose_spans_lie_in_it(engine, name, code):
    text = HOSTILE[name]
    report = check(engine, text, code)
    spans = [hit.span for hit in report.moves] + [finding.span for finding in report.findings] + list(report.slots)
    assert report.length > 0
    assert all(span is None or 0 <= span.start < span.end <= len(text) for span in spans)


def work_of(text):
    """Calls for a text never seen, by an engine whose pack is loaded."""
    engine = build_engine(paths.resources())
    check(engine, "Hello.", "en")
    return calls_of(lambda: check(engine, text, "en"))


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_of_twice_the_length_takes_no_more_than_twice_the_work(name):
    assert work_of(HOSTILE[name][: 2 * SHORT]) < 2.2 * work_of(HOSTILE[name][:SHORT])


def test_a_reply_of_twice_the_length_takes_no_more_than_twice_the_work():
    sentence = "Hello Anna, we are sorry and will look into the broken lamp {} today. "
    short, long = ("".join(sentence.format(number) for number in range(count)) for count in (100, 200))
    work_of(long)
    assert work_of(long) < 2.2 * work_of(short)
