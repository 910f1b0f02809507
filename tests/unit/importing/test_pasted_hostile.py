"""Whatever is in the clipboard, reading it is quick and ends with reviews or none."""

from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pasted import TODAY, parse, told

from reviewdesk_gui.importing.paste import LONGEST, read_page

_SECONDS = 2.0  # for what takes a tenth of it; anything that grows with the square takes far more
_PAGES = ["", "App Store\n", "more_vert\nGoogle Play\n", "Etsy\n", "Facebook recommends x\n", "Booking.com\n"]
_NOW = datetime(2026, 11, 21, tzinfo=UTC)
_LINES = {
    "like": "Like\n",
    "names": "Ada Berg\n",
    "numbered names": "Ada Berg {}\n",
    "short dates": "3d\n",
    "bylines": "Ada {}, 03/11/2026\n",
    "stars and dates": "★★★★☆\n3 Nov 2026\nAda {}\n",
    "recommendations": "Ada {} recommends Kvarnen.\n3d\nNice.\nLike\nComment\nKvarnen\nThank you.\n2d\nLike\n",
    "headings": "Developer Response\n",
    "owners": "Kvarnen {} (Owner)\n",
    "menus": "Ada {}\nmore_vert\n3 Nov 2026\nWas this helpful?\nKvarnen\n3 Nov 2026\n",
    "products": "5 out of 5 stars\nNice.\nPurchased item:\nMug {}\nAda\n3 Nov 2026\n",
    "stays": "3 nights · October 2026\n",
    "icons": "star\n",
    "marks of direction": "\u200f\u202eAda {}\u202c\u200e\n",
    "zeros": "Ada\x00 {}\n\x00\n",
    "commas": ",\n",
    "one line": "1/2/3 · ",
    "stars in a line": "★ ",
    "blanks": "star          ",
}


def _repeated(piece: str, length: int) -> str:
    return "".join(piece.format(number) for number in range(length // len(piece)))


@pytest.mark.parametrize("name", _LINES)
@pytest.mark.parametrize("page", _PAGES)
def test_thirty_thousand_characters_are_read_quickly(name: str, page: str) -> None:
    text = page + _repeated(_LINES[name], 30_000)
    began = process_time()
    found = parse(text)

    assert process_time() - began < _SECONDS
    assert all(review.to_row(1, now=_NOW).review.keys for review in found)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bylines", "numbered names", "recommendations", "commas", "zeros"])
def test_more_than_a_million_characters_are_read_as_far_as_told(name: str) -> None:
    text = _repeated(_LINES[name], 2 * LONGEST)
    began = process_time()
    page = read_page(text, today=TODAY)

    assert process_time() - began < 10 * _SECONDS
    assert page.cut


def test_text_that_is_not_too_long_is_read_to_its_end() -> None:
    page = read_page("Ada\n★★★★☆ 2 weeks ago\nNice soup.\n" * 1000, today=TODAY)

    assert (len(page.reviews), page.cut) == (1000, False)


def test_marks_of_direction_zeros_and_hard_blanks_do_not_hide_a_head() -> None:
    [found] = parse(
        "\u200fAda\u00a0Berg\u200e\n\u2067★★★★☆\u2069\u00a0\u200e2\u00a0weeks\u00a0ago\x00\nNice \u202bsoup\u202c."
    )

    assert told(found) == ("Ada Berg", 4.0, "2026-11-07", "", "Nice \u202bsoup\u202c.")


_PIECES = st.sampled_from(
    """App Store/Ratings & Reviews/4.7/12K Ratings/Good/Ada/by Ada – Nov 3, 2026/Ada, 03.11.2026/,/★★★★☆/Nov 3/3d/2y ago
more/Developer Response/Your reply/No reply yet/more_vert/Google Play/star/Did you find this helpful?/Etsy/Ada responded
5 out of 5 stars/12 people found this review helpful/Purchased item:/Purchased item: Mug/Response from Mia/recommends
Ada recommends Kvarnen./Like/Comment/Share/Author/Kvarnen/Thank you, Ada.//2 people/5/Facebook/Version 1.2 – Sweden
Reply/Kvarnen replied · 1 reply/Mia responded on Nov 4, 2026/\u200f/\x00/11-3-2026/3-11-26/Bo Ek/Lovely mug, thanks
""".replace("\n", "/").split("/")
)


@given(st.lists(_PIECES, max_size=18).map("\n".join))
@settings(max_examples=400, deadline=None)
def test_any_mixture_of_pages(text: str) -> None:
    for found in parse(text):
        assert (
            found.author
            or found.title
            or found.text
            or found.rating
            or found.written_at
            or found.reply
            or found.product
        )
        assert found.to_row(1, now=_NOW).review.keys
