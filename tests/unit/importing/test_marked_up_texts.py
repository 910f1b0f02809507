"""HTML in the cells of exports becomes the plain text that people wrote; what only looks like HTML stays."""

import csv
import io
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk_gui.importing import Scan
from reviewdesk_gui.importing.markup import markup_of

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]


def table(*cells: str, field: str = "review") -> str:
    text = io.StringIO()
    csv.writer(text).writerows(
        [["name", "rating", "date", field], *[["Ada", "4", "2026-11-02", cell] for cell in cells]]
    )
    return text.getvalue()


@pytest.fixture
def texts(write: Write, scan: Read) -> Callable[..., list[str]]:
    def work(*cells: str) -> list[str]:
        return [row.review.text for row in scan(write("t.csv", table(*cells))).reviews]

    return work


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("It&#39;s &quot;fine&quot;", 'It\'s "fine"'),
        ("It&#x27;s&nbsp;fine", "It's fine"),
        ("I &lt;3 it", "I <3 it"),
        ("a &lt; b &gt; c", "a < b > c"),
        ("Gr&ouml;&szlig;e", "Größe"),
        ("&#128512; nice", "😀 nice"),
        ("Good<br>bread", "Good\nbread"),
        ("Good<br />\nbread<BR/>warm", "Good\nbread\nwarm"),
        ("<p>Good bread.</p><p>Warm coffee.</p>", "Good bread.\n\nWarm coffee."),
        ("<p>Good bread.</p>\n\n<p>Warm &amp; cosy.</p>\n", "Good bread.\n\nWarm & cosy."),
        ("<b>Good</b> and <i>warm</i>", "Good and warm"),
        ('<div class="r"><span style="x">Good</span></div>', "Good"),
        ("Liked:<ul><li>bread</li><li>coffee</li></ul>", "Liked:\n- bread\n- coffee"),
        ('See <a href="https://kvarnen.example/?a=1&amp;b=2">us</a>', "See us"),
        ('Nice <img class="emoji" alt="😀" src="x.png">!', "Nice 😀!"),
        ("&lt;p&gt;Good &amp;amp; warm&lt;/p&gt;", "Good & warm"),
        ("Fish &amp;amp; chips, it&amp;#39;s good", "Fish & chips, it's good"),
        ("Good<br>She wrote &lt;b&gt; once", "Good\nShe wrote <b> once"),
    ],
)
def test_markup_becomes_plain_text(cell: str, plain: str, texts: Callable[..., list[str]]) -> None:
    assert texts(cell) == [plain]


@pytest.mark.parametrize(
    "cell",
    [
        "I <3 this place",
        "a < b & b > c",
        "Fish & chips",
        "AT&T; and R&D",
        "5 <6 and 7> 6",
        "a <b and c> d",
        "write to <ada@example.com>",
        "<3 <3 <3",
        "price &lt 5",
        "&; &#; &#x; &notaword;",
        "<Kvarnen> is the best",
        "-> <- <->",
        "she said <i",
        "x<y>z",
    ],
)
def test_what_only_looks_like_markup_stays(cell: str, texts: Callable[..., list[str]]) -> None:
    assert texts(cell) == [cell]


def test_a_column_that_is_escaped_once_is_read_once(texts: Callable[..., list[str]]) -> None:
    assert texts("It&#39;s fine", "He typed &amp;lt; there") == ["It's fine", "He typed &lt; there"]


def test_a_column_in_which_the_sign_stands_for_itself_is_left(texts: Callable[..., list[str]]) -> None:
    cells = ["Fish & chips", "R & B", "you & me", "Tom & Ada", "to show & write &amp; there"]

    assert texts(*cells) == cells


def test_titles_names_and_replies_are_made_plain_each_for_itself(write: Write, scan: Read) -> None:
    text = (
        "name,rating,title,review,reply,product\n"
        "Tom &amp; Ada,4,Fish &amp; chips,You & me,Thanks!<br>Bo,Bread &quot;No. 1&quot;\n"
    )
    [row] = scan(write("t.csv", text)).reviews

    review = row.review
    assert (review.author, review.title, review.text) == ("Tom & Ada", "Fish & chips", "You & me")
    assert (review.product, row.reply.text if row.reply else "") == ('Bread "No. 1"', "Thanks!\nBo")


def test_markup_in_json_with_escaped_signs(write: Write, scan: Read) -> None:
    text = json.dumps([{"author": "Ada", "rating": 4, "review": "Good<br>it&#39;s"}])
    escaped = text.replace("<", "\\u003c").replace("&", "\\u0026")

    for one in (text, escaped):
        assert [row.review.text for row in scan(write("t.json", one)).reviews] == ["Good\nit's"]


def test_the_same_review_with_and_without_markup_is_one(write: Write, scan: Read) -> None:
    [marked] = scan(write("a.csv", table("It&#39;s a very good place for bread"))).reviews
    [plain] = scan(write("b.csv", table("It's a very good place for bread"))).reviews

    assert marked.review.keys == plain.review.keys


@pytest.mark.parametrize(
    "piece",
    ["<p ", "&amp;", "<b><b>", "<br", "<img ", ' a="', "&#", "<li>", "\n \n", "<a href=x", " ", "\n", "<b x=", "<p>"],
)
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        text = "<br>&amp;<p " + piece * count
        how = markup_of([text, "<br>"])
        start = time.process_time()
        assert how is not None
        how.plain(text)
        markup_of([text])
        return time.process_time() - start

    short = max(min(seconds(1000) for _ in range(3)), 0.004)
    assert min(seconds(32_000) for _ in range(2)) < 32 * 8 * short


@given(st.lists(st.text("<>&;bpra/lt#39 =\"'\n", max_size=30), max_size=4))
def test_any_text_is_read_and_plain_words_never_change(cells: list[str]) -> None:
    how = markup_of(cells)
    for cell in [*cells, "plain words, 5 of 5"]:
        if how is not None:
            assert isinstance(how.plain(cell), str)
    assert how is None or how.plain("plain words, 5 of 5") == "plain words, 5 of 5"
