"""Dates as people write them in a sentence: "on Tuesday", "within 2-3 working days", "on 3 December", "3/12"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewdesk_gui.checks.compiling import SEPARATOR
from reviewdesk_gui.checks.due_dates import (
    after_amount,
    calendar_day,
    coming_day_of_month,
    coming_weekday,
    relative_day,
)
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.promise_book import MONTHS, WEEKDAYS, DateWords
from reviewdesk_gui.domain.finding import Span

_ORDINAL = r"(?:st|nd|rd|th|:?e|:?a|de|ste|-?(?:го|е|ти|ви|ри|то))?"
_NUMERIC = re.compile(
    r"(?<![\d.,/:-])(?:(?P<iso>\d{4})-(?P<iso_month>\d{2})-(?P<iso_day>\d{2})"
    r"|(?P<first>\d{1,2})(?P<sign>[./])(?P<second>\d{1,2})(?:(?P=sign)(?P<year>\d{4}|\d{2})?)?)(?![\d/:%])(?!\s?(?:kr|€|\$|£))"
)
_DAY_DOT = re.compile(r"(?<!\d)\d{1,2}\.\Z")  # "am 3." may end a sentence or stand before its month
_LONGEST_MONTH = 16
_ALWAYS_OPEN = ("24", "7")


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date in the text. ``rank`` orders ways of saying it: the lower is the more exact."""

    span: Span
    due: date
    rank: int


class DateFinder:
    """Finds the days to come that a sentence names, in one language. Immutable once built."""

    def __init__(self, words: DateWords) -> None:
        sources = words.sources
        number, month = f"(?:{sources['numbers']})", sources["months"]
        self._words = words
        self._amount = re.compile(
            rf"(?:(?P<before>{sources['before']}){SEPARATOR})?"
            rf"(?:(?P<least>{number})(?:(?:\s?-\s?|{SEPARATOR}{sources['to']}{SEPARATOR})(?P<most>{number}))?{SEPARATOR})?"
            rf"(?P<unit>{sources['units']})(?:{SEPARATOR}(?P<after>{sources['after']}))?"
        )
        self._day_month = re.compile(
            rf"(?<![\d.,/:])(?P<day>\d{{1,2}}){_ORDINAL}\.?\s(?:of\s)?(?P<month>{month})\.?(?:,?\s(?P<year>20\d\d))?"
        )
        self._month_day = re.compile(
            rf"(?P<month>{month})\.?\s(?:the\s)?(?P<day>\d{{1,2}}){_ORDINAL}(?![\w:/-])(?:,?\s(?P<year>20\d\d))?"
        )
        self._bare_day = re.compile(
            rf"{sources['day_before']}{SEPARATOR}(?P<day>\d{{1,2}})(?:st|nd|rd|th|:e|:a|e|de|ste|\.|-го|-ти|-ви|-ри|-то)(?!\w)"
        )

    def find(self, prepared: PreparedText, sentence: Span, today: date) -> Iterator[DateHit]:
        """Every date in ``sentence`` that lies on ``today`` or later, past mentions left out."""
        text, start, end = prepared.folded, sentence.start, sentence.end
        if _DAY_DOT.search(text, start, end):
            end += _LONGEST_MONTH
        for match, due, rank in (
            *self._calendar(text, start, end, today),
            *self._amounts(text, start, end, today),
            *self._weekdays(prepared, sentence, today),
            *self._relative(text, start, end, today),
        ):
            span = Span(*match.span())
            if due is not None and not self._words.past.stands(prepared, sentence, span):
                yield DateHit(span, due, rank)

    def _calendar(
        self, text: str, start: int, end: int, today: date
    ) -> Iterator[tuple[re.Match[str], date | None, int]]:
        for pattern in (self._day_month, self._month_day):
            for match in pattern.finditer(text, start, end):
                year = int(match["year"]) if match["year"] else None
                month = _key(self._words, "months", match["month"], MONTHS) + 1
                yield match, calendar_day(today, int(match["day"]), month, year), 0
        for match in _NUMERIC.finditer(text, start, end):
            yield match, self._numeric(match, today), 0
        for match in self._bare_day.finditer(text, start, end):
            yield match, coming_day_of_month(today, int(match["day"])), 1

    def _numeric(self, match: re.Match[str], today: date) -> date | None:
        if match["iso"]:
            return calendar_day(today, int(match["iso_day"]), int(match["iso_month"]), int(match["iso"]))
        first, second, year = match["first"], match["second"], match["year"]
        if (first, second) == _ALWAYS_OPEN:
            return None
        dotted = match["sign"] == "."
        if dotted and not (match.group().endswith(".") or year or (len(first) == len(second) == 2)):
            return None
        day, month = int(first), int(second)
        if not dotted and ((self._words.order == "mdy" and day <= 12) or month > 12):
            day, month = month, day
        return calendar_day(today, day, month, _full_year(year))

    def _amounts(
        self, text: str, start: int, end: int, today: date
    ) -> Iterator[tuple[re.Match[str], date | None, int]]:
        for match in self._amount.finditer(text, start, end):
            if not match["before"] and not (match["after"] and match["least"]):
                continue
            number = match["most"] or match["least"]
            amount = self._number(number) if number else 1
            unit = next(key for key, pattern in self._words.keyed["units"] if pattern.fullmatch(match["unit"]))
            yield match, after_amount(today, amount, unit), 2

    def _number(self, source: str) -> int:
        if source.isdecimal():
            return int(source)
        return next((value for value, pattern in self._words.numbers if pattern.fullmatch(source)), 1)

    def _weekdays(
        self, prepared: PreparedText, sentence: Span, today: date
    ) -> Iterator[tuple[re.Match[str], date | None, int]]:
        for key, pattern in self._words.keyed["weekdays"]:
            for match in pattern.finditer(prepared.folded, sentence.start, sentence.end):
                span = Span(*match.span())
                later = self._words.next_before.stands(prepared, sentence, span) or self._words.next_after.stands(
                    prepared, sentence, span
                )
                yield match, coming_weekday(today, WEEKDAYS.index(key), next_week=later), 3

    def _relative(
        self, text: str, start: int, end: int, today: date
    ) -> Iterator[tuple[re.Match[str], date | None, int]]:
        for key, pattern in self._words.keyed["relative"]:
            for match in pattern.finditer(text, start, end):
                yield match, relative_day(today, key), 4


def _key(words: DateWords, table: str, source: str, keys: tuple[str, ...]) -> int:
    return next(keys.index(key) for key, pattern in words.keyed[table] if pattern.fullmatch(source))


def _full_year(year: str | None) -> int | None:
    if year is None:
        return None
    return int(year) if len(year) == 4 else 2000 + int(year)
