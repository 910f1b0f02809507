"""Files of cases by the command line: exported, imported, backed up, restored, looked after by the doctor."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.cli import main
from reviewdesk_gui.domain import steps
from reviewdesk_gui.store.desk import Desk

Run = Callable[..., tuple[int, str, str]]
REVIEWS = "author,rating,date,text,platform\nAnna,1,2026-11-20,Cold soup,google\nTom,5,2026-11-20,Lovely,google\n"
PHOTO = b"\xff\xd8 a photo"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("doctor", desk="other.json")``: exit code, stdout, stderr."""

    def work(command: str, *args: object, desk: str = "desk.json") -> tuple[int, str, str]:
        code = main([command, "--desk", str(tmp_path / desk), *map(str, args)])
        out = capsys.readouterr()
        return code, out.out, out.err

    return work


@pytest.fixture
def photo(run: Run, tmp_path: Path) -> Path:
    """The photo as it lies beside the desk, attached to Anna's case."""
    (tmp_path / "reviews.csv").write_text(REVIEWS, "utf-8")
    run("import", tmp_path / "reviews.csv")
    with Desk.open(tmp_path / "desk.json") as desk:
        kept = desk.attachments.keep("photo.jpg", PHOTO)
        case = next(case for case in desk.cases() if case.review.author == "Anna")
        desk.save([steps.attach(case, kept, kept.added_at)])
    (lying,) = (tmp_path / "desk.json.attachments").iterdir()
    return lying


def attached(path: Path) -> dict[str, bytes]:
    with Desk.open(path) as desk:
        return {one.name: desk.attachments.read(one) for case in desk.cases() for one in case.attachments}


def test_a_zip_takes_the_whole_desk_to_another(run: Run, photo: Path, tmp_path: Path) -> None:
    assert run("export", tmp_path / "whole.zip")[0] == 0
    code, out, err = run("import", tmp_path / "whole.zip", desk="other.json")
    assert (code, out, err) == (0, "2 new, 0 changed, 0 same, 0 rejected\n", "")
    assert attached(tmp_path / "other.json") == {"photo.jpg": PHOTO}
    with Desk.open(tmp_path / "desk.json") as one, Desk.open(tmp_path / "other.json") as other:
        assert sorted(one.cases(), key=str) == sorted(other.cases(), key=str)
    assert run("import", tmp_path / "whole.zip", desk="other.json")[1].startswith("0 new, 0 changed, 2 same")


def test_a_lost_file_is_named_by_the_doctor_and_comes_back_from_the_zip(run: Run, photo: Path, tmp_path: Path) -> None:
    run("export", tmp_path / "whole.zip")
    photo.unlink()
    code, out, _ = run("doctor")
    assert code == 1
    assert "photo.jpg is missing. Restore a backup file that holds it, or attach it again." in out
    assert "photo.jpg is missing" in run("export", tmp_path / "poorer.zip")[2]
    assert run("import", tmp_path / "whole.zip", "--dry-run")[1].startswith("0 new, 1 changed, 1 same")
    assert not photo.exists()
    assert run("import", tmp_path / "whole.zip")[1].startswith("0 new, 1 changed, 1 same")
    assert photo.read_bytes() == PHOTO
    assert run("doctor")[0] == 0


def test_a_backup_is_restored_with_the_files(run: Run, photo: Path, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "carried.zip")[0] == 0
    assert run("restore", tmp_path / "carried.zip", desk="laptop/desk.json")[0] == 0
    assert attached(tmp_path / "laptop" / "desk.json") == {"photo.jpg": PHOTO}


def test_names_left_out_leave_the_files_out(run: Run, photo: Path, tmp_path: Path) -> None:
    run("export", tmp_path / "nameless.zip", "--anonymise")
    assert b"photo" not in (tmp_path / "nameless.zip").read_bytes()
