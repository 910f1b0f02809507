"""Names of columns: folded so that "Review Created (UTC)", "review_created_utc" and "reviewCreatedUTC" are one."""

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence

from reviewdesk_gui.importing.encoding import mend_mojibake


def header_word(name: str) -> str:
    """``name`` in lower case, letters and digits only; letters that were read in a wrong encoding are mended."""
    folded = unicodedata.normalize("NFKC", mend_mojibake(name)).casefold()
    return "".join(char for char in folded if char.isalnum())


def header_key(header: Sequence[str]) -> str:
    """Under which a column mapping is remembered: the same for every file with the same columns in the same order."""
    joined = "\n".join(header_word(name) for name in header)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def positions(header: Iterable[str]) -> dict[str, int]:
    """Folded names to their place; of columns with the same name the first counts."""
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        found.setdefault(header_word(name), place)
    return found
