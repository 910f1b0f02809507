"""What every writer is given beside the cases: options, progress and the wish to stop."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from reviewdesk_gui.domain.attachment import ReadAttachment
from reviewdesk_gui.domain.errors import ReviewDeskError

_STEP = 200
_Item = TypeVar("_Item")


class ExportError(ReviewDeskError):
    """The file could not be written, or not read back."""


class ExportStoppedError(ReviewDeskError):
    """The owner cancelled; no file was left behind."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` cases are written."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """``bom`` starts a CSV with the mark by which Excel knows UTF-8; ``delimiter`` separates its cells. ``attachment``
    reads the files of cases; without it they stay out.
    """

    bom: bool = False
    delimiter: str = ","
    attachment: ReadAttachment | None = None


class ExportWatch:
    """Tells progress and stops between cases. ``left_out`` takes a line for everything that could not be written."""

    def __init__(
        self,
        total: int,
        progress: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool] | None,
        step: int = _STEP,
    ) -> None:
        self._total, self._step = total, step
        self._progress = progress
        self._cancelled = cancelled
        self.left_out: list[str] = []

    def over(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """``items``, with progress told now and then. Raises ExportStoppedError where the owner cancelled."""
        for number, item in enumerate(items):
            if number % self._step == 0:
                self.check()
                if self._progress is not None:
                    self._progress(Progress(number, self._total))
            yield item
        if self._progress is not None:
            self._progress(Progress(self._total, self._total))

    def part(self, total: int) -> "ExportWatch":
        """For another round, over ``total`` items that take longer than a case each."""
        return ExportWatch(total, self._progress, self._cancelled, step=1)

    def is_cancelled(self) -> bool:
        """Whether the owner cancelled."""
        return self._cancelled is not None and self._cancelled()

    def check(self) -> None:
        """Raises ExportStoppedError where the owner cancelled."""
        if self.is_cancelled():
            raise ExportStoppedError("The export was stopped. No file was written.")
