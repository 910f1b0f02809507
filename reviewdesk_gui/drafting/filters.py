"""The filters that a template may use."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Undefined

from reviewdesk_gui.drafting.marks import SlotText


def cap(value: str) -> str:
    """The first letter large, the rest as it is."""
    return _same(value, value[:1].upper() + value[1:])


def upper(value: str) -> str:
    """All letters large."""
    return _same(value, value.upper())


def lower(value: str) -> str:
    """All letters small."""
    return _same(value, value.lower())


def default(value: Any, fallback: str = "") -> Any:
    """``fallback`` where the value is empty or unknown."""
    return fallback if isinstance(value, Undefined) or not value else value


def _same(value: str, text: str) -> str:
    return value.altered(text) if isinstance(value, SlotText) else text


FILTERS: Mapping[str, Callable[..., Any]] = {"cap": cap, "upper": upper, "lower": lower, "default": default}
