"""Makes the one-folder application with PyInstaller; ``--smoke`` starts it and does the main job in it."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PyInstaller.__main__ import run as pyinstaller

ROOT = Path(__file__).resolve().parent.parent
_NAME = "ReviewDesk"


def main(argv: list[str]) -> int:
    """Build; 0 where the application was made and, with ``--smoke``, works."""
    parser = argparse.ArgumentParser(prog="dev.py build")
    parser.add_argument("--smoke", action="store_true", help="start the application and do the main job in it")
    parser.add_argument("--only-smoke", action="store_true", help="try the application that was built before")
    args = parser.parse_args(argv)
    folder = ROOT / "dist" / _NAME
    if not args.only_smoke:
        spec = ROOT / "build_scripts" / "reviewdesk.spec"
        places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
        pyinstaller([str(spec), "--noconfirm", "--log-level", "WARN", *places])
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
        print(f"{folder.relative_to(ROOT)}: {size / 1e6:.0f} MB")
    return _smoke(folder) if args.smoke or args.only_smoke else 0


def _smoke(folder: Path) -> int:
    """The built program, not the source: versions, the tour over the sample files, a check, a picture."""
    program = folder / (_NAME + (".exe" if os.name == "nt" else ""))
    with tempfile.TemporaryDirectory() as home:
        out = Path(home)
        desk, picture = out / "tour" / "desk.json", out / "window.png"
        steps: list[tuple[list[str], int]] = [
            (["--version"], 0),
            (["tour", str(out / "tour")], 0),
            (["doctor", "--desk", str(desk)], 0),
            (["check", "--language", "en", str(_reply(out))], 1),
            (["--desk", str(desk), "--screenshot", str(picture)], 0),
            (["export", str(out / "again.json"), "--desk", str(desk)], 0),
        ]
        surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "REVIEWDESK_HOME": home}
        surroundings.pop("PYTHONPATH", None)
        for words, expected in steps:
            done = subprocess.run([program, *words], env=surroundings, cwd=home, timeout=300, check=False)
            if done.returncode != expected:
                print(f"smoke: {' '.join(words)} ended with {done.returncode}, not {expected}")
                return 1
        if picture.stat().st_size < 10_000:
            print("smoke: the picture is empty")
            return 1
    print("smoke: the application works")
    return 0


def _reply(folder: Path) -> Path:
    reply = folder / "reply.txt"
    reply.write_text("Hello Anna! Thanks for writing.", "utf-8")
    return reply


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
