"""The words around reviews on platforms' pages, read from ``resources/importing/pages.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from reviewdesk_gui.domain.datafile import read_toml


@dataclass(frozen=True, slots=True)
class PageWords:
    """``noise`` are whole lines and ``noise_starts`` beginnings of lines that say nothing; ``counts`` are things that
    pages count ("12 reviews"); ``owner`` begins the line above the shop's reply; ``dates`` stands before dates;
    ``platforms`` tells pages apart.
    """

    noise: frozenset[str]
    noise_starts: tuple[str, ...]
    counts: tuple[str, ...]
    owner: tuple[str, ...]
    dates: tuple[str, ...]
    platforms: Mapping[str, tuple[str, ...]]

    def is_noise(self, line: str) -> bool:
        """Whether the line is a button or a count rather than words of the review."""
        folded = line.casefold().strip(" .·•|")
        if folded in self.noise or folded.startswith(self.noise_starts):
            return True
        return bool(folded) and all(self._counts(part) for part in folded.replace("•", "·").split("·"))

    def _counts(self, part: str) -> bool:
        words = part.split()
        return bool(words) and words[0].isdecimal() and len(words) <= 3 and any(word in part for word in self.counts)

    def owner_rest(self, line: str) -> str | None:
        """What follows "Response from the owner" in the line; None where it is no such line."""
        folded = line.casefold()
        start = next((words for words in self.owner if folded.startswith(words)), None)
        return None if start is None or len(line) > 100 else line[len(start) :]

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
        noise=frozenset(words for words in noise if not words.endswith("*")),
        noise_starts=tuple(words.removesuffix("*") for words in noise if words.endswith("*")),
        counts=tuple(table["counts"]),
        owner=tuple(sorted(table["owner"], key=lambda words: -len(words))),
        dates=tuple(sorted(table["dates"], key=lambda words: -len(words))),
        platforms=MappingProxyType({name: tuple(words) for name, words in table["platforms"].items()}),
    )
