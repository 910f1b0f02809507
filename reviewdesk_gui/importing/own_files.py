"""The files of cases that lie beside the JSON of a desk's own export, in a zip or unpacked. Each is compared with its
digest before it is offered.
"""

import hashlib
import zipfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from reviewdesk_gui.domain.attachment import LARGEST, Attachment
from reviewdesk_gui.domain.exchange import CASES, file_path
from reviewdesk_gui.importing.scanned import OpenFile, Rejected, ScannedReview
from reviewdesk_gui.importing.sources import Source
from reviewdesk_gui.importing.watch import Watch
from reviewdesk_gui.importing.zips import BROKEN

_BLOCK = 1 << 20


class OwnFiles:
    """What lies beside ``source``; a zip is opened once, however many files are asked for."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._archive: zipfile.ZipFile | None = None

    def open(self, name: str) -> BinaryIO:
        """The file; ``name`` with "/". Raises KeyError or OSError where there is none, and what zipfile raises."""
        if self._source.archive is None:
            return (Path(self._source.name).parent / name).open("rb")
        if self._archive is None:
            self._archive = zipfile.ZipFile(self._source.archive)
        folder = self._source.path.removesuffix(self._source.base)
        return cast("BinaryIO", self._archive.open(folder + name))


def find_files(
    source: Source, rows: Iterable[ScannedReview], watch: Watch
) -> tuple[dict[str, OpenFile], list[Rejected]]:
    """Openers by digest for the attachments of the cases among ``rows``, and those files that are not what the cases
    say. Raises ImportStoppedError where the owner cancelled.
    """
    beside, cases = OwnFiles(source), [row.case for row in rows if row.case is not None]
    found: dict[str, OpenFile] = {}
    rejected: list[Rejected] = []
    for path, attachment in ((file_path(case.id, one), one) for case in cases for one in case.attachments):
        if attachment.sha256 in found:
            continue
        watch.step(1.0)
        opener = partial(beside.open, path)
        reason = _reason_against(opener, attachment)
        if reason is None:
            found[attachment.sha256] = opener
        elif reason or _promises_files(source):
            place = source.name.removesuffix(source.base) + path
            rejected.append(Rejected(place, 0, reason or "is missing from the export; its case comes without it"))
    return found, rejected


def _promises_files(source: Source) -> bool:
    """JSON alone only names files; in a zip they should lie beside it."""
    return source.archive is not None and source.base == CASES


def _reason_against(opener: OpenFile, attachment: Attachment) -> str | None:
    """Why the file cannot be taken; "" where there is none, None where nothing speaks against it."""
    if attachment.size > LARGEST:
        return f"is larger than the {LARGEST // 1_000_000} MB that a case takes; it was left out"
    try:
        with opener() as handle:
            return None if _is_as_told(handle, attachment) else "is not the file that was exported; it was left out"
    except (FileNotFoundError, KeyError):
        return ""
    except (*BROKEN, ValueError) as error:
        return f"is damaged ({error}); it was left out"


def _is_as_told(handle: BinaryIO, attachment: Attachment) -> bool:
    digest, size = hashlib.sha256(), 0
    while (block := handle.read(_BLOCK)) and size <= attachment.size:
        digest.update(block)
        size += len(block)
    return (size, digest.hexdigest()) == (attachment.size, attachment.sha256)
