"""Telling offline which of the desk's languages a text is in, short and careless texts included.

Small words and telling letters vote together with the compact language model CLD3, which knows more than a hundred
languages but errs on short texts and between close relatives (Frisian and Dutch; Russian, Ukrainian and Bulgarian).
"""

import re
import threading
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdesk_gui.domain.datafile import read_toml
from reviewdesk_gui.domain.errors import DataFileError

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOISE = re.compile(r"https?://\S+|\S+@\S+|www\.\S+|\[[^\]\n]{0,40}\]")
_MOST_CHARACTERS = 800
_MODEL_BYTES = 4000
_ROMANISED = "-Latn"
_LONG = 60  # characters from which the model's word weighs in full
_MODEL_WEIGHT = 3.0
_WORD_WEIGHT = 1.4  # of a word that one language alone has
_LETTER_WEIGHT = 1.0
_MOST_LETTERS = 3
_SURE_MARGIN = 1.5
_FOREIGN_CERTAINTY = 0.85
_MOST_REMEMBERED = 64  # texts; a review and its reply are asked about again and again


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """The code of one of the desk's languages, "" where the text is in none of them or too short to tell.

    ``sure`` is False where another language comes close.
    """

    code: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Profile:
    words: Mapping[str, Mapping[str, float]]
    holders: Mapping[str, tuple[str, ...]]  # of each telling letter
    known: frozenset[str]


class LanguageRecogniser:
    """Recognises languages by the profiles of ``recognition.toml``. Loads the model when first asked. Thread-safe."""

    def __init__(self, path: Path) -> None:
        """Raises DataFileError where the profiles cannot be read."""
        self._profile = _read_profile(path)
        self._lock = threading.Lock()
        self._model: Any = None
        self._known: dict[str, LanguageGuess] = {}

    def recognise(self, text: str) -> LanguageGuess:
        """The language of ``text`` by its first 800 characters; addresses and bracketed notes do not count."""
        beginning = _original(text)[:_MOST_CHARACTERS]
        known = self._known.get(beginning)
        if known is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known = {}
            known = self._known[beginning] = self._guess(beginning)
        return known

    def _guess(self, beginning: str) -> LanguageGuess:
        sample = _NOISE.sub(" ", unicodedata.normalize("NFKC", beginning))
        words = _WORDS.findall(sample.lower().replace("’", "'"))
        if not words:
            return LanguageGuess("", sure=False)
        votes = self._votes(words, sample)
        guessed, certainty = self._ask_model(" ".join(sample.split()))
        if guessed:
            votes[guessed] = votes.get(guessed, 0.0) + certainty * _MODEL_WEIGHT * min(1.0, len(sample) / _LONG)
        return self._decide(votes, guessed, certainty, len(words))

    def __call__(self, text: str) -> str:
        """The code alone, "" where it is not sure enough to choose rules by."""
        guess = self.recognise(text)
        return guess.code if guess.sure else ""

    def _votes(self, words: list[str], sample: str) -> dict[str, float]:
        votes: dict[str, float] = {}
        for word in words:
            for language, weight in self._profile.words.get(word, {}).items():
                votes[language] = votes.get(language, 0.0) + weight
        lowered = sample.lower()
        for letter, languages in self._profile.holders.items():
            found = min(_MOST_LETTERS, lowered.count(letter))
            if found:
                for language in languages:
                    votes[language] = votes.get(language, 0.0) + found * _LETTER_WEIGHT / len(languages)
        return votes

    def _decide(self, votes: dict[str, float], guessed: str, certainty: float, words: int) -> LanguageGuess:
        ranked = sorted(votes.items(), key=lambda vote: -vote[1])
        if not ranked:
            return LanguageGuess("", sure=False)
        best, weight = ranked[0]
        margin = weight - (ranked[1][1] if len(ranked) > 1 else 0.0)
        known = best in self._profile.known
        stranger = guessed and guessed not in self._profile.known and certainty >= _FOREIGN_CERTAINTY
        if not known or (stranger and weight < words / 4):
            return LanguageGuess("", sure=known is False and margin >= _SURE_MARGIN)
        return LanguageGuess(best, sure=margin >= min(_SURE_MARGIN, 0.5 + words / 8))

    def _ask_model(self, sample: str) -> tuple[str, float]:
        with self._lock:
            if self._model is None:
                import gcld3

                self._model = gcld3.NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=_MODEL_BYTES)
            result = self._model.FindLanguage(text=sample.encode("utf-8", "ignore").decode("utf-8"))
        return result.language.removesuffix(_ROMANISED), float(result.probability)


def _original(text: str) -> str:
    """What the customer wrote, where Google's export wraps it with a translation."""
    if "(Original)" not in text:
        return text
    before, _, after = text.partition("(Original)")
    return after.split("(Translated by Google)")[0] if after.strip() else before


def _read_profile(path: Path) -> _Profile:
    table = read_toml(path)
    foreign = table.pop("foreign", {})
    sets: dict[str, list[str]] = dict(foreign)
    letters: dict[str, str] = {}
    for code, entry in table.items():
        if not isinstance(entry, dict) or not isinstance(entry.get("words"), list):
            raise DataFileError(path, 0, f"[{code}] needs a list of words")
        sets[code], letters[code] = entry["words"], str(entry.get("letters", ""))
    holders: dict[str, set[str]] = {}
    for language, words in sets.items():
        for word in words:
            holders.setdefault(word, set()).add(language)
    weights = {word: dict.fromkeys(languages, _WORD_WEIGHT / len(languages)) for word, languages in holders.items()}
    telling = {
        letter: tuple(code for code in letters if letter in letters[code]) for letter in "".join(letters.values())
    }
    return _Profile(weights, telling, frozenset(letters))
