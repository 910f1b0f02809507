"""The steps of a case as readers are told them: in words, where the desk keeps the ids of its own terms.

Where reviews come from is read from ``resources/importing/origins.toml``.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from reviewdesk_gui.domain.case import Outcome
from reviewdesk_gui.domain.datafile import line_of, parse_toml
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.timeline import Event, EventKind

_HAND = "hand"


def parse_origins(text: str, path: Path | str) -> dict[str, str]:
    """Words by the id of what brought a review. Raises DataFileError naming file and line."""
    origins = parse_toml(text, path)
    for name, words in origins.items():
        if not isinstance(words, str) or not words.strip():
            raise DataFileError(path, line_of(text, name), f'{name} is written as {name} = "words"')
    if _HAND not in origins:
        raise DataFileError(path, 0, f"{_HAND} is missing: words for a review that was entered by hand")
    return origins


def retold(
    timeline: Sequence[Event], origins: Mapping[str, str], outcome: Callable[[Outcome], str]
) -> tuple[Event, ...]:
    """``timeline`` with the ids in its texts as words; what is no id stays as it stands."""
    # An erased history has lost where the review came from, and says nothing rather than "by hand".
    erased = any(event.kind is EventKind.ERASED for event in timeline)
    by_hand = {} if erased else {"": origins[_HAND]}
    words = {
        EventKind.RECEIVED: {**origins, **by_hand},
        EventKind.CLOSED: {end.value: outcome(end) for end in Outcome},
    }
    return tuple(
        replace(event, text=words[event.kind].get(event.text, event.text)) if event.kind in words else event
        for event in timeline
    )
