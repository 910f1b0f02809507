"""TinyDB made durable by its own means: a storage that holds the tables in memory and a table that writes only what
changed.

Documents lie in memory as JSON and are decoded when TinyDB looks at them. Each change of a table is one transaction
of the journal; ``DeskStorage.commit`` changes several tables in one. Leans on ``Table._read_table`` and
``_update_table``, which is why the project pins TinyDB below 5.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from reviewdesk_gui.store.codec import Encoded, decode_table, encode
from reviewdesk_gui.store.errors import ReadOnlyError
from reviewdesk_gui.store.journal import Journal
from reviewdesk_gui.store.snapshot import Tables


class Rows(Mapping[str, Mapping[str, Any]]):
    """A table's documents by id, decoded on access."""

    def __init__(self, encoded: Mapping[str, Encoded]) -> None:
        self._encoded = encoded

    def __getitem__(self, key: str) -> Mapping[str, Any]:
        return decode_table(self._encoded[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)


class Touched(MutableMapping[int, dict[str, Any]]):
    """The table as an updater sees it; remembers the documents that it looked at, so that only those are compared."""

    def __init__(self, encoded: Mapping[str, Encoded]) -> None:
        self._encoded = encoded
        self._seen: dict[int, dict[str, Any]] = {}
        self._gone: set[int] = set()

    def __getitem__(self, key: int) -> dict[str, Any]:
        if key in self._gone:
            raise KeyError(key)
        if key not in self._seen:
            self._seen[key] = decode_table(self._encoded[str(key)])
        return self._seen[key]

    def __setitem__(self, key: int, document: dict[str, Any]) -> None:
        self._gone.discard(key)
        self._seen[key] = document

    def __delitem__(self, key: int) -> None:
        if key not in self:
            raise KeyError(key)
        self._seen.pop(key, None)
        self._gone.add(key)

    def __contains__(self, key: object) -> bool:
        return key not in self._gone and (key in self._seen or str(key) in self._encoded)

    def __iter__(self) -> Iterator[int]:
        for key in self._encoded:
            if int(key) not in self._gone:
                yield int(key)
        yield from [key for key in self._seen if str(key) not in self._encoded]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Without a look at any document."""
        self._gone.update(int(key) for key in self._encoded)
        self._seen.clear()

    def changes(self) -> tuple[dict[str, Encoded], list[str]]:
        """Documents that differ now, and ids that are gone."""
        put: dict[str, Encoded] = {}
        for key, document in self._seen.items():
            encoded = encode(document)
            old = self._encoded.get(str(key))
            if old is None or bytes(old) != encoded:
                put[str(key)] = encoded
        return put, [str(key) for key in self._gone if str(key) in self._encoded]


class DeskStorage(Storage):
    """The tables in memory; a change goes to the journal first and into memory once it is durable."""

    def __init__(self, tables: Tables, journal: Journal | None) -> None:
        self.tables = tables
        self.journal = journal

    def read(self) -> dict[str, dict[str, Any]]:
        """All tables, decoded on access."""
        rows = {name: Rows(documents) for name, documents in self.tables.items()}
        return cast("dict[str, dict[str, Any]]", rows)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make the tables equal to ``data`` in one transaction (what TinyDB does to drop a table)."""
        put: dict[str, dict[str, Encoded]] = {}
        drop: dict[str, list[str]] = {}
        for name in {*self.tables, *data}:
            old, new = self.tables.get(name, {}), data.get(name, {})
            drop[name] = [key for key in old if key not in new]
            if not isinstance(new, Rows):
                put[name] = {str(key): encode(document) for key, document in new.items()}
        self.commit(put, drop)

    def commit(self, put: Mapping[str, Mapping[str, Encoded]], drop: Mapping[str, list[str]]) -> None:
        """One durable transaction over any number of tables. Raises WriteError or ReadOnlyError; nothing is changed
        then.
        """
        if not any(put.values()) and not any(drop.values()):
            return
        if self.journal is None:
            raise ReadOnlyError("This desk is open for reading only; nothing was changed.")
        self.journal.append(put, drop)
        for name, keys in drop.items():
            for key in keys:
                self.tables.get(name, {}).pop(key, None)
        for name, documents in put.items():
            self.tables.setdefault(name, {}).update(documents)

    def frozen(self) -> Tables:
        """The tables as they stand; later changes do not show in it."""
        return {name: dict(documents) for name, documents in self.tables.items()}


class DeskTable(Table):
    """A table whose updates cost what they change, not what the table holds."""

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        return cast("dict[str, Mapping[Any, Any]]", Rows(self._documents()))

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        touched = Touched(self._documents())
        updater(cast("dict[int, Mapping[Any, Any]]", touched))
        put, drop = touched.changes()
        self._desk_storage.commit({self.name: put}, {self.name: drop})
        self.clear_cache()

    @property
    def _desk_storage(self) -> DeskStorage:
        return cast("DeskStorage", self._storage)

    def _documents(self) -> Mapping[str, Encoded]:
        return self._desk_storage.tables.get(self.name, {})


class DeskDatabase(TinyDB):
    """TinyDB over a desk's tables."""

    table_class = DeskTable
    default_table_name = "cases"

    def __init__(self, storage: DeskStorage) -> None:
        super().__init__(storage=lambda: storage)
