"""Keeping other writers off the files of a desk."""

import re
import stat
from itertools import pairwise
from pathlib import Path

from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.sealed_file import MAGIC

_ENDINGS = r"\.(?:previous|drafts|lock|owner|key|backups|attachments|journal-\d+)(?:\..*)?"
_COMPANION = re.compile(rf"{_ENDINGS}|.*\.damaged-.*|.*\.tmp")
_OF_SOME_DESK = re.compile(rf"(.+?){_ENDINGS}", re.IGNORECASE)
_HEAD, _TAIL = b'{"cases":{', b'"desk_id":"'
_TAIL_WITHIN = 1024


def keep_off(target: Path, desk: Path) -> None:
    """Raises UsageError where a file written to ``target`` would replace ``desk``, another desk, or a file that belongs
    to either, or what is a device or a pipe; letter case is no difference, since many disks know none.
    """
    target, files = target.expanduser().resolve(), DeskFiles(desk.expanduser().resolve())
    if _is_no_file(target):
        raise UsageError(f"{target} is no file; choose another name or another folder.")
    if _belongs(_name_beside(target, files.folder), files.desk.name):
        raise UsageError(
            f"{target} would overwrite the desk itself or what belongs to it; choose another name or another folder."
        )
    if target.is_file() and _is_desk(target):
        raise UsageError(f"{target} would overwrite another desk; choose another name or another folder.")
    if any(map(_belongs_to_a_desk, (target, *target.parents))):
        raise UsageError(f"{target} belongs to another desk; choose another name or another folder.")


def _is_no_file(path: Path) -> bool:
    """Whether a device, a pipe or a socket stands there; that a folder does is told by the writing."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _is_desk(path: Path) -> bool:
    files = DeskFiles(path)
    return files.has_companions() or files.lock.exists() or _reads_as_desk(path)


def _reads_as_desk(path: Path) -> bool:
    """Whether the file itself is a desk, which may have been copied away from all that belongs to it."""
    try:
        with path.open("rb") as handle:
            head = handle.read(max(len(_HEAD), len(MAGIC)))
            handle.seek(max(0, path.stat().st_size - _TAIL_WITHIN))
            tail = handle.read(_TAIL_WITHIN)
    except OSError:
        return False
    return head.startswith(MAGIC) or (head.startswith(_HEAD) and _TAIL in tail)


def _belongs_to_a_desk(path: Path) -> bool:
    """Whether ``path`` has the name of something beside a desk that is there."""
    named = _OF_SOME_DESK.fullmatch(path.name)
    if named is None:
        return False
    wanted = named[1].casefold()
    try:
        found = [other for other in path.parent.iterdir() if other.name.casefold() == wanted]
    except OSError:
        return False
    return any(DeskFiles(other).lock.exists() or _reads_as_desk(other) for other in found)


def _name_beside(target: Path, folder: Path) -> str:
    """The name, within ``folder``, of ``target`` or of the folder that holds it; "" where it lies elsewhere."""
    for inner, outer in pairwise((target, *target.parents)):
        if _same(outer, folder):
            return inner.name
    return ""


def _same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False


def _belongs(name: str, desk: str) -> bool:
    name, desk = name.casefold(), desk.casefold()
    rest = name.removeprefix(desk)
    return name == desk or (rest != name and _COMPANION.fullmatch(rest) is not None)
