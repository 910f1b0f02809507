"""SQLite: the history as tables for other programs."""

import sqlite3
from contextlib import closing
from pathlib import Path

from reviewdesk_gui.domain.exchange import version_for
from reviewdesk_gui.exporting.columns import COLUMNS, Kind
from reviewdesk_gui.exporting.job import ExportOptions, ExportWatch
from reviewdesk_gui.exporting.rows import CASE_COLUMNS, TABLES, as_iso, case_row, detail_rows
from reviewdesk_gui.exporting.snapshot import Snapshot

_DETAIL_KINDS = {"number": "INTEGER", "rating": "REAL"}


def write_sqlite(snapshot: Snapshot, path: Path, _options: ExportOptions, watch: ExportWatch) -> None:
    """Tables cases, replies, timeline, followups, former_reviews and export (one row about the export
    itself). Moments are ISO 8601 in UTC. Raises OSError where the disk refuses.
    """
    try:
        with closing(sqlite3.connect(path)) as database, database:
            _make_tables(database)
            _fill(database, snapshot, watch)
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from None


def _fill(database: sqlite3.Connection, snapshot: Snapshot, watch: ExportWatch) -> None:
    database.execute(
        "INSERT INTO export VALUES (?, ?, ?, ?)",
        (version_for(snapshot.cases), as_iso(snapshot.taken_at), snapshot.shop.name, int(snapshot.anonymised)),
    )
    for case in watch.over(snapshot.cases):
        row = case_row(case)
        values = ["shop", *CASE_COLUMNS]
        marks = ", ".join("?" * len(values))
        cells = [snapshot.shop.name, *(as_iso(row[name]) for name in CASE_COLUMNS)]
        database.execute(f"INSERT INTO cases VALUES ({marks})", cells)  # noqa: S608 only our own column names
        for table, details in detail_rows(case):
            marks = ", ".join("?" * len(details))
            database.execute(f"INSERT INTO {table} VALUES ({marks})", [as_iso(value) for value in details])  # noqa: S608


def _make_tables(database: sqlite3.Connection) -> None:
    kinds = {Kind.NUMBER: "REAL"}
    columns = ", ".join(
        f'"{name}" {kinds.get(COLUMNS[name].kind, "TEXT")}{" PRIMARY KEY" if name == "id" else ""}'
        for name in CASE_COLUMNS
    )
    database.execute(f'CREATE TABLE cases ("shop" TEXT, {columns})')
    for table, names in TABLES.items():
        definition = ", ".join(f'"{name}" {_DETAIL_KINDS.get(name, "TEXT")}' for name in names)
        keys = 'PRIMARY KEY ("case_id", "number"), FOREIGN KEY ("case_id") REFERENCES cases ("id")'
        database.execute(f"CREATE TABLE {table} ({definition}, {keys})")
    database.execute("CREATE TABLE export (schema_version INTEGER, exported_at TEXT, shop TEXT, anonymised INTEGER)")
