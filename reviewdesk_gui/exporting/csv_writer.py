"""CSV by RFC 4180 in UTF-8, harmless to open in a spreadsheet."""

import csv
from pathlib import Path

from reviewdesk_gui.exporting.cells import as_text
from reviewdesk_gui.exporting.job import ExportOptions, ExportWatch
from reviewdesk_gui.exporting.snapshot import Snapshot


def write_csv(snapshot: Snapshot, path: Path, options: ExportOptions, watch: ExportWatch) -> None:
    """One row per case under a header of column ids, which stay the same whatever the language."""
    columns = snapshot.chosen
    encoding = "utf-8-sig" if options.bom else "utf-8"
    with path.open("w", encoding=encoding, errors="replace", newline="") as handle:
        writer = csv.writer(handle, delimiter=options.delimiter, lineterminator="\r\n")
        writer.writerow([column.id for column in columns])
        for case in watch.over(snapshot.cases):
            writer.writerow([as_text(column.value(case)) for column in columns])
