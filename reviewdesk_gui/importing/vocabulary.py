"""The words by which cells and pages are understood, read from ``resources/importing/*.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reviewdesk_gui.domain.datafile import line_of, parse_toml
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.headers import header_word
from reviewdesk_gui.importing.no_reply import NoReply
from reviewdesk_gui.importing.no_reply import load as load_no_reply

_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class RelativeWords:
    """How one language says "2 weeks ago"; words ``aside`` change nothing."""

    marks: frozenset[str]
    aside: frozenset[str]
    numbers: Mapping[str, int]
    units: tuple[tuple[str, str], ...]
    days: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words. ``headers`` maps a column's folded name to the field it stands for, ``header_languages`` to the first
    of the desk's languages that has it.
    """

    months: tuple[tuple[str, int], ...]
    relative: Mapping[str, RelativeWords]
    numbers: Mapping[str, int]
    unrated: frozenset[str]
    recommends: frozenset[str]
    rejects: frozenset[str]
    anonymous: frozenset[str]
    headers: Mapping[str, Field]
    header_languages: Mapping[str, str]
    no_reply: NoReply


@cache
def load(folder: Path) -> Vocabulary:
    """The vocabulary of ``folder``. Raises DataFileError naming file and line."""
    dates = _table(folder / "dates.toml")
    words = _table(folder / "words.toml")
    headers, languages = _headers(folder / "headers.toml")
    return Vocabulary(
        months=_by_length({stem: int(month) for month, stems in dates["months"].items() for stem in stems}),
        relative=MappingProxyType({code: _relative(entry) for code, entry in dates["relative"].items()}),
        numbers=MappingProxyType(dict(words["numbers"])),
        unrated=frozenset(words["unrated"]),
        recommends=frozenset(words["recommends"]),
        rejects=frozenset(words["rejects"]),
        anonymous=frozenset(words["anonymous"]),
        headers=MappingProxyType(headers),
        header_languages=MappingProxyType(languages),
        no_reply=load_no_reply(folder / "no_reply.toml"),
    )


def _table(path: Path) -> dict[str, Any]:
    return parse_toml(_text(path), path)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(path, 0, f"cannot be read: {error}") from None


def _relative(entry: dict[str, Any]) -> RelativeWords:
    units = {stem: unit for unit in _UNITS for stem in entry["units"].get(unit, [])}
    days = {phrase: int(days) for days, phrases in entry.get("days", {}).items() for phrase in phrases}
    ordered = tuple(sorted(units.items(), key=lambda item: -len(item[0])))
    numbers = {word: int(number) for number, words in entry["numbers"].items() for word in words}
    return RelativeWords(
        frozenset(entry["marks"]), frozenset(entry["aside"]), MappingProxyType(numbers), ordered, MappingProxyType(days)
    )


def _by_length(stems: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(stems.items(), key=lambda item: -len(item[0])))


def _headers(path: Path) -> tuple[dict[str, Field], dict[str, str]]:
    text = _text(path)
    found: dict[str, Field] = {}
    spoken: dict[str, str] = {}
    for name, languages in parse_toml(text, path).items():
        line = line_of(text, f"[{name}]")
        try:
            field = Field(name)
        except ValueError:
            raise DataFileError(path, line, f"there is no field {name}") from None
        for language, words in languages.items():
            for word in words:
                spoken.setdefault(header_word(word), language)
                if found.setdefault(header_word(word), field) is not field:
                    raise DataFileError(path, line, f"{word!r} stands for two fields")
    return found, spoken
