"""What can go wrong with a desk file; every ``str`` is one line for the owner: what happened and what to do."""

import errno
from datetime import datetime
from pathlib import Path

from reviewdesk_gui.domain.errors import ReviewDeskError


class DeskError(ReviewDeskError):
    """The desk cannot be opened, read or written."""


class LockedError(DeskError):
    """Somebody else has the desk open. ``elsewhere`` is true where another computer left its note and may be gone: the
    owner may then open with ``take_over``.
    """

    def __init__(self, path: Path, host: str, pid: int, since: datetime | None, *, elsewhere: bool = False) -> None:
        self.path, self.host, self.pid, self.since, self.elsewhere = path, host, pid, since, elsewhere
        who = f"on the computer {host}" if elsewhere else "in another ReviewDesk window"
        who += f" (process {pid})" if pid and not elsewhere else ""
        when = f" since {since.astimezone():%Y-%m-%d %H:%M}" if since else ""
        cure = "Close it there first, or take it over (doctor --repair does)." if elsewhere else "Close it first."
        super().__init__(f"The desk {path.name} is open {who}{when}. {cure}")


class UnreadableDeskError(DeskError):
    """The file is no desk, or nothing of it can be read; it has not been touched."""


class PhraseNeededError(DeskError):
    """The desk is protected and no pass-phrase was given."""


class WrongPhraseError(DeskError):
    """The pass-phrase does not open the desk."""


class ReadOnlyError(DeskError):
    """A change was asked of a desk that is open for reading only."""


class WriteError(DeskError):
    """The disk refused; the change was not made."""


class MigrationError(DeskError):
    """A step to a newer form of the file failed; the old file stands as it was."""


class BackupError(DeskError):
    """A backup could not be made, read or put back."""


_REASONS = {
    errno.ENOSPC: "the disk is full. Make room and try again",
    errno.EDQUOT: "your share of the disk is used up. Make room and try again",
    errno.EROFS: "the disk is read-only. Use another disk",
    errno.EACCES: "access is denied. Check the folder's permissions",
    errno.EPERM: "access is denied. Check the folder's permissions",
    errno.EIO: "the disk reported an error. Back up to another disk soon",
    errno.ENOENT: "the folder is gone. Is the disk still plugged in?",
    errno.ENODEV: "the disk is gone. Is it still plugged in?",
    errno.EFBIG: "the file would be larger than this disk allows",
}


def reason(error: OSError) -> str:
    """Why the disk refused, in plain words."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def write_error(what: str, error: OSError) -> WriteError:
    """``what`` says what was not done ("The change was not saved")."""
    return WriteError(f"{what}: {reason(error)}.")
