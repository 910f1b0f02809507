"""The private environment: what is left out of a lock, and when nothing has to be done."""

from pathlib import Path
from types import ModuleType

import pytest
from build_script import SCRIPTS, load_script


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return load_script("environment", monkeypatch)


def test_qt_is_left_out_of_the_lock_with_its_hashes(environment: ModuleType) -> None:
    lock = (SCRIPTS.parent / "requirements-dev.lock").read_text("utf-8")
    bare = environment._leave_out(lock, ("pyside6", "shiboken6", "pytest-qt"))
    assert "pyside6" in lock
    assert not any(name in bare for name in ("pyside6", "shiboken6", "pytest-qt"))
    assert "tinydb==" in bare
    assert bare.count("--hash=") < lock.count("--hash=")


def test_an_environment_is_ready_only_for_the_lock_it_was_made_from(
    environment: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("one==1 --hash=sha256:00\n", "utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    made = environment.Environment()
    assert not made._is_ready(lock)
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    made._stamp_file.write_text(environment._digest(lock), "utf-8")
    assert made._is_ready(lock)
    lock.write_text("one==2 --hash=sha256:00\n", "utf-8")
    assert not made._is_ready(lock)
