"""Ratings as exports and pages write them."""

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.importing.generic import scale_in_header
from reviewdesk_gui.importing.ratings import guess_scale, parse_rating
from reviewdesk_gui.importing.trouble import RowError
from reviewdesk_gui.importing.vocabulary import load

WORDS = load(paths.resources() / "importing")


@pytest.mark.parametrize(
    ("raw", "rating"),
    [
        ("4", 4.0),
        (4, 4.0),
        ("4,6", 4.6),
        ("4/5", 4.0),
        ("8,5/10", 4.25),
        ("8,5 of 10", 4.25),
        ("4 out of 5 stars", 4.0),
        ("Rated 4 out of 5 stars", 4.0),
        ("4 von 5", 4.0),
        ("4 av 5", 4.0),
        ("4 из 5", 4.0),
        ("85%", 4.25),
        ("85 %", 4.25),
        ("★★★★☆", 4.0),
        ("⭐⭐⭐", 3.0),
        ("⭐️⭐️⭐️⭐️⭐️", 5.0),
        ("★★★½☆", 3.5),
        ("5★", 5.0),
        ("FIVE", 5.0),
        ("fem", 5.0),
        ("п'ять", 5.0),
        ("fiif", 5.0),
        ("4 Sterne", 4.0),
        ("4 stjärnor", 4.0),
        ("five stars", 5.0),
        ("recommends", 5.0),
        ("doesn't recommend", 1.0),
        ("STAR_RATING_UNSPECIFIED", None),
        ("-", None),
        ("", None),
        (None, None),
    ],
)
def test_a_rating_is_read(raw: object, rating: float | None) -> None:
    assert parse_rating(raw, None, WORDS)[0] == rating


@pytest.mark.parametrize("raw", ["7", "0", "6/5", "great", "between 3 and 4", "-3 stars and 2", "101%"])
def test_what_is_no_rating_is_refused(raw: str) -> None:
    with pytest.raises(RowError):
        parse_rating(raw, None, WORDS)


def test_a_scale_is_kept_beside_the_figure() -> None:
    assert parse_rating("8,5", 10.0, WORDS) == (4.25, "8,5 of 10")


def test_the_worst_of_a_long_scale_is_still_one_star() -> None:
    assert parse_rating("1", 10.0, WORDS)[0] == 1.0


@pytest.mark.parametrize(
    ("column", "scale"), [(["5", "4"], None), (["5", "8"], 10.0), (["85", "4"], 100.0), (["4/5", "9 of 10"], None)]
)
def test_a_column_tells_its_scale(column: list[str], scale: float | None) -> None:
    assert guess_scale(column) == scale


@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("Stars", 5.0),
        ("Star rating", 5.0),
        ("Sterne", 5.0),
        ("Antal stjärnor", 5.0),
        ("Количество звёзд", 5.0),
        ("Stars (1-10)", 10.0),
        ("Rating", None),
        ("Start date", None),
    ],
)
def test_a_header_tells_its_scale(name: str, scale: float | None) -> None:
    assert scale_in_header(name) == scale


@pytest.mark.parametrize(
    ("column", "scale"),
    [
        ([5, 4, 3, 55], None),
        (["5", "4", "1", "3", "10", "2"], None),
        ([8, 9, 7, 55], 10.0),
        ([5, 4, float("inf"), float("nan")], None),
        ([[4], {"a": 1}, None, "4"], None),
        ([0.85, 1, 0.4], 1.0),
        (["0,85", "1", "0.4"], 1.0),
        ([1, 1, 0], None),
    ],
)
def test_a_single_odd_figure_makes_no_scale(column: list[object], scale: float | None) -> None:
    assert guess_scale(column) == scale


@pytest.mark.parametrize(("raw", "rating"), [(0.85, 4.25), (1, 5.0), (0, 1.0)])
def test_shares_of_one_are_ratings_out_of_one(raw: float, rating: float) -> None:
    assert parse_rating(raw, 1.0, WORDS)[0] == rating


@pytest.mark.parametrize("raw", [float("inf"), float("nan"), [4], {"stars": 4}])
def test_what_no_figure_is_refused(raw: object) -> None:
    with pytest.raises(RowError):
        parse_rating(raw, None, WORDS)
