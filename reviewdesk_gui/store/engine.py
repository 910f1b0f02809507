"""The tables of an open desk and everything that keeps them durable; knows documents, not cases."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from reviewdesk_gui.store.attachment_folder import AttachmentFolder
from reviewdesk_gui.store.background import Background
from reviewdesk_gui.store.codec import Encoded
from reviewdesk_gui.store.compaction import Compactor, Frozen
from reviewdesk_gui.store.database import DeskStorage
from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.drafts import Draft, DraftFile
from reviewdesk_gui.store.errors import ReadOnlyError, reason
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.journal import Journal
from reviewdesk_gui.store.keys import Keys
from reviewdesk_gui.store.recovery import State
from reviewdesk_gui.store.sealed_file import is_sealed
from reviewdesk_gui.store.sealing import Envelope, Sealer
from reviewdesk_gui.store.snapshot import Meta, Tables

_GROWN = 1 << 20
_SHARE = 4


class Engine:
    """Storage, journal, snapshots and drafts of one desk. ``writable`` turns false when it is closed."""

    def __init__(
        self, files: DeskFiles, disk: Disk, state: State, meta: Meta, keys: Keys | None, *, writable: bool
    ) -> None:
        self.files, self.disk, self.keys = files, disk, keys
        self.writable = writable
        self.background = Background()
        sealer = self.sealer
        self.attachments = AttachmentFolder(files.attachments, disk)
        self.drafts = DraftFile(files, disk, sealer)
        self._meta = meta
        self._journal = Journal(files, disk, sealer, meta=meta, number=state.number)
        self.storage = DeskStorage(state.tables, self._journal if writable else None)
        self._compactor = Compactor(files, disk, keys, state.floor)
        self._size = state.snapshot_size
        self._dirty = state.replayed > 0

    @property
    def sealer(self) -> Sealer | None:
        """Seals with the key at work; None where the desk is plain."""
        return self.keys.sealer if self.keys else None

    @property
    def tables(self) -> Tables:
        """The documents by table and id. Not to be changed but by ``commit``."""
        return self.storage.tables

    @property
    def sequence(self) -> int:
        """The last acknowledged transaction."""
        return self._journal.sequence

    @property
    def needs_compaction(self) -> bool:
        """Whether the journal has outgrown its share of the snapshot."""
        return self.writable and self._journal.size > max(_GROWN, self._size // _SHARE)

    def must_write(self) -> None:
        """Raises ReadOnlyError where the desk takes no changes."""
        if not self.writable:
            raise ReadOnlyError("This desk is open for reading only; nothing was changed.")

    def commit(self, put: Mapping[str, Mapping[str, Encoded]], drop: Mapping[str, list[str]]) -> None:
        """One durable transaction; the snapshot follows in the background when it is due. Raises WriteError."""
        if any(put.values()) or any(drop.values()):
            self.must_write()
            self.storage.commit(put, drop)
            if self.needs_compaction:
                self.compact_in_background()

    def keep_draft(self, draft: Draft) -> None:
        """A draft that outlives the process when this returns, and a power cut a moment later. Raises WriteError."""
        self.must_write()
        self.drafts.keep(draft)
        if not self.background.busy:
            self.background.start("The draft was not saved", self.drafts.sync)

    def frozen(self) -> Frozen:
        """The state of this moment."""
        meta = msgspec.structs.replace(
            self._meta,
            sequence=self._journal.sequence,
            journal=self._journal.number,
            saved_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        return Frozen(self.storage.frozen(), meta)

    def compaction(self, former: Path | None) -> Callable[[], None]:
        """The state of this moment, frozen, to be written as the snapshot here or in another thread.

        ``former`` is where the present desk file goes; None leaves nothing of the past behind. The work raises OSError.
        """
        self._journal.rotate()
        frozen = self.frozen()
        self._dirty = False

        def work() -> None:
            # Drafts that a save has overtaken must be gone before the journal that says so.
            self.drafts.tidy()
            try:
                self._size = self._compactor.write(frozen, former)
            except OSError:
                self._dirty = True
                raise

        return work

    def compact_in_background(self) -> None:
        """Write the snapshot anew off this thread, unless something is under way there."""
        if self.writable and not self.background.busy:
            self.background.start("The desk file was not rewritten", self.compaction(self.files.previous))

    def keep_aside(self, path: Path, target: Path) -> None:
        """Move a bad file out of the way. Raises OSError."""
        self._compactor.keep_aside(path, target)

    def use_envelope(self, envelope: Envelope) -> None:
        """The same key under another phrase from now on."""
        if self.keys:
            self.keys = self._compactor.keys = Keys(self.keys.sealer, envelope)

    def rekey(self, keys: Keys | None) -> None:
        """Everything from now on sealed with ``keys`` (None: plain), the snapshot at once. Drafts must be folded in
        before.

        Raises OSError; ``keys`` then says which of the two holds.
        """
        self.background.wait()
        former = self.keys
        self._use_keys(keys)
        try:
            self.compaction(None)()
        except OSError:
            # The journal must go on in the way of the snapshot that lies there now.
            if is_sealed(self.disk.read(self.files.desk)) is not (keys is not None):
                self._use_keys(former)
            raise

    def _use_keys(self, keys: Keys | None) -> None:
        self.keys = self._compactor.keys = keys
        self._journal.rotate()
        self._journal.sealer = self.sealer
        self.drafts.reseal(self.sealer)

    def close(self) -> None:
        """Finish what is under way and write the snapshot; what the disk refuses stays in the journal."""
        self.background.wait()
        try:
            if self.writable and (self._dirty or self._journal.size):
                self.compaction(self.files.previous)()
            elif self.writable:
                self.drafts.tidy()
        except OSError as error:
            self.background.note(f"The desk file was not rewritten: {reason(error)}.")
        finally:
            self.writable = False
            self.background.stop()
            self._journal.rotate()
            self.drafts.close()
