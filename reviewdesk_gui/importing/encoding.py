"""Which encoding a text file has, and mending text that was read in the wrong one before it came here."""

import codecs
import re
from dataclasses import dataclass
from typing import BinaryIO

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.importing.legacy import EncodingJudge
from reviewdesk_gui.importing.old_letters import telling_words

_CHUNK = 1 << 20
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MANY_NULS = 0.2
_CYRILLIC_PAGE = 4  # the high byte of Cyrillic letters in UTF-16
_SOUND = 2  # letters in good UTF-8 for each stray byte
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
    """Encoding of a file and whether its text needs mending: ``controls`` (control characters), ``mojibake``, and
    ``markup``, signs with which HTML begins.

    ``errors`` names the way in which bytes that are none of the encoding are read; ``doubtful`` says that the bytes fit
    more encodings than one nearly as well, as ``letters``, some of its words, then show.
    """

    encoding: str
    controls: bool
    mojibake: bool
    errors: str = "replace"
    doubtful: bool = False
    markup: bool = True
    letters: bytes = b""


def examine(handle: BinaryIO, judge: EncodingJudge) -> TextTraits:
    """Read the whole file once, in pieces, to learn its encoding; ``judge`` tells those apart that are older than
    Unicode. Raises EncodingError for what is no text.
    """
    head = handle.read(_CHUNK)
    encoding = next((name for bom, name in _BOMS if head.startswith(bom)), "") or _bomless_utf16(head)
    if encoding == "utf-16" or encoding.startswith("utf-16-"):
        return TextTraits(encoding, controls=True, mojibake=True)
    if head.count(b"\0") > max(_FEW_NULS, len(head) // 1000):
        raise EncodingError("is not a text file")
    return _utf8_or_legacy(handle, head, encoding or "utf-8", judge)


def _utf8_or_legacy(handle: BinaryIO, head: bytes, encoding: str, judge: EncodingJudge) -> TextTraits:
    decoder = codecs.getincrementaldecoder("utf-8")()
    controls = mojibake = markup = False
    chunk, begun = head, b""
    try:
        while chunk:
            controls = controls or len(chunk.translate(None, _CONTROLS)) < len(chunk)
            markup = markup or has_markup(chunk)
            begun = decoder.getstate()[0]
            if not chunk.isascii() or begun:
                decoder.decode(chunk)
                mojibake = mojibake or has_mojibake(chunk)
            last, chunk = chunk, handle.read(_CHUNK)
        chunk = last
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        header = next((line for line in head.splitlines() if line.strip()), b"")
        return _not_utf8(begun + chunk, header, encoding, judge)
    return TextTraits(encoding, controls, mojibake, markup=markup)


def _not_utf8(chunk: bytes, header: bytes, encoding: str, judge: EncodingJudge) -> TextTraits:
    """The traits of a file that holds ``chunk``, in which bytes stand that are no UTF-8: a few stray ones in good
    UTF-8, as in files that were put together or cut off, or another encoding throughout.
    """
    guess = judge.guess(chunk, header)
    text = chunk.decode("utf-8", "replace")
    stray = text.count("\ufffd")
    good = sum(not char.isascii() for char in text) - stray
    if encoding == "utf-8-sig" or good >= _SOUND * stray:
        return TextTraits(encoding, controls=True, mojibake=True, errors=_stray_bytes_as(guess.encoding))
    letters = b"" if guess.sure else telling_words(chunk)
    return TextTraits(guess.encoding, controls=True, mojibake=False, doubtful=not guess.sure, letters=letters)


def _stray_bytes_as(encoding: str) -> str:
    """The name of a way to read bytes that are no UTF-8: as letters of ``encoding``, but for the beginnings of
    characters that were cut off.
    """

    def read(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        stray = error.object[error.start : error.end]
        cut = len(stray) > 1 or error.end == len(error.object)
        return "\ufffd" if cut else stray.decode(encoding, "replace"), error.end

    name = f"stray-{encoding}"
    codecs.register_error(name, read)
    return name


def _bomless_utf16(head: bytes) -> str:
    sample = head[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    even, odd = (_high_bytes(sample[start::2]) for start in (0, 1))
    if odd > _MANY_NULS and even < odd / 4:
        return "utf-16-le"
    if even > _MANY_NULS and odd < even / 4:
        return "utf-16-be"
    return ""


def _high_bytes(half: bytes) -> float:
    """The share of bytes that are the high ones of Latin and Cyrillic letters in UTF-16."""
    return (half.count(0) + half.count(_CYRILLIC_PAGE)) / len(half)


def has_mojibake(data: bytes) -> bool:
    """Whether UTF-8 holds letters that look like UTF-8 that was read in another encoding."""
    return not data.isascii() and _MOJIBAKE_BYTES.search(data) is not None


def has_markup(data: bytes) -> bool:
    """Whether a text holds signs with which HTML begins."""
    return b"&" in data or b"<" in data


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
