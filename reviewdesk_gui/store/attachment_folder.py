"""The folder of attachments beside a desk: every file once, named after what it holds, sealed where the desk is.

A plain file is named by its SHA-256. A sealed one is named by a keyed digest instead, which tells nobody which file it
is and differs from key to key, so that files under two keys never meet while the pass-phrase changes.
"""

import hashlib
import re
import threading
from collections.abc import Iterable
from pathlib import Path

from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.sealed_file import seal_chunks, unseal
from reviewdesk_gui.store.sealing import Sealer, SealError
from reviewdesk_gui.store.whole_file import write_whole

_SEALED = ".sealed"
_NAME = re.compile(r"[0-9a-f]{64}(?:\.sealed)?")


def stored_name(sha256: str, sealer: Sealer | None) -> str:
    """The name of the file with these bytes."""
    return sealer.name_for(sha256) + _SEALED if sealer else sha256


def is_stored_name(name: str) -> bool:
    """Whether a file with this name can be one of ours."""
    return _NAME.fullmatch(name) is not None


def is_sealed_name(name: str) -> bool:
    """Whether the file with this name is sealed."""
    return name.endswith(_SEALED)


def plain_bytes(name: str, data: bytes, sealer: Sealer | None) -> bytes | None:
    """The bytes of a file called ``name``; None where they cannot be read or are not what they were."""
    if not is_sealed_name(name):
        return data if hashlib.sha256(data).hexdigest() == name else None
    try:
        data = unseal(data, sealer) if sealer else b""
    except SealError:
        return None
    return data if sealer and stored_name(hashlib.sha256(data).hexdigest(), sealer) == name else None


class AttachmentFolder:
    """The files themselves; all methods raise OSError. Who does several things with it that belong together holds
    ``lock``.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        self.path, self._disk = path, disk
        self.lock = threading.RLock()

    def names(self) -> frozenset[str]:
        """The names of all whole files."""
        try:
            return frozenset(file.name for file in self.path.iterdir() if is_stored_name(file.name))
        except FileNotFoundError:
            return frozenset()

    def raw(self, name: str) -> bytes:
        """A file as it lies there."""
        return self._disk.read(self.path / name)

    def read(self, sha256: str, sealer: Sealer | None) -> bytes | None:
        """The bytes with this digest; None where they are not there, or damaged."""
        # A crash while the pass-phrase was set may have left a file that is not sealed yet.
        for name in dict.fromkeys((stored_name(sha256, sealer), sha256)):
            try:
                found = plain_bytes(name, self.raw(name), sealer)
            except FileNotFoundError:
                continue
            if found is not None:
                return found
        return None

    def put(self, data: bytes, sealer: Sealer | None) -> str:
        """Keep the bytes; their digest. They are on the disk when this returns."""
        sha256 = hashlib.sha256(data).hexdigest()
        name = stored_name(sha256, sealer)
        if self._holds(name, data, sealer):
            return sha256
        if not self.path.is_dir():
            self.path.mkdir(mode=0o700)
            self._disk.sync_folder(self.path.parent)
        write_whole(self._disk, self.path / name, seal_chunks([data], sealer) if sealer else [data])
        return sha256

    def _holds(self, name: str, data: bytes, sealer: Sealer | None) -> bool:
        try:
            return plain_bytes(name, self.raw(name), sealer) == data
        except OSError:
            return False

    def remove(self, names: Iterable[str]) -> None:
        """Delete these files for good."""
        gone = list(names)
        for name in gone:
            self._disk.remove(self.path / name)
        if gone:
            self._disk.sync_folder(self.path)
