"""The attachments within a backup: as they lie beside the desk, each with its size and digest in the manifest."""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator

import msgspec

from reviewdesk_gui.domain.attachment import LARGEST
from reviewdesk_gui.store.attachment_folder import AttachmentFolder, is_stored_name

_INSIDE = "attachments/"
_MOST = LARGEST + (1 << 20)


class Held(msgspec.Struct, frozen=True):
    """A file within the backup: its name beside the desk, its size in bytes and SHA-256 as it lies there."""

    name: str
    size: int
    sha256: str


def write_files(archive: zipfile.ZipFile, folder: AttachmentFolder, names: Iterable[str]) -> tuple[Held, ...]:
    """Put the files into the backup; one that cannot be read is left out. Raises OSError where the zip cannot be
    written.
    """
    held = []
    for name in names:
        try:
            data = folder.raw(name)
        except OSError:
            continue
        archive.writestr(zipfile.ZipInfo(_INSIDE + name), data, zipfile.ZIP_STORED)
        held.append(Held(name, len(data), hashlib.sha256(data).hexdigest()))
    return tuple(held)


def read_files(archive: zipfile.ZipFile, held: Iterable[Held]) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of what the backup holds. Raises ValueError where a file is not what the manifest says, and what
    zipfile raises.
    """
    for one in held:
        if not is_stored_name(one.name) or one.size > _MOST:
            raise ValueError("no attachment")
        with archive.open(_INSIDE + one.name) as entry:
            data = entry.read(one.size + 1)
        if len(data) != one.size or hashlib.sha256(data).hexdigest() != one.sha256:
            raise ValueError("an attachment is not what it was")
        yield one.name, data
