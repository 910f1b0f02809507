"""The lines and words of a text that hold letters older than Unicode, as bytes."""

import re
from collections.abc import Iterator
from itertools import islice

_CELLS = re.compile(rb'[,;\t|"]+')
_BEYOND = re.compile(rb"[\x80-\xff]")
_ASCII = bytes(range(128))
_LINES_SEEN = 50
_SHOWN = 32


def old_lines(data: bytes) -> Iterator[bytes]:
    """The lines that are no UTF-8."""
    return (line for line in data.splitlines() if not line.isascii() and not _is_utf8(line))


def telling_words(data: bytes) -> bytes:
    """Words in which one sees best how the letters of ``data`` are read: those of the cell that holds most of them
    among its first lines, from the first such word on, 32 bytes at most; empty where there are none.
    """
    cells = [_begun(cell) for line in islice(old_lines(data), _LINES_SEEN) for cell in _CELLS.split(line)]
    return max(cells, key=lambda cell: len(cell.translate(None, _ASCII)), default=b"")


def _begun(cell: bytes) -> bytes:
    first = _BEYOND.search(cell)
    if first is None:
        return b""
    words = cell[max(cell.rfind(b" ", 0, first.start()) + 1, first.start() - _SHOWN // 2) :]
    if len(words) <= _SHOWN:
        return words.strip()
    end = words.rfind(b" ", 0, _SHOWN + 1)
    return words[: end if end > 0 else _SHOWN]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
