"""Tables as shops' systems really write them: other languages, other versions, cells that stand in a second column."""

from collections.abc import Callable
from pathlib import Path

import pytest
from import_rows import answer, day

from reviewdesk_gui.importing import Scan, ScannedReview

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]

AMAZON = {
    "it": "Date\tRating\tComments\tResponse\tNumero ordine\tE-mail autore della valutazione",
    "fr": "Date\tÉvaluation\tCommentaire\tResponse\tOrder ID\tE-mail de l'évaluateur",
    "es": "Date\tRating\tComentarios\tResponse\tNúmero de pedido\tE-mail del cliente",
    "de": "Datum\tBewertung\tKommentare\tAntwort\tBestellnummer\tE-Mail des Bewerters",
    "nl": "Datum\tBeoordeling\tOpmerkingen\tAntwoord\tBestelnummer\tE-mail van beoordelaar",
    "pl": "Data\tOcena\tKomentarze\tOdpowiedź\tNumer zamówienia\tE-mail oceniającego",
}


@pytest.fixture
def rows(write: Write, scan: Read) -> Callable[..., tuple[ScannedReview, ...]]:
    """The reviews of one table; every row must be usable."""

    def work(name: str, *lines: str, **options: object) -> tuple[ScannedReview, ...]:
        found = scan(write(name, "\n".join(lines) + "\n"), **options)
        assert found.rejected == ()
        return found.reviews

    return work


Rows = Callable[..., tuple[ScannedReview, ...]]


@pytest.mark.parametrize("language", AMAZON)
def test_amazon_writes_its_feedback_report_in_the_language_of_the_marketplace(language: str, rows: Rows) -> None:
    [row] = rows("feedback.txt", AMAZON[language], "05/11/26\t2\tCame late\tWe are sorry\t303-7\tm@mail.example")

    assert (row.review.source, row.review.platform, row.review.order) == ("amazon", "amazon", "303-7")
    assert (row.review.rating, row.review.text, answer(row)[0]) == (2.0, "Came late", "We are sorry")
    assert day(row) == "2026-11-05"
    assert "mail.example" not in str(row)


def test_amazon_reports_of_today_have_a_shorter_name_for_the_reply_and_ask_for_the_order_of_a_date(
    write: Write, scan: Read
) -> None:
    head = "Date\tRating\tComments\tResponse\tOrder ID\tRater Email\n"
    found = scan(write("feedback.txt", head + "11/5/26\t5\tQuick\tThanks!\t303-8\tn@mail.example\n"))

    assert "two ways" in found.rejected[0].reason
    [row] = scan(write("feedback.txt", head + "11/15/26\t5\tQuick\tThanks!\t303-8\tn@mail.example\n")).reviews
    assert (row.review.source, day(row), answer(row)) == ("amazon", "2026-11-15", ("Thanks!", ""))


def test_amazon_reports_of_old_say_how_the_delivery_went(rows: Rows) -> None:
    head = "Date\tRating\tComments\tYour Response\tArrived on Time\tItem as Described\tCustomer Service\tOrder ID"
    [row] = rows(
        "old.txt", f"{head}\tRater Email\tRater Role", "11/20/26\t4\tGood\t\tYes\tYes\t-\t303-9\tq@m.example\tBuyer"
    )

    assert (row.review.source, row.review.text, row.reply) == ("amazon", "Good", None)


def test_a_shop_s_own_table_of_comments_and_orders_is_not_taken_for_amazon_s(rows: Rows) -> None:
    [row] = rows("own.csv", "Date,Rating,Comments,Order ID", "2026-11-05,4,Nice cups,17")

    assert (row.review.source, row.review.platform, row.review.order) == ("generic", "other", "17")


def test_a_loox_reviewer_without_a_nickname_has_a_full_name(rows: Rows) -> None:
    head = "id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase"
    one, two = rows(
        "loox.csv",
        head,
        "1,Active,5,a@m.example,Tuva,Tuva Berg,Mjuk tröja,2026-11-02T08:00:00.000Z,81,troja,,M,true",
        "2,Active,4,b@m.example,,Nils Ek,Lite liten,2026-11-03,81,,,S,false",
    )

    assert [one.review.author, two.review.author] == ["Tuva", "Nils Ek"]
    assert [one.review.product, two.review.product] == ["troja", "81"]


def test_loox_takes_replies_in_with_its_template(rows: Rows) -> None:
    head = "product_handle,product_Id,rating,author,email,body,created_at,photo_url,reply,replied_at,verified_purchase"
    [row] = rows("in.csv", head, "troja,81,5,Tuva,t@m.example,Mjuk,2026-11-02,,Tack Tuva,2026-11-04,TRUE")

    assert row.review.source == "loox_import"
    assert answer(row) == ("Tack Tuva", "2026-11-04")


