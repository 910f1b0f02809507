"""What a scan hands over: reviews with their place, rows that cannot be used with the reason, and how each file was
read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import BinaryIO

import msgspec

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.review import Review

_WIDEST_ZONE = timedelta(hours=14)


OpenFile = Callable[[], BinaryIO]
"""Opens a file that an import brings; as often as it is asked."""


class ImportStoppedError(ReviewDeskError):
    """The owner cancelled; nothing has been decided or saved."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long job is: ``done`` of ``total`` bytes of input, ``rows`` reviews read so far,
    ``file`` being read.
    """

    file: str
    done: int
    total: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanOptions:
    """What the owner knows that a file does not say.

    ``date_order`` is "dmy", "mdy", "ymd" or "" (ambiguous dates are then rejected). ``scale`` is the best rating of
    the file's scale (5, 10, 100) or None (taken from the file). ``platform`` is used where the file names none.
    ``mapping`` holds, per header key (FileScan.header_key), which column is which field; "" leaves a column out.
    ``keep_personal`` keeps e-mail and IP columns as facts of the case instead of dropping them. ``read_on`` is the
    day on which the page or file was made, from which "2 weeks ago" counts; the file's own date where it is None.
    ``now`` is the moment of importing in UTC, after which no date may lie. ``languages`` are those in which the shop
    writes (codes), which settle in doubt how the letters of an old file are read. ``encoding`` is that of text files
    that are no Unicode, "" where it is to be guessed; ``encoding_for`` are the files (FileScan.file) that it is for,
    all where it is empty.
    """

    date_order: str = ""
    scale: float | None = None
    platform: str = ""
    mapping: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    keep_personal: bool = False
    read_on: date | None = None
    languages: tuple[str, ...] = ()
    encoding: str = ""
    encoding_for: frozenset[str] = frozenset()
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def encoding_of(self, file: str) -> str:
        """The encoding that the owner chose for ``file``; "" where none."""
        return self.encoding if not self.encoding_for or file in self.encoding_for else ""

    def read_at(self, modified: datetime) -> datetime:
        """The moment (UTC) from which the relative dates of a file that was last changed at ``modified`` count."""
        if self.read_on is not None:
            return datetime.combine(self.read_on, time(), UTC)
        return min(modified, self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAs:
    """How a file was read, as far as it did not say so itself; the meaning of the fields is that of ScanOptions.
    ``encoding`` is "" for Unicode.
    """

    scale: float | None = None
    date_order: str = ""
    platform: str = ""
    read_on: date | None = None
    encoding: str = ""

    def onto(self, options: ScanOptions) -> ScanOptions:
        """``options`` with this for what the owner left open."""
        return replace(
            options,
            scale=options.scale or self.scale,
            date_order=options.date_order or self.date_order,
            platform=options.platform or self.platform,
            read_on=options.read_on or self.read_on,
        )


class FoundReply(msgspec.Struct, frozen=True, gc=False):
    """The shop's reply as the platform shows it; ``at`` is UTC or None where the file does not say."""

    text: str
    at: datetime | None = None


class ScannedReview(msgspec.Struct, frozen=True, gc=False):
    """One usable row: the review, the reply found with it, and its place (1-based ``line``, or record number).

    ``case`` is set where the file holds a whole case (a desk's own export), ``known_as`` where it tells the case's id
    alone (a desk's own table). ``facts`` is what the owner asked to keep.
    """

    review: Review
    reply: FoundReply | None
    file: str
    line: int
    case: Case | None = None
    facts: str = ""
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row, or a whole file (``line`` 0), that cannot be used, and why; ``cells`` is the row as it stood, if known."""

    file: str
    line: int
    reason: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """A column of a file, the field it was taken for ("" where it is left out) and its first values."""

    header: str
    field: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """When an export was made: ``at`` is UTC, not ``exact`` where what tells it knows a day alone or no time zone."""

    at: datetime
    exact: bool = True

    @property
    def earliest(self) -> datetime:
        """The earliest moment that may be meant."""
        return self.at if self.exact else self.at - _WIDEST_ZONE

    @property
    def words(self) -> str:
        """Day and minute on the computer's clock, or the day alone where no more is sure."""
        return f"{self.at.astimezone():%Y-%m-%d %H:%M}" if self.exact else f"{self.at:%Y-%m-%d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileScan:
    """How one file was read. ``guessed`` says that the columns were guessed and deserve a look; ``ambiguous_dates``
    counts rows that wait for a date order; ``full_export`` says that the file claims to hold every review of its
    platform, not ``whole`` that other parts of the same export lie beside it unread. ``platform`` is the owner's for
    rows that name none; relative dates count from ``read_on``. ``made`` is known of full exports. ``letters``
    are words as bytes, for the owner to see how they are read; empty unless ``encoding_guessed``.
    """

    file: str
    format_id: str
    rows: int
    rejected: int = 0
    header_key: str = ""
    columns: tuple[ColumnUse, ...] = ()
    guessed: bool = False
    scale: float | None = None
    date_order: str = ""
    ambiguous_dates: int = 0
    encoding: str = ""
    encoding_guessed: bool = False
    letters: bytes = b""
    full_export: bool = False
    platform: str = ""
    read_on: date | None = None
    whole: bool = True
    made: Made | None = None

    @property
    def read_as(self) -> ReadAs:
        """All that the file did not say itself, or may not say again when only some of its rows come back."""
        return ReadAs(
            scale=self.scale,
            date_order=self.date_order,
            platform=self.platform,
            read_on=self.read_on,
            encoding="" if self.encoding.startswith("utf") else self.encoding,
        )


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything read from the chosen paths, in file order. ``attached`` opens files of its cases by their SHA-256."""

    reviews: tuple[ScannedReview, ...]
    rejected: tuple[Rejected, ...]
    files: tuple[FileScan, ...]
    attached: Mapping[str, OpenFile] = field(default_factory=dict)
