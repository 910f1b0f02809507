"""Parquet for chains of shops: one typed row per case, replies and steps nested in it. Needs the optional pyarrow."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.exporting.columns import COLUMNS, Kind
from reviewdesk_gui.exporting.job import ExportError, ExportOptions, ExportWatch
from reviewdesk_gui.exporting.rows import CASE_COLUMNS, case_row
from reviewdesk_gui.exporting.snapshot import Snapshot

_BATCH = 1000


def write_parquet(snapshot: Snapshot, path: Path, _options: ExportOptions, watch: ExportWatch) -> None:
    """Columns as in the tables, with ``shop`` first, so that the files of many desks can be read as one. Raises
    ExportError without pyarrow.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise ExportError(
            'Parquet needs one more library; install it with: pip install "reviewdesk[parquet]"'
        ) from None
    schema = _schema(pa)
    with parquet.ParquetWriter(path, schema) as writer:
        for rows in _batches(watch.over(snapshot.cases), snapshot.shop.name):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _schema(pa: Any) -> Any:
    moment = pa.timestamp("us", tz="UTC")
    kinds = {Kind.TEXT: pa.string(), Kind.NUMBER: pa.float64(), Kind.MOMENT: moment, Kind.DAY: pa.date32()}
    reply = pa.struct([("state", pa.string()), ("at", moment), ("text", pa.string())])
    event = pa.struct([("at", moment), ("kind", pa.string()), ("text", pa.string())])
    fields = [("shop", pa.string()), *((name, kinds[COLUMNS[name].kind]) for name in CASE_COLUMNS)]
    return pa.schema([*fields, ("replies", pa.list_(reply)), ("timeline", pa.list_(event))])


def _batches(cases: Iterable[Case], shop: str) -> Iterator[list[dict[str, Any]]]:
    remaining = iter(cases)
    while batch := list(islice(remaining, _BATCH)):
        yield [_row(case, shop) for case in batch]


def _row(case: Case, shop: str) -> dict[str, Any]:
    replies = [{"state": reply.state.value, "at": reply.at, "text": reply.text} for reply in case.replies]
    timeline = [{"at": event.at, "kind": event.kind.value, "text": event.text} for event in case.timeline]
    row = {"shop": shop, **case_row(case), "replies": replies, "timeline": timeline}
    return {name: _mended(value) for name, value in row.items()}


def _mended(value: Any) -> Any:
    """Half a surrogate pair cannot stand in any file."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
