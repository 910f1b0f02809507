"""The words of a sentence and what stands between them, found once for all phrases."""

import re
from bisect import bisect_left
from itertools import accumulate

SEPARATOR = r"""[\s,;:"'()/*~>›→-]{1,5}+"""
ANY_WORD = r"(?>[\w@#+&€$£№]\w*(?:['./@-]\w+){0,6}[%€$£]?)"
_SPLIT = re.compile(r"(\w+|[&%€$£№+@#])")
_SEPARATOR = re.compile(SEPARATOR)
_ANY_WORD = re.compile(ANY_WORD)
_DRAWN_OUT = re.compile(r"([^\W\d_])\1\1+")
_NOWHERE = -1

Place = tuple[int, int]
"""Where a phrase has got to: the number of the word to go on with and the code point reached; -1 for none."""


def count_words(folded: str) -> int:
    """How many words a reader would count: what stands between blanks and holds a letter or digit."""
    return len([part for part in folded.split() if part[0].isalnum() or any(map(str.isalnum, part))])


class TextWords:
    """Those of ``folded[start:end]``: ``words[i]`` stands at ``starts[i]`` to ``ends[i]`` of ``folded``, with no letter
    drawn out ("danke" for "dankeeee"); ``following[i]`` is the number of the word that a phrase may go on with, -1
    where another sign stands between.
    """

    __slots__ = (
        "_by_end",
        "_wide",
        "ends",
        "folded",
        "following",
        "separators",
        "starts",
        "words",
    )

    def __init__(self, folded: str, start: int, end: int) -> None:
        parts = _SPLIT.split(folded[start:end])
        offsets = list(accumulate(map(len, parts), initial=start))[1:]
        self.folded = folded
        self.words = parts[1::2]
        if _DRAWN_OUT.search(folded, start, end):
            self.words = [drawn_in(word) for word in self.words]
        self.separators = parts[2::2]
        self.starts = offsets[0:-1:2]
        self.ends = offsets[1::2]
        passable = {sign: bool(_SEPARATOR.fullmatch(sign)) for sign in set(self.separators)}
        self.following = [number if passable[sign] else _NOWHERE for number, sign in enumerate(self.separators, 1)]
        self._by_end: dict[int, int] | None = None
        self._wide: dict[int, Place] = {}

    def after(self, end: int) -> int:
        """The number of the word that a phrase may go on with from the code point ``end``."""
        if self._by_end is None:
            self._by_end = {place: number for number, place in enumerate(self.ends)}
        number = self._by_end.get(end)
        if number is not None:
            return self.following[number]
        gap = _SEPARATOR.match(self.folded, end)
        if not gap:
            return _NOWHERE
        upcoming = bisect_left(self.starts, gap.end())
        return upcoming if upcoming < len(self.starts) and self.starts[upcoming] == gap.end() else _NOWHERE

    def ends_word(self, end: int) -> bool:
        """Whether a word ends at the code point ``end``."""
        number = bisect_left(self.ends, end)
        return number < len(self.ends) and self.ends[number] == end

    def with_tail(self, number: int) -> Place:
        """The place after the word ``number`` and what hangs on it by apostrophes ("we" and "'ll")."""
        while number + 1 < len(self.words) and self.separators[number] == "'":
            number += 1
        return self.following[number], self.ends[number]

    def whole(self, number: int) -> Place:
        """The place after any word, such as "wi-fi", "12.50" or "15%", that begins with the word ``number``."""
        known = self._wide.get(number)
        if known is None:
            match = _ANY_WORD.match(self.folded, self.starts[number])
            end = match.end() if match else self.ends[number]
            known = self._wide[number] = (self.after(end), end)
        return known

    def holding(self, end: int) -> int:
        """The number of the word in which the code point before ``end`` lies."""
        return bisect_left(self.ends, end)

    def at(self, offset: int) -> int:
        """The number of the first word that begins at or after the code point ``offset``."""
        return bisect_left(self.starts, offset)


def drawn_in(word: str) -> str:
    """``word`` with each letter that stands three times or more in a row said once; nothing but one letter stays."""
    drawn = _DRAWN_OUT.sub(r"\1", word)
    return drawn if len(drawn) > 1 else word
