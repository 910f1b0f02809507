"""The snapshot written anew from the tables in memory, so that the journal can begin again.

The former snapshot and the journals on top of it stay until the next time: a desk file that turns out damaged loses
nothing.
"""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.keys import Keys
from reviewdesk_gui.store.sealed_file import seal_chunks
from reviewdesk_gui.store.snapshot import Meta, Tables, render
from reviewdesk_gui.store.whole_file import write_temporary


@dataclass(frozen=True, slots=True)
class Frozen:
    """What one compaction writes: tables and meta of one moment."""

    tables: Tables
    meta: Meta


class Compactor:
    """Writes snapshots. ``floor`` is the number of the first journal file that the present snapshot still needs on
    top.
    """

    def __init__(self, files: DeskFiles, disk: Disk, keys: Keys | None, floor: int) -> None:
        self._files, self._disk, self.keys = files, disk, keys
        self._floor = floor

    def write(self, frozen: Frozen, former: Path | None) -> int:
        """The desk file replaced and journals dropped that nothing needs any more; the new size in bytes.

        ``former`` is where the present desk file goes; with None nothing of what was before stays (privacy, change of
        protection). Raises OSError; the desk's content stands then.
        """
        chunks = render(frozen.tables, frozen.meta)
        if self.keys:
            chunks = seal_chunks(chunks, self.keys.sealer, self.keys.envelope)
        temporary, size = write_temporary(self._disk, self._files.desk, chunks)
        if former and self._files.desk.exists():
            self._keep_former(former)
        self._disk.replace(temporary, self._files.desk)
        self._disk.sync_folder(self._files.folder)
        if not former:
            self._disk.remove(self._files.previous)
        self._drop_journals(self._floor - 1 if former else frozen.meta.journal)
        self._floor = frozen.meta.journal + 1
        return size

    def keep_aside(self, path: Path, target: Path) -> None:
        """Move a bad file out of the way under its dated name. Raises OSError."""
        self._disk.replace(path, target)
        self._disk.sync_folder(self._files.folder)

    def _keep_former(self, former: Path) -> None:
        """A second name for the present snapshot; a file system without such names has it renamed, which recovery
        knows.
        """
        spare = former.with_name(former.name + ".tmp")
        self._disk.remove(spare)
        try:
            self._disk.link(self._files.desk, spare)
        except OSError:
            self._disk.replace(self._files.desk, former)
        else:
            self._disk.replace(spare, former)

    def _drop_journals(self, last: int) -> None:
        for number, path in self._files.journals():
            if number <= last:
                # One that stays is skipped at the next opening and dropped at the next compaction.
                with contextlib.suppress(OSError):
                    self._disk.remove(path)
