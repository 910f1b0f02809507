"""The files that belong to the cases of an open desk: kept before a case says so, read back as they were, and gone from
the disk once neither the desk nor a kept backup needs them.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from reviewdesk_gui.domain.attachment import (
    LARGEST,
    Attachment,
    AttachmentError,
    MissingAttachmentError,
    clean_name,
    too_big,
)
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.store.attachment_folder import is_sealed_name, stored_name
from reviewdesk_gui.store.attachment_needs import digests
from reviewdesk_gui.store.attachment_switch import seal_plain
from reviewdesk_gui.store.codec import Encoded
from reviewdesk_gui.store.engine import Engine
from reviewdesk_gui.store.errors import reason, write_error
from reviewdesk_gui.store.shelf import Shelf

_BLOCK = 1 << 20
_UNKEPT = "The file was not attached"


class Attachments:
    """What is kept here may be kept and read in any thread."""

    def __init__(self, engine: Engine, shelf: Shelf) -> None:
        self._engine, self._shelf = engine, shelf
        self._folder = engine.attachments
        self._lock = engine.attachments.lock
        self._pending: set[str] = set()

    def keep_file(self, path: Path, step: Callable[[int], None]) -> Attachment:
        """A copy of the file at ``path``, for ``steps.attach``; on the disk when this returns.

        ``step`` is told how many bytes have been read and may raise to stop. Raises AttachmentError, ReadOnlyError,
        WriteError.
        """
        name = clean_name(path.name)
        if path.is_dir():
            raise AttachmentError(f"{name} is a folder; attach the files in it.")
        if path.exists() and not path.is_file():
            raise AttachmentError(f"{name} is no file that can be attached.")
        try:
            with path.open("rb") as handle:
                if os.fstat(handle.fileno()).st_size > LARGEST:
                    raise too_big(name, os.fstat(handle.fileno()).st_size)
                data = _read(handle, name, step)
        except OSError as error:
            raise AttachmentError(f"{name} cannot be read: {reason(error)}.") from None
        return self.keep(name, data)

    def keep(self, name: str, data: bytes) -> Attachment:
        """As ``keep_file``, for bytes in memory."""
        self._engine.must_write()
        if len(data) > LARGEST:
            raise too_big(name, len(data))
        try:
            with self._lock:
                sha256 = self._folder.put(data, self._engine.sealer)
                self._pending.add(sha256)
        except OSError as error:
            raise write_error(_UNKEPT, error) from None
        return Attachment(name=clean_name(name), size=len(data), sha256=sha256, added_at=datetime.now(UTC))

    def take(
        self,
        wanted: Collection[str],
        files: Mapping[str, Callable[[], BinaryIO]],
        step: Callable[[int], None] = lambda _number: None,
    ) -> None:
        """Keep what ``files`` gives for the ``wanted`` digests that are not here; ``step`` is told how many are
        done and may raise to stop.

        Raises AttachmentError where a file is not what its digest says, ReadOnlyError, WriteError.
        """
        try:
            for number, sha256 in enumerate(wanted):
                step(number)
                if not self._lies_there(sha256):
                    self._take_one(sha256, files[sha256])
        except BaseException:
            self.release(wanted)
            raise

    def _take_one(self, sha256: str, opener: Callable[[], BinaryIO]) -> None:
        try:
            with opener() as handle:
                data = _read(handle, sha256, lambda _done: None)
        except OSError as error:
            raise AttachmentError(f"An attachment cannot be read: {reason(error)}.") from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise AttachmentError("An attachment was changed while it was read. Import the file again.")
        self.keep(sha256, data)

    def release(self, wanted: Iterable[str]) -> None:
        """What was kept under these digests is not on its way into a case any more."""
        self._pending.difference_update(wanted)

    def read(self, attachment: Attachment) -> bytes:
        """The bytes as they were attached. Raises MissingAttachmentError."""
        try:
            with self._lock:
                data = self._folder.read(attachment.sha256, self._engine.sealer)
        except OSError as error:
            raise MissingAttachmentError(f"{attachment.name} cannot be read: {reason(error)}.") from None
        if data is None:
            state = "is damaged" if self._lies_there(attachment.sha256) else "is missing"
            raise MissingAttachmentError(
                f"{attachment.name} {state}. Restore a backup file that holds it, or attach it again."
            )
        return data

    def is_there(self, attachment: Attachment) -> bool:
        """Whether the file lies there; a quick look that does not read it."""
        return self._lies_there(attachment.sha256)

    def absent(self, cases: Iterable[Case]) -> frozenset[str]:
        """The digests of attachments of ``cases`` that do not lie there."""
        named = {one.sha256 for case in cases for one in case.attachments}
        there: frozenset[str] = frozenset()
        with contextlib.suppress(OSError):
            there = self._folder.names()
        return frozenset(digest for digest in named if not self._forms(digest) & there)

    def problems(self, cases: Iterable[Case]) -> list[str]:
        """One line for every attachment that is missing or damaged; reads them all."""
        found = []
        for case in cases:
            for attachment in case.attachments:
                try:
                    self.read(attachment)
                except MissingAttachmentError as error:
                    found.append(f"Case {case.id}: {error}")
        return found

    def arrived(self, cases: Iterable[Case]) -> None:
        """The cases have been saved: what they name is no longer on its way."""
        if self._pending:
            self.release(one.sha256 for case in cases for one in case.attachments)

    def tidy(self, cases: Iterable[Case], others: Iterable[Encoded]) -> None:
        """Seal what a crash left plain, and remove what neither the desk nor a backup needs. Where a backup cannot tell
        what it needs, nothing is removed. ``cases`` are those of the desk, ``others`` the documents that are not
        understood as such. Raises OSError.
        """
        with self._lock:
            seal_plain(self._folder, self._engine.sealer)
            names = self._folder.names()
            if not names:
                return
            named = {one.sha256 for case in cases for one in case.attachments} | digests(others)
            spare = names - self._all_forms(named)
            kept = self._shelf.needs() if spare else None
            if kept is None:
                return
            kept = frozenset(name if is_sealed_name(name) else self._name(name) for name in kept)
            if kept <= names:
                self._folder.remove(sorted(spare - kept))

    def forget(self, unread: Collection[Path]) -> None:
        """Remove at once what neither the desk nor a backup needs; what the ``unread`` backups need does not count.
        Raises OSError.
        """
        with self._lock:
            kept = self._shelf.needs(unread) or frozenset()
            named = digests(self._engine.tables["cases"].values()) | self._pending
            self._folder.remove(sorted(self._folder.names() - kept - self._all_forms(named)))

    def _all_forms(self, named: Iterable[str]) -> frozenset[str]:
        return frozenset(name for sha256 in named for name in self._forms(sha256))

    def _forms(self, sha256: str) -> frozenset[str]:
        return frozenset((self._name(sha256), sha256))

    def _name(self, sha256: str) -> str:
        return stored_name(sha256, self._engine.sealer)

    def _lies_there(self, sha256: str) -> bool:
        with contextlib.suppress(OSError):
            return any((self._folder.path / name).is_file() for name in self._forms(sha256))
        return False


def _read(handle: BinaryIO, name: str, step: Callable[[int], None]) -> bytes:
    """The whole file, or AttachmentError where it is larger than a case takes."""
    parts: list[bytes] = []
    done = 0
    while block := handle.read(_BLOCK):
        parts.append(block)
        done += len(block)
        if done > LARGEST:
            raise too_big(name, done)
        step(done)
    return b"".join(parts)
