"""Numbers of JSON that no computer counts with: they cost their own row at most."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.importing import Scan

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]


@pytest.mark.parametrize("digits", [20, 310, 4000, 5000])
@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize("field", ["date", "rating", "author", "text", "id"])
def test_a_huge_number_costs_no_other_row(field: str, sign: str, digits: int, write: Write, scan: Read) -> None:
    row = {"author": '"Bo"', "date": '"2026-11-01"', "rating": "4", "text": '"Bra"', "id": '"b"'}
    damaged = ", ".join(f'"{name}": {sign + "9" * digits if name == field else value}' for name, value in row.items())
    whole = '"author": "Ada", "date": "2026-11-02", "rating": 5, "text": "Fint", "id": "a"'

    found = scan(write("r.json", f"[{{{damaged}}}, {{{whole}}}]"))
    assert found.reviews[-1].review.text == "Fint"
    assert len(found.reviews) + len(found.rejected) == 2


def test_a_number_that_is_no_date_is_told(write: Write, scan: Read) -> None:
    found = scan(write("r.json", f'[{{"author": "Bo", "date": {"9" * 400}, "rating": 4, "review": "Bra"}}]'))

    assert [row.reason for row in found.rejected] == [f"{'9' * 40} is no date"]
