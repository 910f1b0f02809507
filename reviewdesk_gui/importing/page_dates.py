"""Dates in lines of copied pages."""

import re
from datetime import UTC, datetime

from reviewdesk_gui.importing.dates import DateReader
from reviewdesk_gui.importing.pages import PageWords
from reviewdesk_gui.importing.relative import parse_relative
from reviewdesk_gui.importing.trouble import RowError
from reviewdesk_gui.importing.vocabulary import Vocabulary

DAY_FIRST, MONTH_FIRST = "dmy", "mdy"
SPLIT = re.compile(r"\s*[·•|]\s*|\s+[-–—]\s+|,\s+(?=\D)|\s{2,}|\t")
NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([/-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])")
_CLOCK = re.compile(
    r"[\s,]+(?:([^\W\d_]{1,4})\.?\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s+([^\W\d_]{1,4}))?$",
    re.IGNORECASE,
)
_TOKENS = re.compile(r"[^\W\d_]+|\d+")
_FIGURES = re.compile(r"\d\s*[./-]\s*\d|\d{10}")
_LONGEST = 100
_MOST_WORDS = 4
_MOST_SHORT = 20


class PageDates:
    """Reads dates against the moment ``now`` (UTC). ``order`` is how dates of figures alone are meant, "dmy" or "mdy";
    one that would then lie in the future is read the other way. ``short`` says that "3d" alone is a date.
    """

    def __init__(
        self, words: Vocabulary, pages: PageWords, now: datetime, order: str = DAY_FIRST, *, short: bool = False
    ) -> None:
        self._words, self._pages = words, pages
        self._now, self._short = now.astimezone(UTC), short
        other = MONTH_FIRST if order == DAY_FIRST else DAY_FIRST
        self._readers = [DateReader(words, self._now, order), DateReader(words, self._now, other)]
        self._marks = frozenset(mark for language in words.relative.values() for mark in language.marks)
        self._days = frozenset(phrase for language in words.relative.values() for phrase in language.days)
        self._months = tuple(stem for stem, _month in words.months)

    def read(self, text: str) -> datetime | None:
        """The moment that the words name, None where they are no date."""
        plain = self._pages.without_date_words(text.strip(" (),"))
        if len(plain) > _LONGEST or (not any(map(str.isdecimal, plain)) and len(plain.split()) > _MOST_WORDS):
            return None
        return self._read(plain) or self._shortly(plain) or self._by_the_clock(plain)

    def first(self, text: str) -> datetime | None:
        """The first date in a line of several parts."""
        text = text.strip(" ,:·•|-–—")
        return next((found for part in (text, *SPLIT.split(text)) if (found := self.read(part)) is not None), None)

    def bare(self, text: str) -> datetime | None:
        """The moment where nothing but a date stands in ``text``: no word that is neither of time nor a month."""
        moment = self.read(text)
        if moment is None or parse_relative(text, self._now, self._words) is not None:
            return moment
        tokens = [token for token in _TOKENS.findall(text.casefold()) if not token.isdecimal()]
        known = self._pages.clock | self._marks | self._pages.short.keys()
        strange = [token for token in tokens if token not in known and not token.startswith(self._months)]
        return None if strange else moment

    def _read(self, plain: str) -> datetime | None:
        if not self._may_be_date(plain.casefold()):
            return None
        turned = NUMERIC.search(plain) is not None
        for reader in self._readers if turned else self._readers[:1]:
            try:
                return reader.read(plain)
            except RowError:
                continue
        return None

    def _may_be_date(self, folded: str) -> bool:
        """Whether the line holds what every date has; the many lines without it are not looked at further."""
        if _FIGURES.search(folded) or folded.strip(" .·•") in self._days:
            return True
        return any(token in self._marks or token.startswith(self._months) for token in _TOKENS.findall(folded))

    def _shortly(self, plain: str) -> datetime | None:
        """The moment of "3d", "2 w." or "3 mo ago"."""
        tokens = _TOKENS.findall(plain.casefold()) if len(plain) <= _MOST_SHORT else []
        said = [token for token in tokens if token not in self._marks]
        if len(said) != 2 or not said[0].isdecimal() or (len(tokens) == len(said) and not self._short):
            return None
        unit = self._pages.short.get(said[1], "")
        return parse_relative(f"{int(said[0])} {unit} ago", self._now, self._words) if unit else None

    def _by_the_clock(self, plain: str) -> datetime | None:
        """The day of "yesterday at 10:12", whose time no page needs."""
        found = _CLOCK.search(plain)
        if not found or not found.start():
            return None
        around = {word.casefold() for word in found.groups() if word}
        return self._read(plain[: found.start()]) if around <= self._pages.clock else None
