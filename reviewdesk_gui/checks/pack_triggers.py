"""The trigger words of a pack's rules, found once and kept beside the pack: loading it then need not read its phrases.

``python -m reviewdesk_gui.checks.packs`` makes ``triggers.json`` once it has proved the pack. The file holds a checksum
of the pack's others: where these were changed since, it is passed over and every phrase is read.
"""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec

from reviewdesk_gui.checks.trigger_table import TriggerTable

NAME = "triggers.json"
_FORM = b"3"  # to be raised whenever trigger words are chosen in another way


class _File(msgspec.Struct, forbid_unknown_fields=True):
    stamp: str
    table: TriggerTable


def stamp_of(texts: Mapping[str, str]) -> str:
    """A checksum of a pack's files by their names."""
    found = blake2b(_FORM, digest_size=16)
    for name, text in sorted(texts.items()):
        found.update(f"{name}\0{len(text)}\0".encode())
        found.update(text.encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def read_triggers(path: Path, stamp: str) -> TriggerTable | None:
    """The triggers of the pack's calls; None where there are none for a pack of that ``stamp``."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return file.table if file.stamp == stamp else None


def write_triggers(path: Path, stamp: str, table: TriggerTable) -> None:
    """Keeps ``table``, the same bytes for the same pack."""
    text = msgspec.json.encode(_File(stamp, table)).decode()
    path.write_text(text.replace('],"', '],\n"') + "\n", "utf-8")
