"""Reviews out of a copied page of Tripadvisor: who wrote, home and contributions, bubbles, a title, the visit, the
words, then when they were written and the house's answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewdesk_gui.importing.page_answers import answered
from reviewdesk_gui.importing.page_lines import Line, LineKind, LineReader
from reviewdesk_gui.importing.pages import PageWords
from reviewdesk_gui.importing.pasted import PastedReview
from reviewdesk_gui.importing.trip_heads import Head, TripHeads
from reviewdesk_gui.importing.trip_lines import TripLines


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands between the author and the date of writing."""

    rated: Line | None
    title: str
    words: Sequence[Line]


class TripPages:
    """Reads the lines of one page."""

    def __init__(self, pages: PageWords, reader: LineReader, lines: Sequence[Line]) -> None:
        self._pages, self._lines = pages, lines
        self._told = TripLines(pages, reader.dates)
        self._heads = TripHeads(pages, self._told, lines)

    def reviews(self, platform: str) -> list[PastedReview]:
        """The page's reviews in their order; none where nothing tells that it is one of Tripadvisor."""
        heads = self._heads.all()
        ends = [*(head.start for head in heads[1:]), len(self._lines)]
        found = [self._review(head, end, platform) for head, end in zip(heads, ends, strict=False)]
        return [review for review in found if review.text or review.title or review.rating or review.reply]

    def _review(self, head: Head, end: int, platform: str) -> PastedReview:
        below = self._lines[head.body : end]
        dates = [self._told.written(line) for line in below]
        at = next((place for place, moment in enumerate(dates) if moment), None)
        owner = next((n for n in range(at or 0, len(below)) if self._told.is_owner(below[n])), len(below))
        found = self._divided(below[: owner if at is None else at])
        heading = [
            line if line.kind is LineKind.OWNER else Line(LineKind.OWNER, line.text) for line in below[owner:][:1]
        ]
        reply = [self._in_reply(line) for line in below[owner + 1 :]]
        told = answered([*found.words, *heading, *reply], self._pages)
        written_at = head.moment if at is None else dates[at]
        return told.review(
            author=head.author, rated=found.rated, written_at=written_at, platform=platform, title=found.title
        )

    def _divided(self, lines: Sequence[Line]) -> _Told:
        """Bubbles, title and words: the title stands above the visit, or first where none is told."""
        visit = next((place for place, line in enumerate(lines) if self._told.is_visit(line)), None)
        first = next((n for n, line in enumerate(lines) if line.kind is not LineKind.BLANK and not _is_count(line)), 0)
        rated = lines[first] if lines and lines[first].rating_original else None
        start = first + 1 if rated else first
        if visit is not None and visit >= start:
            titles = [line.text for line in self._plain(lines[start:visit]) if line.text and not _is_count(line)]
            if len(titles) <= 1:
                titles = titles or _buttons(lines[start:visit])[-1:]
                return _Told(rated, "".join(titles), self._plain(lines[visit + 1 :]))
        words = self._plain(lines[start:])
        places = [n for n, line in enumerate(words) if line.kind is LineKind.WORDS]
        if len(places) < 2:
            return _Told(rated, "", words)
        return _Told(rated, words[places[0]].text, words[places[0] + 1 :])

    def _plain(self, lines: Sequence[Line]) -> list[Line]:
        """The words of a review, in which a figure or a day is a word like any other."""
        return [_as_words(line) for line in lines if not self._told.is_noise(line)]

    def _in_reply(self, line: Line) -> Line:
        """A line below the heading of the house's answer: its date, a button, or words."""
        if moment := self._told.responded(line):
            return Line(LineKind.MARK, line.text, moment=moment)
        return Line(LineKind.NOISE, line.text) if self._told.is_noise(line) else _as_words(line)


def _buttons(lines: Sequence[Line]) -> list[str]:
    """What reads like a button above the visit, and is a title there: "Cool"."""
    return [line.text for line in lines if line.kind is LineKind.NOISE and not any(map(str.isdecimal, line.text))]


def _is_count(line: Line) -> bool:
    return line.text.isdecimal()


def _as_words(line: Line) -> Line:
    return replace(line, kind=LineKind.WORDS) if line.kind in (LineKind.MARK, LineKind.OWNER) else line
