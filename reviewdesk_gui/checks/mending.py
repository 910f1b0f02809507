"""Replacing or removing marked words so that blanks, commas and capitals around them stay right."""

from reviewdesk_gui.domain.finding import Fix, Span

_CLOSING = ".,;:!?…)"


def fix_for(text: str, span: Span, replacement: str, label: str) -> Fix:
    """A fix that puts ``replacement`` for the marked words, or takes them out with the blank that they leave over."""
    if replacement:
        marked = span.of(text)
        if marked[:1].isupper() and replacement[:1].islower():
            replacement = replacement[0].upper() + replacement[1:]
        return Fix(label, replacement, span)
    return _removal(text, span, label)


def _removal(text: str, span: Span, label: str) -> Fix:
    start, end = span.start, span.end
    opens = not text[:start].rstrip(" ") or text[:start].rstrip(" ")[-1] in ".!?\n…"
    if opens:
        while end < len(text) and text[end] in " ,;:":
            end += 1
        if end < len(text) and text[end] in ".!?…" and not text[start:end].endswith(" "):
            while end < len(text) and text[end] in ".!?… ":
                end += 1
        following = text[end : end + 1]
        if following.islower() and text[start].isupper():
            return Fix(label, following.upper(), Span(start, end + 1))
        return Fix(label, "", Span(start, end))
    while start > 0 and text[start - 1] == " " and (end >= len(text) or text[end] in _CLOSING + " \n"):
        start -= 1
    if start > 0 and text[start - 1] == "," and (end >= len(text) or text[end] in ",.!?…"):
        start -= 1
    return Fix(label, "", Span(start, end))
