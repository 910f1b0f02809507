"""One writer at a time: a lock of the operating system, and a note beside it that says who holds it.

The lock goes away with its process however that ends, so a note that is left without a lock is stale. Only a note from
another computer is taken seriously without one: synchronised and network folders may not carry locks.
"""

import contextlib
import os
import socket
import uuid
from datetime import UTC, datetime

import msgspec
from filelock import FileLock, Timeout

from reviewdesk_gui.store.errors import LockedError
from reviewdesk_gui.store.files import DeskFiles


class Owner(msgspec.Struct, frozen=True):
    """Who opened the desk: computer, process, and since when (UTC). ``machine`` is the computer's network hardware,
    since its name may change from one network to the next.
    """

    host: str
    pid: int
    since: datetime
    machine: str = ""

    @classmethod
    def here(cls) -> "Owner":
        """The process that asks, and the present moment."""
        return cls(socket.gethostname(), os.getpid(), datetime.now(UTC), f"{uuid.getnode():012x}")

    def shares_computer(self, other: "Owner") -> bool:
        """Whether both run on the same computer."""
        return self.host == other.host or self.machine == other.machine


def read_owner(files: DeskFiles) -> Owner | None:
    """The note, None where there is none or it cannot be read."""
    try:
        return msgspec.json.decode(files.owner.read_bytes(), type=Owner)
    except (OSError, msgspec.MsgspecError):
        return None


class DeskLock:
    """Held from ``acquire`` to ``release``."""

    def __init__(self, files: DeskFiles) -> None:
        self._files = files
        self._lock = FileLock(files.lock, timeout=0, thread_local=False)

    def acquire(self, *, take_over: bool = False) -> None:
        """Raises LockedError where another has the desk open, OSError where no lock file can be made here.

        ``take_over`` overrules the note of another computer, never a living lock.
        """
        try:
            self._lock.acquire()
        except Timeout:
            owner = read_owner(self._files)
            note = (owner.host, owner.pid, owner.since) if owner else (socket.gethostname(), 0, None)
            raise LockedError(self._files.desk, *note) from None
        owner = read_owner(self._files)
        here = Owner.here()
        if owner and not here.shares_computer(owner) and not take_over:
            self._lock.release()
            raise LockedError(self._files.desk, owner.host, owner.pid, owner.since, elsewhere=True)
        try:
            self._files.owner.write_bytes(msgspec.json.encode(here))
        except OSError:
            self._lock.release()
            raise

    def release(self) -> None:
        """Give the desk free; harmless where it is not held."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._files.owner.unlink(missing_ok=True)
            self._lock.release()
