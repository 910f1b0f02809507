"""Columns that are paths: who the last step belongs to decides what it is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from import_rows import answer

from reviewdesk_gui.importing import Scan, ScannedReview

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]


@pytest.fixture
def first(write: Write, scan: Read) -> Callable[[object], ScannedReview]:
    def work(record: object) -> ScannedReview:
        found = scan(write("unknown.json", json.dumps([record])))
        assert found.rejected == ()
        return found.reviews[0]

    return work


First = Callable[[object], ScannedReview]


def test_the_words_of_a_reply_are_not_those_of_the_review(first: First) -> None:
    row = first(
        {
            "reply": {"author": "Kvarnen", "text": "Tack!", "date": "2026-11-05"},
            "rating": 4,
            "date": "2026-11-02",
            "author": {"id": 7, "name": "Ada", "url": "http://who.example/7", "email": "ada@mail.example"},
            "body": "Gott bröd",
        }
    )

    assert (row.review.author, row.review.text) == ("Ada", "Gott bröd")
    assert answer(row) == ("Tack!", "2026-11-05")
    assert (row.review.external_id, row.review.link) == ("", "")
    assert "mail.example" not in str(row)


def test_two_reviews_of_one_person_are_two(write: Write, scan: Read, now: object) -> None:
    one = {"user": {"id": "u1", "name": "Ada"}, "rating": 4, "text": "Gott bröd"}
    found = scan(write("unknown.json", json.dumps([one, one | {"text": "Torrt bröd"}])))

    assert len({row.review.keys[0] for row in found.reviews}) == 2


def test_the_name_of_a_place_or_product_is_nobody_s_and_its_mean_is_no_rating(first: First) -> None:
    row = first(
        {
            "business": {"id": "b1", "name": "Kvarnen", "rating": 4.7, "url": "http://place.example"},
            "item": {"id": "i1", "title": "Limpa"},
            "review": {"id": "r1", "rating": 2, "text": "Torr", "customer": {"name": "Bo"}},
        }
    )

    assert (row.review.location, row.review.product, row.review.author) == ("Kvarnen", "Limpa", "Bo")
    assert (row.review.rating, row.review.external_id, row.review.link) == (2.0, "r1", "")


def test_a_whole_name_counts_more_than_the_end_of_a_path(first: First) -> None:
    row = first({"thread": {"id": "t", "text": "Vad tycker ni?"}, "id": "r1", "text": "Torr", "rating": 2})

    assert (row.review.text, row.review.external_id) == ("Torr", "r1")


@pytest.mark.parametrize("sign", [".", "/"])
def test_paths_in_tables_are_understood_with_either_sign(sign: str, write: Write, scan: Read) -> None:
    head = ",".join(
        name.replace(".", sign)
        for name in ("id", "customer.displayName", "score", "comment.text", "answer.text", "answer.createdAt")
    )
    [row] = scan(write("t.csv", f"{head}\nq1,Bo,2,Torrt,Tråkigt att höra,2026-11-05\n")).reviews

    assert (row.review.source, row.review.author, row.review.text) == ("generic", "Bo", "Torrt")
    assert answer(row) == ("Tråkigt att höra", "2026-11-05")
