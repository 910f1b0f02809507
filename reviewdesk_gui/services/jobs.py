"""Long work off the GUI thread, one job at a time, with progress and cancel; results arrive on the GUI thread."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from reviewdesk_gui.domain.errors import ReviewDeskError


class Job(QObject):
    """One piece of work. ``progress`` carries (done, total, words); total is 0 where it is unknown."""

    progress = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(str)
    finished = Signal()
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._gate = threading.Lock()
        self._sealed = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; nothing of it is kept, unless it is past that point."""
        with self._gate:
            if not self._sealed:
                self._cancelled.set()

    def past_cancelling(self) -> bool:
        """Pass the point after which the work is no longer cancelled; False where the owner was first."""
        with self._gate:
            self._sealed = not self._cancelled.is_set()
            return self._sealed

    def is_cancelled(self) -> bool:
        """Whether the owner asked to stop. Safe to call from the worker."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int, words: str) -> None:
        """Tell how far the work is. Safe to call from the worker."""
        self.progress.emit(done, total, words)

    def work(self, function: Callable[["Job"], Any]) -> None:
        """Run in the worker thread; the outcome is delivered on the thread that owns the job."""
        try:
            result, error = function(self), None
        except ReviewDeskError as expected:
            result, error = None, str(expected)
        except Exception as unexpected:  # noqa: BLE001 - a job never takes the window down
            result, error = None, f"Something went wrong and nothing was changed: {unexpected!r}"
        self._ended.emit(result, error)

    def _deliver(self, result: object, error: object) -> None:
        if not self.is_cancelled():
            if error is None:
                self.done.emit(result)
            else:
                self.failed.emit(str(error))
        self.finished.emit()


class JobRunner(QObject):
    """Runs jobs in order on one worker thread."""

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._executor = executor or ThreadPoolExecutor(max_workers=1, thread_name_prefix="reviewdesk-job")
        self._jobs: set[Job] = set()

    def start(self, function: Callable[[Job], Any]) -> Job:
        """Queue ``function(job)``; connect to the returned job's signals before control goes back to the event loop."""
        job = Job(self)
        self._jobs.add(job)
        job.finished.connect(lambda: self._jobs.discard(job))
        self._executor.submit(job.work, function)
        return job

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._jobs)

    def close(self) -> None:
        """Cancel what runs and wait for its end."""
        for job in self._jobs:
            job.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)
