"""Long JSON lists are read the quick way only where that gives the same rows as reading the whole document."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk_gui.importing.json_rows import find_lists, records_table
from reviewdesk_gui.importing.json_uniform import uniform_list

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
names = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters='\\"'), max_size=8)
flat = st.dictionaries(names, scalars | st.lists(scalars, max_size=2), max_size=5)
records = flat | st.dictionaries(st.text(max_size=3), scalars | flat, max_size=3)
documents = st.lists(records | scalars, max_size=5) | st.dictionaries(
    st.sampled_from(["reviews", "data", "page"]), st.lists(records, max_size=4) | flat | scalars, max_size=3
)


def quick(document: object) -> object:
    found = uniform_list(json.dumps(document).encode())
    return found.table() if found is not None else None


@given(documents)
def test_the_quick_way_gives_what_the_long_way_gives(document: object) -> None:
    made = quick(document)
    if made is not None:
        whole = find_lists(document)[0]
        header, rows = records_table(whole)
        assert (made[0], [(number, list(cells)) for number, cells in made[1]]) == (
            header,
            [(number, list(cells)) for number, cells in rows],
        )


@given(flat.filter(bool), st.integers(1, 4))
def test_records_of_one_shape_go_the_quick_way(record: dict[str, object], count: int) -> None:
    assert quick([record] * count) is not None
    assert quick({"total": count, "reviews": [record] * count}) is not None


@pytest.mark.parametrize(
    "text",
    [
        '[{"text": "a"}, {"text": "b", "stars": 4}]',
        '[{"text": "a", "stars": 4}, {"text": "b"}]',
        '[{"text": "a"}, {"text": {"words": "b"}}]',
        '[{"text": "a"}, {"text": [{"words": "b"}]}]',
        '[{"te\\\\xt": "a"}, {"te\\\\xt": "b"}]',
        '[{"text": "a"}, "b"]',
        '[{"text": "a"}, {"text": NaN}]',
        '[{"text": "a"}, {"text": "b"',
        '[{"text": "a"}]}',
        '{"reviews": [{"text": "a"}], "users": [{"name": "b"}]}',
        '{"page": {"reviews": [{"text": "a"}, {"text": "b"}]}, "reviews": []}',
        '[{"text": "' + "a" * 70_000 + '"}]',
        "[" * 5000,
        "[{}]",
        "[]",
        "{}",
        "",
        '"text"',
    ],
)
def test_anything_else_goes_the_long_way(text: str) -> None:
    found = uniform_list(text.encode())
    assert found is None or found.table() is None
