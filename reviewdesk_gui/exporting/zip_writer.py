"""The history as one zip: the complete JSON, a table to look at, and the files of the cases."""

import tempfile
import zipfile
from pathlib import Path

from reviewdesk_gui.domain.attachment import Attachment, MissingAttachmentError, ReadAttachment
from reviewdesk_gui.domain.exchange import CASES, TABLE, file_path
from reviewdesk_gui.exporting.csv_writer import write_csv
from reviewdesk_gui.exporting.job import ExportOptions, ExportWatch
from reviewdesk_gui.exporting.json_writer import write_json
from reviewdesk_gui.exporting.snapshot import Snapshot

_EARLIEST = 1980


def write_zip(snapshot: Snapshot, path: Path, options: ExportOptions, watch: ExportWatch) -> None:
    """``cases.json``, ``cases.csv`` and, by case, ``attachments/``; imports back. Attachments lie in it as they are, so
    that reading them back needs no trust in what they would unpack to.
    """
    silent = ExportWatch(len(snapshot.cases), None, watch.is_cancelled)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".export-") as folder:
        json_file, csv_file = Path(folder) / CASES, Path(folder) / TABLE
        write_json(snapshot, json_file, options, watch)
        write_csv(snapshot, csv_file, options, silent)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in (json_file, csv_file):
                watch.check()
                archive.write(part, part.name)
            if options.attachment is not None:
                _write_files(archive, snapshot, options.attachment, watch)


def _write_files(archive: zipfile.ZipFile, snapshot: Snapshot, read: ReadAttachment, watch: ExportWatch) -> None:
    files = [(case.id, attachment) for case in snapshot.cases for attachment in case.attachments]
    for case_id, attachment in watch.part(len(files)).over(files) if files else ():
        try:
            data = read(attachment)
        except MissingAttachmentError as error:
            watch.left_out.append(f"Case {case_id}: {error}")
            continue
        archive.writestr(_entry(file_path(case_id, attachment), attachment), data, zipfile.ZIP_STORED)


def _entry(path: str, attachment: Attachment) -> zipfile.ZipInfo:
    day = attachment.added_at
    entry = zipfile.ZipInfo(path)
    if day.year >= _EARLIEST:
        entry.date_time = (day.year, day.month, day.day, day.hour, day.minute, day.second)
    return entry
