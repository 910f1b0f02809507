"""The form in which a desk's history travels, from one desk to another or to another program: JSON, and beside it in a
zip the files of its cases.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reviewdesk_gui.domain.attachment import Attachment, clean_name
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.domain.timeline import EventKind

FORMAT = "reviewdesk-history"
CASES, TABLE, FILES = "cases.json", "cases.csv", "attachments/"
"""The parts of a zip: the cases whole, as a table to look at, and the folder of their files."""
SCHEMA_VERSION = 2
"""Version 2 knows attachments; a document without any is still written as version 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The whole JSON document. ``schema_version`` grows when a reader of the former version could not read it any more;
    ``exported_at`` is UTC; ``anonymised`` says that names were taken out, so that it cannot be matched to a desk again.
    """

    format: str = FORMAT
    schema_version: int = SCHEMA_VERSION
    exported_at: datetime
    anonymised: bool = False
    shop: Shop
    cases: tuple[Case, ...]


def file_path(case_id: str, attachment: Attachment) -> str:
    """Where a file of a case lies within a zip, beside ``CASES``."""
    return f"{FILES}{clean_name(case_id)}/{clean_name(attachment.name)}"


def version_for(cases: Iterable[Case]) -> int:
    """The lowest version whose readers understand ``cases``."""
    return SCHEMA_VERSION if any(map(_had_attachments, cases)) else 1


def _had_attachments(case: Case) -> bool:
    kinds = (EventKind.ATTACHED, EventKind.ATTACHMENT_REMOVED)
    return bool(case.attachments) or any(event.kind in kinds for event in case.timeline)
