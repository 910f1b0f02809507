"""A text made ready from the one before it is the same as one made ready alone, whatever was changed in it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewdesk_gui.checks.prepare import prepare

ABBREVIATIONS = frozenset({"dr", "e.g", "approx"})
BITS = (
    *"aB .,!?:;()@+-/\n…😀5",
    "Dr. ",
    "e.g. ",
    "approx. ",
    "We are sorry. ",
    "so sorry.We will ",
    "we looked at the bill of your stay and found\n",
    "\n\n",
    "call +46 8 555 01 28 ",
    "ring 555-0128",
    "thanks.Bob",
    "@shop.example",
    "mail info@shop.example.",
    "www.shop.example/help ",
    "Street 12",
    "(0) ",
    "word " * 60,
    "x" * 90,
    "x" * 700,
)
texts = st.lists(st.sampled_from(BITS), max_size=30).map("".join)


def ready(text, earlier=None):
    prepared = prepare(text, "en", ABBREVIATIONS, earlier)
    return prepared, (
        prepared.sentences,
        prepared.begins,
        prepared.keys.each,
        prepared.contacts,
        prepared.slots,
        prepared.word_count,
    )


@settings(max_examples=600)
@given(texts, texts, texts, texts)
@example("We are sorry. ", "A", "", "pprox. We call. We write. We come. Bye. Bye now.")
@example("thanks.Bob", "", "@shop.example", " Bye now.")  # a cut before the change is none any more
@example("", "T", "X", "elefonnummernlist! anna is at 555. 0128 77. Bye.")  # and one long after it
@example("Sorry. " + " " * 120, "", "(08) 555 01 28 77", " it is. Bye.")  # a number before a sentence's first word
@example("ΟΣ. " + "We call. " * 20, "", "İ", " Bye.")  # one letter changes the small form of others
def test_a_change_anywhere(before, taken, put, after):
    earlier, _ = ready(before + taken + after)
    text = before + put + after
    assert ready(text, earlier)[1] == ready(text)[1]


@settings(max_examples=60)
@given(texts, texts)
def test_key_by_key(before, typed):
    earlier = None
    for end in range(len(typed[:40]) + 1):
        text = before + typed[:end] + " Thanks. Bye."
        earlier, found = ready(text, earlier)
        assert found == ready(text)[1]


def test_keys_of_far_sentences_are_the_very_same():
    first, _ = ready("We are sorry for this. " * 9 + "It is mended. " + "We hope to see you soon. " * 9)
    later, _ = ready("We are sorry for this. " * 9 + "It is mended now. " + "We hope to see you soon. " * 9, first)
    kept = [key is other for key, other in zip(first.keys.each, later.keys.each, strict=True)]
    assert kept.count(True) > len(kept) // 2


def test_a_text_of_another_language_is_made_ready_alone():
    swedish = prepare("Ring t.ex. Anna. Tack.", "sv", frozenset({"t.ex"}))
    assert [span.of(swedish.text) for span in prepare(swedish.text, "en", earlier=swedish).sentences] == [
        "Ring t.ex.",
        "Anna.",
        "Tack.",
    ]


@pytest.mark.parametrize("text", ["", "\n", "😀", "Hi"])
def test_from_nothing_and_to_nothing(text):
    empty, _ = ready("")
    some, alone = ready(text)
    assert ready(text, empty)[1] == ready(text, some)[1] == alone
    assert ready("", some)[1] == ready("")[1]
