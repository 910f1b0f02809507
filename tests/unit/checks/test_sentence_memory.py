"""Remembering sentences makes no difference to what is found, whatever was checked before."""

from dataclasses import replace
from datetime import date
from functools import cache, partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.examples import parse_examples
from reviewdesk_gui.checks.factory import PackShelf
from reviewdesk_gui.checks.leak_words import read_leak_words
from reviewdesk_gui.checks.moves import scan
from reviewdesk_gui.checks.packs import load_pack
from reviewdesk_gui.checks.phrasebook import CompiledPhrase, PhraseBook
from reviewdesk_gui.checks.phrases import Lists, parse_phrase
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.prepared import PreparedText, SentenceKeys
from reviewdesk_gui.checks.promises import Promises
from reviewdesk_gui.checks.sentence_memory import SentenceMemory
from reviewdesk_gui.domain.finding import Span

LANGUAGES = paths.resources() / "languages"
SHELF = PackShelf(LANGUAGES)
LEAKS = read_leak_words(paths.resources() / "leak.toml")
PROMISES = Promises(LANGUAGES)
# what joins sentences or changes them where they meet
EDITS = st.sampled_from(
    [
        "",
        " ",
        "\n",
        ".",
        "!",
        "?",
        "'",
        '"',
        ",",
        "-",
        "x",
        "we",
        " not ",
        "Anna",
        " 5",
        "+46 70 123",
        "a@b.se",
        "😀",
        "...",
        "[x]",
    ]
)


@cache
def sentences(code):
    pack = load_pack(LANGUAGES / code, examples=True)
    return [example.text for rule in pack.rules for example in parse_examples(rule)]


def drafts():
    """A language, a text of a few sentences, and what is put in place of a stretch of it, again and again."""
    edits = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 12), EDITS), max_size=8)
    return st.sampled_from(SHELF.languages).flatmap(
        lambda code: st.tuples(
            st.just(code), st.lists(st.sampled_from(sentences(code)), min_size=2, max_size=6).map(" ".join), edits
        )
    )


def found(code, prepared):
    pack = SHELF(code)
    context = CheckContext(language=code, author="Anna Berg", today=date(2026, 3, 4))
    moves, faults = scan(prepared, context, pack)
    books = (pack.address, pack.closings, *([LEAKS[code].phrases] if code in LEAKS else ()))
    return (
        moves,
        sorted((rule.id, span) for rule, span in faults),
        [list(book.search(prepared)) for book in books],
        list(PROMISES(prepared, context, pack)),
    )


def unremembered(prepared: PreparedText) -> PreparedText:
    """The same text with nothing kept of its sentences."""
    return replace(prepared, keys=SentenceKeys(prepared.sentences, [None] * len(prepared.sentences)))


@settings(max_examples=120, deadline=None, derandomize=True)
@given(drafts())
def test_a_text_that_is_edited_is_judged_as_if_it_were_new(draft):
    code, text, edits = draft
    for place, length, put in [(0, 0, ""), *edits]:
        place = place % (len(text) + 1)
        text = text[:place] + put + text[place + length :]
        prepared = prepare(text, code, SHELF(code).abbreviations)
        assert found(code, prepared) == found(code, unremembered(prepared))


@pytest.mark.parametrize(
    ("phrase", "texts"),
    [
        ("^^ hello there", ["Hello there. Good day.", "Good day to you. Hello there. Good day."]),
        (r"/(?<=! )we came/", ["Well! we came. Then", "Well. we came. Then"]),
        (r"/^we came/", ["we came. Then", "Oh dear. we came. Then"]),
        ("we are ?", ["We are open.Come in now", "We are open. Come in now", "We are open.Welcome in"]),
        ("we call {phone}", ["We call 070 123 45.\n67 times", "We call 070 123 45.\nTen times"]),
    ],
)
def test_what_stands_around_a_sentence_counts(phrase, texts):
    book = PhraseBook([("hit", CompiledPhrase(phrase, partial(parse_phrase, lists=Lists({}))))])
    for text in (*texts, *texts):
        prepared = prepare(text, "en")
        assert list(book.search(prepared)) == list(book.search(unremembered(prepared))), text


def test_a_sentence_is_known_again_after_an_edit_elsewhere():
    first, later = (prepare(f"Hello {who}. One. We fixed it today. Two. Three. Four.", "en") for who in ("Bo", "Anna"))
    (greeting, _, told, *_), (other_greeting, _, told_again, *_) = first.keys.each, later.keys.each
    assert told == told_again
    assert greeting != other_greeting


def test_a_sentence_that_runs_on_without_a_blank_is_not_remembered():
    prepared = prepare("It is done.X" + "x" * 100, "en")
    assert [span.start for span in prepared.sentences] == [0, 11]
    assert [prepared.keys.of(span) is None for span in prepared.sentences] == [True, False]


def test_nothing_is_kept_of_a_part_of_a_sentence():
    prepared = prepare("We fixed it. Thank you.", "en")
    assert [prepared.keys.of(span) for span in prepared.sentences] == list(prepared.keys.each)
    assert prepared.keys.of(Span(3, 12)) is None
    assert prepared.keys.of(Span(0, 2)) is None


def test_the_oldest_sentences_are_forgotten():
    memory: SentenceMemory[int] = SentenceMemory()
    for number in range(20_000):
        memory.keep(str(number), number)
        assert memory.get("0") == 0  # asked for all the time
    assert memory.get("19999") == 19_999
    assert memory.get("5") is None
    assert memory.get(None) is None
