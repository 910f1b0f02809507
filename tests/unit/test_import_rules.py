"""Who may import whom, where import-linter's contracts do not reach: parts of Qt, and commands without it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "reviewdesk_gui"
LOGIC = ("domain", "checks", "drafting", "importing", "exporting", "store", "commands")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def qt_of(folder: str) -> set[str]:
    files = list((PACKAGE / folder).rglob("*.py"))
    assert files, folder
    return {name for path in files for name in imports(path) if name.startswith(("PySide6", "shiboken6"))}


@pytest.mark.parametrize("room", LOGIC)
def test_logic_knows_no_qt(room: str) -> None:
    assert qt_of(room) == set()


def test_services_know_only_qtcore_and_qtnetwork() -> None:
    used = qt_of("services")
    assert used
    assert {name.split(".")[1] for name in used if "." in name} <= {"QtCore", "QtNetwork", "QtGui"}
    assert not any("QtWidgets" in name for name in used)


def test_models_know_no_widgets() -> None:
    used = qt_of("models")
    assert used
    assert not any("QtWidgets" in name for name in used)


@pytest.mark.parametrize("command", ["--help", "--version", "doctor"])
def test_the_command_line_never_loads_qt(command: str, tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from reviewdesk_gui.cli import main\n"
        "try:\n    code = main(sys.argv[1:])\n"
        "except SystemExit as end:\n    code = end.code\n"
        "loaded = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
        "print(loaded, file=sys.stderr)\n"
        "sys.exit(3 if loaded else code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, command],
        cwd=PACKAGE.parent,
        env={"REVIEWDESK_HOME": str(tmp_path), "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
