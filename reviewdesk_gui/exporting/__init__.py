"""History out: a snapshot of cases written as table, document or database, never half a file."""

from reviewdesk_gui.exporting.columns import COLUMNS, DEFAULT_COLUMNS, Column
from reviewdesk_gui.exporting.html_writer import html_history
from reviewdesk_gui.exporting.job import ExportError, ExportOptions, ExportStoppedError, Progress
from reviewdesk_gui.exporting.json_writer import read_json
from reviewdesk_gui.exporting.snapshot import Snapshot, snapshot
from reviewdesk_gui.exporting.writing import ExportFormat, format_for, formats, refuse_columns, write

__all__ = [
    "COLUMNS",
    "DEFAULT_COLUMNS",
    "Column",
    "ExportError",
    "ExportFormat",
    "ExportOptions",
    "ExportStoppedError",
    "Progress",
    "Snapshot",
    "format_for",
    "formats",
    "html_history",
    "read_json",
    "refuse_columns",
    "snapshot",
    "write",
]
