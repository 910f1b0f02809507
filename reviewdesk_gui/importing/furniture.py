"""Lines of platforms' pages that say nothing about a review: buttons, counts, headings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from string import digits

_COUNT = re.compile(r"\d[\d.,]*\s?[km]?", re.IGNORECASE)
_LONGEST_COUNT = 3
_SIGNS = frozenset(",·•|")


class Lines:
    """Whole lines; with * at the end or the beginning of an entry, any line that begins or ends so; # is any digit.
    Lower case.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        entries = tuple(entry.replace("#", digit) for entry in entries for digit in (digits if "#" in entry else "#"))
        self._whole = frozenset(words for words in entries if "*" not in words)
        self._starts = tuple(words.removesuffix("*") for words in entries if words.endswith("*"))
        self._ends = tuple(words.removeprefix("*") for words in entries if words.startswith("*"))

    def holds(self, folded: str) -> bool:
        """Whether the line is one of them, or one of them and a count: "helpful 3", "helpful (3)"."""
        if folded in self._whole or folded.startswith(self._starts) or folded.endswith(self._ends):
            return True
        button, _, count = folded.rpartition(" ")
        return count.strip("()").isdecimal() and button in self._whole


class Furniture:
    """``noise`` are such lines by language, ``owner`` the lines above the shop's replies by language, ``counts`` the
    things that pages count ("12 reviews").
    """

    def __init__(
        self, noise: Mapping[str, Sequence[str]], owner: Mapping[str, Sequence[str]], counts: Iterable[str]
    ) -> None:
        self._noise = {language: Lines(entries) for language, entries in noise.items()}
        self._all = Lines(entry for entries in noise.values() for entry in entries)
        self._owner = {language: tuple(starts) for language, starts in owner.items()}
        self._counts = tuple(counts)

    def is_noise(self, line: str) -> bool:
        """Whether the line is a button or a count rather than words of the review."""
        folded = line.casefold().strip(" .·•|,")
        if not folded:
            return not _SIGNS.isdisjoint(line)
        return self._all.holds(folded) or all(
            self._is_count(part) for part in folded.replace("•", "·").replace("・", "·").split("·")
        )

    def languages(self, line: str) -> list[str]:
        """The languages in which a page has this line."""
        folded = line.casefold().strip(" .·•|,")
        told = [language for language, lines in self._noise.items() if lines.holds(folded)]
        return told or [language for language, starts in self._owner.items() if folded.startswith(starts)]

    def _is_count(self, part: str) -> bool:
        words = part.split()
        if not words or len(words) > _LONGEST_COUNT or not _COUNT.fullmatch(words[0]):
            return False
        return any(word in part for word in self._counts)
