"""Writing a snapshot to a file: whole under its final name, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.exporting.columns import DEFAULT_COLUMNS
from reviewdesk_gui.exporting.csv_writer import write_csv
from reviewdesk_gui.exporting.html_writer import write_html
from reviewdesk_gui.exporting.job import ExportOptions, ExportWatch, Progress
from reviewdesk_gui.exporting.json_writer import write_json
from reviewdesk_gui.exporting.md_writer import write_markdown
from reviewdesk_gui.exporting.parquet_writer import write_parquet
from reviewdesk_gui.exporting.snapshot import Snapshot
from reviewdesk_gui.exporting.sqlite_writer import write_sqlite
from reviewdesk_gui.exporting.whole_file import put_whole
from reviewdesk_gui.exporting.xlsx_writer import write_xlsx
from reviewdesk_gui.exporting.zip_writer import write_zip

_Writer = Callable[[Snapshot, Path, ExportOptions, ExportWatch], None]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A form of export: its id, its name, the ending of its files, ``others`` that mean the same; whether it is a
    table whose columns can be chosen.
    """

    id: str
    name: str
    extension: str
    write: _Writer
    others: tuple[str, ...] = ()
    has_columns: bool = False

    @property
    def endings(self) -> tuple[str, ...]:
        """Every ending that means this form, its own first."""
        return (self.extension, *self.others)


_FORMATS = (
    ExportFormat("csv", "CSV table", ".csv", write_csv, has_columns=True),
    ExportFormat("json", "JSON, complete, imports back", ".json", write_json),
    ExportFormat("html", "HTML page to read and print", ".html", write_html, (".htm",)),
    ExportFormat("md", "Markdown", ".md", write_markdown, (".markdown",)),
    ExportFormat("xlsx", "Excel workbook", ".xlsx", write_xlsx, has_columns=True),
    ExportFormat("sqlite", "SQLite database", ".sqlite", write_sqlite, (".sqlite3", ".db")),
    ExportFormat("parquet", "Parquet, for many desks together", ".parquet", write_parquet),
    ExportFormat("zip", "Zip with JSON, CSV and attachments", ".zip", write_zip),
)


def formats() -> tuple[ExportFormat, ...]:
    """Every form that can be written."""
    return _FORMATS


def format_for(path: Path) -> str:
    """The id of the form that the ending of ``path`` means. Raises UsageError for an ending that means none."""
    ending = path.suffix.lower()
    found = next((form.id for form in _FORMATS if ending in form.endings), "")
    if not found:
        known = ", ".join(form.extension for form in _FORMATS)
        raise UsageError(f"The ending of {path.name} means no known format; name it with --format, or use {known}.")
    return found


def refuse_columns(format_id: str) -> None:
    """Raises UsageError where a form has no columns to choose: it holds whole cases, names and all."""
    tables = [form.id for form in _FORMATS if form.has_columns]
    if format_id not in tables:
        raise UsageError(f"Columns can be chosen for {' or '.join(tables)} alone; {format_id} holds every case whole.")


def write(
    snapshot: Snapshot,
    path: Path,
    format_id: str,
    options: ExportOptions | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[str, ...]:
    """Write ``snapshot`` to ``path``: beside it first, then in its place, so that a half file never bears the final
    name. A line for everything that could not be written: attachments that are missing.

    Raises UsageError for an unknown format or for chosen columns in one that has none, ExportStoppedError where
    ``cancelled`` says so, ExportError where it cannot be written.
    """
    form = next((form for form in _FORMATS if form.id == format_id), None)
    if form is None:
        raise UsageError(f"There is no export format {format_id!r}. Known are: {', '.join(f.id for f in _FORMATS)}.")
    if snapshot.columns != DEFAULT_COLUMNS:
        refuse_columns(format_id)
    watch = ExportWatch(len(snapshot.cases), progress, cancelled)

    def make(beside: Path) -> None:
        form.write(snapshot, beside, options or ExportOptions(), watch)
        watch.check()

    put_whole(path, make)
    return tuple(watch.left_out)
