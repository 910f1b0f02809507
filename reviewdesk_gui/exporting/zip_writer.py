"""The history as one zip: the complete JSON and a table to look at."""

import tempfile
import zipfile
from pathlib import Path

from reviewdesk_gui.exporting.csv_writer import write_csv
from reviewdesk_gui.exporting.job import ExportOptions, ExportWatch
from reviewdesk_gui.exporting.json_writer import write_json
from reviewdesk_gui.exporting.snapshot import Snapshot


def write_zip(snapshot: Snapshot, path: Path, options: ExportOptions, watch: ExportWatch) -> None:
    """``cases.json`` (imports back) and ``cases.csv``."""
    silent = ExportWatch(len(snapshot.cases), None, watch.is_cancelled)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".export-") as folder:
        json_file, csv_file = Path(folder) / "cases.json", Path(folder) / "cases.csv"
        write_json(snapshot, json_file, options, watch)
        write_csv(snapshot, csv_file, options, silent)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in (json_file, csv_file):
                watch.check()
                archive.write(part, part.name)
