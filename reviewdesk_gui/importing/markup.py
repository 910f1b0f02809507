"""Plain text out of columns that hold HTML or its entities; decided for a column as a whole by what all its cells say.

A column in which "&" stands for itself is left as it is, and so is what only looks like a tag: "<3", "a < b".
"""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.entities import html5
from operator import itemgetter
from typing import Any

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([a-zA-Z][a-zA-Z0-9]{1,31}));")
_TWICE = re.compile(r"&amp;(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_BESIDE_AMP = re.compile(r"&(?!amp;)(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ATTRIBUTES = r"""(?:\s++[\w:-]{1,40}+\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>]++))*+\s*+/?"""
_BEFORE = r"(?<![ \t])[ \t]*+(?:\n[ \t]*+)?"
_BEHIND = r"[ \t]*+\n?"
_BREAK = re.compile(rf"{_BEFORE}<br{_ATTRIBUTES}>{_BEHIND}", re.IGNORECASE)
_PARTS = "p|div|h[1-6]|blockquote|section|article|table|tr|pre"
_BLOCK = re.compile(rf"{_BEFORE}</?(?:{_PARTS}){_ATTRIBUTES}>{_BEHIND}", re.IGNORECASE)
_LIST = re.compile(rf"{_BEFORE}</?(?:ul|ol){_ATTRIBUTES}>{_BEHIND}", re.IGNORECASE)
_ITEM = re.compile(rf"{_BEFORE}<li{_ATTRIBUTES}>[ \t]*+\n?[ \t]*+", re.IGNORECASE)
_PICTURE = re.compile(rf"<img{_ATTRIBUTES}>", re.IGNORECASE)
_ALT = re.compile(r"\salt\s*+=\s*+[\"']([^\"'<>]*+)", re.IGNORECASE)
_WORDS = "b|i|u|s|a|em|strong|span|small|big|font|sub|sup|mark|del|ins|code|tt|td|th|tbody|thead|li|wbr"
_INLINE = re.compile(rf"</?(?:{_WORDS}){_ATTRIBUTES}>", re.IGNORECASE)
_PAIR = re.compile(r"<(b|i|u|s|a|em|strong|span|small|font|li|sup|sub|mark|code)\b[^<>]*>[^<>]*</\1\s*>", re.IGNORECASE)
_STRUCTURE = re.compile(rf"<br{_ATTRIBUTES}>|</?(?:{_PARTS}|ul|ol|li){_ATTRIBUTES}>|<img\s", re.IGNORECASE)
_LINES = re.compile(r"\n[ \t]*\n\s*")
_HARD_BLANKS = re.compile("&(?:nbsp|#160|#[xX][aA]0);")
_PLAIN_FOR_ONE = 3
_STRETCH = 2000


@dataclass(frozen=True, slots=True)
class Markup:
    """How the texts of a column are made plain: ``before`` that often entities are read before tags are taken out,
    which is done where there are ``tags``; ``after`` that often behind it.
    """

    before: int
    tags: bool
    after: int

    def plain(self, text: str) -> str:
        """``text`` as people wrote it."""
        if not _is_marked(text):
            return text
        for _ in range(self.before):
            text = _unescaped(text)
        if self.tags:
            text = _without_tags(text)
        for _ in range(self.after):
            text = _unescaped(text)
        return text.strip()


def marked_cells(rows: Sequence[Sequence[Any]], places: Iterable[int]) -> dict[int, list[str]]:
    """The texts of the columns ``places`` that hold signs with which HTML begins, by column. Whole stretches of a
    column are looked at as one text, which is quicker than cell by cell.
    """
    found: dict[int, list[str]] = {place: [] for place in places}
    for start in range(0, len(rows), _STRETCH):
        stretch = rows[start : start + _STRETCH]
        shortest = min(map(len, stretch))
        for place, texts in found.items():
            whole = stretch if place < shortest else [row for row in stretch if place < len(row)]
            try:
                if not _is_marked("\n".join(map(itemgetter(place), whole))):
                    continue
            except TypeError:
                pass  # Not all of them are texts.
            cells = (cell for cell in map(itemgetter(place), whole) if isinstance(cell, str))
            texts += [cell for cell in cells if "&" in cell or "<" in cell]
    return found


def _is_marked(text: str) -> bool:
    return "&" in text or "<" in text


def markup_of(texts: Sequence[str]) -> Markup | None:
    """How a column with the marked cells ``texts`` is to be made plain; None where it is plain."""
    if not texts:
        return None
    if any(map(_has_tags, texts)):
        return Markup(0, tags=True, after=int(_is_escaped(texts)))
    if not _is_escaped(texts):
        return None
    twice = any(map(_TWICE.search, texts)) and not any(map(_BESIDE_AMP.search, texts))
    once = [*map(_unescaped, texts)]
    tags = any(map(_has_tags, once))
    return Markup(1, tags=tags, after=int(_is_escaped(once) if tags else twice))


def _has_tags(text: str) -> bool:
    return "<" in text and bool(_STRUCTURE.search(text) or _PAIR.search(text))


def _is_escaped(texts: Iterable[str]) -> bool:
    """Whether entities stand for letters: most signs "&" of the column begin one."""
    escaped = plain = 0
    for text in texts:
        entities = sum(_is_known(found) for found in _ENTITY.finditer(text))
        escaped += entities > 0
        plain += text.count("&") > entities
    return escaped > 0 and plain <= _PLAIN_FOR_ONE * escaped


def _is_known(found: re.Match[str]) -> bool:
    return found[1] is None or f"{found[1]};" in html5


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda found: html.unescape(found.group()), _HARD_BLANKS.sub(" ", text))


def _without_tags(text: str) -> str:
    text = _PICTURE.sub(_alternative, text)
    text = _ITEM.sub("\n- ", _LIST.sub("\n", _BREAK.sub("\n", text)))
    text = _INLINE.sub("", _BLOCK.sub("\n\n", text))
    return _LINES.sub("\n\n", text)


def _alternative(picture: re.Match[str]) -> str:
    """The words of a picture, which for those of faces is the sign itself."""
    words = _ALT.search(picture.group())
    return words[1] if words else ""
