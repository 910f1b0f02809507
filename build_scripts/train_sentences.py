"""Learns ``resources/languages/<code>/sentences.msgpack`` from ``build_scripts/training``, always the same.

A line of a training text is letters, a tab and a sentence. In ``<code>.txt`` R stands where the sentence commits the
shop to a step (resolution), O where it invites the reader elsewhere (offline), C where it gives a way to reach the shop
(contact), "-" where it does none of these; other letters are notes. ``closings/<code>.txt`` has last lines of replies:
S where one says who answers (signature), "-" where it does not.
``--test`` learns from five sixths and tells how well the rest is judged, by precision and recall, six times over.
"""

import argparse
import hashlib
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import mul
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reviewdesk_gui import paths
from reviewdesk_gui.checks.contacts import find_contacts
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.sentence_features import (
    NUMBERS,
    neighbours_of,
    numbers_of,
    pieces_of,
    without_addresses,
    words_of,
)
from reviewdesk_gui.checks.sentence_model import ModelFile, MoveWeights
from reviewdesk_gui.domain.errors import DataFileError, ReviewDeskError

TRAINING = Path(__file__).resolve().parent / "training"
_COST = 3.0
_RARE = 1.5  # how much more a feature counts the fewer sentences have it: a power of the logarithm
_EPOCHS = 20
_STEPS = 127  # of a weight, each way
_FOLDS = 6
_SHOWN = (0.0, 0.2, 0.4, 0.6)
_BLOCK = 8  # neighbouring lines are near misses of each other and stay on one side


@dataclass(frozen=True)
class Lesson:
    """What is learnt of a move: the letter of its sentences, from which score on it counts, below which a rule's hit
    does not. Of unseen sentences with a score of 0 every second has the move. One of ``closings`` is asked of the last
    sentence of a reply alone.
    """

    move: str
    letter: str
    least: float
    doubted: float = -math.inf
    closings: bool = False


LESSONS = (
    Lesson("resolution", "R", least=0.2, doubted=-0.45),
    Lesson("offline", "O", least=0.15, doubted=-0.45),
    Lesson("contact", "C", least=0.1),
    Lesson("signature", "S", least=0.35, closings=True),
)


@dataclass(frozen=True)
class Sentence:
    """A line of a training text: its letters, the numbers of its features and how often each is there, each by the root
    of how many features it has.
    """

    letters: frozenset[str]
    numbers: tuple[int, ...]
    counts: tuple[float, ...]


@dataclass(frozen=True)
class Learnt:
    """The weights of the features by their numbers, and the base of every score."""

    weights: list[float]
    base: float

    def score(self, sentence: Sentence) -> float:
        """The higher, the surer."""
        return self.base + sum(map(mul, map(self.weights.__getitem__, sentence.numbers), sentence.counts))


def read_sentences(path: Path) -> list[Sentence]:
    """The sentences of a training text. Raises DataFileError naming the line."""
    found: list[Sentence] = []
    for line, row in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not row or row.startswith("#"):
            continue
        letters, tab, said = row.partition("\t")
        if not tab or not said.strip():
            raise DataFileError(path, line, "letters, a tab and a sentence are needed")
        folded = fold(said)
        words = words_of(without_addresses(folded, find_contacts(said, folded), 0, len(folded)))
        features = [number for word in words[1:-1] for number in pieces_of(word)]
        features += neighbours_of([numbers_of(word) for word in words])
        counts = Counter(features)
        root = math.sqrt(len(features))
        found.append(Sentence(frozenset(letters), tuple(counts), tuple(count / root for count in counts.values())))
    return found


def rareness(sentences: Sequence[Sentence]) -> list[float]:
    """How much each feature counts by its number; a sentence is of length one then, taken over all of them."""
    held = Counter(number for sentence in sentences for number in sentence.numbers)
    most = math.log(1 + len(sentences)) + 1
    rare = [(most - math.log(1 + held[number])) ** _RARE for number in range(NUMBERS)]
    squares = (
        (count * rare[number]) ** 2
        for sentence in sentences
        for number, count in zip(sentence.numbers, sentence.counts, strict=True)
    )
    length = math.sqrt(sum(squares) / len(sentences))
    return [value / length for value in rare]


def learn(sentences: Sequence[Sentence], letters: Sequence[str]) -> dict[str, Learnt]:
    """What the sentences tell of each letter: dual coordinate descent for the squared hinge loss."""
    rare = rareness(sentences)
    rows = [
        (sentence.numbers, tuple(map(mul, sentence.counts, map(rare.__getitem__, sentence.numbers))))
        for sentence in sentences
    ]
    found: dict[str, Learnt] = {}
    for letter in letters:
        weights, base = _descend(rows, [1.0 if letter in sentence.letters else -1.0 for sentence in sentences])
        found[letter] = Learnt(list(map(mul, weights, rare)), base)
    return found


