"""Texts that are too long for one cell of a spreadsheet, divided among several, each of which says where it goes on."""

CELL_LIMIT = 32_767
"""Most UTF-16 units in a cell of Excel: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3"""

_APOSTROPHE = 1
_SURROGATES = range(0xDC00, 0xE000)


def column_after(column: str, number: int) -> str:
    """The name of the column that holds the part with that ``number``, from 2 on, of the texts of ``column``."""
    return f"{column}_{number}"


def note(column: str) -> str:
    """What stands at the end of a cell whose text goes on in ``column``."""
    return f" [continued in {column}]"


def divided(text: str, column: str) -> list[str]:
    """The parts of ``text`` for the cells of ``column`` and those after it; each leaves room for an apostrophe before
    it. A text that fits is its only part.
    """
    if _units(text) <= CELL_LIMIT - _APOSTROPHE:
        return [text]
    parts: list[str] = []
    rest = text.encode("utf-16-le", "replace")
    while rest:
        following = note(column_after(column, len(parts) + 2))
        room = 2 * (CELL_LIMIT - _APOSTROPHE)
        if len(rest) <= room:
            return [*parts, rest.decode("utf-16-le")]
        cut = _before_pair(rest, room - 2 * len(following))
        parts.append(rest[:cut].decode("utf-16-le") + following)
        rest = rest[cut:]
    return parts


def count_of_cells(text: str, column: str) -> int:
    """How many cells ``text`` needs."""
    return 1 if 2 * len(text) < CELL_LIMIT else len(divided(text, column))


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def _before_pair(data: bytes, cut: int) -> int:
    """``cut`` (bytes), or the place before it where it would divide a pair of surrogates."""
    return cut - 2 if int.from_bytes(data[cut : cut + 2], "little") in _SURROGATES else cut
