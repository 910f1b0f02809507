"""Files attached, removed and attached again, with every step that reaches the disk failing in turn."""

import contextlib
import errno
import shutil

import pytest

from reviewdesk_gui.domain.steps import attach, remove_attachment
from reviewdesk_gui.store import sealing
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.errors import DeskError

PHRASE = "long enough"
FILES = {"photo.jpg": b"a photo of cold soup " * 9, "receipt.pdf": b"a receipt " * 9}


def work(desk, case, said):
    """Attach both files, remove the first and attach it anew; ``said`` takes the case as it was acknowledged last."""
    for name in (*FILES, "photo.jpg"):
        found = next((one for one in case.attachments if one.name == name), None)
        if found:
            case = remove_attachment(case, found.sha256, found.added_at)
        else:
            kept = desk.attachments.keep(name, FILES[name])
            case = attach(case, kept, kept.added_at)
        desk.save([case])
        desk.wait()
        said.append(case)
    kept = desk.attachments.keep("photo.jpg", FILES["photo.jpg"])
    desk.save([attach(case, kept, kept.added_at)])
    said.append(desk.case(case.id))


def check(path, phrase, said, make_case):
    """What was acknowledged is there, and what a case names can be read; nothing lies in clear, no half file stays."""
    with Desk.open(path, passphrase=phrase) as desk:
        case = desk.case("c1") or make_case(1)
        assert len(case.timeline) in (len(said[-1].timeline), len(said[-1].timeline) + 1)
        for one in case.attachments:
            assert desk.attachments.read(one) == FILES[one.name]
        lying = list(path.with_name("desk.json.attachments").glob("*"))
        assert len(lying) == len({one.sha256 for one in case.attachments})
        assert not phrase or not set(FILES.values()) & {file.read_bytes() for file in lying}


@pytest.fixture(params=[None, PHRASE], ids=["plain", "protected"])
def phrase(request):
    return request.param


@pytest.fixture
def make_desk(tmp_path, make_case, phrase, monkeypatch):
    """Puts the same desk wherever it is asked for; how long a phrase is stretched is not what is tested."""
    monkeypatch.setattr(sealing, "_COST", 16)
    pattern = tmp_path / "pattern" / "desk.json"
    with Desk.open(pattern) as desk:
        desk.save([make_case(1)])
        if phrase:
            desk.protection.set(phrase)
    return lambda path: shutil.copytree(pattern.parent, path.parent)


@pytest.fixture
def steps(tmp_path, make_desk, make_case, phrase, faulty_disk):
    """How many steps the work takes."""
    path, disk, said = tmp_path / "count" / "desk.json", faulty_disk(), [make_case(1)]
    make_desk(path)
    with Desk.open(path, passphrase=phrase, disk=disk) as desk:
        before = disk.count
        work(desk, desk.case("c1"), said)
        count = disk.count - before
    check(path, phrase, said, make_case)
    assert len(said) == 5
    return count


@pytest.mark.parametrize("power", [{}, {"power": True}, {"names": True}], ids=["killed", "power cut", "names lost"])
def test_sudden_death_at_every_step(tmp_path, make_desk, make_case, phrase, faulty_disk, sudden_death, steps, power):
    for step in range(1, steps + 1):
        path, said = tmp_path / f"{step}" / "desk.json", [make_case(1)]
        make_desk(path)
        disk = faulty_disk(torn=(0.0, 0.5, 1.0)[step % 3], **power)
        desk = Desk.open(path, passphrase=phrase, disk=disk)
        disk.step = disk.count + step
        with pytest.raises(sudden_death):
            work(desk, desk.case("c1"), said)
        desk._lock.release()
        check(path, phrase, said, make_case)


def test_one_error_at_every_step(tmp_path, make_desk, make_case, phrase, faulty_disk, steps):
    for step in range(1, steps + 1):
        path, said = tmp_path / f"{step}" / "desk.json", [make_case(1)]
        make_desk(path)
        disk = faulty_disk(error=(errno.ENOSPC, errno.EIO, errno.EACCES)[step % 3], torn=0.4)
        with Desk.open(path, passphrase=phrase, disk=disk) as desk:
            disk.step = disk.count + step
            with contextlib.suppress(DeskError):
                work(desk, desk.case("c1"), said)
        check(path, phrase, said, make_case)
