"""One file of a language pack, with the means to point at its lines."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from reviewdesk_gui.checks.phrasebook import CompiledPhrase, PhraseBook
from reviewdesk_gui.checks.phrases import Lists, Phrase, PhraseError, parse_phrase
from reviewdesk_gui.domain.datafile import line_of, parse_toml
from reviewdesk_gui.domain.errors import DataFileError

_TEXTS = r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*"""
_EXAMPLES = re.compile(rf"""(?m)^(?P<opening>(?:find|leave)[ \t]*=[ \t]*\[)(?:[^"'#\[\]]|{_TEXTS})*\]""")


@dataclass(frozen=True, slots=True)
class PackFile:
    """A parsed file; ``lists`` are its own over the pack's, ``loose`` lets apostrophes be missing.

    The phrases of a file that was ``proved`` before are read when they are first needed, those of others at once.
    """

    path: Path
    text: str
    table: Mapping[str, Any]
    lists: Lists
    loose: bool
    proved: bool = False

    def error(self, needle: str, reason: str) -> DataFileError:
        """The error at the line on which ``needle`` stands."""
        return DataFileError(self.path, line_of(self.text, needle.replace("\\", "\\\\")), reason)

    def phrases(self, sources: Any, owner: str) -> tuple[CompiledPhrase, ...]:
        """The phrases of a list. Raises DataFileError naming ``owner``, the file and the phrase's line."""
        if not isinstance(sources, list) or not all(isinstance(source, str) for source in sources):
            raise self.error(owner, f"{owner}: phrases stand as texts in a list")
        read = partial(self._phrase, owner)
        return tuple(CompiledPhrase(source if self.proved else read(source), read) for source in sources)

    def book(self, sources: Any, key: str) -> PhraseBook:
        """The phrases of a list as a book whose hits all have ``key``. Raises DataFileError."""
        phrases = self.phrases(sources, key)
        for phrase in phrases:
            try:
                phrase.triggers()
            except PhraseError as error:
                raise self.error(phrase.phrase.source, f"{key}: {error}") from None
        return PhraseBook((key, phrase) for phrase in phrases)

    def _phrase(self, owner: str, source: str) -> Phrase:
        try:
            return parse_phrase(source, self.lists)
        except PhraseError as error:
            raise self.error(source, f"{owner}: {error}") from None


def read_text(path: Path) -> str:
    """The file's text. Raises DataFileError."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(path, 0, f"cannot be read: {error}") from None


def read_table(path: Path, *, optional: bool = False) -> Mapping[str, Any]:
    """The file's table; {} where it is ``optional`` and absent. Raises DataFileError."""
    if optional and not path.is_file():
        return {}
    return parse_toml(read_text(path), path)


def open_file(path: Path, shared: Lists, *, loose: bool) -> PackFile:
    """A file of cues or promises. Raises DataFileError."""
    return parse_file(path, read_text(path), shared, loose=loose, examples=True, proved=False)


def parse_file(path: Path, text: str, shared: Lists, *, loose: bool, examples: bool, proved: bool) -> PackFile:
    """The ``text`` of a file, with or without the examples of its rules. Raises DataFileError."""
    table = parse_toml(text if examples else without_examples(text), path)
    lists = Lists(checked_lists(table.get("lists", {}), path), shared, loose=loose)
    return PackFile(path, text, table, lists, loose, proved=proved)


def without_examples(text: str) -> str:
    """The TOML ``text`` with ``find = [...]`` and ``leave = [...]`` standing as ``find = [true]``, line for line.

    Examples prove a rule when packs are tested; a checking program need not read them, and they are half of a pack.
    """
    return _EXAMPLES.sub(lambda match: f"{match['opening']}true]" + "\n" * match.group().count("\n"), text)


def checked_lists(lists: Any, path: Path) -> Mapping[str, Sequence[str]]:
    """``lists`` where they are lists of words. Raises DataFileError."""
    for name, entries in lists.items():
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise DataFileError(path, 0, f"the list {name} is no list of words")
    checked: Mapping[str, Sequence[str]] = lists
    return checked
