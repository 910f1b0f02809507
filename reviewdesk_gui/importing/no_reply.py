"""Whether a cell of a reply column says that nobody has replied, by the words of
``resources/importing/no_reply.toml``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdesk_gui.domain.datafile import line_of, read_toml
from reviewdesk_gui.domain.errors import DataFileError

_LONGEST = 80
_AROUND = " \t\n-–—―−_.…,:;!?/\\()[]{}<>*|~·•\"'“”„«»‘’"
_DASHES = " \t\n-–—―−_.…/\\()[]"
_WORDS = re.compile(r"[\w'’]+")


@dataclass(frozen=True, slots=True)
class _Words:
    no: frozenset[str]
    reply: frozenset[str]
    all: frozenset[str]


class NoReply:
    """Knows the words of every language."""

    def __init__(self, languages: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._alone = frozenset(word for language in languages.values() for word in language["alone"])
        first = {found.group() for found in map(_WORDS.search, self._alone) if found}
        self._languages = [
            _Words(
                frozenset(language["no"]),
                frozenset(language["reply"]),
                frozenset(word for kind in ("no", "reply", "yet", "aside") for word in language[kind]),
            )
            for language in languages.values()
        ]
        self._words = first.union(*(one.all for one in self._languages))

    def is_said_by(self, cell: str) -> bool:
        """Whether ``cell`` says in so many words that there is no reply, or holds nothing but dashes."""
        if len(cell) > _LONGEST:
            return False
        # Most replies are told by their first word.
        first = _WORDS.search(cell)
        if first is not None and first.group().casefold().replace("’", "'") not in self._words:
            return False
        text = cell.casefold().strip(_AROUND)
        if text in self._alone or not cell.strip(_DASHES):
            return True
        words = frozenset(_WORDS.findall(text.replace("’", "'")))
        return any(
            words <= one.all and not words.isdisjoint(one.no) and not words.isdisjoint(one.reply)
            for one in self._languages
        )


def load(path: Path) -> NoReply:
    """The words of the file. Raises DataFileError naming file and line."""
    languages: dict[str, Any] = read_toml(path)
    for language, kinds in languages.items():
        missing = {"alone", "no", "reply", "yet", "aside"} - kinds.keys()
        if missing:
            line = line_of(path.read_text("utf-8"), f"[{language}]")
            raise DataFileError(path, line, f"{language} lacks {', '.join(sorted(missing))}")
    return NoReply(languages)
