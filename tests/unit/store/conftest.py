"""Invented cases and the steps of a working day at a desk."""

import os
import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case, CaseType, Compensation
from reviewdesk_gui.domain.followup import FollowUp, FollowUpKind
from reviewdesk_gui.domain.reply import Reply, ReplyState
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.store.disk import Disk

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)

MakeCase = Callable[..., Case]


def build_case(number: int, **fields: object) -> Case:
    """Case ``c<number>`` with something in every field that a desk has to bring back."""
    received = NOON + timedelta(minutes=number)
    review = Review(
        platform="google",
        text=f"Soep nr. {number} was koud; Ärlig talat «так собі» 🍲",
        title="Lunch",
        author=f"Gast {number}",
        rating=2.0,
        received_at=received,
        written_at=received - timedelta(days=1),
        external_id=f"r-{number}",
        keys=(f"google:r-{number}", f"#{number:020x}"),
    )
    case = Case(
        id=f"c{number}",
        review=review,
        type=CaseType.COMPLAINT,
        topics=("temperature",),
        staff=("Sanne",),
        compensation=Compensation(what="a new soup", offered_at=received),
        replies=(Reply(text="Sorry!", state=ReplyState.POSTED, at=received),),
        timeline=(Event(at=received, kind=EventKind.RECEIVED, text="reviews.json"),),
        followups=(FollowUp(id="f", kind=FollowUpKind.CALL, due=date(2026, 4, 1), created_at=received),),
    )
    return replace(case, **fields)  # type: ignore[arg-type]


@pytest.fixture
def make_case() -> MakeCase:
    """Builds case ``c<number>``; keyword arguments replace fields."""
    return build_case


@pytest.fixture
def desk_path(tmp_path: Path) -> Path:
    """Where a test's desk lies."""
    return tmp_path / "shop" / "desk.json"


class SuddenDeathError(BaseException):
    """The process is gone at this step; nothing after it reaches the disk."""


class FaultyDisk(Disk):
    """A disk whose ``step``-th call fails: with ``error`` once, with ``error`` from then on, or by sudden death.

    At a death, a write has put down only ``torn`` of its bytes (a share from 0 to 1). Where ``power`` goes too, what
    was written to a file after its last sync is gone; with ``names``, so is every name made, moved or removed since
    its folder was synced.
    """

    def __init__(self, step=0, *, error=0, lasting=False, torn=0.5, power=False, names=False):
        self.count, self.step, self.error, self.lasting = 0, step, error, lasting
        self.torn, self.power, self.names = torn, power or names, names
        self.dead = False
        self._lock = threading.Lock()
        self._paths: dict[int, Path] = {}
        self._synced: dict[Path, int] = {}
        self._undo: list[tuple[Path, Callable[[], None]]] = []

    def _call(self, work, *args):
        with self._lock:
            if self.dead:
                raise SuddenDeathError
            self.count += 1
            if self.step and (self.count == self.step or (self.lasting and self.count > self.step)):
                self._fail(work, *args)
            return work(*args)

    def _fail(self, work, *args):
        if work == super().write:
            handle, data = args
            work(handle, data[: int(len(data) * self.torn)])
        if self.error:
            raise OSError(self.error, os.strerror(self.error))
        self.dead = True
        if self.power:
            self._lose_power()
        raise SuddenDeathError

    def _lose_power(self):
        for path, size in self._synced.items():
            if path.exists():
                os.truncate(path, min(path.stat().st_size, size))
        for _, undo in reversed(self._undo):
            undo()

    def create(self, path):
        return self._call(self._create, path)

    def _create(self, path):
        handle = super().create(path)
        self._paths[handle], self._synced[path] = path, 0
        self._undo.append((path.parent, lambda: path.unlink(missing_ok=True)))
        return handle

    def append_to(self, path):
        handle = self._call(super().append_to, path)
        self._paths[handle] = path
        return handle

    def write(self, handle, data):
        self._call(super().write, handle, data)

    def sync(self, handle):
        self._call(self._sync, handle)

    def _sync(self, handle):
        # Which bytes would outlive a power cut is kept count of here, so the drive need not be waited for.
        self._synced[self._paths[handle]] = os.fstat(handle).st_size

    def truncate(self, handle, size):
        self._call(super().truncate, handle, size)

    def close(self, handle):
        self._paths.pop(handle, None)
        super().close(handle)

    def replace(self, source, target):
        self._call(self._replace, source, target)

    def _replace(self, source, target):
        self._keep_for_undo(target)
        self._keep_for_undo(source)
        super().replace(source, target)
        if source in self._synced:
            self._synced[target] = self._synced.pop(source)

    def link(self, source, target):
        self._call(self._link, source, target)

    def _link(self, source, target):
        super().link(source, target)
        self._undo.append((target.parent, lambda: target.unlink(missing_ok=True)))

    def remove(self, path):
        self._call(self._remove, path)

    def _remove(self, path):
        self._keep_for_undo(path)
        super().remove(path)

    def sync_folder(self, folder):
        self._call(self._sync_folder, folder)

    def _sync_folder(self, folder):
        self._undo = [(where, undo) for where, undo in self._undo if where != folder]

    def _keep_for_undo(self, path):
        """Have ``path`` be again what it is now, should the power go before its folder is synced."""
        if not self.names:
            return
        folder = tempfile.mkdtemp()
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        shadow = Path(folder) / "shadow"
        if path.exists():
            os.link(path, shadow)

        def undo():
            path.unlink(missing_ok=True)
            if shadow.exists():
                os.link(shadow, path)

        self._undo.append((path.parent, undo))


@pytest.fixture
def faulty_disk():
    """The class of a disk that can be made to fail at any step."""
    return FaultyDisk


@pytest.fixture
def sudden_death():
    """What a FaultyDisk raises where the process would be gone."""
    return SuddenDeathError
