"""A set of folded words in which ``word*`` stands for every ending."""

from collections.abc import Iterable

from reviewdesk_gui.checks.fold import fold


class WordSet:
    """Membership in constant time for whole words and in the number of prefix lengths for the rest."""

    def __init__(self, entries: Iterable[str]) -> None:
        folded = [fold(entry).strip() for entry in entries]
        self._whole = frozenset(entry for entry in folded if not entry.endswith("*"))
        self._prefixes = frozenset(entry[:-1] for entry in folded if entry.endswith("*"))
        self._lengths = sorted({len(prefix) for prefix in self._prefixes})

    def match(self, word: str, shortest: int = 0) -> bool:
        """Whether the folded ``word`` belongs to the set; beginnings of less than ``shortest`` letters do not count."""
        if word in self._whole:
            return True
        return any(length >= shortest and word[:length] in self._prefixes for length in self._lengths)
