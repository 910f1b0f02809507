"""The shared libraries that Qt needs on Linux: found, installed where that is allowed, or named in one command."""

import ctypes
import os
import shutil
import subprocess
import sys

_NEEDED = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
_FOR_A_SCREEN = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def has_display() -> bool:
    """Whether a window can be shown."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def ensure() -> None:
    """Install what is missing as root with apt; elsewhere say what to type and go on."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**_NEEDED, **(_FOR_A_SCREEN if has_display() else {})}
    missing = [package for library, package in wanted.items() if not _loads(library)]
    if not missing:
        return
    command = f"apt-get install --yes --no-install-recommends {' '.join(missing)}"
    if not shutil.which("apt-get"):
        print(f"Qt needs system libraries that are not here; Debian's names for them: {' '.join(missing)}", flush=True)
    elif os.geteuid() != 0:
        print(f"Qt needs system libraries that are not here; type: sudo {command}", flush=True)
    else:
        print(f"Installing the system libraries that Qt needs: {' '.join(missing)}", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in ("apt-get update -qq", f"{command} -qq"):
            done = subprocess.run(step.split(), env=quiet, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"“{step}” failed: {(done.stderr or done.stdout).strip()[-400:]}", flush=True)
                return


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
