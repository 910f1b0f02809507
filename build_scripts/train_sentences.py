"""Learns ``resources/languages/<code>/sentences.msgpack`` from ``build_scripts/training``, always the same.

A line of a training text is letters, a tab and a sentence. In ``<code>.txt`` R stands where the sentence commits the
shop to a step (resolution), O where it invites the reader elsewhere (offline), C where it gives a way to reach the shop
(contact), "-" where it does none of these; other letters are notes. ``closings/<code>.txt`` has last lines of replies:
S where one says who answers (signature), "-" where it does not. ``faults/<code>.txt`` has what hurts the reader:
A where a sentence attacks, B where it belittles, L where it blames, "-" where it only looks so; the sentences of
``<code>.txt`` stand beside them.
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
from reviewdesk_gui.checks.sentence_model import ModelFile, MoveWeights, Weights
from reviewdesk_gui.domain.errors import DataFileError, ReviewDeskError

TRAINING = Path(__file__).resolve().parent / "training"
_COST = 3.0
_RARE = 1.5  # how much more a feature counts the fewer sentences have it: a power of the logarithm
_EPOCHS = 20
_STEPS = 127  # of a weight, each way
_FOLDS = 6
_SHOWN = (-0.2, 0.0, 0.2, 0.4)
_BLOCK = 8  # neighbouring lines are near misses of each other and stay on one side


@dataclass(frozen=True)
class Lesson:
    """What is learnt of a move or fault: the letters of its sentences, from which score on it counts, below which a
    rule's hit does not. Of unseen sentences with a score of 0 every second has the move. ``text`` is the folder of its
    sentences; what is learnt from "closings" is asked of the last sentence of a reply alone.
    """

    name: str
    letters: str
    least: float
    doubted: float = -math.inf
    text: str = ""


MOVES = (
    Lesson("resolution", "R", least=0.2, doubted=-0.45),
    Lesson("offline", "O", least=0.15, doubted=-0.45),
    Lesson("contact", "C", least=0.1),
    Lesson("signature", "S", least=0.35, text="closings"),
)
FAULTS = (Lesson("attack", "ABL", least=0.0, text="faults"),)
_TEXTS = ("", "closings", "faults")


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


def learn(sentences: Sequence[Sentence], lessons: Sequence[Lesson]) -> dict[str, Learnt]:
    """What the sentences teach, by the lesson's name: dual coordinate descent for the squared hinge loss."""
    rare = rareness(sentences)
    rows = [
        (sentence.numbers, tuple(map(mul, sentence.counts, map(rare.__getitem__, sentence.numbers))))
        for sentence in sentences
    ]
    found: dict[str, Learnt] = {}
    for lesson in lessons:
        weights, base = _descend(
            rows, [-1.0 if sentence.letters.isdisjoint(lesson.letters) else 1.0 for sentence in sentences]
        )
        found[lesson.name] = Learnt(list(map(mul, weights, rare)), base)
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


def text_of(code: str, text: str) -> Path:
    """A language's training text in the folder ``text``."""
    return TRAINING / text / f"{code}.txt"


def sentences_of(code: str) -> dict[str, list[Sentence]]:
    """What each text of a language teaches from: faults stand among all other sentences."""
    found = {text: read_sentences(text_of(code, text)) for text in _TEXTS}
    found["faults"] += found[""]
    return found


def stamp(code: str) -> str:
    """A checksum of a language's training texts and of how they are learnt from."""
    texts = "".join(text_of(code, text).read_text("utf-8") for text in _TEXTS)
    return hashlib.sha256((texts + repr((MOVES, FAULTS, _COST, _RARE, _EPOCHS, _STEPS))).encode()).hexdigest()


def lessons_of(text: str) -> list[Lesson]:
    """The lessons that are learnt from one of the texts."""
    return [lesson for lesson in (*MOVES, *FAULTS) if lesson.text == text]


def model_of(code: str) -> bytes:
    """The model learnt from a language's training texts."""
    learnt: dict[str, Learnt] = {}
    for text, read in sentences_of(code).items():
        learnt |= learn(read, lessons_of(text))
    moves = {
        lesson.name: MoveWeights(*_rounded(learnt[lesson.name], lesson), lesson.doubted, lesson.text == "closings")
        for lesson in MOVES
    }
    faults = {lesson.name: Weights(*_rounded(learnt[lesson.name], lesson)) for lesson in FAULTS}
    return msgspec.msgpack.encode(ModelFile(stamp(code), moves, faults))


def _rounded(learnt: Learnt, lesson: Lesson) -> tuple[float, float, float, bytes]:
    """The base, the least score that counts, what one step of a weight stands for, and the weights in steps."""
    unit = max(map(abs, learnt.weights)) / _STEPS
    return learnt.base, lesson.least, unit, bytes(round(weight / unit) & 0xFF for weight in learnt.weights)


def judge_unseen(sentences: Sequence[Sentence], lessons: Sequence[Lesson]) -> Iterator[dict[str, tuple[float, bool]]]:
    """By lesson, the score of each sentence by weights learnt without it and its neighbours, and whether it has it."""
    blocks = [range(start, min(start + _BLOCK, len(sentences))) for start in range(0, len(sentences), _BLOCK)]
    random.Random(3).shuffle(blocks)  # noqa: S311 - the same order every time, no secret
    for part in range(_FOLDS):
        asked = [sentences[number] for block in blocks[part::_FOLDS] for number in block]
        others = [block for number, block in enumerate(blocks) if number % _FOLDS != part]
        learnt = learn([sentences[number] for block in others for number in block], lessons)
        for sentence in asked:
            yield {
                lesson.name: (learnt[lesson.name].score(sentence), not sentence.letters.isdisjoint(lesson.letters))
                for lesson in lessons
            }


def test(code: str) -> None:
    """Prints how sentences that were not learnt from are judged."""
    for text, read in sentences_of(code).items():
        unseen = list(judge_unseen(read, lessons_of(text)))
        for lesson in lessons_of(text):
            judged = [scores[lesson.name] for scores in unseen]
            wanted = sum(is_so for _, is_so in judged)
            print(f"{code} {lesson.name:<11}{len(judged):>6} sentences; precision and recall", end="")
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
