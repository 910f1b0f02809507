"""Keeping other writers off the files of a desk."""

import re
from itertools import pairwise
from pathlib import Path

from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.store.files import DeskFiles

_COMPANION = re.compile(
    r"\.(?:previous|drafts|lock|owner|key|backups|attachments|journal-\d+)(?:\..*)?|.*\.damaged-.*|.*\.tmp"
)


def keep_off(target: Path, desk: Path) -> None:
    """Raises UsageError where a file written to ``target`` would replace ``desk``, a file that belongs to it, or
    another desk; letter case is no difference, since many disks know none.
    """
    target, files = target.expanduser().resolve(), DeskFiles(desk.expanduser().resolve())
    if _belongs(_name_beside(target, files.folder), files.desk.name):
        raise UsageError(
            f"{target} would overwrite the desk itself or what belongs to it; choose another name or another folder."
        )
    if target.is_file() and _is_desk(DeskFiles(target)):
        raise UsageError(f"{target} would overwrite another desk; choose another name or another folder.")


def _is_desk(files: DeskFiles) -> bool:
    return files.has_companions() or files.lock.exists()


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
