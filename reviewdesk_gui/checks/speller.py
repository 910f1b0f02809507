"""What the spelling check needs of whoever holds the dictionaries, and the one that answers at once."""

import threading
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reviewdesk_gui.checks.dictionaries import DictionaryShelf
from reviewdesk_gui.checks.hunspells import OpenDictionary
from reviewdesk_gui.checks.judged_words import JudgedWords
from reviewdesk_gui.checks.wording import Wording


@dataclass(frozen=True, slots=True)
class SpellingNotice:
    """Why a language is not checked: it has no dictionary, or the one in ``aff`` could not be used (``reason``)."""

    language: str
    aff: Path | None = None
    reason: str = ""


def notice_text(notice: SpellingNotice, name: str, wording: Wording) -> str:
    """One sentence for the owner: what is not checked and what to do; ``name`` is the language's name."""
    if notice.reason:
        return wording.message("spelling.unusable", language=name, reason=notice.reason)
    return wording.message("spelling.none", language=name)


class Speller(Protocol):
    """Judges words in a language."""

    def wrong(self, words: Collection[str], language: str, country: str) -> frozenset[str]:
        """Those of ``words`` that are known to be misspelt; words still unknown to it are left out."""

    def suggestions(self, word: str, language: str, country: str) -> tuple[str, ...]:
        """The suggestions fetched before, best first; () where none were asked for yet."""


class Notices:
    """Keeps each language's notice until it is taken, and keeps from saying it twice. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._told: set[str] = set()
        self._waiting: list[SpellingNotice] = []

    def add(self, notice: SpellingNotice) -> None:
        """Keeps ``notice`` unless its language had one."""
        with self._lock:
            if notice.language not in self._told:
                self._told.add(notice.language)
                self._waiting.append(notice)

    def take(self) -> tuple[SpellingNotice, ...]:
        """What has not been said yet."""
        with self._lock:
            waiting, self._waiting = tuple(self._waiting), []
        return waiting

    def forget(self) -> None:
        """Lets every notice come again, for after a dictionary was added."""
        with self._lock:
            self._told.clear()


class DirectSpeller:
    """Answers at once in this process, for commands without a window. Loading takes up to a second. Thread-safe."""

    def __init__(self, shelf: DictionaryShelf) -> None:
        self.notices = Notices()
        self._shelf = shelf
        self._lock = threading.Lock()
        self._open: dict[tuple[str, str], OpenDictionary | None] = {}
        self._judged: defaultdict[tuple[str, str], JudgedWords] = defaultdict(JudgedWords)
        self._suggested: dict[tuple[str, str, str], tuple[str, ...]] = {}

    def wrong(self, words: Collection[str], language: str, country: str) -> frozenset[str]:
        """The misspelt ones of ``words``; none where the language has no dictionary."""
        with self._lock:
            dictionary = self._dictionary(language, country)
            if dictionary is None:
                return frozenset()
            judged = self._judged[language, country]
            unknown = judged.unknown(words)
            if unknown:
                right = frozenset(filter(dictionary.knows, unknown))
                judged.learn(right, unknown - right)
            return judged.wrong(words)

    def suggestions(self, word: str, language: str, country: str) -> tuple[str, ...]:
        """What ``suggest`` fetched for the word before."""
        return self._suggested.get((language, country, word), ())

    def suggest(self, word: str, language: str, country: str = "") -> tuple[str, ...]:
        """Suggestions, best first; this takes up to a second."""
        with self._lock:
            dictionary = self._dictionary(language, country)
            found = dictionary.suggest(word) if dictionary else ()
            self._suggested[language, country, word] = found
        return found

    def _dictionary(self, language: str, country: str) -> OpenDictionary | None:
        key = language, country
        if key not in self._open:
            found = self._shelf.find(language, country)
            try:
                self._open[key] = OpenDictionary(found.aff) if found else None
            except OSError as error:
                self._open[key] = None
                self.notices.add(SpellingNotice(language, found.aff if found else None, str(error)))
            if found is None:
                self.notices.add(SpellingNotice(language))
        return self._open[key]
