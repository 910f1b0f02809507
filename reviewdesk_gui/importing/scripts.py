"""What the scripts of the desk's languages look like, read from ``resources/importing/encodings.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from reviewdesk_gui.domain.datafile import read_toml
from reviewdesk_gui.domain.errors import DataFileError

_MOST, _LEAST = 1.5, -0.3


@dataclass(frozen=True, slots=True)
class Script:
    """A script: its encodings, the weight of each letter beyond a to z (how much it speaks for the script), the vowels
    of which longer words hold one (empty where any letter may be one), and the languages that use it.
    """

    encodings: tuple[str, ...]
    weights: Mapping[str, float]
    vowels: frozenset[str]
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scripts:
    """All scripts, the likelier first, and the signs beyond ASCII that stand in texts of any of them."""

    all: tuple[Script, ...]
    marks: frozenset[str]


@cache
def load(path: Path) -> Scripts:
    """The scripts of the file. Raises DataFileError naming it."""
    tables = read_toml(path)
    try:
        marks = frozenset(tables.pop("marks"))
        return Scripts(tuple(map(_script, tables.values())), marks)
    except (KeyError, TypeError, AttributeError, LookupError) as error:
        raise DataFileError(path, 0, f"a script lacks {error}") from None


def _script(table: Mapping[str, str]) -> Script:
    letters = table["letters"]
    step = (_MOST - _LEAST) / len(letters)
    return Script(
        encodings=tuple(table["encodings"]),
        weights=MappingProxyType({letter: _MOST - place * step for place, letter in enumerate(letters)}),
        vowels=frozenset(table["vowels"]),
        languages=frozenset(table["languages"]),
    )
