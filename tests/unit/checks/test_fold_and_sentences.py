"""Folding keeps every place; sentences end where owners end them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.prepare import prepare


@given(st.text())
def test_a_folded_text_is_as_long_as_the_text(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hälsningar från Östergård", "halsningar fran ostergard"),
        ("Größe", "große"),
        ("Ещё раз", "еще раз"),
        ("їжа й ґанок", "їжа й ґанок"),
        ("It’s “fine” – really", 'it\'s "fine" - really'),
        ("İstanbul", "istanbul"),
        ("a\u00a0b\tc", "a b c"),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded


def sentences(text, abbreviations=frozenset()):
    return [span.of(text) for span in prepare(text, "en", abbreviations).sentences]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We are sorry. Come again!", ["We are sorry.", "Come again!"]),
        ("Hi Ann\nthe lamp is mended", ["Hi Ann", "the lamp is mended"]),
        ("Great 😀 thanks", ["Great", "thanks"]),
        ("Mail a.b@shop.example. We answer.", ["Mail a.b@shop.example.", "We answer."]),
        ("See here:\n[link]\nThanks", ["See here:", "[link]", "Thanks"]),
        ("It costs 12.50 today", ["It costs 12.50 today"]),
        ("so sorry.We will call", ["so sorry.", "We will call"]),
        ("What?! No", ["What?!", "No"]),
        ("Hello :) all good", ["Hello", "all good"]),
    ],
)
def test_sentences(text, wanted):
    assert sentences(text) == wanted


def test_an_abbreviation_does_not_end_a_sentence():
    assert sentences("Ask Dr. Lee today.", frozenset({"dr"})) == ["Ask Dr. Lee today."]
    assert sentences("Ask Dr. Lee today.") == ["Ask Dr.", "Lee today."]


def test_a_long_line_that_goes_on_in_small_letters_is_one_sentence():
    text = "We have looked at the bill of your stay again and found\nthat the minibar was counted twice."
    assert sentences(text) == [text]


def test_a_text_without_stops_is_cut():
    assert max(len(sentence) for sentence in sentences("word " * 2000)) <= 1000


@given(st.text())
def test_sentences_are_ordered_and_inside(text):
    spans = prepare(text, "en").sentences
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
