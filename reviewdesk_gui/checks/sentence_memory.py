"""What was found in a sentence is kept from check to check, for while a reply is typed only one sentence changes.

A sentence's key holds everything that its hits can depend on, so a memory never changes what a check says.
"""

import re
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from reviewdesk_gui.checks.prepared import Contact, PreparedText, SentenceKeys
from reviewdesk_gui.domain.finding import Span

_BEFORE = 4  # code points before a sentence that a pattern may look back at
_FARTHEST = 80
# behind a sentence: what a number or a word that begins inside may still take
_MOST_SIGNS = 23
_BEYOND = re.compile(rf"[\d\s()/x*.+-]{{0,{_MOST_SIGNS}}}+\S{{0,{_FARTHEST}}}")
REACH = _MOST_SIGNS + _FARTHEST + 1  # code points behind a sentence that its key may depend on
_PLACES = "0123"  # in the middle, opening, closing, both
_MOST = 4_000  # sentences of each of the two generations

Found = TypeVar("Found")


def sentence_keys(
    folded: str,
    sentences: Sequence[Span],
    contacts: Sequence[Contact],
    opening: int,
    closing: int,
    known: Sequence[str | None],
) -> SentenceKeys:
    """The keys of ``sentences``; those before ``opening`` open the reply, those from ``closing`` on close it.

    A sentence that runs on without a blank has none. ``known`` are keys that are right but for the sentence's place in
    the reply, None where there is none.
    """
    kinds: dict[int, str] = {}
    upcoming = iter(contacts)
    contact = next(upcoming, None)
    keys: list[str | None] = []
    for number, sentence in enumerate(sentences):
        start, end = sentence.start, sentence.end
        beyond = sentences[number + 1].start if number + 1 < len(sentences) else len(folded)
        while contact and contact.span.start < beyond:
            if contact.span.start >= start:
                kinds[start] = f"{kinds.get(start, '')},{contact.kind}"
            contact = next(upcoming, None)
        place = (start < opening) + 2 * (start >= closing)
        kept = known[number]
        if kept and kept[0] == _PLACES[place]:
            keys.append(kept)
            continue
        tail = _BEYOND.match(folded, end)
        if not tail or tail.end() - end >= _FARTHEST:
            keys.append(None)
            continue
        before = max(0, start - _BEFORE)
        head = f"{_PLACES[place]} {end - start} {min(start, _BEFORE + 1)}{kinds.get(start, '')}\n"
        keys.append(head + folded[before : tail.end()])
    return SentenceKeys(sentences, keys)


class SentenceMemory(Generic[Found]):
    """Findings by sentence key: the last few thousand, the oldest forgotten first. Thread-safe."""

    __slots__ = ("_old", "_young")

    def __init__(self) -> None:
        self._young: dict[str | None, Found] = {}  # nothing is ever kept under None
        self._old: dict[str | None, Found] = {}

    def get(self, key: str | None) -> Found | None:
        """What was kept under ``key``, None where nothing was."""
        if key is None:
            return None
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self.keep(key, found)
        return found

    def of_each(
        self, prepared: PreparedText, look: Callable[[PreparedText, Span], Found], among: Sequence[Span] | None = None
    ) -> list[Found]:
        """What was kept of every sentence, or those of ``among``; ``look`` finds it where nothing was."""
        if among is None:
            return self.of_keys(prepared.keys.each, lambda place: look(prepared, prepared.sentences[place]))
        return self.of_keys(list(map(prepared.keys.of, among)), lambda place: look(prepared, among[place]))

    def of_keys(self, keys: Sequence[str | None], look: Callable[[int], Found]) -> list[Found]:
        """What was kept under each of ``keys``; ``look`` finds it, by the key's place, where nothing was."""
        kept = list(map(self._young.get, keys))
        if None not in kept:
            return kept  # type: ignore[return-value] # none is missing
        return [self._found(place, keys[place], look) if found is None else found for place, found in enumerate(kept)]

    def _found(self, place: int, key: str | None, look: Callable[[int], Found]) -> Found:
        found = self.get(key)
        if found is None:
            found = look(place)
            self.keep(key, found)
        return found

    def keep(self, key: str | None, found: Found) -> None:
        """Keeps ``found``; without a key nothing is kept."""
        if key is None:
            return
        if len(self._young) >= _MOST:
            self._old, self._young = self._young, {}
        self._young[key] = found
