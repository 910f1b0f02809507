"""Versions of the desk file and the steps between them.

A desk of version n is brought to n+1 by ``steps[n]``; tables go in and out as plain documents. A step adds what the
newer program needs and keeps what it does not know. Fields with a default need no step of their own, but a new
version all the same, so that an older program opens the file for reading only instead of dropping them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from reviewdesk_gui.store.codec import decode_table, encode
from reviewdesk_gui.store.errors import MigrationError
from reviewdesk_gui.store.snapshot import Tables

PlainTables = dict[str, dict[str, dict[str, Any]]]
Step = Callable[[PlainTables], PlainTables]


@dataclass(frozen=True, slots=True)
class Schema:
    """The version that this program writes, and the steps from older ones."""

    version: int
    steps: Mapping[int, Step] = field(default_factory=dict)


def unchanged(tables: PlainTables) -> PlainTables:
    """The step to a version that only adds fields with a default."""
    return tables


CURRENT = Schema(version=2, steps={1: unchanged})
"""Version 2 knows attachments."""


def migrate(tables: Tables, version: int, schema: Schema) -> Tables:
    """``tables`` of ``version`` as ``schema`` wants them; the given tables stay as they are.

    Raises MigrationError where a step is missing or fails.
    """
    for number in range(version, schema.version):
        step = schema.steps.get(number)
        if step is None:
            raise MigrationError(f"This desk is of version {number}, too old for this program.")
        if step is unchanged:
            continue
        try:
            tables = _packed(step(_plain(tables)))
        except (KeyError, TypeError, ValueError, AttributeError, msgspec.MsgspecError) as error:
            raise MigrationError(
                f"Bringing the desk from version {number} to {number + 1} failed ({error!r}); the file stands."
            ) from error
    return tables


def _plain(tables: Tables) -> PlainTables:
    return {name: {key: decode_table(row) for key, row in rows.items()} for name, rows in tables.items()}


def _packed(tables: PlainTables) -> Tables:
    return {name: {key: encode(row) for key, row in rows.items()} for name, rows in tables.items()}
