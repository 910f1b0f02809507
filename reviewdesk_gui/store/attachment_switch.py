"""Attachments while the pass-phrase of a desk is set or taken away: kept in the new form before the desk changes to it,
gone in the old one after.
"""

import contextlib
from collections.abc import Iterable

from reviewdesk_gui.store.attachment_folder import AttachmentFolder, is_sealed_name, plain_bytes
from reviewdesk_gui.store.sealing import Sealer


def copy_under(folder: AttachmentFolder, old: Sealer | None, new: Sealer | None) -> list[str]:
    """Every attachment that can be read under ``old`` kept under ``new`` as well; the names under ``old``. Raises
    OSError.
    """
    former = []
    for name in sorted(folder.names()):
        data = _readable(folder, name, old)
        if data is not None:
            folder.put(data, new)
            former.append(name)
    return former


def drop(folder: AttachmentFolder, names: Iterable[str]) -> None:
    """Remove as much of ``names`` as the disk allows; the next opening tidies the rest."""
    for name in names:
        with contextlib.suppress(OSError):
            folder.remove([name])


def seal_plain(folder: AttachmentFolder, sealer: Sealer | None) -> None:
    """Seal what lies plain beside a protected desk. Raises OSError."""
    for name in sorted(folder.names()) if sealer else ():
        data = None if is_sealed_name(name) else _readable(folder, name, None)
        if data is not None:
            folder.put(data, sealer)
            folder.remove([name])


def _readable(folder: AttachmentFolder, name: str, sealer: Sealer | None) -> bytes | None:
    if is_sealed_name(name) is not (sealer is not None):
        return None
    return plain_bytes(name, folder.raw(name), sealer)
