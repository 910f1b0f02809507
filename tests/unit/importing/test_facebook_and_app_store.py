"""Facebook's recommendations with the page's comments, and the App Store's public feed and collected reviews."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from import_rows import answer, day

from reviewdesk_gui.importing import Scan, ScannedReview

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]
Rows = Callable[..., tuple[ScannedReview, ...]]


@pytest.fixture
def rows(write: Write, scan: Read) -> Rows:
    """The reviews of one document; every record must be usable."""

    def work(document: object) -> tuple[ScannedReview, ...]:
        found = scan(write("download.json", json.dumps(document)))
        assert found.rejected == ()
        return found.reviews

    return work


def told(who: str, text: str = "Bra kaffe", kind: str = "positive", **more: Any) -> dict[str, Any]:
    reviewer = {"name": who, "id": f"u-{who}", "picture": {"data": {"url": "http://pic.example/1"}}}
    review = {"created_time": "2026-11-02T10:00:00+0000", "recommendation_type": kind, "review_text": text}
    return review | {"reviewer": reviewer, **more}


def comments(story: str, *said: tuple[str, str]) -> dict[str, Any]:
    data = [
        {"id": f"{story}-{at}", "from": {"id": who, "name": who.title()}, "message": text, "created_time": 1793800800}
        for at, (who, text) in enumerate(said)
    ]
    return {
        "open_graph_story": {"id": story, "permalink_url": f"http://fb.example/{story}", "comments": {"data": data}}
    }


def test_a_page_with_its_ratings_tells_which_comment_is_the_page_s_own(rows: Rows) -> None:
    thread = comments("s1", ("stranger", "Håller med"), ("page-7", "Tack Åsa!"), ("page-7", "Välkommen åter"))
    page = {"id": "page-7", "name": "Kvarnen", "overall_star_rating": 4.7, "ratings": {"data": [told("Åsa", **thread)]}}
    [row] = rows(page)

    assert (row.review.source, row.review.platform, row.review.location) == ("facebook", "facebook", "Kvarnen")
    assert (row.review.external_id, row.review.link) == ("s1", "http://fb.example/s1")
    assert answer(row) == ("Tack Åsa!", "2026-11-04")
    assert "pic.example" not in str(row)


def test_without_the_page_s_id_the_shop_is_who_answers_under_several_reviews(rows: Rows) -> None:
    found = rows(
        {
            "data": [
                told("Åsa", **comments("s1", ("page-7", "Tack Åsa!"))),
                told("Bo", "Kallt", "negative", **comments("s2", ("u-Åsa", "Inte för mig"), ("page-7", "Förlåt Bo"))),
                told("Cy", **comments("s3", ("stranger", "Instämmer"))),
            ]
        }
    )

    assert [answer(row)[0] for row in found] == ["Tack Åsa!", "Förlåt Bo", ""]
    assert [row.review.rating for row in found] == [5.0, 1.0, 5.0]


def test_a_single_comment_of_somebody_is_not_taken_for_the_shop_s_reply(rows: Rows) -> None:
    [row] = rows({"data": [told("Åsa", **comments("s1", ("stranger", "Usch")))]})

    assert answer(row) == ("", "")


def test_ratings_from_before_recommendations_have_stars_and_a_date_in_seconds(rows: Rows) -> None:
    old = {"created_time": 1511172000, "has_rating": True, "has_review": True, "rating": 3, "review_text": "Helt okej"}
    one, two, three = rows(
        {
            "data": [
                old | {"reviewer": {"name": "Per", "id": "1"}},
                told("Åsa", has_rating=False, rating=None),
                told("Bo", "Bara ord", "none"),
            ]
        }
    )

    assert [row.review.rating for row in (one, two, three)] == [3.0, 5.0, None]
    assert day(one) == "2017-11-20"


def test_recommendations_as_a_table(write: Write, scan: Read) -> None:
    head = "created_time,recommendation_type,rating,review_text,reviewer.name"
    lines = "2026-11-02T10:00:00+0000,negative,,Kallt,Bo\n2017-11-02T10:00:00+0000,,4,Bra,Per\n"
    found = scan(write("fb.csv", f"{head}\n{lines}")).reviews

    assert [(row.review.source, row.review.rating) for row in found] == [("facebook", 1.0), ("facebook", 4.0)]


def entry(number: str, stars: str = "2") -> dict[str, Any]:
    return {
        "author": {"uri": {"label": "http://apps.example/u"}, "name": {"label": "abel"}, "label": ""},
        "updated": {"label": "2026-11-02T03:00:00-07:00"},
        "im:rating": {"label": stars},
        "im:version": {"label": "8.2"},
        "id": {"label": number},
        "title": {"label": "Slow"},
        "content": {"label": "Takes ages", "attributes": {"type": "text"}},
        "link": {"attributes": {"rel": "related", "href": "http://apps.example/review"}},
        "im:voteSum": {"label": "0"},
        "im:contentType": {"attributes": {"term": "Application", "label": "Application"}},
        "im:voteCount": {"label": "0"},
    }


APP = {"im:name": {"label": "Kvarnens app"}, "id": {"label": "http://apps.example/9"}, "title": {"label": "Kvarnen"}}
LINKS = [{"attributes": {"rel": rel}} for rel in ("alternate", "self", "first", "last", "previous", "next")]


@pytest.mark.parametrize(
    ("entries", "product"), [([entry("1"), entry("2")], ""), ([APP, entry("1"), entry("2")], "Kvarnens app")]
)
def test_the_app_store_s_public_feed(entries: list[Any], product: str, rows: Rows) -> None:
    one, two = rows({"feed": {"author": {"name": {"label": "Store"}}, "entry": entries, "link": LINKS}})

    assert (one.review.source, one.review.platform, one.review.author) == ("app_store", "app_store", "abel")
    assert (one.review.rating, one.review.title, one.review.text) == (2.0, "Slow", "Takes ages")
    assert (one.review.external_id, two.review.external_id, one.review.product) == ("1", "2", product)
    assert one.review.written_at == datetime(2026, 11, 2, 10, tzinfo=UTC)


def test_a_feed_with_one_review_holds_no_list(rows: Rows) -> None:
    [row] = rows({"feed": {"entry": entry("1"), "link": LINKS}})

    assert row.review.external_id == "1"


def test_one_review_of_app_store_connect_by_itself(rows: Rows) -> None:
    said = {"rating": 2, "title": "Slow", "body": "Ages", "createdDate": "2026-11-02T03:00:00-07:00"}
    response = {"type": "customerReviewResponses", "id": "r1", "attributes": {"responseBody": "Fixed"}}
    link = {"response": {"data": {"type": "customerReviewResponses", "id": "r1"}}}
    data = {"type": "customerReviews", "id": "as1", "attributes": said, "relationships": link}
    [row] = rows({"data": data, "included": [response]})

    assert (row.review.source, row.review.external_id, answer(row)[0]) == ("app_store", "as1", "Fixed")


COLLECTED: dict[str, Any] = {
    "date": "2026-11-02T10:00:00Z",
    "review": "Takes ages",
    "rating": 2,
    "isEdited": False,
    "title": "Slow",
    "userName": "abel",
    "developerResponse": {"id": 5, "body": "Version 2 is faster", "modified": "2026-11-04T10:00:00Z"},
}


@pytest.mark.parametrize(
    "wrap", [lambda one: [one], lambda one: {"data": [{"id": "3", "type": "user-reviews", "attributes": one}]}]
)
def test_app_store_reviews_as_collected(wrap: Callable[[dict[str, Any]], object], rows: Rows) -> None:
    [row] = rows(wrap(COLLECTED))

    assert (row.review.source, row.review.author, row.review.title) == ("app_store", "abel", "Slow")
    assert answer(row) == ("Version 2 is faster", "2026-11-04")


def test_collected_app_store_reviews_as_a_table(write: Write, scan: Read) -> None:
    head = "date,review,rating,isEdited,title,userName,developerResponse.id,developerResponse.body"
    line = "2026-11-02 10:00:00,Ages,2,False,Slow,abel,5,Faster now"
    [row] = scan(write("appstore.csv", f"{head}\n{line}\n")).reviews

    assert (row.review.source, row.review.author, answer(row)[0]) == ("app_store", "abel", "Faster now")
