"""Putting a block into a reply: which blanks and line breaks belong around it."""

from reviewdesk_gui.domain.finding import Fix

_CLOSED = frozenset(" \n\t")


def place_block(text: str, caret: int, block: str, kind: str, label: str = "") -> Fix:
    """The insert that puts ``block`` at ``caret`` (code points) with its blanks; ``label`` is the button's word.

    A greeting goes to the start and a sign-off to the end, on lines of their own, wherever the caret is.
    """
    if kind == "greeting":
        return Fix(label, block + ("\n\n" if text.strip() else "\n"), at=_first_text(text))
    if kind == "signoff":
        end = len(text.rstrip())
        return Fix(label, ("\n\n" if end else "") + block, at=end)
    caret = _after_sentence(text, caret)
    before, after = text[:caret], text[caret:]
    lead = "" if not before or before[-1] in _CLOSED else " "
    tail = "" if not after or after[0] in _CLOSED else " "
    return Fix(label, lead + block + tail, at=caret)


def _first_text(text: str) -> int:
    return len(text) - len(text.lstrip())


def _after_sentence(text: str, caret: int) -> int:
    """The caret, moved behind the word that it stands in so that nothing is torn apart."""
    inside = 0 < caret < len(text) and text[caret - 1] not in _CLOSED and text[caret] not in _CLOSED
    while inside and caret < len(text) and text[caret] not in _CLOSED:
        caret += 1
    return caret
