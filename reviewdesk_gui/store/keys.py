"""Getting at the key of a protected desk."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from reviewdesk_gui.store.disk import Disk
from reviewdesk_gui.store.errors import PhraseNeededError, UnreadableDeskError, reason
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.sealed_file import envelope_of, is_sealed
from reviewdesk_gui.store.sealing import Envelope, Sealer
from reviewdesk_gui.store.whole_file import write_whole

_HEAD = 4096
_ENVELOPE = msgspec.json.Decoder(Envelope)


@dataclass(frozen=True, slots=True)
class Keys:
    """The data key at work, and the envelope that holds it on the disk."""

    sealer: Sealer
    envelope: Envelope

    @classmethod
    def from_phrase(cls, envelope: Envelope, phrase: str) -> "Keys":
        """Raises WrongPhraseError."""
        return cls(Sealer(envelope.unwrap(phrase)), envelope)


def is_protected(path: Path) -> bool:
    """Whether the desk at ``path`` asks for a pass-phrase."""
    files = DeskFiles(path)
    head = _head(files.desk)
    if head and not is_sealed(head):
        return head[:1] != b"{" and _envelope(files) is not None
    return bool(head) or _envelope(files) is not None


def unlock(files: DeskFiles, phrase: str | None) -> Keys | None:
    """The keys of the desk, None where it is not protected.

    The key file counts first: it alone follows a change of the phrase. The copies in the heads of the snapshots are
    for the case that it is lost. Raises PhraseNeededError, WrongPhraseError, UnreadableDeskError.
    """
    if not is_protected(files.desk):
        return None
    envelope = _envelope(files)
    if envelope is None:
        raise UnreadableDeskError(f"The key of the protected desk {files.desk.name} cannot be read. Restore a backup.")
    if phrase is None:
        raise PhraseNeededError(f"The desk {files.desk.name} is protected. Give its pass-phrase.")
    return Keys.from_phrase(envelope, phrase)


def write_key(files: DeskFiles, disk: Disk, envelope: Envelope) -> None:
    """The key file replaced. Raises OSError."""
    write_whole(disk, files.key, [msgspec.json.encode(envelope)])


def _envelope(files: DeskFiles) -> Envelope | None:
    try:
        return _ENVELOPE.decode(files.key.read_bytes())
    except (OSError, msgspec.MsgspecError):
        pass
    return envelope_of(_head(files.desk)) or envelope_of(_head(files.previous))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UnreadableDeskError(f"The desk {path.name} cannot be read: {reason(error)}.") from None
