"""Reading a review: what it is about, and the words that say so."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.review_cues import CueBook, read_cues
from reviewdesk_gui.domain.finding import Span

_MARKED = ("complaint", "investigate", "abusive")
_MOST_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class CueHit:
    """Words that speak for a type (``kind`` "type") or a topic ("topic") named ``key``; spans count code points."""

    kind: str
    key: str
    weight: int
    span: Span


@dataclass(frozen=True, slots=True)
class ReviewReading:
    """What was found in a review of ``language`` ("" where none of the desk's)."""

    language: str
    prepared: PreparedText
    hits: tuple[CueHit, ...] = ()

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that the review names, those named most often first."""
        return tuple(key for key, _ in Counter(hit.key for hit in self.hits if hit.kind == "topic").most_common())

    def topic_spans(self, topic: str) -> tuple[Span, ...]:
        """The words that name ``topic``."""
        return _merged([hit.span for hit in self.hits if hit.kind == "topic" and hit.key == topic])

    @property
    def complaint_spans(self) -> tuple[Span, ...]:
        """The words that hold the complaint, for marking them in the review; in order, none touching another."""
        return _merged([hit.span for hit in self.hits if hit.kind == "type" and hit.key in _MARKED])

    def of_type(self, key: str) -> tuple[CueHit, ...]:
        """The hits of one type, without those that lie inside another one of it."""
        hits = [hit for hit in self.hits if hit.kind == "type" and hit.key == key]
        return tuple(
            hit for hit in hits if not any(other.span != hit.span and other.span.holds(hit.span) for other in hits)
        )

    def score(self, key: str) -> int:
        """How strongly the words speak for a type; the same words twice count once."""
        return sum({hit.span.of(self.prepared.folded): hit.weight for hit in self.of_type(key)}.values())


class ReviewReader:
    """Reads reviews in every language whose pack holds cues; each language's cues are read once. Thread-safe.

    ``languages`` is the packs' folder, ``packs`` gives a pack by its code, ``known`` are the codes that have one, and
    ``recognise`` tells a text's code ("" where unsure).
    """

    def __init__(
        self,
        languages: Path,
        packs: Callable[[str], LanguagePack],
        known: tuple[str, ...],
        recognise: Callable[[str], str],
    ) -> None:
        self._languages = languages
        self._packs = packs
        self._known = known
        self._recognise = recognise
        self._books: dict[str, CueBook] = {}
        self._lock = threading.Lock()

    def read(self, text: str, language: str = "") -> ReviewReading:
        """The reading of a review's full text by its first 20,000 characters. Raises DataFileError."""
        text = text[:_MOST_CHARACTERS]
        code = language if language in self._known else self._recognise(text)
        if code not in self._known:
            return ReviewReading("", prepare(text, ""))
        pack, book = self._packs(code), self.book(code)
        prepared = prepare(text, code, pack.abbreviations)
        hits = []
        for hit in book.phrases.search(prepared):
            cue = book.cues[int(hit.key)]
            if cue.guard.allows(prepared, hit.sentence, hit.span):
                hits.append(CueHit(cue.kind, cue.key, cue.weight, hit.span))
        return ReviewReading(code, prepared, tuple(sorted(set(hits), key=lambda found: (found.span, found.key))))

    def book(self, code: str) -> CueBook:
        """The cues of one language. Raises DataFileError."""
        if code not in self._books:
            pack = self._packs(code)
            with self._lock:
                self._books[code] = read_cues(self._languages / code, pack)
        return self._books[code]


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return tuple(found)
