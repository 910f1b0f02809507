"""The cases of one moment, as an export shows them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting.anonymising import anonymous_case, anonymous_shop
from reviewdesk_gui.exporting.columns import COLUMNS, DEFAULT_COLUMNS, Column
from reviewdesk_gui.exporting.job import ExportWatch, Progress


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is exported. ``columns`` are column ids in order; ``taken_at`` is UTC."""

    cases: tuple[Case, ...]
    shop: Shop
    columns: tuple[str, ...]
    anonymised: bool
    taken_at: datetime

    @property
    def chosen(self) -> list[Column]:
        """The columns themselves."""
        return [COLUMNS[name] for name in self.columns]

    @property
    def zone(self) -> tzinfo:
        """The shop's time zone, in which people read times; UTC where it is unknown."""
        try:
            return ZoneInfo(self.shop.timezone) if self.shop.timezone else UTC
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return UTC


def snapshot(
    cases: Iterable[Case],
    *,
    shop: Shop,
    columns: Sequence[str] = (),
    anonymise: bool = False,
    now: datetime,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Snapshot:
    """The cases as they stand. No ``columns`` means all of them; ``anonymise`` takes customers' and staff's names out
    of every text, which for thousands of cases takes seconds: ``progress`` tells how far it is.

    Raises UsageError for an unknown column, ExportStoppedError where ``cancelled`` says so meanwhile.
    """
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown:
        raise UsageError(f"There is no column {unknown[0]!r}. Known are: {', '.join(COLUMNS)}.")
    kept = tuple(cases)
    if anonymise:
        watch = ExportWatch(len(kept), progress, cancelled)
        kept = tuple(anonymous_case(case, number, shop) for number, case in enumerate(watch.over(kept), 1))
        shop = anonymous_shop(shop)
    return Snapshot(kept, shop, tuple(columns) or DEFAULT_COLUMNS, anonymise, now.astimezone(UTC))
