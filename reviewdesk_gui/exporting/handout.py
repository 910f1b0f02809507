"""A short document to take away: text ready to paste, and the same as a page to print."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Self

from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting.html_writer import layout
from reviewdesk_gui.exporting.whole_file import put_whole

_CORRECTED = "corrected.html.j2"
_HEADING = re.compile(r"<h2>(.*?)</h2>")
_NOT_NAME = re.compile(r"[\W_]+")
_LONGEST_PART = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """``page`` is HTML that says what ``text`` says; ``head`` stands at the top of every printed page; ``name`` is a
    file name without its ending, ``ending`` that of its text (".txt").
    """

    title: str
    text: str
    page: str
    head: str
    name: str
    ending: str

    def corrected(self, text: str) -> Self:
        """The document with ``text`` as its owner corrected it: every line as it stands, set off where a heading of the
        page is kept.
        """
        headings = {html.unescape(found) for found in _HEADING.findall(self.page)}
        title, body = _title(text)
        page = layout(_CORRECTED).render(title=title, parts=list(_parts(body, headings)))
        return replace(self, title=title or self.title, text=text, page=page)


def handout(layouts: str, context: dict[str, object], *, name: str, ending: str, head: str) -> Handout:
    """``layouts``.txt.j2 and .html.j2, filled with ``context``; the first line of text is the title."""
    text = layout(f"{layouts}.txt.j2").render(**context).strip() + "\n"
    title, _body = _title(text)
    page = layout(f"{layouts}.html.j2").render(**context, title=title)
    return Handout(title=title, text=text, page=page, head=head, name=name, ending=ending)


def head_line(shop: Shop, zone: tzinfo, now: datetime, *, anonymised: bool) -> str:
    """Whose paper it is, its day in ``zone``, and whether names were taken out. ``now`` is aware."""
    parts = (shop.name, now.astimezone(zone).date().isoformat(), "known names removed" if anonymised else "")
    return " · ".join(part for part in parts if part)


def file_name(*parts: str) -> str:
    """A name that every file system takes, without ending; each part gives at most 24 characters."""
    words = (_NOT_NAME.sub("-", unicodedata.normalize("NFC", part)).lower().strip("-") for part in parts)
    return "-".join(word[:_LONGEST_PART].strip("-") for word in words if word)


def save_text(text: str, path: Path) -> None:
    """Write UTF-8; half a surrogate pair becomes a question mark. Raises ExportError where it cannot be written."""
    put_whole(path, lambda beside: beside.write_text(text, "utf-8", errors="replace", newline="\n"))


def _title(text: str) -> tuple[str, str]:
    """The first line where nothing but an empty line follows it directly, and the rest."""
    first, _, rest = text.strip().partition("\n")
    if rest.partition("\n")[0].strip():
        return "", text
    return _unmarked(first), rest


def _unmarked(line: str) -> str:
    """A heading without its Markdown signs."""
    return line.lstrip("#").strip()


def _parts(text: str, headings: set[str]) -> Iterator[tuple[str, str]]:
    """The text divided at its headings: each ("" before the first) with the lines below it."""
    heading, lines = "", list[str]()
    for line in text.split("\n"):
        if _unmarked(line) in headings:
            yield heading, "\n".join(lines).strip("\n")
            heading, lines = _unmarked(line), []
        else:
            lines.append(line)
    yield heading, "\n".join(lines).strip("\n")
