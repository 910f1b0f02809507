"""Many phrases over one text: trigger words first, and only the phrases they call are tried, on their own sentence."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewdesk_gui.checks.compiling import compile_phrase
from reviewdesk_gui.checks.firsts import Firsts
from reviewdesk_gui.checks.nodes import all_triggers_of, firsts_of, run
from reviewdesk_gui.checks.phrases import Phrase, PhraseError
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.regex_triggers import triggers_of_regex
from reviewdesk_gui.checks.sentence_memory import SentenceMemory
from reviewdesk_gui.checks.textwords import Place, TextWords
from reviewdesk_gui.checks.trigger_index import Calls, TriggerIndex
from reviewdesk_gui.checks.trigger_table import table_of
from reviewdesk_gui.checks.triggers import MIN_TRIGGER, Triggers
from reviewdesk_gui.domain.finding import Span


class CompiledPhrase:
    """A phrase with its triggers; what it needs for matching is built when first used and may be shared.

    ``phrase`` may be its text, which ``read`` turns into the phrase when first used; what that raises is raised then.
    """

    __slots__ = ("_firsts", "_pattern", "_phrase", "_read", "_triggers")

    def __init__(self, phrase: Phrase | str, read: Callable[[str], Phrase]) -> None:
        self._phrase = phrase
        self._read = read
        self._pattern: re.Pattern[str] | None = None
        self._firsts: Firsts | None = None
        self._triggers: Triggers | None = None

    @property
    def phrase(self) -> Phrase:
        """The phrase itself."""
        if isinstance(self._phrase, str):
            self._phrase = self._read(self._phrase)
        return self._phrase

    def triggers(self) -> Triggers:
        """Words of which one stands in every match; a regular expression may have none. Raises PhraseError where a
        phrase's words are too short.
        """
        if self._triggers is None:
            self._triggers = triggers_of_regex(self.phrase.raw) if self.phrase.raw else self._certain()
        return self._triggers

    def _certain(self) -> Triggers:
        found = all_triggers_of(self.phrase.nodes)
        if found.weight < MIN_TRIGGER:
            raise PhraseError(
                f"{self.phrase.source!r} has no certain word of {MIN_TRIGGER} or more letters;"
                " write words out or use a /regex/"
            )
        return found

    @property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as a regular expression that matches the same words."""
        if self._pattern is None:
            self._pattern = compile_phrase(self.phrase)
        return self._pattern

    def spans(self, prepared: PreparedText, sentence: Span, calls: Calls | None = None) -> Sequence[Span]:
        """Where the phrase matches inside ``sentence``, in order and without overlaps.

        ``calls`` says between which words a match begins; without it every word is tried.
        """
        phrase = self.phrase
        if phrase.raw:
            find = self.pattern.finditer if not phrase.starts else self._at_start
            matches = find(prepared.folded, sentence.start, sentence.end)
            return [Span(*match.span()) for match in matches if match.end() > match.start()]
        text = prepared.words_of(sentence)
        last = len(text.words)
        if phrase.starts:
            if phrase.starts == "^^" and sentence not in prepared.zone("opening"):
                return ()
            span = self._from(text, 0, last)
            return (span,) if span else ()
        return self._between(text, *(calls or (0, last)), last)

    def _at_start(self, text: str, start: int, end: int) -> tuple[re.Match[str], ...]:
        match = self.pattern.match(text, start, end)
        return (match,) if match else ()

    def _between(self, text: TextWords, number: int, stop: int, last: int) -> list[Span]:
        """The matches that begin at the words from ``number`` to ``stop`` (exclusive)."""
        words, firsts = text.words, self.firsts
        exact, open_ended = firsts.exact, firsts.anything or bool(firsts.prefixes)
        found: list[Span] = []
        while number < stop:
            word = words[number]
            if word in exact or (open_ended and firsts.match(word)):
                span = self._from(text, number, last)
                if span:
                    found.append(span)
                    number = max(number + 1, text.at(span.end))
                    continue
            number += 1
        return found

    @property
    def firsts(self) -> Firsts:
        """The words with which a match may begin."""
        if self._firsts is None:
            self._firsts = firsts_of(self.phrase.nodes)
        return self._firsts

    def ends(self, text: TextWords, number: int) -> list[Place]:
        """Every place that the phrase reaches when it begins at the word ``number`` of a sentence."""
        last = len(text.words)
        return run(self.phrase.nodes, text, number, last) if number < last else []

    def _from(self, text: TextWords, number: int, last: int) -> Span | None:
        """The best match that begins at the word ``number``."""
        if number >= last:
            return None
        phrase = self.phrase
        for _, end in run(phrase.nodes, text, number, last):
            if end > 0 and (not phrase.ends or text.at(end) >= last):
                return Span(text.starts[number], end)
        return None


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
        self._index = TriggerIndex(table_of(entry.triggers() for _, entry in self._entries))
        self._memory: SentenceMemory[tuple[tuple[str, int, int], ...]] = SentenceMemory()

    def search(self, prepared: PreparedText, within: Sequence[Span] | None = None) -> Iterator[PhraseHit]:
        """Every hit in all sentences or those of ``within``, inside one in the order of the phrases."""
        called: Callable[[Span], Mapping[int, Calls]] | None = None

        def look(prepared: PreparedText, sentence: Span) -> tuple[tuple[str, int, int], ...]:
            nonlocal called
            called = called or self._index.over(prepared)
            return self._look(prepared, sentence, called(sentence))

        sentences = prepared.sentences if within is None else within
        for sentence, found in zip(sentences, self._memory.of_each(prepared, look, sentences), strict=True):
            for name, start, end in found:
                yield PhraseHit(name, Span(sentence.start + start, sentence.start + end), sentence)

    def _look(
        self, prepared: PreparedText, sentence: Span, calls: Mapping[int, Calls]
    ) -> tuple[tuple[str, int, int], ...]:
        """The hits in one sentence, counted from its start."""
        return tuple(
            (key, span.start - sentence.start, span.end - sentence.start)
            for number, words in sorted(calls.items())
            for key, entry in (self._entries[number],)
            for span in entry.spans(prepared, sentence, words)
        )
