"""Which texts have the shape of an e-mail address."""

import pytest

from reviewdesk_gui.domain.shop import looks_like_email


@pytest.mark.parametrize("text", ["hello@shop.example", "a.b+c@mail.shop.example", "хліб@пекарня.укр", "o'brien@a.ie"])
def test_an_address(text: str) -> None:
    assert looks_like_email(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "hello@",
        "@shop.example",
        "hello@shop",
        "hello@.example",
        "hello@shop..example",
        "a@b@shop.example",
        "hello @shop.example",
        "a@shop.example,b@shop.example",
        "<a@shop.example>",
        "hello@shop.example.",
        "hello@-shop.example",
    ],
)
def test_no_address(text: str) -> None:
    assert not looks_like_email(text)
