"""Words of a review that tell its kind and its topics, from ``types.toml`` and ``topics.toml`` of a pack."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdesk_gui.checks.guards import Edge, Guard
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.packfile import PackFile, open_file
from reviewdesk_gui.checks.phrasebook import CompiledPhrase, PhraseBook
from reviewdesk_gui.checks.phrases import PhraseError
from reviewdesk_gui.domain.case import CaseType

CUE_TYPES = frozenset(type_.value for type_ in CaseType) - {"mixed", "anonymous"}
TOPICS = frozenset(
    {
        *("delivery", "staff", "quality", "price", "wait", "cleanliness", "communication", "website", "food", "room"),
        *("order_mistake", "payment", "return", "location", "atmosphere"),
    }
)
_WEIGHTS = (1, 2, 3)
_SHARED_KEYS = frozenset({"phrases", "unless", "not_before", "not_after", "find", "leave"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases for one type or topic (``key``); ``weight`` 1 is weak, 3 certain. Examples are as the file has them."""

    kind: str  # "type" or "topic"
    key: str
    weight: int
    phrases: tuple[CompiledPhrase, ...]
    guard: Guard
    find: tuple[str, ...]
    leave: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueBook:
    """All cues of a language; ``phrases`` keys its hits by the place in ``cues``."""

    cues: tuple[Cue, ...]
    phrases: PhraseBook


def read_cues(folder: Path, pack: LanguagePack) -> CueBook:
    """The cues of the language folder; an absent file has none. Raises DataFileError naming file and line."""
    cues: list[Cue] = []
    for name, table, kind, key in (("types.toml", "cue", "type", "type"), ("topics.toml", "topic", "topic", "id")):
        path = folder / name
        if path.is_file():
            file = open_file(path, pack.lists, loose=pack.loose_apostrophe)
            cues += [_cue(entry, file, kind, key) for entry in file.table.get(table, [])]
    book = PhraseBook([(str(number), phrase) for number, cue in enumerate(cues) for phrase in cue.phrases])
    return CueBook(tuple(cues), book)


def _cue(entry: Mapping[str, Any], file: PackFile, kind: str, key: str) -> Cue:
    name = str(entry.get(key, ""))
    needle = f'{key} = "{name}"'
    if name not in (CUE_TYPES if kind == "type" else TOPICS):
        raise file.error(needle, f"there is no {kind} {name!r}")
    unknown = sorted(set(entry) - _SHARED_KEYS - ({key, "weight"} if kind == "type" else {key}))
    if unknown:
        raise file.error(unknown[0], f"{kind} {name}: unknown {', '.join(unknown)}")
    if not all(entry.get(part) for part in ("phrases", "find", "leave")):
        raise file.error(needle, f"{kind} {name}: phrases, find and leave are needed")
    weight = entry.get("weight", 1)
    if weight not in _WEIGHTS:
        raise file.error(needle, f"{kind} {name}: weight is 1, 2 or 3")
    phrases = file.phrases(entry["phrases"], name)
    for phrase in phrases:
        try:
            phrase.triggers()
        except PhraseError as error:
            raise file.error(phrase.phrase.source, f"{kind} {name}: {error}") from None
    guard = Guard(
        file.phrases(entry.get("unless", []), name),
        Edge(file.phrases(entry.get("not_before", []), name), after=False),
        Edge(file.phrases(entry.get("not_after", []), name), after=True),
    )
    return Cue(kind, name, weight, phrases, guard, tuple(entry["find"]), tuple(entry["leave"]))
