"""The words around reviews on platforms' pages, read from ``resources/importing/pages.toml`` and
``page_layouts.toml`` beside it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reviewdesk_gui.domain.datafile import line_of, read_toml
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.importing.furniture import Furniture
from reviewdesk_gui.importing.no_reply import NoReply
from reviewdesk_gui.importing.no_reply import load as load_no_reply
from reviewdesk_gui.importing.stays import StayWords

_LONGEST_OWNER = 100
_LISTS = (
    "owner_marks owner_alone counts dates wrote recommends not with purchased reviewed responded clock anonymous "
    "month_first day_first platforms"
)
_WORDS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        **dict.fromkeys(_LISTS.split(), ()),
        "noise": ("en",),
        "owner": ("en",),
        "short": ("minute", "hour", "day", "week", "month", "year"),
        "stays": ("nights", "liked", "scored", "countries"),
    }
)
_LAYOUTS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "app_store": ("by", "versions", "noise", "ratings"),
        "google_play": ("menu", "helpful", "answers", "voices", "noise"),
        "etsy": ("noise",),
        "tripadvisor": ("written", "responded", "owner", "contributions", "noise", "notices"),
        "facebook": ("author", "actions", "noise", "unfold"),
    }
)


@dataclass(frozen=True, slots=True)
class PageWords:
    """``furniture`` are lines that say nothing; ``owner`` begins the line above the shop's reply, ``owner_alone`` too
    where only a date follows, or ``owner_mark`` follows the shop's name in it, or ``responded`` and a date do;
    ``no_reply`` knows what stands where none was given; ``dates`` stands before dates, ``clock`` beside them,
    ``short`` for lengths of time; ``month_first`` and ``day_first`` tell where a page comes from; ``wrote`` stands
    between a name and a date, ``reviewed`` between a name, the shop's and a rating; ``recommends``, ``negations`` and
    ``particles`` are words of a line that says who recommends the shop; ``purchased`` stands before the name of what
    was bought; ``anonymous`` for a name; ``stays`` knows the pages of Booking.com; ``platforms`` tells pages apart,
    ``layouts`` holds the words of some platforms.
    """

    furniture: Furniture
    owner: tuple[str, ...]
    owner_alone: tuple[str, ...]
    owner_mark: re.Pattern[str]
    reviewed: re.Pattern[str]
    responded: re.Pattern[str]
    no_reply: NoReply
    dates: tuple[str, ...]
    clock: frozenset[str]
    short: Mapping[str, str]
    month_first: tuple[str, ...]
    day_first: tuple[str, ...]
    wrote: re.Pattern[str]
    recommends: frozenset[str]
    negations: frozenset[str]
    particles: frozenset[str]
    purchased: tuple[str, ...]
    anonymous: frozenset[str]
    stays: StayWords
    platforms: Mapping[str, tuple[str, ...]]
    layouts: Mapping[str, Mapping[str, Any]]

    def platform_of(self, text: str) -> str:
        """The platform whose words stand on the page most often; "" where none do."""
        folded = f" {text.casefold()} ".replace("\n", " \n ")
        counts = {name: sum(folded.count(words) for words in marks) for name, marks in self.platforms.items()}
        best = max(counts, key=lambda name: counts[name], default="")
        return best if best and counts[best] else ""

    def owner_rest(self, line: str) -> str | None:
        """What follows "Response from the owner" in the line; None where it is no such line."""
        rest = _after(line, self.owner)
        if rest is None:
            return None
        return rest if len(line) <= _LONGEST_OWNER or rest.lstrip().startswith(":") else None

    def owner_alone_rest(self, line: str) -> str | None:
        """What follows "Developer response" in the line, to be a date or nothing; None where it is no such line."""
        return _after(line, self.owner_alone)

    def owner_named_rest(self, line: str) -> str | None:
        """What follows "The Blue Kettle (Owner)" in the line; None where it is no such line."""
        mark = self.owner_mark.search(line)
        if mark is None or mark.start() == 0 or mark.start() > _LONGEST_OWNER:
            return None
        return line[mark.end() :].strip()

    def without_date_words(self, line: str) -> str:
        """The line without "Date of experience:" and the like before a date."""
        rest = _after(line, self.dates)
        return line if rest is None else rest.strip()

    def product(self, line: str) -> str | None:
        """What follows "Purchased item:" in the line; None where it is no such line."""
        rest = _after(line, self.purchased)
        return None if rest is None else rest.strip()


def _after(line: str, starts: tuple[str, ...]) -> str | None:
    """The line behind the longest of ``starts``, which come longest first."""
    folded = line[:_LONGEST_OWNER].casefold()
    if not folded.startswith(starts):
        return None
    start = next(words for words in starts if folded.startswith(words))
    return line[len(start) :]


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, _longest_first(words)))})"


def _complete(path: Path, needed: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The file's tables, each with its ``needed`` keys."""
    table: dict[str, Any] = read_toml(path)
    for name, keys in needed.items():
        if name not in table:
            raise DataFileError(path, 0, f"{name} is missing")
        missing = [key for key in keys if key not in table[name]]
        if missing:
            raise DataFileError(
                path, line_of(path.read_text("utf-8"), f"[{name}]"), f"{name} lacks {', '.join(missing)}"
            )
    return table


@cache
def load_pages(folder: Path) -> PageWords:
    """The words in ``folder``. Raises DataFileError naming file and line."""
    table = _complete(folder / "pages.toml", _WORDS)
    layouts = _complete(folder / "page_layouts.toml", _LAYOUTS)
    return PageWords(
        furniture=Furniture(table["noise"], table["owner"], table["counts"]),
        owner=_longest_first(start for starts in table["owner"].values() for start in starts),
        owner_alone=_longest_first(table["owner_alone"]),
        owner_mark=re.compile(_any(table["owner_marks"]), re.IGNORECASE),
        reviewed=re.compile(rf" {_any(table['reviewed'])} .*", re.IGNORECASE),
        responded=re.compile(rf" {_any(table['responded'])}(?=$| )", re.IGNORECASE),
        no_reply=load_no_reply(folder / "no_reply.toml"),
        dates=_longest_first(table["dates"]),
        clock=frozenset(table["clock"]),
        short=MappingProxyType({word: unit for unit, words in table["short"].items() for word in words}),
        month_first=tuple(table["month_first"]),
        day_first=tuple(table["day_first"]),
        wrote=re.compile(rf" {_any(table['wrote'])}(?= )", re.IGNORECASE),
        recommends=frozenset(table["recommends"]),
        negations=frozenset(table["not"]),
        particles=frozenset(table["with"]),
        purchased=_longest_first(table["purchased"]),
        anonymous=frozenset(table["anonymous"]),
        stays=StayWords(table["stays"]),
        platforms=MappingProxyType({name: tuple(words) for name, words in table["platforms"].items()}),
        layouts=MappingProxyType(layouts),
    )
