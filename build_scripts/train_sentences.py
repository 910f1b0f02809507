"""Learns ``resources/languages/<code>/sentences.json`` from ``build_scripts/training/<code>.txt``, always the same.

A line of the training text is letters, a tab and a sentence: R where the sentence commits the shop to a step
(resolution), O where it invites the reader elsewhere (offline), "-" where it does neither; other letters are notes.
``--test`` learns from five sixths and tells how well the rest is judged, by precision and recall, six times over.
"""

import argparse
import hashlib
import json
import math
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reviewdesk_gui import paths
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.sentence_features import neighbours_of, pieces_of, words_of
from reviewdesk_gui.domain.errors import DataFileError, ReviewDeskError

TRAINING = Path(__file__).resolve().parent / "training"
MOVES = {"R": "resolution", "O": "offline"}
LEAST = {"resolution": 0.3, "offline": 0.5}  # a score of 0 is as likely as not
_COST = 1.0
_EPOCHS = 30
_KEPT = 6000  # features of each move
_FOLDS = 6
_SHOWN = (0.0, 0.2, 0.4, 0.6)
_BLOCK = 8  # neighbouring lines are near misses of each other and stay on one side


@dataclass(frozen=True)
class Sentence:
    """A line of a training text: its letters and its features, each counted, of length one together."""

    letters: frozenset[str]
    features: tuple[tuple[int, float], ...]


def read_sentences(path: Path) -> tuple[list[Sentence], list[str]]:
    """The sentences, and the features by their numbers. Raises DataFileError naming the line."""
    numbers: dict[str, int] = {}
    found: list[Sentence] = []
    for line, row in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not row or row.startswith("#"):
            continue
        letters, tab, said = row.partition("\t")
        if not tab or not said.strip():
            raise DataFileError(path, line, "letters, a tab and a sentence are needed")
        found.append(Sentence(frozenset(letters), _features(fold(said), numbers)))
    return found, list(numbers)


def _features(folded: str, numbers: dict[str, int]) -> tuple[tuple[int, float], ...]:
    words = words_of(folded)
    said = [piece for word in words[1:-1] for piece in pieces_of(word)] + neighbours_of(words)
    counts: dict[int, float] = {}
    for feature in said:
        number = numbers.setdefault(feature, len(numbers))
        counts[number] = counts.get(number, 0.0) + 1 / math.sqrt(len(said))
    return tuple(counts.items())


def learn(sentences: Sequence[Sentence], letter: str, features: int) -> list[float]:
    """The weight of each feature and, last, the base: dual coordinate descent for the squared hinge loss."""
    weights = [0.0] * (features + 1)
    alphas = [0.0] * len(sentences)
    signs = [1.0 if letter in sentence.letters else -1.0 for sentence in sentences]
    rows = [(*sentence.features, (features, 1.0)) for sentence in sentences]
    slack = 1 / (2 * _COST)
    squares = [sum(value * value for _, value in row) + slack for row in rows]
    order = list(range(len(sentences)))
    chance = random.Random(1)  # noqa: S311 - the same order every time, no secret
    for _ in range(_EPOCHS):
        chance.shuffle(order)
        for at in order:
            row, sign, alpha = rows[at], signs[at], alphas[at]
            slope = sign * sum(weights[number] * value for number, value in row) - 1 + slack * alpha
            moved = max(alpha - slope / squares[at], 0.0) - alpha
            if moved:
                alphas[at] += moved
                step = moved * sign
                for number, value in row:
                    weights[number] += step * value
    return weights


def stamp(path: Path) -> str:
    """A checksum of the training text and of how it is learnt from."""
    text = path.read_text("utf-8").encode()
    return hashlib.sha256(text + repr((MOVES, LEAST, _COST, _EPOCHS, _KEPT)).encode()).hexdigest()


def model_of(path: Path) -> str:
    """The text of the model learnt from the training text at ``path``."""
    sentences, features = read_sentences(path)
    learnt = [learn(sentences, letter, len(features)) for letter in MOVES]
    kept: dict[str, list[int]] = {}
    for place, weights in enumerate(learnt):
        ranked = sorted(range(len(features)), key=lambda number: (-abs(weights[number]), features[number]))
        for number in ranked[:_KEPT]:
            if rounded := round(weights[number] * 1000):
                kept.setdefault(features[number], [0] * len(MOVES))[place] = rounded
    table = {
        "learnt_from": stamp(path),
        "moves": list(MOVES.values()),
        "base": [round(weights[-1] * 1000) for weights in learnt],
        "least": [round(LEAST[move] * 1000) for move in MOVES.values()],
        "weights": dict(sorted(kept.items())),
    }
    lines = json.dumps(table, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n")
    return lines + "\n"


def judge_unseen(sentences: Sequence[Sentence], letter: str, features: int) -> list[tuple[float, bool]]:
    """The score of each sentence by weights learnt without it and its neighbours, and whether it has the letter."""
    blocks = [range(start, min(start + _BLOCK, len(sentences))) for start in range(0, len(sentences), _BLOCK)]
    random.Random(3).shuffle(blocks)  # noqa: S311 - the same order every time, no secret
    judged: list[tuple[float, bool]] = []
    for part in range(_FOLDS):
        asked = [sentences[number] for block in blocks[part::_FOLDS] for number in block]
        others = [block for number, block in enumerate(blocks) if number % _FOLDS != part]
        rest = [sentences[number] for block in others for number in block]
        weights = learn(rest, letter, features)
        for sentence in asked:
            score = weights[-1] + sum(weights[number] * value for number, value in sentence.features)
            judged.append((score, letter in sentence.letters))
    return judged


def test(path: Path) -> None:
    """Prints how sentences that were not learnt from are judged."""
    sentences, features = read_sentences(path)
    for letter, move in MOVES.items():
        judged = judge_unseen(sentences, letter, len(features))
        wanted = sum(is_so for _, is_so in judged)
        print(f"{path.stem} {move:<11}{len(sentences):>5} sentences; precision and recall", end="")
        for least in _SHOWN:
            hits = [is_so for score, is_so in judged if score >= least]
            print(f", from {least:.1f} {sum(hits) / max(1, len(hits)):.2f} {sum(hits) / wanted:.2f}", end="")
        print(flush=True)


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="train", description=__doc__)
    parser.add_argument("--language", action="append", help="only this language (may be given several times)")
    parser.add_argument("--test", action="store_true", help="tell how well unseen sentences are judged; write nothing")
    options = parser.parse_args(argv)
    for path in sorted(TRAINING.glob("*.txt")):
        if options.language and path.stem not in options.language:
            continue
        if options.test:
            test(path)
            continue
        target = paths.resources() / "languages" / path.stem / "sentences.json"
        target.write_text(model_of(path), "utf-8")
        print(f"{target.relative_to(paths.resources())}: {target.stat().st_size // 1024} KB", flush=True)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ReviewDeskError as error:
        sys.exit(f"train: {error}")
