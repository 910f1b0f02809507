"""Reviews made for a file are the same as reviews made one by one."""

from dataclasses import FrozenInstanceError, fields
from datetime import UTC, datetime

import pytest

from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.importing.review_maker import ReviewMaker, put_keys

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_a_made_review_equals_one_from_the_class_itself() -> None:
    maker = ReviewMaker(["text", "rating", "platform"], received_at=NOW, source="judgeme")

    made = maker.make(["Gott bröd", 4.0, "google"])
    assert made == Review(platform="google", text="Gott bröd", rating=4.0, received_at=NOW, source="judgeme")
    assert {field.name for field in fields(made) if not hasattr(made, field.name)} == set()


def test_a_made_review_is_as_frozen_as_any_and_shares_nothing_with_the_next() -> None:
    maker = ReviewMaker(["text", "platform"], received_at=NOW)
    first, second = maker.make(["a", "google"]), maker.make(["b", "yelp"])
    put_keys(first, ("#1",))

    assert (first.text, first.keys, second.text, second.keys) == ("a", ("#1",), "b", ())
    with pytest.raises(FrozenInstanceError):
        first.text = "c"  # type: ignore[misc]


def test_nothing_runs_when_a_review_is_made_that_a_maker_would_leave_out() -> None:
    assert not hasattr(Review, "__post_init__")


@pytest.mark.parametrize(
    ("names", "common"),
    [(["text"], {"received_at": NOW}), (["platform"], {}), (["platform", "colour"], {"received_at": NOW})],
)
def test_a_field_that_is_missing_or_unknown_is_told_at_once(names: list[str], common: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="fields of a review"):
        ReviewMaker(names, **common)


def test_too_few_values_are_no_review() -> None:
    with pytest.raises(ValueError, match="argument"):
        ReviewMaker(["text", "platform"], received_at=NOW).make(["a"])
