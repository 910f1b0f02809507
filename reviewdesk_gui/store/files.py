"""Which files make up a desk: the snapshot and what lies beside it."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_JOURNAL = re.compile(r"\.journal-(\d{6,})$")


@dataclass(frozen=True, slots=True)
class DeskFiles:
    """Names derived from the path of the desk file."""

    desk: Path

    @property
    def folder(self) -> Path:
        """Where all of them lie."""
        return self.desk.parent

    def beside(self, ending: str) -> Path:
        """The companion with that ending."""
        return self.desk.with_name(f"{self.desk.name}.{ending}")

    @property
    def previous(self) -> Path:
        """The snapshot before the present one."""
        return self.beside("previous")

    @property
    def drafts(self) -> Path:
        """Replies as typed, not yet part of a case."""
        return self.beside("drafts")

    @property
    def lock(self) -> Path:
        """Held while the desk is open for writing."""
        return self.beside("lock")

    @property
    def owner(self) -> Path:
        """Who holds the lock."""
        return self.beside("owner")

    @property
    def key(self) -> Path:
        """The wrapped key of a protected desk."""
        return self.beside("key")

    @property
    def backups(self) -> Path:
        """The folder of dated backups."""
        return self.beside("backups")

    @property
    def attachments(self) -> Path:
        """The folder of the files that belong to cases."""
        return self.beside("attachments")

    def journal(self, number: int) -> Path:
        """The journal file with that number."""
        return self.beside(f"journal-{number:06d}")

    def journals(self) -> list[tuple[int, Path]]:
        """All journal files by number, oldest first."""
        found = []
        for path in self._companions():
            match = _JOURNAL.search(path.name)
            if match:
                found.append((int(match.group(1)), path))
        return sorted(found)

    def strays(self) -> list[Path]:
        """Half-written temporary files that a crash left."""
        beside = [path for path in self._companions() if path.name.endswith(".tmp")]
        return beside + [stray for folder in (self.backups, self.attachments) for stray in folder.glob("*.tmp")]

    def damaged(self) -> list[Path]:
        """Bad files that were kept aside."""
        return sorted(path for path in self._companions() if ".damaged-" in path.name)

    def aside(self, path: Path, now: datetime) -> Path:
        """A free dated name for a bad file."""
        stem = f"{path.name}.damaged-{now.astimezone():%Y-%m-%d-%H%M%S}"
        target, count = path.with_name(stem), 1
        while target.exists():
            count += 1
            target = path.with_name(f"{stem}-{count}")
        return target

    def has_companions(self) -> bool:
        """Whether anything beside the snapshot says that this is a desk of ours."""
        return self.previous.exists() or bool(self.journals()) or self.backups.is_dir() or self.key.exists()

    def _companions(self) -> list[Path]:
        prefix = f"{self.desk.name}."
        try:
            return [path for path in self.folder.iterdir() if path.name.startswith(prefix) and path.is_file()]
        except OSError:
            return []


def instance_name(path: Path) -> str:
    """A short name, the same for every spelling of the path, under which the window of this desk can be called."""
    full = str(path.expanduser().resolve())
    return "reviewdesk-" + hashlib.sha256(full.encode("utf-8", "surrogateescape")).hexdigest()[:16]
