"""Cells that a spreadsheet would run are written so that it does not, and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk_gui.domain.formula_guard import harmless, unguarded


@pytest.mark.parametrize("text", ["=1+1", "+49 30 1234", "-5 %", "@anna", "\t=1", "＝1", "'=1"])
def test_what_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Tea = good", "'t was lovely", "5 - 3"])
def test_plain_words_stay(text: str) -> None:
    assert harmless(text) == unguarded(text) == text


@given(st.text(st.sampled_from("'=+-@\t\r\n＝a "), max_size=8))
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(harmless(text)) == text
