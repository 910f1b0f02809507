"""JSON as interfaces and collectors really give it: reviews within places, replies within threads, pages of a feed."""

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

OUTSCRAPER: dict[str, Any] = {
    "review_id": "os1",
    "author_title": "Xenia",
    "author_image": "http://pic.example/x",
    "review_text": "Fin utsikt",
    "review_rating": 5,
    "review_timestamp": 1793610000,
    "review_datetime_utc": "11/02/2026 09:00:00",
    "owner_answer": "Tack!",
    "owner_answer_timestamp": 1793700000,
    "owner_answer_timestamp_datetime_utc": "11/03/2026 10:00:00",
    "review_link": "http://maps.example/1",
}
APIFY: dict[str, Any] = {
    "name": "Ylva",
    "text": "Trevligt",
    "textTranslated": "Nice",
    "publishAt": "2 weeks ago",
    "publishedAtDate": "2026-11-02T10:00:00.000Z",
    "reviewId": "ap1",
    "reviewerPhotoUrl": "http://pic.example/y",
    "reviewOrigin": "Google",
    "stars": 4,
    "rating": None,
    "originalLanguage": "sv",
    "responseFromOwnerText": "Tack Ylva",
    "responseFromOwnerDate": "2026-11-03T10:00:00.000Z",
}


@pytest.fixture
def rows(write: Write, scan: Read) -> Rows:
    """The reviews of one document; every record must be usable."""

    def work(document: object, **options: object) -> tuple[ScannedReview, ...]:
        found = scan(write("reviews-of-ours.json", json.dumps(document)), **options)
        assert found.rejected == ()
        return found.reviews

    return work


def place(**more: Any) -> dict[str, Any]:
    return {"name": "Kvarnen", "rating": 4.4, "categories": [{"a": 1}, {"b": 2}, {"c": 3}], **more}


@pytest.mark.parametrize(
    "wrap",
    [
        lambda places: places,
        lambda places: places[0],
        lambda places: [places],
        lambda places: {"id": "r-1", "status": "Success", "data": places},
        lambda places: {"id": "r-1", "status": "Success", "data": [places]},
    ],
)
def test_outscraper_s_reviews_stand_within_their_place(wrap: Callable[[list[Any]], object], rows: Rows) -> None:
    [row] = rows(wrap([place(reviews_data=[OUTSCRAPER])]))

    assert (row.review.source, row.review.author, row.review.location) == ("outscraper", "Xenia", "Kvarnen")
    assert day(row) == "2026-11-02"
    assert answer(row)[0] == "Tack!"


def test_the_reviews_of_several_places_are_told_apart(rows: Rows) -> None:
    other = OUTSCRAPER | {"review_id": "os2", "author_title": None, "autor_name": "Zoe"}
    found = rows([place(reviews_data=[OUTSCRAPER]), place(name="Ön", reviews_data=[other]), place(reviews_data=None)])

    assert [(row.review.location, row.review.author) for row in found] == [("Kvarnen", "Xenia"), ("Ön", "Zoe")]


def test_apify_s_reviews_stand_within_their_place(rows: Rows) -> None:
    [row] = rows([{"title": "Kvarnen", "reviewsTags": [{}, {}, {}], "reviews": [APIFY]}])

    assert (row.review.source, row.review.author, row.review.location) == ("apify_google_maps", "Ylva", "Kvarnen")
    assert (row.review.text, row.review.language) == ("Trevligt", "sv")
    assert answer(row)[0] == "Tack Ylva"


def test_apify_finds_tripadvisor_s_reviews_on_google_s_pages_of_hotels(rows: Rows) -> None:
    stranger = APIFY | {"reviewId": "ap2", "stars": None, "rating": "3/5", "reviewOrigin": "Tripadvisor"}
    one, two = rows([APIFY, stranger])

    assert (one.review.platform, one.review.rating) == ("google", 4.0)
    assert (two.review.platform, two.review.rating) == ("tripadvisor", 3.0)


def test_apify_leaves_names_and_ids_out_where_personal_data_was_not_wanted(rows: Rows) -> None:
    [row] = rows([{key: value for key, value in APIFY.items() if key not in ("name", "reviewId")}])

    assert (row.review.source, row.review.author) == ("apify_google_maps", "")


NESTED: dict[str, Any] = {
    "reviewId": "n1",
    "place": {"name": "Kvarnen", "placeId": "p1"},
    "author": {"id": "u7", "name": "Alva", "photoUrl": "http://pic.example/a"},
    "rating": 2,
    "text": "Lång kö",
    "language": "sv",
    "publishedAt": "2026-11-02T10:00:00Z",
    "lastEditedAt": "2026-11-08T10:00:00Z",
    "relativeDate": "2 weeks ago",
    "ownerResponse": {"text": "Vi har en kassa till nu", "publishedAt": "2026-11-03T10:00:00Z"},
}


