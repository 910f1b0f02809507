"""A desk's own export holds its cases twice: whole as JSON, and as a table to look at; beside them lie the files of the
cases, which are no reviews.
"""

from collections.abc import Sequence

from reviewdesk_gui.domain.exchange import CASES, FILES, FORMAT, TABLE
from reviewdesk_gui.importing.sources import Source
from reviewdesk_gui.importing.zips import BROKEN

_HEAD = 256


def without_tables(sources: Sequence[Source]) -> list[Source]:
    """``sources`` without the tables beside which the same cases lie whole, and without the files of those cases."""
    folders = {_folder(source) for source in sources if source.base == CASES and _is_own(source)}
    attached = tuple(folder + FILES for folder in folders)
    return [
        source
        for source in sources
        if not (source.base == TABLE and _folder(source) in folders) and not _plain(source).startswith(attached)
    ]


def _folder(source: Source) -> str:
    return _plain(source).removesuffix(source.base)


def _plain(source: Source) -> str:
    return source.name.replace("\\", "/")


def _is_own(source: Source) -> bool:
    try:
        with source.open() as handle:
            return FORMAT.encode() in handle.read(_HEAD)
    except BROKEN:
        return False
