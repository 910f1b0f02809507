"""The private environment: made from the lock file, kept while lock and Python stay the same. Standard library only."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"
_QT = ("pyside6", "shiboken6", "pytest-qt")
_STAMP = "reviewdesk-lock"


class Environment:
    """A virtual environment in the checkout; ``without_qt`` leaves Qt out, to prove that the logic needs none."""

    def __init__(self, name: str = ".venv", *, without_qt: bool = False) -> None:
        self.folder = ROOT / name
        self._without_qt = without_qt

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def ensure(self, lock: Path) -> None:
        """Install ``lock`` unless that was done already; a half-made environment is completed or made anew."""
        if self._is_ready(lock):
            return
        if not self._runs():
            print(f"Making a private environment in {self.folder.name} …", flush=True)
            shutil.rmtree(self.folder, ignore_errors=True)
            self._create()
        print(f"Installing {lock.name} …", flush=True)
        self._stamp_file.unlink(missing_ok=True)
        self._install(lock)
        self._stamp_file.write_text(_digest(lock), "utf-8")

    def call(self, *args: str | Path, env: dict[str, str] | None = None) -> int:
        """Run the environment's Python in the checkout; the exit code."""
        command = [str(self.python), *map(str, args)]
        return subprocess.run(command, cwd=ROOT, env={**self.variables(), **(env or {})}, check=False).returncode

    def variables(self) -> dict[str, str]:
        """The process environment with the checkout importable and nothing of another one mixed in."""
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "VIRTUAL_ENV")}
        return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}

    @property
    def _stamp_file(self) -> Path:
        return self.folder / _STAMP

    def _is_ready(self, lock: Path) -> bool:
        """Whether the lock, or the development lock that holds it, has been installed."""
        try:
            stamp = self._stamp_file.read_text("utf-8")
        except OSError:
            return False
        return self.python.exists() and stamp in {_digest(lock), _digest(DEVELOPMENT)}

    def _runs(self) -> bool:
        try:
            return (
                subprocess.run([self.python, "-m", "pip", "--version"], capture_output=True, check=False).returncode
                == 0
            )
        except OSError:
            return False

    def _create(self) -> None:
        try:
            venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(self.folder)
        except (OSError, subprocess.CalledProcessError, SystemExit):
            sys.exit("The environment could not be made. On Debian and Ubuntu: apt-get install python3-venv")

    def _install(self, lock: Path) -> None:
        wanted = lock
        if self._without_qt:
            wanted = self.folder / lock.name
            wanted.write_text(_leave_out(lock.read_text("utf-8"), _QT), "utf-8")
        command = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--only-binary", ":all:", "--require-hashes", "-r", wanted]
        if subprocess.run(list(map(str, command)), check=False).returncode:
            sys.exit("The packages could not be installed; is a package index within reach? Run the command again.")


def _digest(lock: Path) -> str:
    made_for = f"{sys.version_info[:3]}{sys.platform}"
    return hashlib.sha256(lock.read_bytes() + made_for.encode()).hexdigest()


def _leave_out(lock: str, names: tuple[str, ...]) -> str:
    """The lock without the entries (name and hash lines) of some packages."""
    kept, skipping = [], False
    for line in lock.splitlines(keepends=True):
        if line[:1].isalnum():
            skipping = line.lower().startswith(names)
        if not skipping:
            kept.append(line)
    return "".join(kept)
