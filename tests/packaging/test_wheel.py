"""The wheel carries everything that the program needs: installed alone, the doctor finds it well."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_the_installed_wheel_is_well(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "dist"), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    (wheel,) = (tmp_path / "dist").glob("reviewdesk-*.whl")

    venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(tmp_path / "clean")
    scripts = tmp_path / "clean" / ("Scripts" if os.name == "nt" else "bin")
    install = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, timeout=300)
    # The dependencies are those that this test runs with, so that nothing has to be fetched.
    site = subprocess.run(
        [scripts / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    (Path(site.stdout.strip()) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")

    surroundings = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    surroundings["REVIEWDESK_HOME"] = str(tmp_path / "home")
    done = subprocess.run(
        [scripts / "reviewdesk", "doctor"], cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert str(tmp_path / "clean") in done.stdout
    assert "BAD" not in done.stdout
    assert "checks speak" in done.stdout
