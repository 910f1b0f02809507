"""Dates in every form that exports and pages use, and the order of day and month where only figures are given."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from reviewdesk_gui.importing.numbers import as_float, in_words
from reviewdesk_gui.importing.relative import parse_relative
from reviewdesk_gui.importing.trouble import AmbiguousDateError, RowError
from reviewdesk_gui.importing.vocabulary import Vocabulary

FIRST_YEAR = 1995
_EARLIEST = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(hours=14)
_FIGURES = re.compile(r"(\d{1,4})\s*([./\-])\s*(\d{1,2})\s*[./\-]\s*(\d{1,4})\.?(?!\d)(.*)", re.DOTALL)
_CLOCK = re.compile(
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_TWO_DIGIT_YEARS = 2000
_LONGEST_NUMBER = 4
_ZONES = (" UTC", " GMT")


class DateReader:
    """Reads one file's dates. ``order`` is "dmy", "mdy", "ymd" or "" while it is not known; ``now`` is UTC.

    ``read_at`` (UTC) is when the page or file was written, from which "2 weeks ago" counts.
    """

    def __init__(self, words: Vocabulary, now: datetime, order: str = "", read_at: datetime | None = None) -> None:
        self._words = words
        self._read_at = read_at or now
        self._latest = now + _AHEAD
        self.order = order

    def read(self, raw: object) -> datetime | None:
        """The moment in UTC, None for an empty cell. Raises RowError for what is no date, lies in the future or is
        ambiguous.
        """
        moment: datetime | None
        try:
            # As most exports write it; whatever else there may be is no text, or none of that form.
            moment = datetime.fromisoformat(raw[:-4] + "+00:00" if raw[-4:] in _ZONES else raw)  # type: ignore[index,arg-type]
            moment = moment if moment.tzinfo is UTC else _to_utc(moment)
        except (TypeError, ValueError):
            moment = self._moment(raw)
        if moment is None or _EARLIEST <= moment <= self._latest:
            return moment
        if moment > self._latest:
            raise RowError(f"the date {str(raw)[:40]} lies in the future")
        raise RowError(f"the date {str(raw)[:40]} cannot be right")

    def _moment(self, raw: object) -> datetime | None:
        if isinstance(raw, str):
            return self._text(raw.strip())
        if raw is None:
            return None
        if isinstance(raw, datetime):
            return _to_utc(raw)
        if isinstance(raw, date):
            return datetime.combine(raw, time(), UTC)
        if isinstance(raw, (int, float)) and not isinstance(raw, bool):
            return self._epoch(as_float(raw), in_words(raw))
        raise RowError(f"{str(raw)[:40]!r} is no date")

    def _text(self, text: str) -> datetime | None:
        if text in ("", "-", "–", "—") or text.casefold() in self._words.unrated:
            return None
        if _EPOCH.fullmatch(text):
            return self._epoch(float(text), f"{float(text):g}")
        found = _FIGURES.match(text)
        if found:
            return self._figures(found, text)
        return self._worded(text)

    @staticmethod
    def _epoch(value: float, words: str) -> datetime:
        try:
            return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC)
        except (OverflowError, ValueError, OSError):
            raise RowError(f"{words} is no date") from None

    def _figures(self, found: re.Match[str], text: str) -> datetime:
        first, sign, middle, last = found[1], found[2], int(found[3]), found[4]
        if len(first) == 4:
            day = _day(int(first), middle, int(last), text)
        elif len(last) == 2 and self.order == "ymd":
            day = _day(_TWO_DIGIT_YEARS + int(first), middle, int(last), text)
        else:
            year = int(last) + (_TWO_DIGIT_YEARS if len(last) == 2 else 0)
            order = "dmy" if sign == "." else self._order(int(first), middle, text)
            day = _day(year, middle, int(first), text) if order == "dmy" else _day(year, int(first), middle, text)
        return _with_clock(day, found[5])

    def _order(self, first: int, second: int, text: str) -> str:
        if first > 12 or second > 12 or first == second:
            return "dmy" if first > 12 else "mdy"
        if self.order not in ("dmy", "mdy"):
            raise AmbiguousDateError(f"the date {text[:40]} can be read in two ways; choose day or month first")
        return self.order

    def _worded(self, text: str) -> datetime | None:
        moment = parse_relative(text, self._read_at, self._words)
        if moment is not None:
            return moment
        if "," in text[:4]:
            try:
                return _to_utc(parsedate_to_datetime(text))
            except (ValueError, IndexError, TypeError):
                pass
        day = read_month_words(text, self._read_at.date(), self._words)
        if day is None:
            raise RowError(f"{text[:40]!r} is no date")
        clock = _CLOCK.search(text)
        return _with_clock(day, clock.group()) if clock else datetime.combine(day, time(), UTC)


def read_month_words(text: str, today: date, words: Vocabulary) -> date | None:
    """A date with the month in words; without a year, the latest such day that is not in the future; without a day,
    the first.
    """
    month = 0
    numbers: list[int] = []
    without_clock = _CLOCK.sub(" ", text)
    for token in _WORDS.findall(without_clock.casefold()):
        if token.isdecimal():
            if len(token) > _LONGEST_NUMBER:
                return None
            numbers.append(int(token))
        elif not month:
            month = next((number for stem, number in words.months if token.startswith(stem)), 0)
    if not month or not numbers or len(numbers) > 2:
        return None
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    if len(years) > 1 or len(days) > 1:
        return None
    return _compose(years, days, month, today)


def _compose(years: list[int], days: list[int], month: int, today: date) -> date | None:
    try:
        if years:
            return date(years[0], month, days[0] if days else 1)
        day = date(today.year, month, days[0])
        return day if day <= today else date(today.year - 1, month, days[0])
    except ValueError:
        return None


def guess_order(values: Iterable[object]) -> str:
    """The order "dmy" or "mdy" where some date of the column can only be read one way and none only the other way,
    else "".
    """
    day_first = month_first = False
    for value in values:
        if not isinstance(value, str) or value[4:5] == "-":
            continue
        found = _FIGURES.match(value.strip())
        if not found or len(found[1]) == 4 or found[2] == ".":
            continue
        first, second = int(found[1]), int(found[3])
        day_first = day_first or first > 12 >= second
        month_first = month_first or second > 12 >= first
    if day_first == month_first:
        return ""
    return "dmy" if day_first else "mdy"


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise RowError(f"{text[:40]!r} is no date of the calendar") from None


def _with_clock(day: date, text: str) -> datetime:
    found = _CLOCK.search(text)
    if not found:
        return datetime.combine(day, time(), UTC)
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower().startswith("p") else 0)
    try:
        moment = datetime.combine(day, time(hour, minute, second), UTC)
    except ValueError:
        return datetime.combine(day, time(), UTC)
    return moment - _offset(found[5] or "")


def _offset(zone: str) -> timedelta:
    if zone[:1] not in ("+", "-"):
        return timedelta()
    sign = -1 if zone[0] == "-" else 1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))


def _to_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)
