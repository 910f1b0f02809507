"""`reviewdesk export history.pdf` on a machine without a display."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pdf_pages import pdf_pages

from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.store.desk import Desk

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path, at = tmp_path / "desk.json", datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    texts = {"Anna Berg": "The soup was cold, says Anna.", "Марія Коваль": "Дуже смачно, дякую!"}
    with Desk.open(path) as made:
        made.save(
            Case(
                id=f"c{number}",
                review=Review(platform="google", received_at=at, author=author, text=text),
                type=CaseType.PRAISE,
            )
            for number, (author, text) in enumerate(texts.items())
        )
    return path


def export(desk: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reviewdesk_gui", "export", *args, "--desk", str(desk)]
    bare = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=bare, check=False, timeout=60)


def words(path: Path) -> str:
    return " ".join(page.text for page in pdf_pages(path))


def test_a_pdf_is_written_and_nothing_else_said(desk: Path) -> None:
    out = desk.with_name("history.PDF")
    done = export(desk, str(out))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"2 cases written to {out}\n"
    assert "The soup was cold" in words(out)
    assert "Дуже смачно" in words(out)


def test_people_are_left_out_of_it_too(desk: Path) -> None:
    out = desk.with_name("history.out")
    done = export(desk, str(out), "--format", "pdf", "--anonymise", "--case", "c0")

    assert done.returncode == 0
    assert "The soup was cold" in words(out)
    assert "Anna" not in words(out)


@pytest.mark.parametrize("more", [("--columns", "rating"), ("--format", "docx")])
def test_what_a_pdf_cannot_be_is_told(more: tuple[str, ...], desk: Path) -> None:
    out = desk.with_name("history.pdf")
    done = export(desk, str(out), *more)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert not out.exists()
