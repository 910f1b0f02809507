"""Dates and money in the reply's locale."""

import re
from datetime import date, timedelta

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, get_territory_currencies

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_AMOUNT = re.compile(r"(?P<before>[A-Z]{3})?\s*(?P<number>\d{1,9}(?:[.,]\d{1,2})?)\s*(?P<after>[A-Z]{3})?\Z")
_DAYS_AHEAD = re.compile(r"\+(\d{1,3})\Z")
# Bulgaria changed to the euro on 1 January 2026 (Council Regulation (EU) 2025/1409); older locale data has the lev.
_NEWER_CURRENCIES = {"BG": "EUR"}


def locale_for(language: str, country: str) -> Locale:
    """The locale of the reply's language in the shop's country, or of the language alone; plain English is British."""
    territory = country.strip().upper() or ("GB" if language == "en" else "")
    for candidate in (f"{language}_{territory}" if territory else language, language, "en_GB"):
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


def day(value: date, locale: Locale, now: date, *, lower: bool = False) -> str:
    """Day and month in words, with the year where it is not the present one. ``lower`` writes months small."""
    if value.year == now.year:
        text = format_skeleton("MMMMd", value, locale=locale)
    else:
        text = format_date(value, format="long", locale=locale)
    return str(text).lower() if lower else str(text)


def date_value(text: str, locale: Locale, today: date, *, lower: bool = False) -> str:
    """A slot's date: "2026-03-14" or "+3" (days from today) as words; anything else stays as the owner wrote it."""
    ahead = _DAYS_AHEAD.match(text.strip())
    if ahead:
        return day(today + timedelta(days=int(ahead[1])), locale, today, lower=lower)
    if _ISO_DATE.match(text.strip()):
        try:
            return day(date.fromisoformat(text.strip()), locale, today, lower=lower)
        except ValueError:
            return text
    return text


def money_value(text: str, locale: Locale, country: str) -> str:
    """A slot's amount: "200", "12,50" or "20 EUR" in the locale's form; anything else stays as the owner wrote it."""
    found = _AMOUNT.match(text.strip())
    if not found:
        return text
    code = found["before"] or found["after"] or _currency(country)
    if not code:
        return text
    amount = float(found["number"].replace(",", "."))
    written = str(format_currency(amount, code, locale=locale))
    if amount.is_integer():
        written = re.sub(r"[.,]00(?!\d)", "", written)
    return written


def _currency(country: str) -> str:
    country = country.strip().upper()
    if country in _NEWER_CURRENCIES:
        return _NEWER_CURRENCIES[country]
    known = get_territory_currencies(country) if country else []
    return str(known[0]) if known else ""
