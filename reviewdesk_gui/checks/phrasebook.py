"""Many phrases over one text: trigger words first, and only the phrases they call are tried, on their own sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewdesk_gui.checks.compiling import Triggers, compile_phrase, triggers_of
from reviewdesk_gui.checks.phrases import Phrase
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.domain.finding import Span

_WORDS = re.compile(r"\w+")


class CompiledPhrase:
    """A phrase whose pattern is built when it is first tried. Safe to share: building twice gives the same pattern."""

    __slots__ = ("_loose", "_pattern", "_triggers", "phrase")

    def __init__(self, phrase: Phrase, *, loose_apostrophe: bool = False) -> None:
        self.phrase = phrase
        self._loose = loose_apostrophe
        self._pattern: re.Pattern[str] | None = None
        self._triggers: Triggers | None = None

    def triggers(self) -> Triggers:
        """Words of which one stands in every match. Raises PhraseError where no word is long enough."""
        if self._triggers is None:
            self._triggers = triggers_of(self.phrase, loose_apostrophe=self._loose)
        return self._triggers

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._pattern is None:
            self._pattern = compile_phrase(self.phrase, loose_apostrophe=self._loose)
        return self._pattern

    def spans(self, prepared: PreparedText, sentence: Span) -> Iterator[Span]:
        """Where the phrase matches inside ``sentence``, in order."""
        if self.phrase.starts == "^^" and sentence != prepared.sentences[0]:
            return
        if self.phrase.starts:
            match = self.pattern.match(prepared.folded, sentence.start, sentence.end)
            if match and match.end() > match.start():
                yield Span(match.start(), match.end())
            return
        for match in self.pattern.finditer(prepared.folded, sentence.start, sentence.end):
            if match.end() > match.start():
                yield Span(match.start(), match.end())


class TriggerIndex:
    """Which numbered things a sentence's words call."""

    def __init__(self, triggers: Iterable[Triggers]) -> None:
        self._exact: dict[str, list[int]] = {}
        self._prefix: dict[str, list[int]] = {}
        self._inside: list[tuple[str, int]] = []
        self._always: list[int] = []
        self._contacts: dict[str, list[int]] = {}
        for number, wanted in enumerate(triggers):
            if not wanted:
                self._always.append(number)
            for kind, literal in sorted(wanted):
                self._add(kind, literal, number)
        self._lengths = sorted({len(literal) for literal in self._prefix})

    def _add(self, kind: str, literal: str, number: int) -> None:
        if kind == "inside":
            self._inside.append((literal, number))
            return
        table = {"exact": self._exact, "prefix": self._prefix, "contact": self._contacts}[kind]
        table.setdefault(literal, []).append(number)

    def called(self, prepared: PreparedText) -> Iterator[tuple[Span, list[int]]]:
        """Each sentence with the numbers that its words call, ascending."""
        known: dict[str, tuple[int, ...]] = {}
        by_contact = self._by_contact(prepared)
        inside = [(literal, number) for literal, number in self._inside if literal in prepared.folded]
        for sentence in prepared.sentences:
            numbers = set(self._always)
            for word in _WORDS.findall(prepared.folded, sentence.start, sentence.end):
                called = known.get(word)
                if called is None:
                    called = known[word] = self._of_word(word)
                if called:
                    numbers.update(called)
            numbers.update(by_contact.get(sentence, ()))
            for literal, number in inside:
                if prepared.folded.find(literal, sentence.start, sentence.end) >= 0:
                    numbers.add(number)
            yield sentence, sorted(numbers)

    def _by_contact(self, prepared: PreparedText) -> dict[Span, list[int]]:
        """What the addresses and numbers of each sentence call."""
        called: dict[Span, list[int]] = {}
        starts = [sentence.start for sentence in prepared.sentences]
        for contact in prepared.contacts if self._contacts else ():
            place = bisect_right(starts, contact.span.start) - 1
            if place >= 0 and (numbers := self._contacts.get(contact.kind.value)):
                called.setdefault(prepared.sentences[place], []).extend(numbers)
        return called

    def _of_word(self, word: str) -> tuple[int, ...]:
        numbers = list(self._exact.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            numbers += self._prefix.get(word[:length], ())
        return tuple(numbers)


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """Where the phrase of ``key`` stands, and the sentence around it."""

    key: str
    span: Span
    sentence: Span


class PhraseBook:
    """Keyed phrases, searched together. Build it once and keep it; it is safe to share between threads."""

    def __init__(self, phrases: Iterable[tuple[str, CompiledPhrase]]) -> None:
        self._entries = tuple(phrases)
        self._index = TriggerIndex(entry.triggers() for _, entry in self._entries)

    def search(self, prepared: PreparedText) -> Iterator[PhraseHit]:
        """Every hit, sentence by sentence and inside one in the order of the phrases."""
        for sentence, numbers in self._index.called(prepared):
            for number in numbers:
                key, entry = self._entries[number]
                for span in entry.spans(prepared, sentence):
                    yield PhraseHit(key, span, sentence)
