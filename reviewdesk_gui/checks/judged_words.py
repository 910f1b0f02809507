"""What a dictionary said of single words, so that it is asked about each only once."""

from collections.abc import Collection, Iterable

_MOST = 20_000  # words; then the memory starts anew


class JudgedWords:
    """The words that one dictionary was asked about."""

    def __init__(self) -> None:
        self._right: set[str] = set()
        self._wrong: set[str] = set()

    def wrong(self, words: Collection[str]) -> frozenset[str]:
        """Those of ``words`` known to be misspelt."""
        return frozenset(words) & self._wrong

    def unknown(self, words: Collection[str]) -> frozenset[str]:
        """Those of ``words`` not asked about yet; once too many are kept, all are forgotten and asked about anew."""
        if len(self._right) + len(self._wrong) > _MOST:
            self._right.clear()
            self._wrong.clear()
        return frozenset(words) - self._right - self._wrong

    def learn(self, right: Iterable[str], wrong: Iterable[str]) -> None:
        """Takes in answers."""
        self._right.update(right)
        self._wrong.update(wrong)
