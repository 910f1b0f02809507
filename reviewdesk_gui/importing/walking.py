"""Finding one's way in decoded JSON, whose parts may be missing or of another kind than expected."""

from typing import Any


def inner(value: object, *names: str) -> dict[str, Any]:
    """The object below ``names``; empty where the way ends early."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def members(value: object) -> list[Any]:
    """``value`` as a list; empty where it is none."""
    return value if isinstance(value, list) else []


def objects(value: object) -> list[dict[str, Any]]:
    """The objects in a list."""
    return [item for item in members(value) if isinstance(item, dict)]


def first_object(value: object) -> dict[str, Any]:
    """The first object in a list; empty where there is none. A long list is not walked through for it."""
    return next((item for item in members(value) if isinstance(item, dict)), {})
