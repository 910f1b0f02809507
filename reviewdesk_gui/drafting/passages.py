"""The pieces of a reply in which a caret may stand: sentence, line, closing."""

import re

from reviewdesk_gui.domain.finding import Span

_SENTENCE = re.compile(r"[^\s][^\n]*?(?:[.!?…]+(?=\s|\Z)|(?=\n)|\Z)")


def passages(text: str, caret: int) -> list[Span]:
    """The sentence, the line and the paragraph around ``caret``, each once, the smallest first; none in empty text."""
    found = [
        _sentence(text, caret),
        _between(text, caret, "\n"),
        _between(text, caret, "\n\n"),
    ]
    spans = [span for span in found if span is not None]
    return list(dict.fromkeys(spans))


def _sentence(text: str, caret: int) -> Span | None:
    for match in _SENTENCE.finditer(text):
        if match.start() <= caret <= match.end() and match.end() > match.start():
            return Span(match.start(), match.end())
    return None


def _between(text: str, caret: int, border: str) -> Span | None:
    """The stretch around ``caret`` between two borders, without blanks at its ends."""
    start = text.rfind(border, 0, caret)
    start = 0 if start < 0 else start + len(border)
    end = text.find(border, caret)
    end = len(text) if end < 0 else end
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    return Span(start, end) if end > start else None
