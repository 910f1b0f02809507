"""Now and today, injectable so that a test or a picture shows a chosen moment."""

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reviewdesk_gui.domain.shop import Shop


class WallClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock(WallClock):
    """A clock that stands still at one moment (aware)."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        """Always the same moment, in UTC."""
        return self._moment


def shop_zone(shop: Shop) -> tzinfo:
    """The shop's time zone, the computer's where none is set or the set one is unknown."""
    if shop.timezone:
        try:
            return ZoneInfo(shop.timezone)
        except (ZoneInfoNotFoundError, ValueError):
            pass
    return datetime.now().astimezone().tzinfo or UTC


def shop_day(shop: Shop, moment: datetime) -> date:
    """The shop's calendar day at ``moment``."""
    return moment.astimezone(shop_zone(shop)).date()
