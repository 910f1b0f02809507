"""Finding the earlier reply that a draft resembles most, among thousands, while the owner types.

What greets, signs or thanks in three words is left out: it may be the same in every reply. Each earlier reply is known
by a sketch, the smallest hashes of its runs of three words (Broder 1997, "On the resemblance and containment of
documents"); only replies that share parts of their sketch with the draft are compared sentence by sentence.
"""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from operator import mul
from typing import NamedTuple
from zlib import crc32

from reviewdesk_gui.checks.context import PastReply
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.report import Twin

_BREAK = re.compile(r"[.!?…\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = "://", "www.", "@"  # of which one stands in every address
_SIGN_OF_ADDRESS = re.compile(r"https?://|www\.|@(?<=[^\s]@)(?=\S)")
_BLANK = re.compile(r"\s")
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
_MOST_REMEMBERED = 1_000  # sentences of drafts


@dataclass(frozen=True, slots=True)
class TellingSentence:
    """A sentence that may not be the same for everyone: its folded words with a blank between, how many they are, and
    the checksums of their runs.
    """

    words: str
    weight: int
    runs: frozenset[int]


def telling_sentences(text: str) -> tuple[TellingSentence, ...]:
    """The sentences of ``text`` with four words at least."""
    return tuple(sentence for sentence in map(_sentence, _pieces(fold(text[:_MOST_CHARACTERS]))) if sentence)


def _pieces(folded: str) -> list[str]:
    return _BREAK.split(_without_addresses(folded[:_MOST_CHARACTERS]))


def _without_addresses(folded: str) -> str:
    """``folded`` without what stands between two blanks and holds a sign of an address."""
    if not any(sign in folded for sign in _SIGNS):
        return folded
    kept: list[str] = []
    done = 0
    for sign in _SIGN_OF_ADDRESS.finditer(folded):
        if sign.start() < done:
            continue
        before = max(folded.rfind(" ", done, sign.start()), folded.rfind("\n", done, sign.start()))
        kept.append(folded[done : max(done, before + 1)])
        after = _BLANK.search(folded, sign.end())
        done = after.start() if after else len(folded)
    kept.append(folded[done:])
    return "".join(kept)


def _sentence(piece: str) -> TellingSentence | None:
    """What ``piece`` of a folded text says of its own, None for too little."""
    words = _WORD.findall(piece)
    if len(words) < _FEWEST_WORDS:
        return None
    runs = zip(*(words[start:] for start in range(_RUN)), strict=False)
    # a checksum, for Python's own hashes differ from start to start and the answer must not
    return TellingSentence(" ".join(words), len(words), frozenset(crc32(" ".join(run).encode()) for run in runs))


@dataclass(frozen=True, slots=True)
class _Known:
    """An earlier reply; ``alike`` remembers how well sentences of drafts are held by it, 0-1."""

    reply: PastReply
    sentences: tuple[str, ...]
    whole: str
    alike: dict[str, float] = field(default_factory=dict)


class _Draft(NamedTuple):
    """The telling sentences of a draft, how many words each has and all have."""

    said: list[str]
    weights: list[int]
    words: int


class SamenessIndex:
    """Holds the owner's earlier replies; later ones can be added. Not for use by two threads at once."""

    def __init__(self, past: Sequence[PastReply] = ()) -> None:
        self._seen: set[PastReply] = set()
        self._known: list[_Known] = []
        self._holders: dict[int, list[int]] = {}  # of each run, places in _known
        self._read: dict[str, TellingSentence | None] = {}  # pieces of drafts, with no runs but those of some sketch
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
            self._read.clear()
            for run in sorted(frozenset[int]().union(*(sentence.runs for sentence in sentences)))[:_SKETCH]:
                holders = self._holders.setdefault(run, [])
                if len(holders) < _MOST_HOLDERS:
                    holders.append(len(self._known))
            said = tuple(sentence.words for sentence in sentences)
            self._known.append(_Known(reply, said, " ".join(said)))

    def closest(self, folded: str, among: Container[PastReply] | None = None) -> Twin | None:
        """The reply that holds the largest share of a ``folded`` text; None where it is short or nothing is alike.

        ``among`` narrows the choice to replies that it contains.
        """
        sentences = self._sentences_of(folded)
        weights = [sentence.weight for sentence in sentences]
        draft = _Draft([sentence.words for sentence in sentences], weights, sum(weights))
        if draft.words < _FEWEST_IN_DRAFT:
            return None
        runs = frozenset[int]().union(*(sentence.runs for sentence in sentences))
        votes = Counter(chain.from_iterable(map(self._holders.__getitem__, sorted(runs))))
        best: Twin | None = None
        candidates = self._best(votes, among)
        for place, count in candidates:
            if count * _PROMISING < candidates[0][1] or (best and best.share == 1):
                break
            share = _share(draft, self._known[place])
            if share > 0 and (best is None or share > best.share):
                best = Twin(self._known[place].reply, share)
        return best

    def _sentences_of(self, draft: str) -> list[TellingSentence]:
        """Those of a draft, of which few change from one key struck to the next."""
        if len(self._read) > _MOST_REMEMBERED:
            self._read.clear()
        read, pieces = self._read, _pieces(draft)
        for piece in pieces:
            if piece not in read:
                sentence = _sentence(piece)
                read[piece] = sentence and replace(sentence, runs=sentence.runs.intersection(self._holders))
        return [sentence for piece in pieces if (sentence := read[piece])]

    def _best(self, votes: Counter[int], among: Container[PastReply] | None) -> list[tuple[int, int]]:
        if among is None:
            return votes.most_common(_CANDIDATES)
        ranked = ((place, count) for place, count in votes.most_common() if self._known[place].reply in among)
        return list(islice(ranked, _CANDIDATES))


def _share(draft: _Draft, known: _Known) -> float:
    """The share of the draft's words, 0-1, that stand in ``known``: sentence by sentence, or as one text."""
    from rapidfuzz import fuzz

    alike = list(map(known.alike.get, draft.said))
    if None in alike:
        alike = [_alike(said, known) if share is None else share for said, share in zip(draft.said, alike, strict=True)]
    held: float = sum(map(mul, draft.weights, alike))
    share = held / draft.words
    if not _UNCLEAR < share < 1:
        return share
    whole = " ".join(draft.said)
    return max(share, fuzz.ratio(whole, known.whole, score_cutoff=_ALIKE) / 100)


def _alike(sentence: str, known: _Known) -> float:
    """How well the best of ``known``'s sentences holds ``sentence``, 0-1; 0 where it is another."""
    from rapidfuzz import fuzz, process

    if len(known.alike) > _MOST_REMEMBERED:
        known.alike.clear()
    found = process.extractOne(sentence, known.sentences, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    alike = known.alike[sentence] = found[1] / 100 if found else 0.0
    return alike
