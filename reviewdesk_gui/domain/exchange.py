"""The form in which a desk's history travels as JSON, from one desk to another or to another program."""

from dataclasses import dataclass
from datetime import datetime

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import Shop

FORMAT = "reviewdesk-history"
SCHEMA_VERSION = 1


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
