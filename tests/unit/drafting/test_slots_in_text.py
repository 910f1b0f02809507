from hypothesis import given
from hypothesis import strategies as st

from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.drafting import fill_slot, next_slot, open_slots

TEXT = "👍 [step]. We know [bad]. So [step] it is."


def test_open_slots_are_found_behind_emoji() -> None:
    assert [span.of(TEXT) for span in open_slots(TEXT)] == ["[step]", "[bad]", "[step]"]


def test_filling_one_fills_all_of_the_same_label() -> None:
    filled = fill_slot(TEXT, open_slots(TEXT)[2], "we fixed it.")
    assert filled.text == "👍 we fixed it. We know [bad]. So we fixed it. it is."
    assert [span.of(filled.text) for span in filled.spans] == ["we fixed it", "we fixed it."]


def test_a_value_that_starts_a_sentence_gets_a_capital() -> None:
    text = "Hello.\n[step]. Bye"
    assert fill_slot(text, open_slots(text)[0], "we fixed it").text == "Hello.\nWe fixed it. Bye"


def test_tab_walks_round_in_both_directions() -> None:
    spans = open_slots(TEXT)
    assert next_slot(TEXT, 0) == spans[0]
    assert next_slot(TEXT, spans[0].end) == spans[1]
    assert next_slot(TEXT, len(TEXT)) == spans[0]
    assert next_slot(TEXT, spans[1].start, backwards=True) == spans[0]
    assert next_slot(TEXT, 0, backwards=True) == spans[2]
    assert next_slot("nothing open", 3) is None


def test_what_is_no_slot_stays() -> None:
    assert fill_slot(TEXT, Span(0, 1), "x").text == TEXT
    assert fill_slot(TEXT, open_slots(TEXT)[0], " ").text == TEXT


PLAIN = st.characters(exclude_categories=["Cs", "Co"])


@given(st.text(max_size=40), st.text(PLAIN, min_size=1, max_size=20), st.text(max_size=40))
def test_spans_always_mark_the_value(before: str, value: str, after: str) -> None:
    text = f"{before}[gap]{after}"
    span = next(span for span in open_slots(text) if "gap" in span.of(text))
    filled = fill_slot(text, span, value)
    for place in filled.spans:
        assert place.of(filled.text).casefold() in value.strip().casefold()
