"""What a table is made of: records with their places, faults in the place of cells, and a way to read up to where it
ends badly.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewdesk_gui.domain.errors import ReviewDeskError

MAX_LINE = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fault:
    """Stands in the place of cells that could not be read; ``cells`` are what can be told of them."""

    reason: str
    cells: tuple[str, ...] = ()


Record = tuple[int, Sequence[object] | Fault]
"""A row: its line or record number (1-based) and its cells."""


class TableError(ReviewDeskError):
    """The rest of a table cannot be read. ``line`` is 1-based, 0 where the whole file is meant."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


class GuardedRecords:
    """Records up to the point where a table cannot be read any further; ``trouble`` then says why."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = self._guard(records)
        self.trouble: TableError | None = None

    def __iter__(self) -> Iterator[Record]:
        """The one iterator, which goes on where it was left."""
        return self._records

    def _guard(self, records: Iterable[Record]) -> Iterator[Record]:
        try:
            yield from records
        except TableError as trouble:
            self.trouble = trouble
