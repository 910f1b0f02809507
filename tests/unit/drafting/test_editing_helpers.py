import pytest

from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.drafting import Catalogue, place_block, template_tokens, template_words

FILE = '+++\ntitle = "🙂 A"\n[slots.x]\nlabel = "b"\n+++\nHi {{ x }}{% if name %}!{% endif %}{# why #}\n'


def test_an_editor_learns_the_parts_of_a_template() -> None:
    parts = [(token.kind.value, token.span.of(FILE)) for token in template_tokens(FILE)]
    assert parts == [
        ("fence", "+++"),
        ("key", "title"),
        ("string", '"🙂 A"'),
        ("key", "[slots.x]"),
        ("key", "label"),
        ("string", '"b"'),
        ("fence", "+++"),
        ("slot", "{{ x }}"),
        ("condition", "{% if name %}"),
        ("condition", "{% endif %}"),
        ("remark", "{# why #}"),
    ]


def test_a_file_without_description_still_shows_its_tags() -> None:
    assert [token.span.of("Hi {{ x }}") for token in template_tokens("Hi {{ x }}")] == ["{{ x }}"]
    assert template_tokens("+++\ntitle") == [template_tokens("+++")[0]]
    assert template_tokens("+++")[0].span == Span(0, 3)


@pytest.mark.parametrize(
    ("text", "caret", "kind", "result"),
    [
        ("", 0, "thanks", "Thanks."),
        ("One.", 4, "thanks", "One. Thanks."),
        ("One. Two.", 5, "thanks", "One. Thanks. Two."),
        ("One. Two.", 1, "thanks", "One. Thanks. Two."),
        ("One.\n\nTwo.", 6, "thanks", "One.\n\nThanks. Two."),
        ("One.\n", 5, "thanks", "One.\nThanks."),
        ("One.", 2, "greeting", "Thanks.\n\nOne."),
        ("", 0, "greeting", "Thanks.\n"),
        ("One.\n", 0, "signoff", "One.\n\nThanks.\n"),
    ],
)
def test_a_block_lands_with_the_blanks_it_needs(text: str, caret: int, kind: str, result: str) -> None:
    assert place_block(text, caret, "Thanks.", kind).apply(text) == result


def test_the_author_chooses_words_from_a_list(shipped: Catalogue) -> None:
    words = template_words(shipped.phrasebooks["sv"])
    codes = [word.code for word in words]
    assert {"{{ name }}", "{{ shop.phone }}", "{{ review.product }}", "{{ step }}", "{{ block.thanks.time }}"} <= set(
        codes
    )
    assert len(set(codes)) == len(codes)
    assert next(word.label for word in words if word.code == "{{ date }}") == "datum"
