"""The one converter between Python's code points and Qt's UTF-16 units.

Python counts an emoji as one, Qt as two; without the conversion every mark behind an emoji stands one place off.
"""

from bisect import bisect_left


class TextMap:
    """Offsets of one text. Texts without characters beyond the Basic Multilingual Plane cost nothing."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [place for place, sign in enumerate(text) if ord(sign) > 0xFFFF]
        self._wide_units = [place + count for count, place in enumerate(self._wide)]

    def to_units(self, code_point: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return code_point + bisect_left(self._wide, code_point)

    def to_code_points(self, unit: int) -> int:
        """The code point offset of a UTF-16 offset; the middle of a pair counts as the offset behind it."""
        return max(unit - bisect_left(self._wide_units, unit), 0) if self._wide else unit
