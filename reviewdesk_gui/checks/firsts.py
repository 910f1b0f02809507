"""The words with which a part of a phrase may begin."""


class Firsts:
    """Whole words, beginnings of words, or anything at all."""

    __slots__ = ("anything", "exact", "lengths", "prefixes")

    def __init__(
        self, exact: frozenset[str] = frozenset(), prefixes: frozenset[str] = frozenset(), anything: bool = False
    ) -> None:
        self.exact = exact
        self.prefixes = prefixes
        self.anything = anything
        self.lengths = tuple(sorted({len(prefix) for prefix in prefixes}))

    def __or__(self, other: "Firsts") -> "Firsts":
        return Firsts(self.exact | other.exact, self.prefixes | other.prefixes, self.anything or other.anything)

    def match(self, word: str) -> bool:
        """Whether ``word`` may be the first."""
        if self.anything or word in self.exact:
            return True
        return bool(self.prefixes) and any(word[:length] in self.prefixes for length in self.lengths)
