"""The owner's best earlier replies to reviews like this one (P20, P38): inspiration, found without a network.

Okapi BM25 over the reviews' words (Robertson and Zaragoza, 2009): rare words weigh more than frequent ones, and long
reviews don't win by length.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from reviewdesk_gui.domain.case import Case, CaseType, Outcome
from reviewdesk_gui.drafting.terms import terms

_K1, _B = 1.4, 0.75
_SOLVED, _SAME_TYPE, _SAME_LANGUAGE = 1.5, 1.25, 1.25
_SHOWN_WORDS = 5
_FEW = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReply:
    """An earlier reply; ``alike`` are telling words that both reviews hold, the rarest first."""

    case: str
    review: str
    reply: str
    type: CaseType
    language: str
    solved: bool
    at: datetime
    alike: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Entry:
    case: Case
    reply: str
    language: str
    at: datetime
    length: int


class PastReplies:
    """An index over the cases with a posted reply; built once, kept up to date by ``put`` and ``drop``."""

    def __init__(self, cases: Iterable[Case] = ()) -> None:
        self._entries: dict[str, _Entry] = {}
        self._postings: dict[str, dict[str, int]] = defaultdict(dict)
        self._stems: dict[str, tuple[str, ...]] = {}
        self._total = 0
        for case in cases:
            self.put(case)

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, case: Case) -> None:
        """Takes the case up, or anew; a case without a posted reply or without words in its review is left out."""
        self.drop(case.id)
        posted = case.last_posted
        counts = Counter(stem for stem, _ in terms(case.review.full_text))
        if posted is None or not posted.text.strip() or not counts:
            return
        length = counts.total()
        language = posted.language or case.reply_language or case.review.language
        self._entries[case.id] = _Entry(case, posted.text, language, posted.at, length)
        self._stems[case.id] = tuple(counts)
        self._total += length
        for stem, count in counts.items():
            self._postings[stem][case.id] = count

    def drop(self, case_id: str) -> None:
        """Forgets the case."""
        entry = self._entries.pop(case_id, None)
        if entry is None:
            return
        self._total -= entry.length
        for stem in self._stems.pop(case_id):
            self._postings[stem].pop(case_id, None)

    def like(self, case: Case, *, language: str = "", limit: int = 5) -> list[PastReply]:
        """Up to ``limit`` earlier replies to reviews like that of ``case``, best first, without its own.

        Replies in ``language`` (that of the reply to write), to the same type and in solved cases come before equals.
        The same reply text is offered once.
        """
        words = dict(terms(case.review.full_text))
        scores: dict[str, float] = defaultdict(float)
        for stem in words:
            for id_, weight in self._weights(stem):
                scores[id_] += weight
        scores.pop(case.id, None)
        for id_ in scores:
            scores[id_] *= self._favour(self._entries[id_], case, language)
        best = sorted(scores, key=lambda id_: (-scores[id_], id_))
        return list(self._distinct(best, scores, words, limit))

    def _weights(self, stem: str) -> Iterator[tuple[str, float]]:
        postings = self._postings.get(stem)
        if not postings:
            return
        every = len(self._entries)
        rarity = math.log(1 + (every - len(postings) + 0.5) / (len(postings) + 0.5))
        average = self._total / every
        for id_, count in postings.items():
            damped = count + _K1 * (1 - _B + _B * self._entries[id_].length / average)
            yield id_, rarity * count * (_K1 + 1) / damped

    def _favour(self, entry: _Entry, case: Case, language: str) -> float:
        favour = _SOLVED if entry.case.outcome in (Outcome.SOLVED, Outcome.REVIEW_RAISED) else 1.0
        if entry.case.type is case.type:
            favour *= _SAME_TYPE
        return favour * _SAME_LANGUAGE if language and entry.language == language else favour

    def _distinct(
        self, best: list[str], scores: dict[str, float], words: dict[str, str], limit: int
    ) -> Iterator[PastReply]:
        seen: set[str] = set()
        for id_ in best:
            entry = self._entries[id_]
            if entry.reply in seen:
                continue
            seen.add(entry.reply)
            yield PastReply(
                case=id_,
                review=entry.case.review.full_text,
                reply=entry.reply,
                type=entry.case.type,
                language=entry.language,
                solved=entry.case.outcome in (Outcome.SOLVED, Outcome.REVIEW_RAISED),
                at=entry.at,
                alike=self._alike(id_, words),
                score=scores[id_],
            )
            if len(seen) == limit:
                return

    def _alike(self, id_: str, words: dict[str, str]) -> tuple[str, ...]:
        frequent = max(_FEW, len(self._entries) // 4)
        shared = [stem for stem in self._stems[id_] if stem in words and len(self._postings[stem]) <= frequent]
        shared.sort(key=lambda stem: (len(self._postings[stem]), stem))
        return tuple(words[stem] for stem in shared[:_SHOWN_WORDS])
