"""Places of a template that still wait to be filled in: "[date]", "{{ name }}", "<product>", "___", "XXX"."""

import re
from collections.abc import Iterator

from reviewdesk_gui.domain.finding import Span

# by a piece that each of their slots holds
_ALWAYS = {
    "{": re.compile(r"\{\{[^{}\n]{0,60}\}\}|\{[^\W\d][\w .-]{1,40}\}|\{%[^%\n]{0,60}%\}"),
    "%(": re.compile(r"%\([a-z_]{2,30}\)s"),
    "___": re.compile(r"_{3,}"),
    "XXX": re.compile(r"X(?<!\wX)X{2,}(?!\w)"),
}
_SQUARE = re.compile(r"\[(?P<inside>[^\[\]\n]{1,60})\](?!\()")
_ANGLE = re.compile(r"<(?P<inside>[^\W\d][\w '/.-]{0,40})>")
_REAL = re.compile(
    r"(?:e-?mail|mail|sic|edit|redigerat|update\w*|uppdater\w*|translat\w*|oversat\w*|oversatt\w*|vertaal\w*|oerset\w*|ubersetz\w*|"
    r"перев[еоі]\w*|преве\w*|перекла\w*|protected|removed|deleted|removed by \w+|redacted|hidden|blurred|link|lank|url|"
    r"spoiler|b|i|u|/b|/i|br|quote|cite)\b.{0,24}",
    re.IGNORECASE,
)
_TAGS = frozenset({"br", "b", "i", "p", "u", "em", "strong", "br/", "li", "ul", "div", "span", "a"})


def find_slots(text: str, folded: str) -> tuple[Span, ...]:
    """Spans of the open slots, in order; brackets that are text ("[Translated]", "[1]", "<3") are left alone."""
    if not any(sign in text for sign in "[{<_X%"):
        return ()
    found = sorted({*_certain(text), *_square(folded), *_angle(folded)})
    return tuple(span for number, span in enumerate(found) if number == 0 or span.start >= found[number - 1].end)


def _certain(text: str) -> Iterator[Span]:
    for piece, pattern in _ALWAYS.items():
        for match in pattern.finditer(text) if piece in text else ():
            yield Span(*match.span())


def _square(folded: str) -> Iterator[Span]:
    for match in _SQUARE.finditer(folded):
        inside = match["inside"].strip()
        letters = sum(sign.isalpha() for sign in inside)
        if letters >= max(2, len(inside) // 2) and "@" not in inside and not _REAL.fullmatch(inside):
            yield Span(*match.span())


def _angle(folded: str) -> Iterator[Span]:
    for match in _ANGLE.finditer(folded):
        if match["inside"].strip() not in _TAGS and not match["inside"].startswith("http"):
            yield Span(*match.span())
