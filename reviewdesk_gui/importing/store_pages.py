"""Reviews out of a copied page of the App Store or of App Store Connect."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewdesk_gui.importing.bylines import byline
from reviewdesk_gui.importing.page_answers import answered
from reviewdesk_gui.importing.page_lines import Line, LineKind, LineReader
from reviewdesk_gui.importing.pages import PageWords
from reviewdesk_gui.importing.pasted import PastedReview
from reviewdesk_gui.importing.store_heads import Head, StoreHeads

_AVERAGE = re.compile(r"\d[.,]\d")
_COUNT = re.compile(r"(\d[\d.,\s]*(?:[^\W\d_]{1,3}\.?)?)\s+(\w+)")


class StorePages:
    """Reads the lines of one page."""

    def __init__(self, pages: PageWords, reader: LineReader, lines: Sequence[Line]) -> None:
        layout = pages.layouts["app_store"]
        self._pages, self._reader = pages, reader
        self._versions, self._ratings = tuple(layout["versions"]), frozenset(layout["ratings"])
        self._noise = frozenset(layout["noise"])
        self._lines = [self._plain(line) for line in lines]
        self._heads = StoreHeads(reader.dates, layout["by"], self._lines)

    def reviews(self, platform: str) -> list[PastedReview]:
        """The page's reviews in their order; none where no line holds a date."""
        heads = self._heads.all()
        ends = [*(head.start for head in heads[1:]), len(self._lines)]
        return [self._review(head, end, platform) for head, end in zip(heads, ends, strict=False)]

    def _plain(self, line: Line) -> Line:
        """The line, as noise where it tells of the app or of all its ratings."""
        folded = line.text.casefold().strip()
        count = _COUNT.fullmatch(folded)
        noise = (
            folded in self._noise
            or _AVERAGE.fullmatch(folded)
            or (count and count[2] in self._ratings)
            or (folded.startswith(self._versions) and any(map(str.isdecimal, folded)))
            or self._pages.stays.is_country(folded)
        )
        if noise:
            return Line(LineKind.NOISE, line.text)
        rest, sign, country = line.text.rpartition(" – ")
        placed = sign and self._pages.stays.is_country(country.strip()) and byline(rest, self._reader.dates)
        return self._reader.read(rest) if placed else line

    def _review(self, head: Head, end: int, platform: str) -> PastedReview:
        lines = self._lines[head.body : end]
        owner = next((at for at, line in enumerate(lines) if line.kind is LineKind.OWNER), len(lines))
        words = [replace(line, kind=LineKind.WORDS) if line.kind is LineKind.MARK else line for line in lines[:owner]]
        told = answered([*words, *lines[owner:]], self._pages)
        return told.review(
            author=head.author, rated=head.rated, written_at=head.moment, platform=platform, title=head.title
        )
