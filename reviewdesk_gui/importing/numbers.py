"""Numbers of JSON, however long they are."""

import json
from math import copysign, inf
from typing import Final

_LONGEST = 4000  # digits; Python makes numbers of 4300 at most


def as_float(number: float) -> float:
    """The number; infinite where it is an integer too large for a float."""
    try:
        return float(number)
    except OverflowError:
        return copysign(inf, number > 0 or -1)


def in_words(number: float) -> str:
    """The number for a message, the beginning of a long one."""
    return str(number)[:40] if isinstance(number, int) else f"{number:g}"


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST else digits


DECODER: Final = json.JSONDecoder(strict=False, parse_int=_integer)
"""Takes NaN, lone surrogates and control characters in texts; an integer too long for Python is read as text."""
