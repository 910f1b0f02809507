"""A file that stands whole under its final name, or not at all."""

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from reviewdesk_gui.exporting.job import ExportError


def put_whole(path: Path, make: Callable[[Path], object]) -> None:
    """Let ``make`` fill a file beside ``path`` and move it into its place; what ``make`` raises leaves no file.

    Raises ExportError where the disk refuses.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror}") from None
    beside = Path(name)
    try:
        make(beside)
        _into_place(beside, path)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _into_place(beside: Path, path: Path) -> None:
    with beside.open("rb+") as handle:
        os.fsync(handle.fileno())
    beside.chmod(_usual_mode())
    beside.replace(path)


def _usual_mode() -> int:
    """The rights that a new file would have; temporary files are made for their owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
