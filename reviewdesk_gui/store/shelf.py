"""The folder of dated backups beside the desk."""

import contextlib
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from reviewdesk_gui.store.archive import Attached, Manifest, read_archive, read_manifest, write_archive
from reviewdesk_gui.store.attachment_folder import AttachmentFolder
from reviewdesk_gui.store.compaction import Frozen
from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.errors import BackupError, DeskError
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.keys import Keys
from reviewdesk_gui.store.sealing import Sealer
from reviewdesk_gui.store.snapshot import Meta, Tables
from reviewdesk_gui.store.thinning import superfluous

_NAME = re.compile(r"-(\d{4}-\d\d-\d\d-\d{6})(?:-\d+)?-(day|hand|before)\.zip$")
_STAMP = "%Y-%m-%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: when it was made (local time, as its name says), why (day, hand, before), what it holds.

    ``manifest`` is None where the file cannot be read.
    """

    path: Path
    made_at: datetime
    why: str
    manifest: Manifest | None


class Shelf:
    """Makes, lists, reads and thins the backups of a desk. ``now`` tells the aware present moment."""

    def __init__(self, files: DeskFiles, disk: Disk, now: Callable[[], datetime] | None = None) -> None:
        self._folder, self._stem, self._disk = files.backups, files.desk.stem, disk
        self._attached = Attached(AttachmentFolder(files.attachments, disk))
        self._now = now or (lambda: datetime.now(UTC))

    def backups(self) -> list[Backup]:
        """All backups, newest first."""
        found = []
        for made_at, why, path in self._names():
            try:
                manifest = read_manifest(path)
            except BackupError:
                manifest = None
            found.append(Backup(path, made_at, why, manifest))
        return found

    def newest_moment(self) -> datetime | None:
        """When the newest one was made (aware), None where there is none."""
        names = self._names()
        return names[0][0] if names else None

    def is_due(self) -> bool:
        """Whether today has no backup yet."""
        newest = self.newest_moment()
        return newest is None or newest.date() < self._today()

    def make(self, frozen: Frozen, keys: Keys | None, why: str) -> Path:
        """A verified backup; older ones are thinned out. Raises BackupError."""
        stamp = self._now().astimezone().strftime(_STAMP)
        path, count = self._folder / f"{self._stem}-{stamp}-{why}.zip", 1
        while path.exists():
            count += 1
            path = self._folder / f"{self._stem}-{stamp}-{count}-{why}.zip"
        write_archive(self._disk, path, frozen, keys, why, self._attached)
        self.thin()
        return path

    def thin(self) -> None:
        """Remove what the thinning rule no longer keeps."""
        names = self._names()
        gone = superfluous((made_at for made_at, _, _ in names), self._today())
        for made_at, _, path in names:
            if made_at in gone:
                with contextlib.suppress(OSError):
                    self._disk.remove(path)

    def newest_good(self, sealer: Sealer | None) -> tuple[Tables, Meta, str] | None:
        """Tables, meta and file name of the newest backup that can be read."""
        for _, _, path in self._names():
            with contextlib.suppress(DeskError):
                return (*read_archive(path, sealer), path.name)
        return None

    def needs(self, without: Collection[Path] = ()) -> frozenset[str] | None:
        """The names of the attachments that the backups speak of, but for those ``without``; None where one of them
        cannot be read.
        """
        needed: set[str] = set()
        for _, _, path in self._names():
            if path not in without:
                try:
                    needed.update(read_manifest(path).attachments)
                except BackupError:
                    return None
        return frozenset(needed)

    def rewrite(self, change: Callable[[Tables], Tables], old: Sealer | None, keys: Keys | None) -> list[Path]:
        """Every backup written anew with ``change`` applied and sealed with ``keys``; those that could not be, as
        they are.

        Used where something must not be found in old backups either.
        """
        left = []
        for _, why, path in self._names():
            try:
                tables, meta = read_archive(path, old)
                attached = replace(self._attached, whole=bool(read_manifest(path).files))
                write_archive(self._disk, path, Frozen(change(tables), meta), keys, why, attached)
            except DeskError:
                left.append(path)
        return left

    def _today(self) -> date:
        return self._now().astimezone().date()

    def _names(self) -> list[tuple[datetime, str, Path]]:
        """Moment, reason and path of each, newest first."""
        found = []
        try:
            paths = list(self._folder.iterdir())
        except OSError:
            return []
        for path in paths:
            match = _NAME.search(path.name)
            if match:
                moment = datetime.strptime(match.group(1), _STAMP).astimezone()
                found.append((moment, match.group(2), path))
        return sorted(found, key=lambda entry: (entry[0], entry[2].name), reverse=True)