def test_okendo_s_template_holds_replies_with_their_date(rows: Rows) -> None:
    head = "name,body,handle,productId,rating,sku,dateCreated,countryCode,email,imageUrls,reply,replyDateCreated,title"
    [row] = rows("in.csv", head, "Vera,Doftar gott,tval,9,5,T-1,2026-11-02,SE,v@m.example,,Tack!,2026-11-05,Gott")

    assert (row.review.source, row.review.title) == ("okendo", "Gott")
    assert answer(row) == ("Tack!", "2026-11-05")


def test_okendo_s_own_export_has_other_names(rows: Rows) -> None:
    head = "Review ID,Product ID,Product Name,Rating,Title,Body,Reviewer Name,Is Verified Buyer,Date Created,Status"
    [row] = rows("out.csv", head, "ok7,gid://shopify/Product/5,Tvål,4,,Luktar svagt,Vera,FALSE,2026-11-02,approved")

    assert (row.review.source, row.review.platform, row.review.external_id) == ("okendo", "okendo", "ok7")
    assert (row.review.product, row.review.author, row.review.text) == ("Tvål", "Vera", "Luktar svagt")


def test_judge_me_s_template_puts_the_day_first_and_a_reviewer_s_country_is_no_place_of_the_shop(rows: Rows) -> None:
    [row] = rows(
        "in.csv",
        "title,body,rating,review_date,reviewer_name,reviewer_email,product_id,product_handle,reply,picture_urls",
        "Fin,Bra kanna,5,05/11/2026,Ulla,u@m.example,7,kanna,,",
    )
    assert day(row) == "2026-11-05"

    head = "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply"
    [row] = rows(
        "out.csv",
        head + ",reply_date,picture_urls,ip_address,location,metaobject_handle",
        "Fin,Bra kanna,5,2026-11-05 10:12:00 UTC,web,ok,Ulla,u@m.example,7,kanna,Tack,2026-11-06,,10.0.0.9,SE,",
    )
    assert (row.review.source, row.review.location) == ("judgeme", "")
    assert "10.0.0.9" not in str(row)


@pytest.mark.parametrize(
    "link",
    [
        "http://play.google.com/console/developers/5/app/9/user-feedback/review-details?reviewId=7f-1&corpus=PUBLIC_REVIEWS",
        "https://play.google.com/apps/publish?account=5#ReviewDetailsPlace:p=se.kvarnen&reviewid=7f-1",
    ],
)
def test_google_play_knows_a_review_by_the_id_in_its_link_in_every_kind_of_export(link: str, rows: Rows) -> None:
    head = (
        "Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,"
        "Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,"
        "Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,"
        "Developer Reply Text,Review Link"
    )
    [console] = rows(
        "reviews.csv",
        head,
        f"se.kvarnen,3,1.2,sv,a06,2026-11-05T14:40:32Z,1,2026-11-05T14:40:32Z,1,2,,Hänger sig,,,,{link}",
    )
    [scraped] = rows("play.csv", "reviewId,userName,content,score,at", "7f-1,Ada,Hänger sig,2,2026-11-05 14:40:32")

    assert console.review.link == link
    assert console.review.keys[0] == scraped.review.keys[0]


def test_trustpilot_exports_product_reviews_with_columns_of_their_own(rows: Rows) -> None:
    head = "review_id,stars,product_name,product_sku,content,consumer_name,created_at"
    [row] = rows("products.csv", head, "tp8,3,Lampa,L-1,Lyser svagt,Pia,2026-11-02")

    assert (row.review.source, row.review.platform, row.review.product) == ("trustpilot", "trustpilot", "Lampa")


def test_a_wildberries_report_with_russian_headers_is_read(rows: Rows) -> None:
    head = "Артикул WB;Дата;Имя;Количество звезд;Текст отзыва;Достоинства;Недостатки;Ответ"
    [row] = rows("wb.csv", head, "55;05.11.2026;Яна;3;Размер не тот;Мягкая;Маломерит;Яна, спасибо!")

    assert (row.review.rating, row.review.author) == (3.0, "Яна")
    assert row.review.text == "Размер не тот\n\nМягкая\n\nМаломерит"
    assert answer(row)[0] == "Яна, спасибо!"


def test_a_quote_at_the_beginning_of_a_comment_between_tabs_swallows_no_rows(rows: Rows) -> None:
    head = "Date\tRating\tComments\tResponse\tOrder ID\tRater Email"
    lines = [
        f"2026/11/0{day}\t4\t{words}\t\t30{day}\tm@mail.example"
        for day, words in enumerate(('"Best" cups', '"never again', "fine", '5" plate'), 1)
    ]
    found = rows("feedback.txt", head, *lines)

    assert [row.review.text for row in found] == ['"Best" cups', '"never again', "fine", '5" plate']


def test_quoted_cells_between_tabs_may_hold_tabs_and_lines(rows: Rows) -> None:
    [row] = rows("quoted.tsv", "name\trating\treview", 'Ada\t4\t"One\ttwo\nand ""three"""')

    assert row.review.text == 'One\ttwo\nand "three"'
