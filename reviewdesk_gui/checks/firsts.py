"""The words with which a part of a phrase may begin."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Firsts:
    """Whole words, beginnings of words, or anything at all."""

    exact: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    anything: bool = False

    def __or__(self, other: "Firsts") -> "Firsts":
        return Firsts(self.exact | other.exact, self.prefixes | other.prefixes, self.anything or other.anything)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """The lengths of the prefixes, ascending."""
        return tuple(sorted({len(prefix) for prefix in self.prefixes}))

    def match(self, word: str) -> bool:
        """Whether ``word`` may be the first."""
        if self.anything or word in self.exact:
            return True
        prefixes = self.prefixes
        return any(word[:length] in prefixes for length in self.lengths)
