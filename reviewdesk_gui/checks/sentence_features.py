"""What a learnt judge sees of a sentence: its words, the pieces they are made of, and which words follow each other.

Pieces of words stand for inflection, which no word list holds in full; beginnings of words that follow each other stand
for what is done to what. The program that learns and the one that judges both read sentences here.
"""

import re
from itertools import pairwise

_WORD = re.compile(r"\w+(?:'\w+)?|[?!€$£%@]")
_SHORTEST, _LONGEST = 3, 5  # letters of a piece
_STEM = 5  # letters
_LONGEST_WORD = 40
_MOST_WORDS = 120


def words_of(folded: str) -> list[str]:
    """The words and telling signs of a folded sentence, every number as "0", between "^" and "$"."""
    found = _WORD.findall(folded)[:_MOST_WORDS]
    return ["^", *("0" if word[0].isdigit() else word[:_LONGEST_WORD] for word in found), "$"]


def pieces_of(word: str) -> list[str]:
    """The runs of three to five letters of a word with its edges: "<we", "we>", "<we>"."""
    edged = f"<{word}>"
    return [
        edged[start : start + length]
        for length in range(_SHORTEST, _LONGEST + 1)
        for start in range(len(edged) - length + 1)
    ]


def neighbours_of(words: list[str]) -> list[str]:
    """Each two words that follow each other, and the beginnings of two and three that do, one passed over or not."""
    stems = [word[:_STEM] for word in words]
    found = [f"{one} {two}" for one, two in pairwise(words)]
    found += [f"{one}+{two}" for one, two in pairwise(stems)]
    for one, two, three in zip(stems, stems[1:], stems[2:], strict=False):
        found += (f"{one}+?+{three}", f"{one}+{two}+{three}")
    return found
