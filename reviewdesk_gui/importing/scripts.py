"""What the scripts of the desk's languages look like and which old encodings they have, read from
``resources/importing/encodings.toml``.
"""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reviewdesk_gui.domain.datafile import read_toml
from reviewdesk_gui.domain.errors import DataFileError, UsageError

_MOST, _LEAST = 1.5, -0.3


@dataclass(frozen=True, slots=True)
class Script:
    """A script: its encodings with the words for each, the usual one first, the weight of each letter beyond a to z
    (how much it speaks for the script), the vowels of which longer words hold one (empty where any letter may be one),
    and the languages that use it.
    """

    encodings: Mapping[str, str]
    weights: Mapping[str, float]
    vowels: frozenset[str]
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scripts:
    """All scripts, the likelier first, and the signs beyond ASCII that stand in texts of any of them; ``also`` are
    other names of encodings.
    """

    all: tuple[Script, ...]
    marks: frozenset[str]
    also: Mapping[str, str]

    @property
    def encodings(self) -> dict[str, str]:
        """The words for each encoding, such as "Cyrillic (Windows-1251)"."""
        return {name: words for script in self.all for name, words in script.encodings.items()}

    def encoding(self, name: str) -> str:
        """The encoding that ``name`` means, as Python spells it or otherwise; "" for "". Raises UsageError."""
        known = self.encodings
        meant = _as_python_says(name) if name else ""
        by_name: dict[str, str] = {_as_python_says(one): one for one in known}
        by_name.update({"": "", **self.also})
        if meant not in by_name:
            there = "; ".join(f"{one}, {words}" for one, words in known.items())
            raise UsageError(f"There is no encoding {name!r} for files older than Unicode. Known are: {there}.")
        return by_name[meant]


@cache
def load(path: Path) -> Scripts:
    """The scripts of the file. Raises DataFileError naming it."""
    tables = read_toml(path)
    try:
        marks, also = frozenset(tables.pop("marks")), MappingProxyType(dict(tables.pop("also")))
        return Scripts(tuple(map(_script, tables.values())), marks, also)
    except KeyError as error:
        raise DataFileError(path, 0, f"a script lacks {error}") from None
    except (TypeError, ValueError, AttributeError, LookupError) as error:
        raise DataFileError(path, 0, f"a script is not understood: {error}") from None


def _as_python_says(encoding: str) -> str:
    """The name that Python gives an encoding; ``encoding`` where it knows none of that name."""
    try:
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return encoding


def _script(table: Mapping[str, Any]) -> Script:
    letters = table["letters"]
    for encoding in table["encodings"]:
        codecs.lookup(encoding)
    step = (_MOST - _LEAST) / len(letters)
    return Script(
        encodings=MappingProxyType(dict(table["encodings"])),
        weights=MappingProxyType({letter: _MOST - place * step for place, letter in enumerate(letters)}),
        vowels=frozenset(table["vowels"]),
        languages=frozenset(table["languages"]),
    )
