"""The same day at the desk with every single write, sync, replace, link and removal failing in turn."""

import errno
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Status
from reviewdesk_gui.domain.steps import save_draft
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.errors import DeskError

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def plain(cases):
    """Cases by id, without the moment of a draft, which is not the script's."""
    return {case.id: replace(case, draft_saved_at=None) for case in cases}


def undrafted(cases):
    """Cases by id without their drafts, of which one that could not be saved may come back as well."""
    return {case.id: replace(case, draft="", draft_saved_at=None, status=Status.NEW) for case in cases}


class Day:
    """A script of changes. ``cases`` is what has been acknowledged, ``pending`` what was asked for last and may or
    may not have come through whole; ``draft`` is the last acknowledged draft of c1.
    """

    def __init__(self, path, make_case, sound):
        self.path, self.make_case, self.sound = path, make_case, sound
        self.cases, self.pending, self.draft = {}, None, None
        self.desk, self.failed = None, []

    def run(self, disk):
        """Every error that the desk reports is taken in stride; a sudden death passes through."""
        for step in (self.open, *self._morning(), self.close, self.open, *self._afternoon(), self.close):
            try:
                step(disk) if step in (self.open, self.close) else step()
            except DeskError:
                self.check_memory()
                if self.pending is not None:
                    self.failed.append(self.pending)
                self.pending = None

    def open(self, disk):
        self.desk = None
        self.desk = Desk.open(self.path, disk=disk)
        self.adopt(disk)

    def close(self, disk):
        if self.desk:
            self.desk.close()

    def _morning(self):
        yield lambda: self.save([self.make_case(1), self.make_case(2), self.make_case(3)])
        yield lambda: self.save([self.make_case(2, facts="cold"), self.make_case(4)], delete=["c3"])
        yield lambda: self.type_draft("Dear guest")
        yield self.compact
        yield lambda: self.save([self.make_case(5)])
        yield lambda: self.type_draft("Dear guest, sorry")

    def _afternoon(self):
        yield lambda: self.save([], delete=["c5"])
        yield lambda: self.save([self.make_case(6, facts="after lunch"), self.make_case(1, draft="Dear")])
        yield self.compact
        yield lambda: self.save([self.make_case(7)])
        yield lambda: self.type_draft("Dear guest, thank you")

    def save(self, cases, delete=()):
        if self.desk is None or self.desk.read_only:
            return
        wanted = {**self.cases, **{case.id: case for case in cases}}
        for case_id in delete:
            wanted.pop(case_id, None)
        self.pending = wanted
        self.desk.save(cases, delete=delete)
        self.cases, self.pending = wanted, None
        self.desk.wait()

    def type_draft(self, text):
        if self.desk is None or self.desk.read_only:
            return
        if "c1" in self.cases:
            self.pending = {**self.cases, "c1": save_draft(self.cases["c1"], text, NOON)}
            self.desk.save_draft("c1", text)
            self.desk.wait()
            self.cases, self.pending, self.draft = self.pending, None, text

    def compact(self):
        if self.desk is not None and not self.desk.read_only:
            self.desk.compact_in_background()
            self.desk.wait()

    def check_memory(self):
        if self.desk is not None:
            assert plain(self.desk.cases()) == plain(self.cases.values())

    def adopt(self, disk):
        """On a disk that refuses to take a half-written line back, a change that failed may be there after all."""
        if disk.lasting:
            found = undrafted(self.desk.cases())
            assert found in [undrafted(cases.values()) for cases in (self.cases, *self.failed)]
        else:
            assert plain(self.desk.cases()) == plain(self.cases.values())
        self.cases, self.failed = {case.id: case for case in self.desk.cases()}, []

    def check_disk(self, plain=plain):
        with Desk.open(self.path, disk=self.sound) as desk:
            found = plain(desk.cases())
            allowed = [self.cases, *self.failed, *([] if self.pending is None else [self.pending])]
            assert found in [plain(cases.values()) for cases in allowed]
            desk.save([self.make_case(99)])
        with Desk.open(self.path, disk=self.sound) as desk:
            assert len(desk.cases()) == len(found) + 1
            assert desk.notices == ()


@pytest.fixture
def steps(tmp_path, make_case, faulty_disk):
    """How many calls the day makes."""
    disk = faulty_disk()
    day = Day(tmp_path / "count" / "desk.json", make_case, faulty_disk())
    day.run(disk)
    day.check_disk()
    assert len(day.cases) == 5
    assert day.draft == "Dear guest, thank you"
    return disk.count


@pytest.mark.parametrize("power", [{}, {"power": True}, {"names": True}], ids=["killed", "power cut", "names lost"])
def test_sudden_death_at_every_step(tmp_path, make_case, faulty_disk, sudden_death, steps, power):
    for step in range(1, steps + 1):
        torn = (0.0, 0.5, 1.0)[step % 3]
        day = Day(tmp_path / f"{step}-{torn}" / "desk.json", make_case, faulty_disk())
        try:
            day.run(faulty_disk(step, torn=torn, **power))
        except sudden_death:
            pass
        else:
            pytest.fail(f"step {step} of {steps} was never reached")
        if day.desk is not None:
            day.desk._lock.release()
        day.check_disk()


def test_one_error_at_every_step(tmp_path, make_case, faulty_disk, steps):
    for step in range(1, steps + 1):
        day = Day(tmp_path / f"{step}" / "desk.json", make_case, faulty_disk())
        day.run(faulty_disk(step, error=(errno.ENOSPC, errno.EIO, errno.EACCES)[step % 3], torn=0.4))
        day.failed = []
        day.check_disk()


def test_a_disk_that_stays_full_from_every_step_on(tmp_path, make_case, faulty_disk, steps):
    for step in range(1, steps + 1):
        day = Day(tmp_path / f"{step}" / "desk.json", make_case, faulty_disk())
        day.run(faulty_disk(step, error=errno.ENOSPC, lasting=True, torn=1.0))
        day.check_disk(undrafted)
