"""Telling how far a scan is, and stopping it."""

from collections.abc import Callable

from reviewdesk_gui.importing.scanned import ImportStoppedError, Progress

ROWS_A_STEP = 2000


class Watch:
    """Reports progress in bytes of input and asks whether to stop. Built for one scan."""

    def __init__(
        self, total: int, progress: Callable[[Progress], None] | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._total = total
        self._progress = progress
        self._cancelled = cancelled
        self._before = 0
        self._size = 0
        self._file = ""
        self.rows = 0

    def begin(self, file: str, size: int) -> None:
        """A file of ``size`` bytes is next."""
        self._before += self._size
        self._file, self._size = file, size
        self.step(0.0)

    def step(self, share: float) -> None:
        """``share`` (0 to 1) of the present file is done. Raises ImportStoppedError where the owner cancelled."""
        if self._cancelled is not None and self._cancelled():
            raise ImportStoppedError("The import was stopped. Nothing was changed.")
        if self._progress is not None:
            done = self._before + int(self._size * share)
            self._progress(Progress(self._file, done, self._total, self.rows))
