"""Replies as typed, between two saves of their case: a small file of checksummed lines beside the desk.

Every draft names the transaction after which it was typed; a later save of its case makes it void. The file is
written anew once it is much larger than what it holds, so typing does not make it grow without bound.
"""

import contextlib
import threading
from collections.abc import Iterable
from datetime import datetime

import msgspec

from reviewdesk_gui.store.codec import encode
from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.errors import write_error
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.lines import frame, read_lines
from reviewdesk_gui.store.sealing import Sealer
from reviewdesk_gui.store.whole_file import write_whole

_PURPOSE = b"drafts"
_SMALL = 64 * 1024
_SLACK = 8


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a case's draft; ``after`` is the transaction that was the last when it was typed, ``at`` is UTC."""

    case: str
    text: str
    template: str | None = None
    at: datetime
    after: int


_DRAFT = msgspec.json.Decoder(Draft)


def read_drafts(data: bytes, sealer: Sealer | None) -> dict[str, Draft]:
    """The last readable draft of each case."""
    drafts: dict[str, Draft] = {}
    for payload in filter(None, read_lines(data, sealer, _PURPOSE)):
        with contextlib.suppress(msgspec.MsgspecError):
            draft = _DRAFT.decode(payload)
            drafts[draft.case] = draft
    return drafts


class DraftFile:
    """The writing end."""

    def __init__(self, files: DeskFiles, disk: Disk, sealer: Sealer | None) -> None:
        self._path, self._disk, self._sealer = files.drafts, disk, sealer
        self._drafts: dict[str, Draft] = {}
        self._handle: int | None = None
        # Typing goes on while a compaction in the background tidies up.
        self._lock = threading.RLock()
        self._size = 0
        self._live = 0

    def keep(self, draft: Draft) -> None:
        """Write the draft down; it outlives the process once this returns. Raises WriteError."""
        line = frame(encode(draft), self._sealer, _PURPOSE)
        with self._lock:
            self._drafts[draft.case] = draft
            try:
                if self._handle is None or self._size > max(_SMALL, _SLACK * self._live):
                    self._rewrite()
                else:
                    self._disk.write(self._handle, line)
                    self._size += len(line)
            except OSError as error:
                self._close()
                raise write_error("The draft was not saved", error) from None

    def sync(self) -> None:
        """Get what was kept past a power cut too; slow, and safe from any thread. Raises OSError."""
        with contextlib.suppress(FileNotFoundError):
            handle = self._disk.append_to(self._path)
            try:
                self._disk.sync(handle)
            finally:
                self._disk.close(handle)

    def forget(self, case_ids: Iterable[str]) -> None:
        """The cases were saved or deleted; their drafts are void."""
        with self._lock:
            for case_id in case_ids:
                self._drafts.pop(case_id, None)

    def tidy(self) -> None:
        """Leave only what still counts on the disk; no file where nothing does. Raises OSError."""
        with self._lock:
            if self._drafts:
                self._rewrite()
            elif self._handle is not None or self._path.exists():
                self._close()
                self._disk.remove(self._path)
                self._disk.sync_folder(self._path.parent)
                self._size = 0

    def holds(self, case_id: str) -> bool:
        """Whether a draft of the case waits that no save has overtaken."""
        return case_id in self._drafts

    def waiting(self) -> list[Draft]:
        """The drafts that no save has overtaken."""
        with self._lock:
            return list(self._drafts.values())

    def reseal(self, sealer: Sealer | None) -> None:
        """Seal what is written from now on with another key."""
        with self._lock:
            self._close()
            self._sealer = sealer

    def close(self) -> None:
        """Let the file go; what it holds stays."""
        with self._lock:
            self._close()

    def _rewrite(self) -> None:
        self._close()
        data = b"".join(frame(encode(draft), self._sealer, _PURPOSE) for draft in self._drafts.values())
        write_whole(self._disk, self._path, [data])
        self._handle = self._disk.append_to(self._path)
        self._size = self._live = len(data)

    def _close(self) -> None:
        if self._handle is not None:
            with contextlib.suppress(OSError):
                self._disk.close(self._handle)
            self._handle = None
