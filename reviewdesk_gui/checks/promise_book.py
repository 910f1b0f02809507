"""The words of promises and dates of one language, compiled from its ``promises.toml``.

The file's tables: ``relative``, ``units``, ``numbers``, ``range``, ``within``, ``weekdays``, ``months``, ``dates`` and
``[[promise]]``; every list is in the phrase language of the packs.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reviewdesk_gui.checks.date_hints import DateHints
from reviewdesk_gui.checks.guards import Edge, Guard
from reviewdesk_gui.checks.packfile import PackFile
from reviewdesk_gui.checks.phrasebook import CompiledPhrase, PhraseBook
from reviewdesk_gui.checks.phrases import PhraseError
from reviewdesk_gui.domain.followup import FollowUpKind

RELATIVE = (
    "day_after_tomorrow",
    "tomorrow",
    "today",
    "next_working_day",
    "after_weekend",
    "weekend",
    "next_week",
    "this_week",
    "next_month",
    "this_month",
)
UNITS = ("working_day", "hour", "day", "week", "month")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_TABLES: Mapping[str, tuple[str, ...]] = {
    "relative": RELATIVE,
    "units": UNITS,
    "range": ("to",),
    "within": ("before", "after"),
    "weekdays": (*WEEKDAYS, "next", "next_after"),
    "months": MONTHS,
    "dates": ("order", "day_before", "past"),
}
_PROMISE_KEYS = frozenset({"kind", "phrases", "unless", "not_before", "not_after", "find", "leave"})
_NAMED: Mapping[str, tuple[str, ...]] = {
    "relative": RELATIVE,
    "units": UNITS,
    "weekdays": WEEKDAYS,
    "months": MONTHS,
}
_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """Patterns over folded text.

    ``keyed`` maps a table to its (key, pattern) pairs, ``sources`` to their joined source. ``numbers`` are (value,
    pattern). ``order`` is "dmy" or "mdy". ``past``, ``next_before`` and ``next_after`` are words beside a date.
    """

    keyed: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]
    sources: Mapping[str, str]
    numbers: tuple[tuple[int, re.Pattern[str]], ...]
    order: str
    past: Edge
    next_before: Edge
    next_after: Edge


@dataclass(frozen=True, slots=True)
class PromiseRule:
    """What commits the shop to a duty of ``kind``; the examples are as the file has them."""

    kind: FollowUpKind
    phrases: tuple[CompiledPhrase, ...]
    guard: Guard
    find: tuple[Mapping[str, str], ...]
    leave: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromiseBook:
    """All of one language; ``phrases`` keys its hits by the number of the rule in ``rules``."""

    words: DateWords
    hints: DateHints
    rules: tuple[PromiseRule, ...]
    phrases: PhraseBook


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the tables of one file; every mistake names file and line."""

    file: PackFile

    def phrases(self, holder: Mapping[str, Any], key: str) -> tuple[CompiledPhrase, ...]:
        return self.file.phrases(holder.get(key, []), key)

    def source(self, holder: Mapping[str, Any], key: str) -> str:
        """One pattern source that matches any phrase of the list."""
        found = [entry.pattern.pattern for entry in self.phrases(holder, key)]
        return "(?:" + "|".join(sorted(found, key=len, reverse=True)) + ")" if found else _NEVER

    def edge(self, holder: Mapping[str, Any], key: str, *, after: bool) -> Edge:
        return Edge(self.phrases(holder, key), after=after)

    def part(self, name: str) -> Mapping[str, Any]:
        part = self.file.table.get(name, {})
        if not isinstance(part, dict):
            raise self.file.error(name, f"{name} is no table")
        self.only(part, _TABLES.get(name, part), f"[{name}]")
        return part

    def only(self, holder: Mapping[str, Any], known: Iterable[str], owner: str) -> None:
        unknown = sorted(set(holder) - set(known))
        if unknown:
            raise self.file.error(unknown[0], f"{owner} does not know {', '.join(unknown)}")


def read_promises(file: PackFile) -> PromiseBook:
    """The book of a ``promises.toml``. Raises DataFileError naming file and line."""
    reader = _Reader(file)
    reader.only(file.table, {*_TABLES, "numbers", "promise", "lists"}, "promises.toml")
    entries = file.table.get("promise", [])
    rules = tuple(_rule(entry, reader) for entry in entries)
    keyed = [(str(number), phrase) for number, rule in enumerate(rules) for phrase in rule.phrases]
    for _, phrase in keyed:
        try:
            phrase.triggers()
        except PhraseError as error:
            raise file.error(phrase.phrase.source, str(error)) from None
    named = [(reader.part(name), keys) for name, keys in _NAMED.items()]
    hints = DateHints(phrase for part, keys in named for key in keys for phrase in reader.phrases(part, key))
    return PromiseBook(_date_words(reader), hints, rules, PhraseBook(keyed))


def _rule(entry: Mapping[str, Any], reader: _Reader) -> PromiseRule:
    kind, error = str(entry.get("kind", "")), reader.file.error
    reader.only(entry, _PROMISE_KEYS, f"the promise {kind!r}")
    if kind not in list(FollowUpKind):
        raise error(f'kind = "{kind}"', f"there is no follow-up of the kind {kind!r}")
    if not (entry.get("phrases") and entry.get("find") and entry.get("leave")):
        raise error(f'kind = "{kind}"', f"a promise of the kind {kind!r} needs phrases, find and leave")
    guard = Guard(
        reader.phrases(entry, "unless"),
        reader.edge(entry, "not_before", after=False),
        reader.edge(entry, "not_after", after=True),
    )
    return PromiseRule(
        FollowUpKind(kind), reader.phrases(entry, "phrases"), guard, tuple(entry["find"]), tuple(entry["leave"])
    )


def _date_words(reader: _Reader) -> DateWords:
    keyed, sources = {}, {}
    for name, keys in _NAMED.items():
        part = reader.part(name)
        found = [(key, reader.source(part, key)) for key in keys if key in part]
        keyed[name] = tuple((key, re.compile(source)) for key, source in found)
        sources[name] = "(?:" + "|".join(source for _, source in found) + ")" if found else _NEVER
    numbers = reader.part("numbers")
    sources["numbers"] = "|".join([r"\d{1,3}", *(reader.source(numbers, key) for key in numbers)])
    sources["to"] = reader.source(reader.part("range"), "to")
    sources["before"] = reader.source(reader.part("within"), "before")
    sources["after"] = reader.source(reader.part("within"), "after")
    dates, weekdays = reader.part("dates"), reader.part("weekdays")
    sources["day_before"] = reader.source(dates, "day_before")
    return DateWords(
        keyed=keyed,
        sources=sources,
        numbers=tuple((_number(key, reader), re.compile(reader.source(numbers, key))) for key in numbers),
        order=_order(dates, reader),
        past=reader.edge(dates, "past", after=False),
        next_before=reader.edge(weekdays, "next", after=False),
        next_after=reader.edge(weekdays, "next_after", after=True),
    )


def _number(key: str, reader: _Reader) -> int:
    if not key.isdecimal():
        raise reader.file.error(key, f"[numbers] holds {key!r}, which is no number")
    return int(key)


def _order(dates: Mapping[str, Any], reader: _Reader) -> str:
    order = str(dates.get("order", "dmy"))
    if order not in ("dmy", "mdy"):
        raise reader.file.error("order", f"the order of dates is dmy or mdy, not {order!r}")
    return order
