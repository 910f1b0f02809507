"""One worker thread for what takes longer than a frame: compaction and backups."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.store.errors import reason


class Background:
    """Runs jobs one after the other; a job that fails leaves one line for the owner in ``troubles``."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None
        self._last: Future[None] | None = None
        self._lock = threading.Lock()
        self._troubles: list[str] = []

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._last is not None and not self._last.done()

    @property
    def troubles(self) -> tuple[str, ...]:
        """What went wrong so far, oldest first."""
        with self._lock:
            return tuple(self._troubles)

    def start(self, what: str, job: Callable[[], object]) -> None:
        """Run ``job`` after those before it; ``what`` says what was not done where it fails ("The backup was not
        made").
        """
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._last = self._pool.submit(self._run, what, job)

    def wait(self) -> None:
        """Return once nothing is under way."""
        if self._last is not None:
            self._last.result()

    def note(self, trouble: str) -> None:
        """Add one line."""
        with self._lock:
            self._troubles.append(trouble)

    def stop(self) -> None:
        """Finish what is under way and let the thread go."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._pool = None

    def _run(self, what: str, job: Callable[[], object]) -> None:
        try:
            job()
        except ReviewDeskError as error:
            self.note(str(error))
        except OSError as error:
            self.note(f"{what}: {reason(error)}.")
        except Exception as error:  # noqa: BLE001 - what runs unseen must not take the desk down
            self.note(f"{what}: {error!r}.")
