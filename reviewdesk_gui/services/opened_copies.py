"""Copies of attachments that other programs show; none of them outlives the window."""

import contextlib
import shutil
from pathlib import Path

from reviewdesk_gui.domain.attachment import Attachment, AttachmentError, clean_name

_HALF = ".half"
"""No attachment is called so: a clean name begins with no dot."""


class OpenedCopies:
    """``folder`` is this desk's alone; what a crash left in it goes before the first copy is made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.remove()

    def make(self, attachment: Attachment, data: bytes) -> Path:
        """A copy under the attachment's own name, to read only: what is changed in it would be lost. Raises
        AttachmentError.
        """
        place = self._folder / attachment.sha256[:16]
        path = place / clean_name(attachment.name)
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not path.exists():
                half = place / _HALF
                half.write_bytes(data)
                half.chmod(0o400)
                half.replace(path)
        except OSError as error:
            raise AttachmentError(f"{attachment.name} cannot be opened: {error.strerror}.") from None
        return path

    def remove(self) -> None:
        """Remove them all; what another program still holds on Windows goes with the next start."""
        for path in self._folder.rglob("*"):
            if path.is_file():
                with contextlib.suppress(OSError):
                    path.chmod(0o600)
        shutil.rmtree(self._folder, ignore_errors=True)
