"""A desk's own export holds its cases twice: whole as JSON, and as a table to look at."""

import zipfile
import zlib
from collections.abc import Sequence

from reviewdesk_gui.domain.exchange import FORMAT
from reviewdesk_gui.importing.sources import Source

_WHOLE, _TABLE = "cases.json", "cases.csv"
_HEAD = 256


def without_tables(sources: Sequence[Source]) -> list[Source]:
    """``sources`` without the tables beside which the same cases lie whole."""
    folders = {_folder(source) for source in sources if source.base == _WHOLE and _is_own(source)}
    return [source for source in sources if source.base != _TABLE or _folder(source) not in folders]


def _folder(source: Source) -> str:
    return source.name.removesuffix(source.base)


def _is_own(source: Source) -> bool:
    try:
        with source.open() as handle:
            return FORMAT.encode() in handle.read(_HEAD)
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return False
