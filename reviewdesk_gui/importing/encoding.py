"""Which encoding a text file has, and mending text that was read in the wrong one before it came here."""

import codecs
import re
from dataclasses import dataclass
from typing import BinaryIO

from reviewdesk_gui.domain.errors import ReviewDeskError

_CHUNK = 1 << 20
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MANY_NULS = 0.2
_LEGACY = ("cp1252", "cp1251", "koi8_r", "cp866")
_LEGACY_SAMPLE = 1 << 16
_FEW_NULS = 8
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
# UTF-8 bytes of texts whose own UTF-8 bytes were once read as Latin-1 or Windows-1252: "Ã¤", "â€™", "Ð¿", "ðŸ˜€".
_MOJIBAKE_BYTES = re.compile(
    rb"\xc3[\x82-\x85\x90\x91\xa2\xb0]\xc2|\xc3[\x82-\x85\x90\x91](?:\xe2|\xc5)|\xc3\xa2\xe2\x82\xac|\xc3\xb0\xc5"
)
_MOJIBAKE_TEXT = re.compile(
    "[\xc2-\xc5\xd0\xd1\xe2\xf0][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)


class EncodingError(ReviewDeskError):
    """The bytes are no text in any encoding that the program knows."""


@dataclass(frozen=True, slots=True)
class TextTraits:
    """Encoding of a file and whether its text needs mending: ``controls`` (control characters), ``mojibake``."""

    encoding: str
    controls: bool
    mojibake: bool


def examine(handle: BinaryIO) -> TextTraits:
    """Read the whole file once, in pieces, to learn its encoding. Raises EncodingError for what is no text."""
    head = handle.read(_CHUNK)
    encoding = next((name for bom, name in _BOMS if head.startswith(bom)), "") or _bomless_utf16(head)
    if encoding == "utf-16" or encoding.startswith("utf-16-"):
        return TextTraits(encoding, controls=True, mojibake=True)
    if head.count(b"\0") > max(_FEW_NULS, len(head) // 1000):
        raise EncodingError("is not a text file")
    return _utf8_or_legacy(handle, head, encoding or "utf-8")


def _utf8_or_legacy(handle: BinaryIO, head: bytes, encoding: str) -> TextTraits:
    decoder = codecs.getincrementaldecoder("utf-8")()
    controls = mojibake = False
    chunk = head
    try:
        while chunk:
            controls = controls or len(chunk.translate(None, _CONTROLS)) < len(chunk)
            if not chunk.isascii() or decoder.getstate()[0]:
                decoder.decode(chunk)
                mojibake = mojibake or _MOJIBAKE_BYTES.search(chunk) is not None
            chunk = handle.read(_CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return TextTraits(_legacy(head), controls=True, mojibake=False)
    return TextTraits(encoding, controls, mojibake)


def _bomless_utf16(head: bytes) -> str:
    sample = head[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    even, odd = sample[::2].count(0) / (len(sample) / 2), sample[1::2].count(0) / (len(sample) / 2)
    if odd > _MANY_NULS and even < odd / 4:
        return "utf-16-le"
    if even > _MANY_NULS and odd < even / 4:
        return "utf-16-be"
    return ""


def _legacy(head: bytes) -> str:
    """The encoding of bytes that are not UTF-8, among those in which the desk's languages were written before it."""
    from charset_normalizer import from_bytes

    best = from_bytes(head[:_LEGACY_SAMPLE], cp_isolation=list(_LEGACY)).best()
    return best.encoding if best is not None and best.encoding in _LEGACY else _LEGACY[0]


def mend_mojibake(text: str) -> str:
    """``text`` with UTF-8 that was read as Latin-1 or Windows-1252 put right; unchanged where that is not what
    happened.
    """
    if not _MOJIBAKE_TEXT.search(text):
        return text
    for encoding in ("latin-1", "sloppy"):
        try:
            raw = _sloppy_1252(text) if encoding == "sloppy" else text.encode(encoding)
            return raw.decode("utf-8")
        except UnicodeError:
            continue
    return text


def _sloppy_1252(text: str) -> bytes:
    """Windows-1252 bytes, with the five codes that it leaves undefined passed through."""
    return b"".join(char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252") for char in text)
