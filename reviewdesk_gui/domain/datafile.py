"""Reading the TOML files that hold rules, platforms and policies, with the line of each entry.

``tomli`` is the standard library's own reader, compiled: a language pack is read in a third of the time.
"""

import re
from pathlib import Path
from typing import Any

import tomli

from reviewdesk_gui.domain.errors import DataFileError

_ERROR_LINE = re.compile(r"at line (\d+)")


def parse_toml(text: str, path: Path | str) -> dict[str, Any]:
    """The parsed table of ``text``; ``path`` is only named in errors.

    Raises DataFileError with the line of a syntax error.
    """
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        found = _ERROR_LINE.search(str(error))
        raise DataFileError(path, int(found.group(1)) if found else 0, str(error)) from None


def read_toml(path: Path) -> dict[str, Any]:
    """The parsed table of the file. Raises DataFileError where it cannot be read or parsed."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(path, 0, f"cannot be read: {error}") from None
    return parse_toml(text, path)


def line_of(text: str, needle: str, nth: int = 0) -> int:
    """1-based line on which ``needle`` stands for the ``nth`` time (0 is the first); 0 where it does not."""
    at = text.find(needle)
    while at >= 0 and nth > 0:
        end = text.find("\n", at)
        at = text.find(needle, end) if end >= 0 else -1
        nth -= 1
    return text.count("\n", 0, at) + 1 if at >= 0 else 0
