"""Which letters a text is written in."""

import re

_LETTERS = {"Latin": re.compile(r"[A-Za-z\u00c0-\u024f]"), "Cyrillic": re.compile(r"[\u0400-\u04ff]")}


def in_script(text: str, script: str) -> bool:
    """Whether ``text`` has a letter of ``script`` ("Latin" or "Cyrillic")."""
    return bool(_LETTERS["Cyrillic" if script == "Cyrillic" else "Latin"].search(text))


def other_script(script: str) -> str:
    """The script that ``script`` is told from."""
    return "Latin" if script == "Cyrillic" else "Cyrillic"
