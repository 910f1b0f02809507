"""Open slots in the text of the editor: where they stand, and filling them."""

import re
from dataclasses import dataclass

from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.drafting.marks import clean

_OPEN = re.compile(r"\[[^\[\]\n]{1,60}\]")


@dataclass(frozen=True, slots=True)
class Filled:
    """The text with a slot filled, and where the value stands now (every place, in order)."""

    text: str
    spans: tuple[Span, ...]


def open_slots(text: str) -> list[Span]:
    """Every "[label]" of the text, in code points."""
    return [Span(found.start(), found.end()) for found in _OPEN.finditer(text)]


def next_slot(text: str, caret: int, *, backwards: bool = False) -> Span | None:
    """The open slot that Tab goes to from ``caret``, round the end; None where all are filled."""
    spans = open_slots(text)
    if not spans:
        return None
    if backwards:
        return next((span for span in reversed(spans) if span.end < caret), spans[-1])
    return next((span for span in spans if span.start >= caret), spans[0])


def fill_slot(text: str, span: Span, value: str) -> Filled:
    """``value`` in the place of the slot at ``span``, and of every other slot with the same label.

    Where the value starts a sentence its first letter is made large; a full stop is not doubled.
    """
    label = span.of(text)
    value = clean(value).strip()
    if not value or not _OPEN.fullmatch(label):
        return Filled(text, ())
    pieces: list[str] = []
    spans: list[Span] = []
    length = last = 0
    for found in re.finditer(re.escape(label), text):
        before = text[last : found.start()]
        shaped = _fitted(value, text[: found.start()], text[found.end() :])
        length += len(before)
        pieces += [before, shaped]
        spans.append(Span(length, length + len(shaped)))
        length += len(shaped)
        last = found.end()
    return Filled("".join([*pieces, text[last:]]), tuple(spans))


def _fitted(value: str, before: str, after: str) -> str:
    opening = before.rstrip(" ")
    if not opening or opening[-1] in ".!?…\n":
        value = value[:1].upper() + value[1:]
    if after[:1] in (".", "!", "?") and value[-1:] in ".!?" and len(value) > 1:
        value = value[:-1]
    return value
