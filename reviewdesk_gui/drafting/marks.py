"""Invisible marks that carry slots and holes through rendering, and the tidy text without them.

The marks are private-use characters, which are first removed from whatever the owner or the customer wrote.
"""

import re
from collections.abc import Iterator

from reviewdesk_gui.domain.finding import Span

_OPEN, _CLOSE, _HOLE = "\ue000", "\ue001", "\ue002"
_FIRST = 0xE100
_MARKS = re.compile("[\ue000-\uf8ff]")
_CLOSED_TWICE = re.compile(f"([.!?…]){_CLOSE}[.!?]")
_EMPTY_LINE = re.compile(f"^[ \t]*{_HOLE}[ \t{_HOLE}]*(\n|\\Z)", re.MULTILINE)
_ADDRESS_AT_START = re.compile(f"^{_HOLE}[,!]? +([{_OPEN}{chr(_FIRST)}-\uf8ff]*)(\\w)", re.MULTILINE)
_ADDRESS = re.compile(f",[ \t]*{_HOLE}(?=[,.!?;:\n]|\\Z)")
_BETWEEN = re.compile(f"[ \t]+{_HOLE}(?=[ \t,.!?;:\n]|\\Z)")
_BLANKS = re.compile(r"[ \t]+$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")


class SlotText(str):
    """The words of a slot, given or open, that remember whose they are."""

    __slots__ = ("number", "open")

    number: int
    open: bool

    @classmethod
    def of(cls, text: str, number: int, *, open_: bool) -> "SlotText":
        """``text`` as slot ``number`` of its template."""
        made = cls(text)
        made.number, made.open = number, open_
        return made

    def altered(self, text: str) -> "SlotText":
        """Other words of the same slot, for filters."""
        return SlotText.of(text, self.number, open_=self.open)


def finalize(value: object) -> object:
    """What Jinja prints for ``value``: a slot between its marks, a mark for an empty one."""
    if isinstance(value, SlotText):
        return f"{_OPEN}{chr(_FIRST + value.number * 2 + value.open)}{value}{_CLOSE}" if value else _HOLE
    return _HOLE if value == "" else value


def clean(text: str) -> str:
    """``text`` without characters that could pass for marks."""
    return _MARKS.sub("", text)


def tidy(text: str) -> str:
    """Marked text with its holes closed: no blank before a comma, no empty line, a capital where a name fell away."""
    text = _CLOSED_TWICE.sub(rf"\1{_CLOSE}", text)
    text = _EMPTY_LINE.sub("", text)
    text = _ADDRESS_AT_START.sub(lambda found: found[1] + found[2].upper(), text)
    text = _BETWEEN.sub("", _ADDRESS.sub("", text)).replace(_HOLE, "")
    return _GAPS.sub("\n\n", _BLANKS.sub("", text)).strip()


def unmark(text: str) -> tuple[str, list[tuple[int, bool, Span]]]:
    """The plain text, and for each slot in it its number, whether it is open, and its place in code points."""
    plain: list[str] = []
    found: list[tuple[int, bool, Span]] = []
    starts: list[tuple[int, int]] = []
    length = 0
    for sign, piece in _pieces(text):
        if sign == _CLOSE and starts:
            code, start = starts.pop()
            if length > start:
                found.append((code // 2, bool(code % 2), Span(start, length)))
        elif sign:
            starts.append((ord(sign) - _FIRST, length))
        plain.append(piece)
        length += len(piece)
    return "".join(plain), found


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Each mark (or "") with the plain text behind it; an opening mark is told by its slot's character."""
    start = 0
    sign = ""
    for found in _MARKS.finditer(text):
        yield sign, text[start : found.start()]
        sign = "" if found[0] == _OPEN else found[0]
        start = found.end()
    yield sign, text[start:]
