"""What nobody expected is one line for the owner and a traceback in a file."""

from pathlib import Path

import pytest

from reviewdesk_gui import cli


def test_an_unexpected_error_is_one_line_and_kept_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks(*_: object) -> int:
        raise ZeroDivisionError("of all things")

    monkeypatch.setenv("REVIEWDESK_HOME", str(tmp_path))
    monkeypatch.setattr("reviewdesk_gui.commands.doctor.run", breaks)
    assert cli.main(["doctor"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "ZeroDivisionError: of all things" in err
    assert "Traceback" in (tmp_path / "error.log").read_text("utf-8")
