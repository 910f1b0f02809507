"""Ratings in every form that exports use: 4, 4/5, 8,5, 85%, ★★★★☆, FIVE, "4 Sterne", recommends."""

import re
from collections import Counter
from collections.abc import Iterable
from math import isfinite

from reviewdesk_gui.importing.numbers import as_float, in_words
from reviewdesk_gui.importing.trouble import RowError
from reviewdesk_gui.importing.vocabulary import Vocabulary

BEST = 5.0
_FULL = "★⭐🌟✭✮✯"
_EMPTY = "☆✩"
_NUMBER = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)?")
_FRACTION = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|\D{1,12}?\s)\s*(\d+(?:[.,]0)?)(?!\d)")
_SCALES = (5.0, 6.0, 10.0, 20.0, 100.0)
_TEN = 10.0
_MANY = 0.2  # of the figures, from which on those beyond 5 are no slips
_SPACE = re.compile(r"\s+")


def parse_rating(raw: object, scale: float | None, words: Vocabulary) -> tuple[float | None, str]:
    """The rating on the scale 1-5 (None where none was given) and what the source said.

    ``scale`` is the best mark that a bare number can mean (5 where None). Raises RowError for what is no rating or lies
    outside its scale.
    """
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return _bare(as_float(raw), in_words(raw), scale)
    if isinstance(raw, (list, tuple, dict)):
        raise RowError(f"{str(raw)[:40]!r} is no rating")
    text = _SPACE.sub(" ", str(raw or "")).strip()
    folded = text.casefold()
    if not text or folded in words.unrated:
        return None, ""
    if any(star in text for star in _FULL + _EMPTY):
        return _stars(text)
    if folded in words.recommends:
        return BEST, text
    if folded in words.rejects:
        return 1.0, text
    if folded in words.numbers:
        return float(words.numbers[folded]), text
    return _figures(text, scale, words)


def _figures(text: str, scale: float | None, words: Vocabulary) -> tuple[float | None, str]:
    fraction = _FRACTION.search(text)
    if fraction and _value(fraction[2]) in _SCALES:
        return _scaled(_value(fraction[1]), _value(fraction[2]), text), text
    numbers = _NUMBER.findall(text)
    if len(numbers) == 1:
        if "%" in text:
            return _scaled(_value(numbers[0]), 100.0, text), text
        bare = text == numbers[0]
        return _bare(_value(numbers[0]), text, scale if bare or scale else BEST)
    first = text.split(" ", 1)[0].casefold()
    if not numbers and first in words.numbers:
        return float(words.numbers[first]), text
    raise RowError(f"{text[:40]!r} is no rating")


def _bare(value: float, text: str, scale: float | None) -> tuple[float | None, str]:
    best = scale or BEST
    rating = _scaled(value, best, text)
    return rating, text if best == BEST else f"{text} of {best:g}"


def _scaled(value: float, best: float, text: str) -> float:
    if not 0 < value <= best and not (value == 0 and best != BEST):
        raise RowError(f"the rating {text[:40]} is outside 1 to {best:g}")
    return max(1.0, round(value * BEST / best, 2)) if best != BEST else max(1.0, value)


def _stars(text: str) -> tuple[float | None, str]:
    full = float(sum(text.count(star) for star in _FULL))
    figure = _NUMBER.search(text)
    if full <= 1 and figure and not any(star in text for star in _EMPTY):
        return _bare(_value(figure.group()), text, None)
    full += 0.5 if "½" in text else 0.0
    if full == 0:
        return None, text
    return _scaled(full, BEST, text), text


def _value(figure: str) -> float:
    return float(figure.replace(",", "."))


def tells_scale(sample: str) -> bool:
    """Whether a rating says by itself how good it is: 85%, 8/10, ★★★★☆, "four"; a bare figure does not."""
    return bool(sample.strip()) and _bare_figure(sample) is None


def guess_scale(values: Iterable[object]) -> float | None:
    """10 or 100 where many of a column's bare figures go beyond 5 or 10, 1 where they are shares of one, else None (5).

    A single odd figure is a slip of the pen and changes no scale.
    """
    counts = Counter(value for value in values if isinstance(value, (str, int, float)))
    figures: dict[float, int] = {}
    for value, count in counts.items():
        figure = _bare_figure(value)
        if figure is not None:
            figures[figure] = figures.get(figure, 0) + count
    best = max(figures, default=0.0)
    if best <= BEST:
        return 1.0 if best <= 1 and any(0 < figure < 1 for figure in figures) else None
    high = sum(count for figure, count in figures.items() if figure > _TEN)
    rest = sum(figures.values()) - high
    if high >= rest:
        return 100.0
    middling = sum(count for figure, count in figures.items() if BEST < figure <= _TEN)
    return _TEN if middling >= rest * _MANY else None


def _bare_figure(value: str | float) -> float | None:
    if isinstance(value, str):
        text = value.strip()
        return _value(text) if _NUMBER.fullmatch(text) else None
    return float(value) if isfinite(as_float(value)) and not isinstance(value, bool) else None