def test_google_maps_reviews_with_author_and_place_as_objects(rows: Rows) -> None:
    [row] = rows([NESTED])

    assert (row.review.source, row.review.platform) == ("apify_google_maps", "google")
    assert (row.review.author, row.review.location, row.review.language) == ("Alva", "Kvarnen", "sv")
    assert row.review.changed_at == datetime(2026, 11, 8, 10, tzinfo=UTC)
    assert answer(row) == ("Vi har en kassa till nu", "2026-11-03")


def test_the_same_flattened_into_a_table(write: Write, scan: Read) -> None:
    head = "place/name,author/name,author/photoUrl,rating,text,publishedAt,reviewId,ownerResponse/text"
    [row] = scan(
        write("maps.csv", head + "\nKvarnen,Alva,http://p.example,2,Kö,2026-11-02T10:00:00Z,n1,Sorry\n")
    ).reviews

    assert (row.review.source, row.review.author, row.review.location) == ("apify_google_maps", "Alva", "Kvarnen")
    assert answer(row)[0] == "Sorry"
    assert "p.example" not in str(row)


TRIPADVISOR: dict[str, Any] = {
    "id": "991",
    "url": "http://ta.example/991",
    "title": "Fine stay",
    "lang": "en",
    "publishedDate": "2026-11-02",
    "rating": 3,
    "tripType": "COUPLES",
    "text": "Thin walls",
    "ownerResponse": {"id": "5", "title": "Owner", "text": "Thank you, Dagny", "publishedDate": "2026-11-04"},
    "user": {"username": "dagny", "name": "Dagny L", "avatar": {"image": "http://pic.example/d"}},
    "placeInfo": {"id": "7", "name": "Kvarnens vandrarhem"},
}


def test_tripadvisor_reviews_as_collected(rows: Rows) -> None:
    [row] = rows([TRIPADVISOR])

    assert (row.review.source, row.review.platform, row.review.author) == ("tripadvisor", "tripadvisor", "dagny")
    assert (row.review.location, row.review.language, row.review.external_id) == ("Kvarnens vandrarhem", "en", "991")
    assert answer(row) == ("Thank you, Dagny", "2026-11-04")


def test_tripadvisor_reviews_flattened_into_a_table_with_the_day_first(write: Write, scan: Read) -> None:
    head = "id;publishedDate;travelDate;lang;rating;title;text;tripType;user/username;ownerResponse/text;placeInfo/name"
    line = "991;20/11/2025;2025-11;en;3;Fine;Thin walls;COUPLES;dagny;Thank you;Kvarnen"
    [row] = scan(write("ta.csv", f"{head}\n{line}\n")).reviews

    assert (row.review.source, row.review.author, row.review.location) == ("tripadvisor", "dagny", "Kvarnen")
    assert answer(row)[0] == "Thank you"


def test_booking_reviews_as_collected(rows: Rows) -> None:
    one = {
        "id": "b1",
        "userName": "Sven",
        "userLocation": "Sweden",
        "rating": 5,
        "reviewDate": "2026-11-02",
        "reviewTitle": "Okej",
    }
    new = one | {
        "likedText": "Läget",
        "dislikedText": "Bruset",
        "propertyResponse": "Tack Sven",
        "reviewLanguage": "sv",
    }
    old = one | {
        "reviewTextParts": {"Liked": "Sängen", "Disliked": "Ljuset"},
        "rating": "10",
        "reviewDate": "January 12, 2025",
    }

    [row] = rows([new])
    assert (row.review.source, row.review.platform, row.review.rating) == ("booking", "booking", 2.5)
    assert (row.review.text, row.review.title) == ("Läget\n\nBruset", "Okej")
    assert answer(row)[0] == "Tack Sven"
    [row] = rows([old])
    assert (row.review.source, row.review.rating, row.review.text) == ("booking", 5.0, "Sängen\n\nLjuset")
    assert day(row) == "2025-01-12"


