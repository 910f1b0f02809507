"""A backup put in place where no desk is open: on a new laptop, or over the desk that is there."""

from pathlib import Path

from reviewdesk_gui.store.archive import read_archive, read_desk_bytes
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.errors import BackupError, reason
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.whole_file import write_whole


def restore(
    backup: Path, path: Path, *, phrase: str | None = None, backup_phrase: str | None = None, disk: Disk | None = None
) -> Path | None:
    """The desk at ``path`` made what ``backup`` holds; the path of the kept former state, None where there was no
    desk.

    ``phrase`` opens the desk that is there; ``backup_phrase`` a backup made under another key. A protected backup on
    a new laptop becomes a desk under the phrase of the day it was made. Raises LockedError, BackupError,
    PhraseNeededError, WrongPhraseError, WriteError.
    """
    files = DeskFiles(path.expanduser().resolve())
    if files.desk.exists() or files.has_companions():
        with Desk.open(files.desk, passphrase=phrase, disk=disk) as desk:
            return desk.backups.go_back(backup, backup_phrase)
    read_archive(backup, None, backup_phrase)
    try:
        files.folder.mkdir(parents=True, exist_ok=True)
        write_whole(disk or Disk(), files.desk, [read_desk_bytes(backup)])
    except OSError as error:
        raise BackupError(f"The backup could not be put in place at {path}: {reason(error)}.") from None
    with Desk.open(files.desk, passphrase=backup_phrase, disk=disk) as desk:
        desk.backups.take_attachments(backup)
    return None
