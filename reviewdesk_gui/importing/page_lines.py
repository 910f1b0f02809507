"""What each line of a copied page is: a rating, a date, a button, the shop's reply, or words."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from reviewdesk_gui.importing.page_dates import SPLIT, PageDates
from reviewdesk_gui.importing.pages import PageWords
from reviewdesk_gui.importing.ratings import parse_rating
from reviewdesk_gui.importing.recommending import Recommending
from reviewdesk_gui.importing.trouble import RowError
from reviewdesk_gui.importing.vocabulary import Vocabulary

_LONGEST_MARK = 60
_EDGES = "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufe0e\u00a0 \t"
DIRECTIONS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RATING = re.compile(
    r"^[★⭐🌟☆✩✭✮✯½\ufe0f\s]{1,12}$"
    r"|^\d(?:[.,]\d)?\s*(?:/|\w{1,4})\s*(?:5|10)\b.{0,12}$"
    r"|^\d(?:[.,]\d)?\s+(?:out of|van de)\s+(?:5|10)\b.{0,8}$"
    r"|^\w+\s+\d(?:[.,]\d)?\s+\D{1,8}\s*(?:5|10)\b(?!:).{0,20}$"
    r"|^\d(?:[.,]\d)?\s*(?:stars?(?: rating)?|stjärn\w*|sterne?|ster(?:ren)?|stjer\w*|зв[её]зд\w*|зір\w*|звезди?)$"
    r"|^rated \d(?:\.\d)? stars? out of five stars?$",
    re.IGNORECASE,
)
_LONGEST_INITIAL = 3
_LONGEST_WRITER = 40
_SIGNS = " ,:·•|-–—"
_STARS = r"(?:stars?|stjärnor|sternen?|sterren)"
_FIGURES_THEN = re.compile(
    rf"^(\d(?:[.,]\d)?\s+(?:out of|of|av|von|van|из|з|от|fan)\s+5(?:\s+{_STARS})?)\s+(?!{_STARS}$)(\D.*)$",
    re.IGNORECASE,
)
_STARS_THEN = re.compile(r"^([★⭐🌟☆✩✭✮✯½\ufe0f]+)\s+(.+)$")


class LineKind(Enum):
    """The kinds of lines."""

    BLANK = auto()
    NOISE = auto()
    MARK = auto()
    OWNER = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a mark holds rating, date or both, and the name or the first ``words`` of the review if they stand in
    the same line. Words may hold the name and the rating too, where they seem to say who recommends the shop. The line
    above the shop's reply may hold its first ``words``.
    """

    kind: LineKind
    text: str
    rating: float | None = None
    rating_original: str = ""
    moment: datetime | None = None
    name: str = ""
    words: str = ""