def test_yelp_s_feed_of_a_page(rows: Rows) -> None:
    feed = {
        "id": "y7",
        "userId": "u1",
        "business": {"id": "b", "name": "Kvarnen"},
        "user": {"markupDisplayName": "Cleo D.", "src": "http://pic.example/c"},
        "comment": {"text": "Nice buns", "language": "en"},
        "localizedDate": "11/20/2026",
        "rating": 4,
        "businessOwnerReplies": [
            {"comment": "Thanks Cleo", "localizedDate": "11/21/2026", "owner": {"displayName": "Bo"}}
        ],
    }
    one, two = rows({"reviews": [feed, feed | {"id": "y8", "businessOwnerReplies": None}], "pagination": {}})

    assert (one.review.source, one.review.platform, one.review.author) == ("yelp", "yelp", "Cleo D.")
    assert one.review.text == "Nice buns"
    assert (one.review.location, one.review.language) == ("Kvarnen", "en")
    assert day(one) == "2026-11-20"
    assert answer(one) == ("Thanks Cleo", "2026-11-21")
    assert two.reply is None


def test_yelp_s_data_set_lists_reviews_line_by_line(write: Write, scan: Read) -> None:
    one = {"review_id": "y1", "user_id": "u", "business_id": "b", "stars": 4.0, "useful": 1, "funny": 0, "cool": 0}
    more = one | {"text": "Nice buns", "date": "2026-11-02 00:41:13"}
    text = json.dumps(more) + "\n" + json.dumps(more | {"review_id": "y2"}) + "\n"
    first, _ = scan(write("reviews.json", text)).reviews

    assert (first.review.source, first.review.platform, first.review.external_id) == ("yelp", "yelp", "y1")


def test_a_rejected_reply_does_not_stand_on_google(rows: Rows) -> None:
    review = {"name": "accounts/1/locations/2/reviews/a", "starRating": "ONE", "createTime": "2026-11-02T10:00:00Z"}
    reply = {"comment": "Ring oss", "updateTime": "2026-11-03T10:00:00Z", "reviewReplyState": "REJECTED"}

    [rejected] = rows({"reviews": [review | {"reviewReply": reply}]})
    [approved] = rows({"reviews": [review | {"reviewReply": reply | {"reviewReplyState": "APPROVED"}}]})
    assert (answer(rejected)[0], answer(approved)[0]) == ("", "Ring oss")


def test_trustpilot_s_interface(rows: Rows) -> None:
    review = {
        "id": "tp1",
        "consumer": {"id": "c1", "displayName": "Pia", "displayLocation": "Umeå"},
        "stars": 2,
        "title": "Seg leverans",
        "text": "Tre veckor",
        "language": "sv",
        "createdAt": "2026-11-02T10:00:00Z",
        "referralEmail": "pia@mail.example",
        "companyReply": {"text": "Vi beklagar", "createdAt": "2026-11-04T10:00:00Z"},
    }
    [row] = rows({"links": [{}, {}], "reviews": [review]})

    assert (row.review.source, row.review.platform, row.review.author) == ("trustpilot", "trustpilot", "Pia")
    assert answer(row) == ("Vi beklagar", "2026-11-04")
    assert "mail.example" not in str(row)


PLACE_REVIEW: dict[str, Any] = {
    "name": "places/pl1/reviews/rv1",
    "rating": 4,
    "text": {"text": "Nice", "languageCode": "en"},
    "originalText": {"text": "Trevligt", "languageCode": "sv"},
    "authorAttribution": {"displayName": "Ylva"},
    "publishTime": "2026-11-02T10:00:00Z",
}
OLDER_REVIEW: dict[str, Any] = {"author_name": "Ylva", "rating": 4, "text": "Trevligt", "time": 1793610000}


@pytest.mark.parametrize(
    "document",
    [
        [PLACE_REVIEW],
        {"reviews": [PLACE_REVIEW]},
        {"places": [{"displayName": {"text": "Ön"}, "reviews": [PLACE_REVIEW]}, {"displayName": {"text": "Tomt"}}]},
        [{"name": "places/pl1", "rating": 4.4, "reviews": [PLACE_REVIEW]}],
        [OLDER_REVIEW],
        {"result": {"name": "Ön", "reviews": [OLDER_REVIEW]}, "status": "OK"},
        {"results": [{"name": "Ön", "reviews": [OLDER_REVIEW]}]},
    ],
)
def test_google_places_in_every_shape_of_its_answers(rows: Rows, document: object) -> None:
    [row] = rows(document)

    assert (row.review.platform, row.review.source) == ("google", "google_places")
    assert (row.review.author, row.review.rating, row.review.text, day(row)) == ("Ylva", 4.0, "Trevligt", "2026-11-02")


def test_a_place_without_reviews_is_no_review(scan: Read, write: Write) -> None:
    found = scan(write("place.json", json.dumps({"name": "places/pl1", "displayName": {"text": "Ön"}, "rating": 4.4})))

    assert found.reviews == ()
    assert found.rejected
