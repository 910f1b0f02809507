"""What was found in a sentence is kept from check to check, for while a reply is typed only one sentence changes.

A sentence's key holds everything that its hits can depend on, so a memory never changes what a check says.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from reviewdesk_gui.checks.prepared import Contact, PreparedText
from reviewdesk_gui.domain.finding import Span

_BEFORE = 4  # code points before a sentence that a pattern may look back at
_FARTHEST = 80
# behind a sentence: what a number or a word that begins inside may still take
_BEYOND = re.compile(rf"[\d\s()/x*.+-]{{0,23}}+\S{{0,{_FARTHEST}}}")
_MOST = 4_000  # sentences of each of the two generations

Found = TypeVar("Found")


def sentence_keys(
    folded: str, sentences: Sequence[Span], contacts: Sequence[Contact], opening: int, closing: int
) -> Mapping[int, str]:
    """The keys of ``sentences`` by the code point at which each starts; those before ``opening`` open
    the reply, those from ``closing`` on close it.

    A sentence that runs on without a blank has none.
    """
    kinds: dict[int, str] = {}
    upcoming = iter(contacts)
    contact = next(upcoming, None)
    keys: dict[int, str] = {}
    for number, sentence in enumerate(sentences):
        start, end = sentence.start, sentence.end
        beyond = sentences[number + 1].start if number + 1 < len(sentences) else len(folded)
        while contact and contact.span.start < beyond:
            if contact.span.start >= start:
                kinds[start] = f"{kinds.get(start, '')},{contact.kind}"
            contact = next(upcoming, None)
        tail = _BEYOND.match(folded, end)
        if tail and tail.end() - end < _FARTHEST:
            place = (start < opening) + 2 * (start >= closing)
            before = max(0, start - _BEFORE)
            head = f"{place} {end - start} {min(start, _BEFORE + 1)}{kinds.get(start, '')}\n"
            keys[start] = head + folded[before : tail.end()]
    return keys


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
        sentences = prepared.sentences if among is None else among
        keys = list(map(prepared.keys.get, [sentence.start for sentence in sentences]))
        kept = list(map(self._young.get, keys))
        return [
            self._found(prepared, sentence, key, look) if found is None else found
            for sentence, key, found in zip(sentences, keys, kept, strict=True)
        ]

    def _found(
        self, prepared: PreparedText, sentence: Span, key: str | None, look: Callable[[PreparedText, Span], Found]
    ) -> Found:
        found = self.get(key)
        if found is None:
            found = look(prepared, sentence)
            self.keep(key, found)
        return found

    def keep(self, key: str | None, found: Found) -> None:
        """Keeps ``found``; without a key nothing is kept."""
        if key is None:
            return
        if len(self._young) >= _MOST:
            self._old, self._young = self._young, {}
        self._young[key] = found