class LineReader:
    """Reads lines of one page. ``out_of_ten`` says that a bare figure is a score of ten at best."""

    def __init__(self, words: Vocabulary, pages: PageWords, dates: PageDates, *, out_of_ten: bool = False) -> None:
        self._out_of_ten = out_of_ten
        self._words = words
        self._pages = pages
        self.dates = dates
        self._recommending = Recommending(pages)

    def read_all(self, text: str) -> list[Line]:
        """Every line of ``text``; the shop's name with "(Owner)" heads its reply only where a date follows below."""
        read: dict[str, Line] = {}
        lines = [read.get(line) or read.setdefault(line, self.read(line)) for line in text.split("\n")]
        below: Line | None = None
        for number in range(len(lines) - 1, -1, -1):
            line = lines[number]
            dated = below is not None and below.moment is not None and not below.rating_original
            if dated and line.kind is LineKind.WORDS and self._pages.owner_named_rest(line.text) == "":
                lines[number] = Line(LineKind.OWNER, line.text)
            below = below if line.kind is LineKind.BLANK else line
        return lines

    def read(self, raw: str) -> Line:
        """The kind of one line and what it tells. Marks of direction count for nothing, and stay in words."""
        words = raw.strip(_EDGES)
        text = DIRECTIONS.sub("", words).replace("\u00a0", " ") if not words.isascii() else words
        if not text:
            return Line(LineKind.BLANK, "")
        found = self._owner(text) or self._furniture(text)
        found = found or (self._mark(text) if len(text) <= _LONGEST_MARK else None) or self._rated_words(text)
        return Line(LineKind.WORDS, words) if found is None else found

    def _owner(self, text: str) -> Line | None:
        """The line above the shop's reply."""
        rest = self._pages.owner_alone_rest(text)
        if rest is not None:
            moment = self.dates.first(rest)
            if moment or not rest.strip(_SIGNS) or rest.lstrip().startswith(":"):
                return Line(LineKind.OWNER, text, moment=moment, words="" if moment else _after_colon(rest))
        rest = self._pages.owner_rest(text)
        if rest is not None:
            moment = self.dates.first(rest)
            return Line(LineKind.OWNER, text, moment=moment, words="" if moment else _after_colon(rest))
        rest = self._pages.owner_named_rest(text)
        if rest and (moment := self.dates.read(rest)):
            return Line(LineKind.OWNER, text, moment=moment)
        found = self._pages.responded.search(text) if len(text) <= _LONGEST_MARK else None
        if found and is_name(text[: found.start()]) and (moment := self.dates.bare(text[found.end() :])):
            return Line(LineKind.OWNER, text, moment=moment)
        return None

    def _furniture(self, text: str) -> Line | None:
        """A button, a count, or a date with words before it."""
        if self._pages.furniture.is_noise(text):
            return Line(LineKind.NOISE, text)
        if self._pages.without_date_words(text) != text and (moment := self.dates.read(text)) is not None:
            return Line(LineKind.NOISE, text, moment=moment)
        return None

    def _rated_words(self, text: str) -> Line | None:
        """Words after a rating in figures ("5.0 out of 5 stars Great kettle") or a recommendation."""
        found = _FIGURES_THEN.match(text)
        if found:
            return Line(LineKind.MARK, text, *self.rating(found[1]), words=found[2])
        told = self._recommending.read(text)
        if told is not None and is_name(told.author):
            return Line(LineKind.WORDS, text, *self.rating(told.verdict), name=told.author)
        return None

    def _mark(self, text: str) -> Line | None:
        name, moment = self._author_and_date(text)
        if name:
            return Line(LineKind.MARK, text, moment=moment, name=name)
        parts, whole = self._parts(text), re.split(r",\s+", text)
        return self._mark_of(text, parts) or (self._mark_of(text, whole) if whole != parts else None)

    def _author_and_date(self, text: str) -> tuple[str, datetime | None]:
        """The two halves of "Ada wrote a review Nov 3"; no name where it is no such line."""
        for found in self._pages.wrote.finditer(text):
            name = text[: found.start()].strip()
            if name and is_name(name) and (moment := self.dates.bare(text[found.end() :])) is not None:
                return name, moment
        return "", None

    def _mark_of(self, text: str, parts: list[str]) -> Line | None:
        rating: tuple[float | None, str] = (None, "")
        moment: datetime | None = None
        others: list[str] = []
        for part in parts:
            score = self._pages.stays.score(part) if self._out_of_ten else ""
            if rating[1] == "" and (score or _RATING.match(part)):
                rating = self.rating(score, 10.0) if score else self.rating(part)
            elif moment is None and (found := self.dates.read(part)) is not None:
                moment = found
            elif not self._pages.furniture.is_noise(part):
                others.append(self._pages.reviewed.sub("", part))
        if (rating[1] == "" and moment is None) or len(others) > 1:
            return None
        if others and (rating[1] == "" or not is_name(others[0])):
            return None
        return Line(LineKind.MARK, text, rating[0], rating[1], moment, others[0] if others else "")

    @staticmethod
    def _parts(text: str) -> list[str]:
        stars = _STARS_THEN.match(text)
        if stars:
            return [stars[1], *(part for part in SPLIT.split(stars[2]) if part)]
        return [part for part in SPLIT.split(text) if part]

    def rating(self, text: str, scale: float | None = None) -> tuple[float | None, str]:
        """The rating that the words tell and what they say, (None, "") where they are none; ``scale`` is the best mark
        of bare figures, 5 where None.
        """
        try:
            return parse_rating(text, scale, self._words)
        except RowError:
            return None, ""


def _after_colon(rest: str) -> str:
    """The reply's first words where they follow its heading in one line: "Response from the owner: Thank you!"."""
    writer, colon, words = rest.partition(":")
    return words.strip() if colon and len(writer) <= _LONGEST_WRITER else ""


def is_name(text: str) -> bool:
    """Whether a line can be a person's name: few words, none of them a sentence's end; "Cleo D." is one."""
    words = text.split()
    if text.endswith(".") and len(words[-1]) > _LONGEST_INITIAL:
        return False
    return 1 <= len(words) <= 5 and len(text) <= 50 and text[-1] not in "!?:;," and any(char.isalpha() for char in text)


def is_initials(text: str) -> bool:
    """Whether a line is the picture's stand-in or a country's code: "AL", "GB"."""
    return len(text) <= 3 and text.isupper()
