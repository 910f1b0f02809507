"""Every step that reaches the disk, one method each, so that each of them can be made to fail in a test."""

import contextlib
import os
import sys
from pathlib import Path


class Disk:
    """Plain system calls; all raise OSError. Files are made for the owner's eyes alone (mode 0600)."""

    def create(self, path: Path) -> int:
        """A new, empty file opened for appending. Raises FileExistsError where it is there already."""
        return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND | _BINARY, 0o600)

    def append_to(self, path: Path) -> int:
        """An existing file opened for appending."""
        return os.open(path, os.O_WRONLY | os.O_APPEND | _BINARY)

    def write(self, handle: int, data: bytes) -> None:
        """Append all of ``data``."""
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]

    def sync(self, handle: int) -> None:
        """Return once the file's bytes lie on the disk itself (macOS needs its own call to get past the drive's
        cache).
        """
        if sys.platform == "darwin":
            import fcntl

            with contextlib.suppress(OSError):
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
                return
        os.fsync(handle)

    def truncate(self, handle: int, size: int) -> None:
        """Cut the file back to ``size`` bytes."""
        os.ftruncate(handle, size)

    def close(self, handle: int) -> None:
        """Give the handle back."""
        os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Put ``source`` in the place of ``target`` in one step."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """A second name for the same file. Raises OSError where the file system knows no such thing."""
        os.link(source, target)

    def remove(self, path: Path) -> None:
        """Delete the file if it is there."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Make names made, moved or removed in ``folder`` durable; Windows does so by itself."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def read(self, path: Path) -> bytes:
        """The whole file."""
        return path.read_bytes()


_BINARY = getattr(os, "O_BINARY", 0)
