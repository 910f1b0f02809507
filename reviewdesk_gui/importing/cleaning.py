"""Putting a cell's text in order without changing what the customer wrote."""

import re

from reviewdesk_gui.importing.encoding import mend_mojibake

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|\x85|\u2028|\u2029")
_TRANSLATED_FIRST = re.compile(r"^\s*\(Translated by Google\)\s.*?\s\(Original\)\s*(.*)$", re.DOTALL)
_TRANSLATED_LAST = re.compile(r"^(.*?)\n\s*\(Translated by Google\)\s*\n?.*$", re.DOTALL)
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
_CUT_MINIMUM = 20


def clean(text: str) -> str:
    """``text`` without control characters and lone surrogates, with plain line breaks, mended and trimmed."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _BREAKS.sub("\n", mend_mojibake(text))
    return _CONTROLS.sub("", text).strip()


def unwrap_translation(text: str) -> str:
    """The original words out of either of Google's two translation wrappers."""
    if "(Translated by Google)" not in text:
        return text
    found = _TRANSLATED_FIRST.match(text) or _TRANSLATED_LAST.match(text)
    return found.group(1).strip() if found and found.group(1).strip() else text


def is_cut(text: str, whole: str) -> bool:
    """Whether ``text`` is the beginning of ``whole``, cut off with an ellipsis as pages do with long texts."""
    start = _CUT.sub("", text)
    return len(start) >= _CUT_MINIMUM and start != text and len(start) < len(whole) and whole.startswith(start)
