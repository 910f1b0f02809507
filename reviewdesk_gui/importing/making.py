"""When a full export was made, and whether all its parts were chosen: what it proves by what it lacks."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from reviewdesk_gui.importing.formats import takeout
from reviewdesk_gui.importing.scanned import FileScan, Made
from reviewdesk_gui.importing.sources import Source

_NAMED_DAY = re.compile(
    r"(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
    r"(?:(?:[T ]|[_-](?=\d{6}))([01]\d|2[0-3])[-_.:]?([0-5]\d)[-_.:]?([0-5]\d)(Z?))?(?!\d)"
)
# Takeout divides the reviews of one location among reviews.json, reviews-<token>.json ...
_PARTS = {takeout.PROFILE.id: re.compile(r"reviews(?:[-_][\w-]+)?\.json", re.IGNORECASE)}
_ARCHIVE = " > "


def told_of_making(scan: FileScan, source: Source, sources: Iterable[Source], now: datetime) -> FileScan:
    """``scan`` with when its file was made and whether it is ``whole``, where it is a full export."""
    if not scan.full_export:
        return scan
    return replace(scan, made=made(source, now), whole=not _has_parts_unread(scan.format_id, source, sources))


def made(source: Source, now: datetime) -> Made:
    """By the last day in the name of the file or of its archive, else by the date within the archive, else by the
    disk; never after ``now`` (UTC).
    """
    archive = source.name.removesuffix(f"{_ARCHIVE}{source.path}") if _is_in_archive(source) else ""
    for name in (source.base, Path(archive).name):
        named = [day for found in _NAMED_DAY.finditer(name) if (day := _day(found)) is not None and day.at <= now]
        if named:
            return named[-1]
    return Made(min(source.modified, now), exact=not archive)


def _is_in_archive(source: Source) -> bool:
    return source.name.endswith(f"{_ARCHIVE}{source.path}")


def _day(found: re.Match[str]) -> Made | None:
    year, _sign, month, day, hour, minute, second, zone = found.groups(default="0")
    try:
        moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), tzinfo=UTC)
        return Made(moment, exact=zone == "Z")
    except ValueError:
        return None


def _has_parts_unread(format_id: str, source: Source, sources: Iterable[Source]) -> bool:
    """Whether a file that the owner picked has parts beside it that were not picked with it."""
    parts = _PARTS.get(format_id)
    if parts is None or not source.chosen or not parts.fullmatch(source.base):
        return False
    path = Path(source.name)
    try:
        beside = {other.resolve() for other in path.parent.iterdir() if parts.fullmatch(other.name)}
    except OSError:
        return False
    return bool(beside - {Path(other.name).resolve() for other in sources})
