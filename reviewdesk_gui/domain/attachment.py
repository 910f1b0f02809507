"""Files that belong to a case: the photo that the customer sent, the receipt, a screenshot of the review."""

import unicodedata
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from pathlib import PurePosixPath
from typing import Annotated

import msgspec
from msgspec.structs import replace

from reviewdesk_gui.domain.errors import ReviewDeskError

LARGEST = 50_000_000
"""Most bytes of one attachment: twice what mail carries (25 MB, https://support.google.com/mail/answer/6584), so that
whatever a customer could send has room, and little enough that a backup of the desk stays a file to carry about.
"""
_LONGEST = 180
"""Most bytes of a name in UTF-8; file systems end at 255, and exports put a path before it."""
_FORBIDDEN = frozenset('<>:"|?*')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_NAMELESS = "file"


class Attachment(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A file of a case: ``name`` as the owner sees it, ``size`` in bytes, ``sha256`` of its bytes in hexadecimal, by
    which it is found; ``added_at`` is UTC.
    """

    name: str
    size: Annotated[int, msgspec.Meta(ge=0)]
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    added_at: datetime


ReadAttachment = Callable[[Attachment], bytes]
"""Gives the bytes, which are those that were attached. Raises MissingAttachmentError."""


class AttachmentError(ReviewDeskError):
    """The file cannot be attached."""


class MissingAttachmentError(ReviewDeskError):
    """The bytes of an attachment are not there any more, or not what they were."""


def size_words(size: int) -> str:
    """Bytes as people say them: "840 bytes", "12 KB", "3.4 MB"."""
    if size < 1000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{round(size / 1000)} KB"
    return f"{size / 1_000_000:.1f} MB"


def too_big(name: str, size: int) -> AttachmentError:
    """What the owner is told of a file above ``LARGEST``."""
    return AttachmentError(
        f"{name} has {size_words(size)}; a case takes files of up to {LARGEST // 1_000_000} MB. Make it smaller, or "
        "keep it elsewhere and note where."
    )


def clean_name(name: str) -> str:
    """``name`` as every system takes it: no folders, no signs that are forbidden or cannot be seen, no device, not too
    long; never empty.
    """
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rstrip("/").rpartition("/")[2])
    name = "".join("_" if sign in _FORBIDDEN else sign for sign in name if _can_be_seen(sign)).strip()
    name = name.rstrip(". ").lstrip(".")
    if name.partition(".")[0].rstrip().casefold() in _DEVICES:
        name = f"_{name}"
    return _shortened(name) or _NAMELESS


def kept_apart(name: str, taken: Iterable[str]) -> str:
    """``name``, with a number where another file has it; upper and lower case are no difference, as on many disks."""
    return _apart(name, {other.casefold() for other in taken}, {})


def orderly(attachments: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """``attachments`` out of a foreign hand as a case holds them: clean names of their own, no file twice."""
    found: dict[str, Attachment] = {}
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for attachment in attachments:
        if attachment.sha256 not in found:
            name = _apart(clean_name(attachment.name), taken, counts)
            taken.add(name.casefold())
            found[attachment.sha256] = replace(attachment, name=name)
    return tuple(found.values())


def _apart(name: str, taken: Collection[str], counts: dict[str, int]) -> str:
    """As ``kept_apart`` among folded names; ``counts`` remembers the last number of a name, so that a thousand equal
    ones are not counted through a thousand times.
    """
    stem, ending = _split(name)
    free, folded = name, name.casefold()
    number = counts.get(folded, 1)
    while free.casefold() in taken:
        number += 1
        free = f"{_shortened(stem, _LONGEST - len(ending.encode()) - 8)} ({number}){ending}"
    counts[folded] = number
    return free


def _can_be_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")


def _split(name: str) -> tuple[str, str]:
    ending = PurePosixPath(name).suffix
    return (name.removesuffix(ending), ending) if len(ending.encode()) <= _LONGEST // 4 else (name, "")


def _shortened(name: str, most: int = _LONGEST) -> str:
    """``name`` within ``most`` bytes, its ending kept."""
    if len(name.encode()) <= most:
        return name
    stem, ending = _split(name)
    return stem.encode()[: most - len(ending.encode())].decode(errors="ignore").rstrip() + ending
