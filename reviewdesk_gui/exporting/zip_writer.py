"""The whole desk as one zip: the complete JSON, a table to look at, and attachments."""

import tempfile
import zipfile
from pathlib import Path, PurePosixPath

from reviewdesk_gui.exporting.csv_writer import write_csv
from reviewdesk_gui.exporting.job import ExportError, ExportOptions, ExportWatch
from reviewdesk_gui.exporting.json_writer import write_json
from reviewdesk_gui.exporting.snapshot import Snapshot


def write_zip(snapshot: Snapshot, path: Path, options: ExportOptions, watch: ExportWatch) -> None:
    """``cases.json`` (imports back), ``cases.csv`` and ``attachments/``. Raises ExportError for an
    attachment that cannot be read.
    """
    silent = ExportWatch(len(snapshot.cases), None, watch.is_cancelled)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".export-") as folder:
        json_file, csv_file = Path(folder) / "cases.json", Path(folder) / "cases.csv"
        write_json(snapshot, json_file, options, watch)
        write_csv(snapshot, csv_file, options, silent)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in (json_file, csv_file):
                watch.check()
                archive.write(part, part.name)
            for name, attachment in options.attachments.items():
                watch.check()
                _attach(archive, name, attachment)


def _attach(archive: zipfile.ZipFile, name: str, attachment: Path) -> None:
    try:
        archive.write(attachment, f"attachments/{PurePosixPath(name).name}")
    except OSError as error:
        raise ExportError(f"The attachment {attachment} cannot be read: {error.strerror}") from None
