"""Which of the encodings older than Unicode a text has, by what its words look like in each of them."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

from reviewdesk_gui.importing.old_letters import old_lines
from reviewdesk_gui.importing.rejects import told_encoding
from reviewdesk_gui.importing.scripts import Script, Scripts

_SAMPLE = 1 << 15
_LINES_READ = 500
_WORDS = re.compile(r"[^\W\d_]+")
_ASCII_WORDS = re.compile(r"\b[a-zA-Z]{2,}\b")
_SIGNS = re.compile(r"[^\x00-\x7f\w]|[\x80-\x9f\ufffd]")
_BEHIND_FIGURES = re.compile(r"\d(?=[^\W\d_])(?=[^\x00-\x7f])")
_OPENING = frozenset("’‘‚“”„«‹»›–—…¡¿\xa0")
_CELLS = re.compile('[,;\t|"]+')
_SURE = 2.0


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, and whether no other came near it."""

    encoding: str
    sure: bool


class EncodingJudge:
    """Tells encodings apart. ``headers`` gives the language of words that name columns (folded, as ``fold`` does);
    ``languages`` are those of the desk, none where nobody said. ``chosen`` is what the owner says the encoding is.
    """

    def __init__(
        self, scripts: Scripts, headers: Mapping[str, str], languages: Collection[str] = (), chosen: str = ""
    ) -> None:
        self._scripts = scripts
        self._headers = headers
        self._chosen = chosen
        self._languages = frozenset(languages) - {"en"}  # which says nothing: it has no letters beyond a to z

    def guess(self, data: bytes, header: bytes = b"") -> Guess:
        """The likeliest encoding of the lines of ``data`` that are no UTF-8; ``header`` is the first in its file."""
        if self._chosen:
            return Guess(self._chosen, sure=True)
        sample = b"\n".join(islice(old_lines(data), _LINES_READ))[:_SAMPLE]
        told = told_encoding(header)
        scores = {
            encoding: self._score(sample, header, encoding, script) + (3.0 if told in script.encodings else 0.0)
            for script in self._scripts.all
            for encoding in script.encodings
        }
        voted = _statistics(sample, list(scores))
        if voted in scores:
            scores[voted] += 0.25
        best, second = sorted(scores, key=lambda encoding: -scores[encoding])[:2]
        return Guess(best, scores[best] - scores[second] >= _SURE)

    def _score(self, sample: bytes, header: bytes, encoding: str, script: Script) -> float:
        text = sample.decode(encoding, "replace")
        words = [word for word in _WORDS.findall(text) if not word.isascii()]
        score = sum(_word_score(word, script) for word in words)
        score -= sum(self._oddness(text, found.start()) for found in _SIGNS.finditer(text))
        plain = len(_ASCII_WORDS.findall(text))
        latin = not script.vowels
        score += 1.0 if (plain > 2 * len(words) if latin else plain < len(words)) else 0.0
        score -= 1.5 * len(_BEHIND_FIGURES.findall(text))
        score += 1.5 if encoding == next(iter(script.encodings)) else 0.0
        score += 3.0 if not script.languages.isdisjoint(self._languages) else 0.0
        return score + sum(self._hint(cell, script) for cell in _CELLS.split(header.decode(encoding, "replace")))

    def _oddness(self, text: str, place: int) -> float:
        """How strange the sign at ``place`` is: letters that became signs stand between letters."""
        sign = text[place]
        if sign in self._scripts.marks:
            before, after = text[place - 1 : place], text[place + 1 : place + 2]
            if not after.isalpha():
                return 0.0
            return 0.0 if (sign in _OPENING if not before.isalpha() else sign in "’‘") else 1.5
        return 3.0 if "\x80" <= sign <= "\x9f" or sign == "\ufffd" else 2.0

    def _hint(self, cell: str, script: Script) -> float:
        """What the name of a column says: a known one beyond ASCII nearly all, one of a language at least something."""
        language = self._headers.get("".join(filter(str.isalnum, cell.casefold())))
        if language not in script.languages or language == "en":
            return 0.0
        return 2.0 if cell.isascii() else 4.0


def _word_score(word: str, script: Script) -> float:
    """How much a word with letters beyond ASCII looks like one of the script."""
    beyond = [char for char in word.lower() if not char.isascii()]
    plain = len(word) - len(beyond)
    score = sum(script.weights.get(char, -1.5) for char in beyond)
    score -= 2.0 * sum(one.islower() and other.isupper() for one, other in pairwise(word))
    if len(word) > 2 and word.isupper():
        score -= 0.5
    if not script.vowels:
        # Words of the Latin script have letters of a to z in them, but for the shortest.
        return score - (1.5 * len(beyond) if not plain and len(beyond) > 1 else 0.0)
    if plain:
        return score - 3.0 * min(plain, len(beyond)) - 1.0
    if len(word) == 1:
        return score / 2
    return score - (2.0 if len(word) > 3 and script.vowels.isdisjoint(word.lower()) else 0.0)


def _statistics(sample: bytes, encodings: list[str]) -> str:
    """The encoding in which the letters of ``sample`` are as frequent as in some language; "" where none is."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=encodings).best()
    return best.encoding if best is not None else ""
