"""Finding the earlier reply that a draft resembles most, among thousands, while the owner types.

What greets, signs or thanks in three words is left out: it may be the same in every reply. Each earlier reply is known
by a sketch, the smallest hashes of its runs of three words (Broder 1997, "On the resemblance and containment of
documents"); only replies that share parts of their sketch with the draft are compared sentence by sentence.
"""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from reviewdesk_gui.checks.context import PastReply
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.report import Twin

_BREAK = re.compile(r"[.!?…\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_FEWEST_WORDS = 4  # in a sentence that counts
_FEWEST_IN_DRAFT = 8  # words; less is no text to compare yet
_RUN = 3
_SKETCH = 24
_MOST_HOLDERS = 100  # replies kept for one run of words; beyond them it tells nothing
_CANDIDATES = 6
_PROMISING = 3  # a reply with less than a third of the best one's votes is not compared
_ALIKE = 75.0  # percent from which two sentences count as the same one reworded
_UNCLEAR = 0.4  # share from which sentences cut in other places are looked for too
_MOST_CHARACTERS = 6000


def telling_sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text`` that may not be the same for everyone: folded words only, four at least."""
    folded = _ADDRESS.sub(" ", fold(text[:_MOST_CHARACTERS]))
    found = (_WORD.findall(piece) for piece in _BREAK.split(folded))
    return tuple(" ".join(words) for words in found if len(words) >= _FEWEST_WORDS)


@dataclass(frozen=True, slots=True)
class _Known:
    reply: PastReply
    sentences: tuple[str, ...]
    whole: str


class SamenessIndex:
    """Holds the owner's earlier replies; later ones can be added. Not for use by two threads at once."""

    def __init__(self, past: Sequence[PastReply] = ()) -> None:
        self._seen: set[PastReply] = set()
        self._known: list[_Known] = []
        self._holders: dict[int, list[int]] = {}  # of each run, places in _known
        for reply in past:
            self.add(reply)

    def __contains__(self, reply: PastReply) -> bool:
        return reply in self._seen

    def __len__(self) -> int:
        return len(self._seen)

    def add(self, reply: PastReply) -> None:
        """Takes in one more reply; one that says nothing of its own is only remembered."""
        if reply in self._seen:
            return
        self._seen.add(reply)
        sentences = telling_sentences(reply.text)
        if sentences:
            for run in sorted(_runs(sentences))[:_SKETCH]:
                holders = self._holders.setdefault(run, [])
                if len(holders) < _MOST_HOLDERS:
                    holders.append(len(self._known))
            self._known.append(_Known(reply, sentences, " ".join(sentences)))

    def closest(self, text: str, among: Container[PastReply] | None = None) -> Twin | None:
        """The reply that holds the largest share of ``text``; None where the text is short or nothing is alike.

        ``among`` narrows the choice to replies that it contains.
        """
        sentences = telling_sentences(text)
        if sum(sentence.count(" ") + 1 for sentence in sentences) < _FEWEST_IN_DRAFT:
            return None
        held = (self._holders[run] for run in _runs(sentences) if run in self._holders)
        votes = Counter(chain.from_iterable(held))
        whole = " ".join(sentences)
        best: Twin | None = None
        candidates = self._best(votes, among)
        for place, count in candidates:
            if count * _PROMISING < candidates[0][1] or (best and best.share == 1):
                break
            share = _share(sentences, whole, self._known[place])
            if share > 0 and (best is None or share > best.share):
                best = Twin(self._known[place].reply, share)
        return best

    def _best(self, votes: Counter[int], among: Container[PastReply] | None) -> list[tuple[int, int]]:
        if among is None:
            return votes.most_common(_CANDIDATES)
        ranked = ((place, count) for place, count in votes.most_common() if self._known[place].reply in among)
        return list(islice(ranked, _CANDIDATES))


def _runs(sentences: Sequence[str]) -> set[int]:
    runs: set[int] = set()
    for sentence in sentences:
        words = sentence.split(" ")
        runs.update(hash(tuple(words[start : start + _RUN])) for start in range(len(words) - _RUN + 1))
    return runs


def _share(sentences: Sequence[str], whole: str, known: _Known) -> float:
    """The share of the draft's words, 0-1, that stand in ``known``: sentence by sentence, or as one text."""
    from rapidfuzz import fuzz, process

    total = held = 0.0
    for sentence in sentences:
        weight = sentence.count(" ") + 1
        total += weight
        found = process.extractOne(sentence, known.sentences, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        held += weight * found[1] / 100 if found else 0.0
    share = held / total
    if not _UNCLEAR < share < 1:
        return share
    return max(share, fuzz.ratio(whole, known.whole, score_cutoff=_ALIKE) / 100)
