"""The words by which people are found in a text, read from ``resources/anonymising.toml``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reviewdesk_gui import paths
from reviewdesk_gui.domain.datafile import read_toml
from reviewdesk_gui.domain.errors import DataFileError


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """All words, in small letters but for ``abbreviations``, which are capitals without points. ``ending_words`` are
    endings of addresses that are words too, by language and under "all".
    """

    greetings: frozenset[str]
    titles: frozenset[str]
    no_names: frozenset[str]
    abbreviations: frozenset[str]
    endings: frozenset[str]
    ending_words: Mapping[str, frozenset[str]]
    networks: frozenset[str]

    def words_that_end(self, languages: Iterable[str]) -> frozenset[str]:
        """The endings that are words in ``languages``; in any language where none is told."""
        known = [language for language in languages if language]
        return frozenset().union(*(self.ending_words.get(name, ()) for name in [*(known or self.ending_words), "all"]))


def people_words() -> PeopleWords:
    """The words as shipped. Raises DataFileError."""
    return load(paths.resources() / "anonymising.toml")


@cache
def load(path: Path) -> PeopleWords:
    """The words of ``path``. Raises DataFileError."""
    table = read_toml(path)
    try:
        addresses = table["addresses"]
        return PeopleWords(
            _all(table["greetings"]),
            _all(table["titles"]),
            _all(table["no_names"]),
            frozenset(word.replace(".", "") for word in _all(table["abbreviations"])),
            frozenset(addresses["endings"]),
            {language: frozenset(words) for language, words in addresses["words"].items()},
            frozenset(addresses["networks"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise DataFileError(path, 0, f"lacks what every list of people's words has ({error})") from None


def _all(languages: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(word for words in languages.values() for word in words)