def _descend(
    rows: Sequence[tuple[tuple[int, ...], tuple[float, ...]]], signs: Sequence[float]
) -> tuple[list[float], float]:
    """The weights of the features and the base: each row has numbers and values, and a sign."""
    weights, base = [0.0] * NUMBERS, 0.0
    alphas = [0.0] * len(rows)
    slack = 1 / (2 * _COST)
    squares = [sum(map(mul, values, values)) + 1 + slack for _, values in rows]
    order = list(range(len(rows)))
    chance = random.Random(1)  # noqa: S311 - the same order every time, no secret
    for _ in range(_EPOCHS):
        chance.shuffle(order)
        for at in order:
            (numbers, values), sign, alpha = rows[at], signs[at], alphas[at]
            score = base + sum(map(mul, map(weights.__getitem__, numbers), values))
            moved = max(alpha - (sign * score - 1 + slack * alpha) / squares[at], 0.0) - alpha
            if moved:
                alphas[at] += moved
                step = moved * sign
                base += step
                for number, added in zip(numbers, map(mul, values, repeat(step)), strict=True):
                    weights[number] += added
    return weights, base


def text_of(code: str, *, closings: bool) -> Path:
    """The training text of a language's sentences or closings."""
    return TRAINING / "closings" / f"{code}.txt" if closings else TRAINING / f"{code}.txt"


def texts_of(code: str) -> dict[bool, list[Sentence]]:
    """A language's sentences, and its closings under True."""
    return {closings: read_sentences(text_of(code, closings=closings)) for closings in (False, True)}


def stamp(code: str) -> str:
    """A checksum of a language's training texts and of how they are learnt from."""
    texts = "".join(text_of(code, closings=closings).read_text("utf-8") for closings in (False, True))
    return hashlib.sha256((texts + repr((LESSONS, _COST, _RARE, _EPOCHS, _STEPS))).encode()).hexdigest()


def letters_of(*, closings: bool) -> list[str]:
    """The letters that are learnt from the sentences or the closings."""
    return [lesson.letter for lesson in LESSONS if lesson.closings == closings]


def model_of(code: str) -> bytes:
    """The model learnt from a language's training texts."""
    learnt = {closings: learn(read, letters_of(closings=closings)) for closings, read in texts_of(code).items()}
    moves = {lesson.move: _rounded(learnt[lesson.closings][lesson.letter], lesson) for lesson in LESSONS}
    return msgspec.msgpack.encode(ModelFile(stamp(code), moves))


def _rounded(learnt: Learnt, lesson: Lesson) -> MoveWeights:
    unit = max(map(abs, learnt.weights)) / _STEPS
    weights = bytes(round(weight / unit) & 0xFF for weight in learnt.weights)
    return MoveWeights(learnt.base, lesson.least, lesson.doubted, lesson.closings, unit, weights)


def judge_unseen(sentences: Sequence[Sentence], letters: Sequence[str]) -> Iterator[dict[str, tuple[float, bool]]]:
    """By letter, the score of each sentence by weights learnt without it and its neighbours, and whether it has it."""
    blocks = [range(start, min(start + _BLOCK, len(sentences))) for start in range(0, len(sentences), _BLOCK)]
    random.Random(3).shuffle(blocks)  # noqa: S311 - the same order every time, no secret
    for part in range(_FOLDS):
        asked = [sentences[number] for block in blocks[part::_FOLDS] for number in block]
        others = [block for number, block in enumerate(blocks) if number % _FOLDS != part]
        learnt = learn([sentences[number] for block in others for number in block], letters)
        for sentence in asked:
            yield {letter: (judge.score(sentence), letter in sentence.letters) for letter, judge in learnt.items()}


def test(code: str) -> None:
    """Prints how sentences that were not learnt from are judged."""
    unseen = {
        closings: list(judge_unseen(read, letters_of(closings=closings))) for closings, read in texts_of(code).items()
    }
    for lesson in LESSONS:
        judged = [scores[lesson.letter] for scores in unseen[lesson.closings]]
        wanted = sum(is_so for _, is_so in judged)
        print(f"{code} {lesson.move:<11}{len(judged):>6} sentences; precision and recall", end="")
        for least in _SHOWN:
            hits = [is_so for score, is_so in judged if score >= least]
            print(f", from {least:.1f} {sum(hits) / max(1, len(hits)):.2f} {sum(hits) / wanted:.2f}", end="")
        print(flush=True)


def main(argv: Sequence[str]) -> int:
    codes = sorted(path.stem for path in TRAINING.glob("*.txt"))
    parser = argparse.ArgumentParser(prog="train", description=__doc__)
    parser.add_argument(
        "--language", action="append", choices=codes, help="only this language (may be given more often)"
    )
    parser.add_argument("--test", action="store_true", help="tell how well unseen sentences are judged; write nothing")
    options = parser.parse_args(argv)
    for code in options.language or codes:
        if options.test:
            test(code)
            continue
        target = paths.resources() / "languages" / code / "sentences.msgpack"
        target.write_bytes(model_of(code))
        print(f"{target.relative_to(paths.resources())}: {target.stat().st_size // 1024} KB", flush=True)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ReviewDeskError as error:
        sys.exit(f"train: {error}")
