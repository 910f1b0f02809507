"""The words around reviews on platforms' pages, read from ``resources/importing/pages.toml``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from reviewdesk_gui.domain.datafile import read_toml
from reviewdesk_gui.importing.stays import StayWords

_LONGEST_OWNER = 100


@dataclass(frozen=True, slots=True)
class PageWords:
    """``noise`` are whole lines, ``noise_starts`` and ``noise_ends`` beginnings and ends of lines that say nothing;
    ``counts`` are things that pages count ("12 reviews"); ``owner`` begins the line above the shop's reply, or
    ``owner_mark`` follows the shop's name in it; ``dates`` stands before dates, ``wrote`` between a name and a date;
    ``recommends`` and ``negations`` are the words of a line that says who recommends the shop; ``stays`` knows the
    pages of Booking.com; ``platforms`` tells pages apart.
    """

    noise: frozenset[str]
    noise_starts: tuple[str, ...]
    noise_ends: tuple[str, ...]
    counts: tuple[str, ...]
    owner: tuple[str, ...]
    owner_mark: re.Pattern[str]
    dates: tuple[str, ...]
    wrote: tuple[str, ...]
    recommends: frozenset[str]
    negations: frozenset[str]
    stays: StayWords
    platforms: Mapping[str, tuple[str, ...]]

    def is_noise(self, line: str) -> bool:
        """Whether the line is a button or a count rather than words of the review."""
        folded = line.casefold().strip(" .·•|")
        if folded in self.noise or folded.startswith(self.noise_starts) or folded.endswith(self.noise_ends):
            return True
        button, _, count = folded.rpartition(" ")
        if count.isdecimal() and button in self.noise:
            return True
        return bool(folded) and all(self._counts(part) for part in folded.replace("•", "·").split("·"))

    def _counts(self, part: str) -> bool:
        words = part.split()
        return bool(words) and words[0].isdecimal() and len(words) <= 3 and any(word in part for word in self.counts)

    def owner_rest(self, line: str) -> str | None:
        """What follows "Response from the owner" in the line; None where it is no such line."""
        folded = line.casefold()
        start = next((words for words in self.owner if folded.startswith(words)), None)
        if start is None:
            return None
        rest = line[len(start) :]
        return rest if len(line) <= _LONGEST_OWNER or rest.lstrip().startswith(":") else None

    def owner_named_rest(self, line: str) -> str | None:
        """What follows "The Blue Kettle (Owner)" in the line; None where it is no such line."""
        mark = self.owner_mark.search(line)
        if mark is None or mark.start() == 0 or mark.start() > _LONGEST_OWNER:
            return None
        return line[mark.end() :].strip()

    def recommendation(self, line: str) -> tuple[str, str]:
        """Who recommends or does not recommend the shop in the line, and the words that say so; two empty texts where
        it is no such line.
        """
        words = line.split()
        folded = [word.casefold().strip(".") for word in words]
        verb = next((at for at, word in enumerate(folded) if word in self.recommends), 0)
        name = [word for word, low in zip(words[:verb], folded, strict=False) if low not in self.negations | {"does"}]
        if not name or len(words) == verb + 1:
            return "", ""
        against = any(word in self.negations for word in folded)
        return " ".join(name), "not recommended" if against else "recommends"

    def author_and_date(self, line: str) -> tuple[str, str]:
        """The two halves of "Ada wrote a review Nov 3"; two empty texts where it is no such line."""
        folded = line.casefold()
        found = next((words for words in self.wrote if f" {words} " in folded), "")
        if not found:
            return "", ""
        place = folded.index(f" {found} ")
        return line[:place].strip(), line[place + len(found) + 2 :].strip()

    def without_date_words(self, line: str) -> str:
        """The line without "Date of experience:" and the like before a date."""
        folded = line.casefold()
        start = next((words for words in self.dates if folded.startswith(words)), "")
        return line[len(start) :].strip() if start else line


@cache
def load_pages(path: Path) -> PageWords:
    """The words. Raises DataFileError naming file and line."""
    table = read_toml(path)
    noise = table["noise"]
    return PageWords(
        noise=frozenset(words for words in noise if "*" not in words),
        noise_starts=tuple(words.removesuffix("*") for words in noise if words.endswith("*")),
        noise_ends=tuple(words.removeprefix("*") for words in noise if words.startswith("*")),
        counts=tuple(table["counts"]),
        owner_mark=re.compile("|".join(map(re.escape, table["owner_marks"])), re.IGNORECASE),
        owner=tuple(sorted(table["owner"], key=lambda words: -len(words))),
        dates=tuple(sorted(table["dates"], key=lambda words: -len(words))),
        wrote=tuple(sorted(table["wrote"], key=lambda words: -len(words))),
        recommends=frozenset(table["recommends"]),
        negations=frozenset(table["not"]),
        stays=StayWords(table["stays"]),
        platforms=MappingProxyType({name: tuple(words) for name, words in table["platforms"].items()}),
    )
