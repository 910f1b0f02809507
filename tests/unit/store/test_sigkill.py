"""A real process that writes to a desk, killed at random moments."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DRILL = Path(__file__).with_name("kill_drill.py")
ATTACHMENT_DRILL = Path(__file__).with_name("attachment_drill.py")
ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the drill forks its children")


def drill(folder, kills, seed, program=DRILL):
    command = [sys.executable, str(program), str(folder), str(kills), str(seed)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_twenty_kills_lose_nothing_acknowledged(tmp_path):
    report = drill(tmp_path, 20, seed=1)
    assert len(report) == 1
    assert report[0].startswith("20 kills among ")


@pytest.mark.slow
def test_five_hundred_kills_lose_nothing_acknowledged(tmp_path):
    report = drill(tmp_path, 500, seed=1000)
    assert len(report) == 1
    kills, _, _, changes, _ = report[0].split()
    assert int(kills) == 500
    assert int(changes) > 500, "the children hardly wrote anything"


@pytest.mark.slow
def test_a_hundred_kills_lose_no_attachment_and_leave_none_in_clear(tmp_path):
    (report,) = drill(tmp_path, 100, 5000, ATTACHMENT_DRILL)
    kills, _, _, files, _ = report.split()
    assert int(kills) == 100
    assert int(files) > 100, "the children hardly attached anything"
