"""Reviews out of a copied page of Booking.com: guest, country, room and stay, then the date, a title, a score out of
ten, what was liked and disliked, and the house's answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reviewdesk_gui.importing.cleaning import unwrap_translation
from reviewdesk_gui.importing.page_lines import Line, LineKind, LineReader
from reviewdesk_gui.importing.pasted import PastedReview
from reviewdesk_gui.importing.stays import StayWords, after_label

_DATE_WITHIN = 5
_SCORE_WITHIN = 5
_HEAD = 3
_BEST = 10.0


@dataclass(frozen=True, slots=True)
class _Card:
    """One review: it begins at line ``start``, ``guest`` is its author's line, ``stay`` the line below who and where,
    ``body`` the line below its date.
    """

    start: int
    guest: int
    stay: int
    body: int
    written_at: datetime | None


class StayPages:
    """Reads the lines of one page."""

    def __init__(self, words: StayWords, reader: LineReader, lines: Sequence[Line]) -> None:
        self._words = words
        self._reader = reader
        self._lines = lines

    def reviews(self, platform: str, *, sure: bool) -> list[PastedReview]:
        """The page's reviews in their order; none where nothing tells that it is one of Booking.com. ``sure`` says that
        it is.
        """
        cards = self._cards(sure=sure)
        ends = [card.start for card in cards[1:]] + [len(self._lines)]
        found = [self._review(card, end, platform) for card, end in zip(cards, ends, strict=False)]
        return [review for review in found if review.text or review.title or review.rating or review.reply]

    def _cards(self, *, sure: bool) -> list[_Card]:
        cards: list[_Card] = []
        floor = 0
        for place, line in enumerate(self._lines):
            if place < floor:
                continue
            if self._words.is_stay(line.text):
                date, written_at = self._date_below(place)
            elif (written_at := self._labelled_date(line)) and self._is_card(place, sure=sure):
                date = place
            else:
                continue
            start, guest = self._guest_above(floor, place)
            cards.append(_Card(start, guest, place, date + 1, written_at))
            floor = date + 1
        return cards

    def _date_below(self, stay: int) -> tuple[int, datetime | None]:
        """The line that says when the review came, and when; the stay's own line where none does."""
        first = stay + (2 if self._lines[stay].text.endswith("·") else 1)
        for place in range(first, min(first + _DATE_WITHIN, len(self._lines))):
            line = self._lines[place]
            moment = self._labelled_date(line) or line.moment
            if moment is not None and not line.rating_original:
                return place, moment
        return stay, None

    def _labelled_date(self, line: Line) -> datetime | None:
        labelled = after_label(line.text)
        return (self._reader.dates.read(labelled) if labelled else None) or (
            line.moment if line.kind is LineKind.NOISE else None
        )

    def _is_card(self, date: int, *, sure: bool) -> bool:
        """Whether a date stands above a score, on a page that is one of Booking.com or below the name of a country."""
        if not sure and not (date and self._words.is_country(self._lines[date - 1].text)):
            return False
        return any(self._words.score(line.text) for line in self._lines[date + 1 : date + 1 + _SCORE_WITHIN])

    def _guest_above(self, floor: int, stay: int) -> tuple[int, int]:
        """Where the card above a stay begins, and its guest's line: over the country, below the initial in the place
        of a picture, or a few lines up.
        """
        told = []
        for place in range(stay - 1, floor - 1, -1):
            if self._lines[place].kind is LineKind.NOISE:
                break
            if self._lines[place].kind is not LineKind.BLANK:
                told.append(place)
        pairs = list(zip(told[1:], told, strict=False))
        over = next((above for above, place in pairs if self._words.is_country(self._lines[place].text)), None)
        below = next((place for above, place in pairs if self._is_initial(above, place)), None)
        guest = below if below is not None else over if over is not None else told[:_HEAD][-1] if told else stay
        start = next((above for above, place in pairs if place == guest and self._is_initial(above, place)), guest)
        return start, guest

    def _is_initial(self, above: int, place: int) -> bool:
        initial, name = self._lines[above].text, self._lines[place].text
        return len(initial) == 1 < len(name) and name[0].casefold() == initial.casefold()

    def _review(self, card: _Card, end: int, platform: str) -> PastedReview:
        told = [line for line in self._lines[card.body : end] if line.kind is not LineKind.NOISE]
        owner = next((place for place, line in enumerate(told) if line.kind is LineKind.OWNER), len(told))
        score, title, words = self._scored(told[:owner])
        rating, original = self._reader.rating(score, _BEST) if score else (None, "")
        answer = [line.words if line.kind is LineKind.OWNER else line.text for line in told[owner:]]
        return PastedReview(
            author=self._lines[card.guest].text if card.guest < card.stay else "",
            rating=rating,
            rating_original=original,
            written_at=card.written_at,
            title=title,
            text=unwrap_translation(self._liked_and_disliked(words)),
            platform=platform,
            reply=unwrap_translation("\n".join(answer).strip()),
            reply_at=told[owner].moment if owner < len(told) else None,
        )

    def _scored(self, lines: Sequence[Line]) -> tuple[str, str, list[str]]:
        """Score, title and words of what stands below the date: the title stands above the score, or between it and
        the first label.
        """
        words = [line.text for line in lines]
        labelled = next((place for place, text in enumerate(words) if self._words.liked(text) is not None), len(words))
        scores = [place for place in range(min(labelled, _SCORE_WITHIN)) if self._words.score(words[place])]
        if not scores:
            return "", "", words
        title = " ".join(filter(None, words[: scores[0]]))
        rest = words[scores[-1] + 1 :]
        if not title and labelled < len(words):
            between = labelled - scores[-1] - 1
            title, rest = " ".join(filter(None, rest[:between])), rest[between:]
        return self._words.score(words[scores[-1]]), title, rest

    def _liked_and_disliked(self, lines: Sequence[str]) -> str:
        """The words without their labels, each label's in a paragraph of their own."""
        kept: list[str] = []
        for text in lines:
            liked = self._words.liked(text)
            kept += [text] if liked is None else ["", liked]
        text = "\n".join(kept).strip()
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        return text
