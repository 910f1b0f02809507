"""Folding: the text as patterns see it, code point for code point as long as the text itself."""

import re
import unicodedata


def _bare_letters() -> dict[int, str]:
    """Latin letters with marks, mapped to the letter alone; other scripts keep theirs except for ё."""
    table = {ord("ø"): "o", ord("ł"): "l", ord("đ"): "d", ord("ı"): "i", ord("ё"): "е", ord("ѝ"): "и", ord("İ"): "i"}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if "a" <= base <= "z":
            table[code] = base
    return table


_SIGNS = {
    "'": "’ʼ‘‛`´′ʹꞌ＇",
    '"': "“”„‟«»″",
    "-": "‐‑‒–—―−",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e\u200f\u202a\u202b\u202c"
    "\u202d\u202e\u202f\u205f\u2066\u2067\u2068\u2069\u3000\ufeff\t\r",
    "\n": "\u2028\u2029\u0085\x0b\x0c",
}
_TABLE = _bare_letters() | {ord(sign): plain for plain, signs in _SIGNS.items() for sign in signs}
_FOLDED = re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(_TABLE)) + "]")


def fold(text: str) -> str:
    """``text`` in small letters without Latin diacritics and with plain quotes, dashes and blanks, of the same length.

    Letters whose small form would be longer (İ) become one letter, so an offset means the same in both texts.
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
    if small.isascii():
        return small.translate(_TABLE)
    return _FOLDED.sub(_plain, small)  # str.translate looks up every sign of a text that is not ASCII


def _plain(match: re.Match[str]) -> str:
    return _TABLE[ord(match.group())]
