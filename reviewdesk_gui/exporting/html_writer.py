"""The history as printable HTML, within what both browsers and Qt's rich text show."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reviewdesk_gui import paths
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.exporting.job import ExportOptions, ExportWatch
from reviewdesk_gui.exporting.reading_aids import Words
from reviewdesk_gui.exporting.snapshot import Snapshot

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_LAYOUT = "history.html.j2"


def html_history(snapshot: Snapshot) -> str:
    """The whole document, for a page view or a printer."""
    return html_part(snapshot, snapshot.cases, first=True)


def html_part(snapshot: Snapshot, cases: Iterable[Case], *, first: bool) -> str:
    """Some of the snapshot's cases as a document of their own; only the ``first`` part bears the heading."""
    return layout(_LAYOUT).render(**_context(snapshot, cases), heading=first)


def write_html(snapshot: Snapshot, path: Path, _options: ExportOptions, watch: ExportWatch) -> None:
    """The document, case by case."""
    stream = layout(_LAYOUT).stream(**_context(snapshot, watch.over(snapshot.cases)), heading=True)
    stream.enable_buffering(50)
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as handle:
        handle.writelines(stream)


def layout(name: str, folder: Path | None = None) -> "Template":
    """A layout out of ``templates/history``; what it shows is escaped where its name says HTML."""
    return _environment(folder or paths.templates() / "history").get_template(name)


@cache
def _environment(folder: Path) -> "Environment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=lambda file: file is not None and ".html" in file,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _context(snapshot: Snapshot, cases: Iterable[Case]) -> dict[str, object]:
    words = Words.in_zone(snapshot.zone)
    return {
        "cases": cases,
        "count": len(snapshot.cases),
        "shop": snapshot.shop,
        "anonymised": snapshot.anonymised,
        "taken_at": words.moment(snapshot.taken_at),
        "words": words,
    }
