"""Opening Hunspell dictionaries, and asking them about words, in the helper process or for a command."""

import codecs
import sys
from pathlib import Path
from typing import Any

_HEAD_BYTES = 1 << 16
_LATIN_1 = "iso8859-1"
_MOST_SUGGESTIONS = 6


class OpenDictionary:
    """A loaded dictionary. Raises OSError where a file is missing. Not for use by two threads at once."""

    def __init__(self, aff: Path) -> None:
        from hunspell.hunspell import HunspellWrap

        encoding = sys.getfilesystemencoding()
        self._hunspell: Any = HunspellWrap(aff.stem, str(aff.parent), system_encoding=encoding)
        # the wrapper falls back to ASCII for names that Python does not know, such as "microsoft-cp1251"
        self._hunspell._dic_encoding = stated_encoding(aff)  # noqa: SLF001

    def knows(self, word: str) -> bool:
        """Whether the dictionary has the word; a word outside its alphabet is not judged and counts as known."""
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:
            return True

    def suggest(self, word: str) -> tuple[str, ...]:
        """The likeliest words that were meant, best first; up to about a second of work."""
        try:
            found = self._hunspell.suggest(word)
        except UnicodeEncodeError:
            return ()
        return tuple(dict.fromkeys(entry for entry in found if entry))[:_MOST_SUGGESTIONS]


def stated_encoding(aff: Path) -> str:
    """Python's name of the encoding in the affix file's SET line; Latin-1 where none is stated, as Hunspell has it."""
    with aff.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    for line in head.removeprefix(b"\xef\xbb\xbf").splitlines():
        parts = line.split()
        if len(parts) > 1 and parts[0] == b"SET":
            name = parts[1].decode("ascii", "replace").lower().removeprefix("microsoft-")
            try:
                return codecs.lookup(name).name
            except LookupError:
                return _LATIN_1
    return _LATIN_1
