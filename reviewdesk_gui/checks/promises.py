"""Dated promises in a draft become proposals for follow-ups: "we will call you on Tuesday" (P5, P37)."""

import re
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.date_words import DateFinder, DateHit
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.packfile import open_file
from reviewdesk_gui.checks.phrasebook import PhraseHit
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.promise_book import PromiseBook, read_promises
from reviewdesk_gui.checks.report import PromiseProposal
from reviewdesk_gui.checks.sentence_memory import SentenceMemory
from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.domain.followup import FollowUpKind

_FARTHEST = 12  # words between a promise and its date
_DATE_FIRST = 3  # words that a promise after its date counts as farther away
_WORD = re.compile(r"\w+")


class Promises:
    """Reads promises in every language whose pack holds ``promises.toml``, each read once and when first needed.

    ``languages`` is the folder of the packs. Safe to share between threads.
    """

    def __init__(self, languages: Path) -> None:
        self._languages = languages
        self._books: dict[str, tuple[PromiseBook, DateFinder] | None] = {}
        self._memories: dict[str, tuple[date, SentenceMemory[tuple[PromiseProposal, ...]]]] = {}
        self._lock = threading.Lock()

    def __call__(self, prepared: PreparedText, context: CheckContext, pack: LanguagePack) -> Iterable[PromiseProposal]:
        """Dated duties that the draft takes on, in order of place. Raises DataFileError for a broken promises.toml."""
        known = self.book(pack)
        if context.today == date.min or known is None:
            return ()
        book, finder = known

        def look(prepared: PreparedText, sentence: Span) -> tuple[PromiseProposal, ...]:
            return _promised(prepared, sentence, context.today, book, finder)

        found: list[PromiseProposal] = []
        for sentence, made in zip(
            prepared.sentences, self._memory(pack.code, context.today).of_each(prepared, look), strict=True
        ):
            found += [_at(proposal, prepared, sentence) for proposal in made]
        return _without_twins(found) if found else ()

    def _memory(self, code: str, today: date) -> SentenceMemory[tuple[PromiseProposal, ...]]:
        """What sentences promise, kept for as long as today lasts."""
        day, memory = self._memories.get(code, (date.min, None))
        if memory is None or day != today:
            memory = SentenceMemory()
            self._memories[code] = (today, memory)
        return memory

    def book(self, pack: LanguagePack) -> tuple[PromiseBook, DateFinder] | None:
        """The words of the pack's language, None where it has no promises.toml. Raises DataFileError."""
        if pack.code not in self._books:
            with self._lock:
                self._books[pack.code] = self._read(pack)
        return self._books[pack.code]

    def _read(self, pack: LanguagePack) -> tuple[PromiseBook, DateFinder] | None:
        path = self._languages / pack.code / "promises.toml"
        if not path.is_file():
            return None
        book = read_promises(open_file(path, pack.lists, loose=pack.loose_apostrophe))
        return book, DateFinder(book.words)


def _promised(
    prepared: PreparedText, sentence: Span, today: date, book: PromiseBook, finder: DateFinder
) -> tuple[PromiseProposal, ...]:
    """The duties of one sentence, their places counted from its start."""
    if not book.hints.stand_in(prepared.words_of(sentence).words):
        return ()
    if sentence.of(prepared.folded).rstrip("\"') ").endswith("?"):
        return ()
    promised = [
        hit
        for hit in book.phrases.search(prepared, (sentence,))
        if book.rules[int(hit.key)].guard.allows(prepared, hit.sentence, hit.span)
    ]
    if not promised:
        return ()
    dates = list(finder.find(prepared, sentence, today))
    return tuple(_proposals(prepared, sentence, promised, dates, book))


def _at(proposal: PromiseProposal, prepared: PreparedText, sentence: Span) -> PromiseProposal:
    span = Span(sentence.start + proposal.span.start, sentence.start + proposal.span.end)
    return replace(proposal, span=span, text=sentence.of(prepared.text).strip())


def _proposals(
    prepared: PreparedText, sentence: Span, promised: list[PhraseHit], dates: list[DateHit], book: PromiseBook
) -> Iterator[PromiseProposal]:
    """Each date goes to the promise that stands nearest; of several dates of one promise the most exact one counts."""
    taken: dict[FollowUpKind, list[tuple[DateHit, Span]]] = {}
    for hit in dates:
        nearest = min(
            promised, key=lambda promise: (_distance(prepared.folded, promise.span, hit.span), int(promise.key))
        )
        if _words_between(prepared.folded, nearest.span, hit.span) <= _FARTHEST:
            kind = book.rules[int(nearest.key)].kind
            taken.setdefault(kind, []).append((hit, nearest.span))
    for kind, found in taken.items():
        exactest = min(hit.rank for hit, _ in found)
        hit, promise = max((pair for pair in found if pair[0].rank == exactest), key=lambda pair: pair[0].due)
        first, last = min(hit.span.start, promise.start), max(hit.span.end, promise.end)
        yield PromiseProposal(kind, hit.due, Span(first - sentence.start, last - sentence.start), "")


def _distance(folded: str, promise: Span, day: Span) -> int:
    """Words between them, and some more where the date comes first: it then rather belongs to what was said before."""
    return _words_between(folded, promise, day) + (_DATE_FIRST if day.end <= promise.start else 0)


def _words_between(folded: str, one: Span, other: Span) -> int:
    first, second = sorted((one, other))
    return len(_WORD.findall(folded, first.end, second.start)) if first.end < second.start else 0


def _without_twins(found: list[PromiseProposal]) -> tuple[PromiseProposal, ...]:
    """In order of place, one for each duty and day."""
    unique: dict[tuple[FollowUpKind, date], PromiseProposal] = {}
    for proposal in sorted(found, key=lambda proposal: proposal.span):
        unique.setdefault((proposal.kind, proposal.due), proposal)
    return tuple(unique.values())
