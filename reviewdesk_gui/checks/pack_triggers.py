"""The trigger words of a pack's rules, found once and kept beside the pack: loading it then need not read its phrases.

``python -m reviewdesk_gui.checks.packs`` makes ``triggers.json`` once it has proved the pack. The file holds a checksum
of the pack's others: where these were changed since, it is passed over and every phrase is read.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec

from reviewdesk_gui.checks.triggers import Triggers

NAME = "triggers.json"
_FORM = b"1"  # to be raised whenever trigger words are chosen in another way
_KINDS = {"exact": "=", "prefix": "^", "inside": "~", "contact": "@"}
_SIGNS = {sign: kind for kind, sign in _KINDS.items()}


class _File(msgspec.Struct):
    """``sets`` are sets of words, each with the sign of its kind; ``calls`` holds for each phrase the number of its set
    and the most words that may stand before one of them in a match.
    """

    stamp: str
    sets: list[list[str]]
    calls: list[tuple[int, int]]


def stamp_of(texts: Mapping[str, str]) -> str:
    """A checksum of a pack's files by their names."""
    found = blake2b(_FORM, digest_size=16)
    for name, text in sorted(texts.items()):
        found.update(f"{name}\0{len(text)}\0".encode())
        found.update(text.encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def read_triggers(path: Path, stamp: str) -> list[Triggers] | None:
    """The triggers in the order of the pack's calls; None where there are none for a pack of that ``stamp``."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    if file.stamp != stamp:
        return None
    sets = [frozenset((_SIGNS[word[0]], word[1:]) for word in words) for words in file.sets]
    return [Triggers(sets[number], lead, 0, 0.0) for number, lead in file.calls]


def write_triggers(path: Path, stamp: str, triggers: Iterable[Triggers]) -> None:
    """Keeps ``triggers``, the same bytes for the same pack."""
    numbers: dict[frozenset[tuple[str, str]], int] = {}
    calls = [(numbers.setdefault(found.words, len(numbers)), found.lead) for found in triggers]
    sets = [sorted(f"{_KINDS[kind]}{word}" for kind, word in words) for words in numbers]
    text = msgspec.json.encode(_File(stamp, sets, calls)).decode()
    path.write_text(text.replace("],[", "],\n[") + "\n", "utf-8")
