"""Writing a file so that either the old or the new one is there, whole, whatever happens."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

from reviewdesk_gui.store.disk import Disk


def write_temporary(disk: Disk, target: Path, chunks: Iterable[bytes]) -> tuple[Path, int]:
    """All of ``chunks`` durable in a temporary file beside ``target``: its path and size in bytes. Raises OSError."""
    temporary = target.with_name(target.name + ".tmp")
    disk.remove(temporary)
    handle = disk.create(temporary)
    size = 0
    try:
        for chunk in chunks:
            disk.write(handle, chunk)
            size += len(chunk)
        disk.sync(handle)
    except OSError:
        # Half a file would only take up room on a disk that may be full.
        with contextlib.suppress(OSError):
            disk.remove(temporary)
        raise
    finally:
        disk.close(handle)
    return temporary, size


def write_whole(disk: Disk, target: Path, chunks: Iterable[bytes]) -> int:
    """Replace ``target`` by ``chunks``; its size in bytes. Raises OSError, and the old file stands then."""
    temporary, size = write_temporary(disk, target, chunks)
    disk.replace(temporary, target)
    disk.sync_folder(target.parent)
    return size
