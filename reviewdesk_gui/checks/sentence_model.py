"""A learnt judge of single sentences: whether one commits the shop to a step, invites the reader elsewhere, or attacks.

Rules know the wordings that somebody thought of. The judge, a linear support vector machine learnt from the sentences
of ``build_scripts/training``, adds those that resemble them (Hsieh et al. 2008, "A dual coordinate descent method for
large-scale linear SVM"). It ships as data: ``sentences.msgpack`` beside a language's rules.
"""

import math
import sys
import threading
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from reviewdesk_gui.checks.sentence_features import (
    NUMBERS,
    WordNumbers,
    neighbours_of,
    numbers_of,
    pieces_of,
    words_of,
)
from reviewdesk_gui.domain.errors import DataFileError

_MOST_WORDS = 20_000  # remembered
_LANES = 4  # moves or faults whose weights are summed at once
_LANE = 16  # bits in which the weights of one are summed, beside those of the others
_MOST_SUMMED = 256  # so many sums of unsigned bytes stay within a lane
_ZERO = 128
_UNSIGNED = bytes((byte + _ZERO) & 0xFF for byte in range(256))
_FEWEST_WORDS = 2  # with letters; what has fewer, such as the number of a list, says too little


class Weights(msgspec.Struct, forbid_unknown_fields=True):
    """What is learnt of one fault: the base of its score, the least score that counts, the score that one step of a
    weight stands for, and the weight of each feature by its number, a signed byte.
    """

    base: float
    least: float
    unit: float
    weights: bytes


class MoveWeights(Weights, forbid_unknown_fields=True):
    """What is learnt of one move: also the score below which a hit of a rule does not count, and whether the last
    sentence alone may hold it.
    """

    doubted: float
    last: bool


class ModelFile(msgspec.Struct, forbid_unknown_fields=True):
    """``sentences.msgpack``: a checksum of the sentences behind it, the moves, and the faults by their check."""

    learnt_from: str
    moves: dict[str, MoveWeights]
    faults: dict[str, Weights]


class _Word(msgspec.Struct, frozen=True):
    """What a word adds: how many pieces, their weights for each score, and its part in features of several words."""

    pieces: int
    weights: tuple[int, ...]
    numbers: WordNumbers


class SentenceModel:
    """Scores sentences for each of ``moves`` and then of ``faults``. ``least`` is the score from which on one counts,
    ``doubted`` the one below which a move does not though a rule finds it, and ``last`` says whether only a reply's
    last sentence may hold it. Thread-safe.
    """

    def __init__(self, moves: Mapping[str, MoveWeights], faults: Mapping[str, Weights]) -> None:
        learnt: tuple[Weights, ...] = (*moves.values(), *faults.values())
        self.moves = tuple(moves)
        self.faults = tuple(faults)
        self.least = tuple(one.least for one in learnt)
        self.doubted = tuple(move.doubted for move in moves.values())
        self.last = tuple(move.last for move in moves.values())
        self._scale = tuple((one.base, one.unit) for one in learnt)
        weights = [one.weights for one in learnt]
        parts = [weights[start : start + _LANES] for start in range(0, len(weights), _LANES)]
        self._tables = tuple((_table(part), range(len(part))) for part in parts)
        self._words: dict[str, _Word] = {}

    def scores(self, folded: str) -> tuple[float, ...]:
        """One score for each move and fault, higher the surer; the lowest there is for what is no sentence."""
        known, read = self._words, words_of(folded)
        if sum(word[0].isalpha() for word in read) < _FEWEST_WORDS:
            return (-math.inf,) * len(self._scale)
        words = [known.get(word) or self._of_word(word) for word in read]
        neighbours = neighbours_of([word.numbers for word in words])
        said = words[1:-1]
        length = math.sqrt(sum([word.pieces for word in said]) + len(neighbours))
        sums = map(sum, zip(self._sums(neighbours), *[word.weights for word in said], strict=True))
        return tuple(base + unit * total / length for (base, unit), total in zip(self._scale, sums, strict=True))

    def _of_word(self, word: str) -> _Word:
        pieces = pieces_of(word)
        found = _Word(len(pieces), self._sums(pieces), numbers_of(word))
        if len(self._words) > _MOST_WORDS:
            self._words = {}
        self._words[word] = found
        return found

    def _sums(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """What the features with ``numbers`` add to each score."""
        sums = [0] * len(self._scale)
        for start in range(0, len(numbers), _MOST_SUMMED):
            part = numbers[start : start + _MOST_SUMMED]
            one = 0
            for table, lanes in self._tables:
                packed = sum(map(table.__getitem__, part))
                for lane in lanes:
                    sums[one] += (packed >> lane * _LANE & 0xFFFF) - _ZERO * len(part)
                    one += 1
        return tuple(sums)


def _table(weights: Sequence[bytes]) -> "array[int] | bytes":
    """The weights of up to four by the number of the feature, side by side, so that they are summed at once."""
    if len(weights) == 1:
        return weights[0].translate(_UNSIGNED)
    packed = bytearray(NUMBERS * _LANES * _LANE // 8)
    for place, one in enumerate(weights):
        packed[place * _LANE // 8 :: _LANES * _LANE // 8] = one.translate(_UNSIGNED)
    table = array("Q", bytes(packed))
    if sys.byteorder == "big":
        table.byteswap()
    return table


class LazyModel:
    """The model in ``path``, read when first asked for; None where the language has none. Thread-safe."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._read = False
        self._model: SentenceModel | None = None

    def __call__(self) -> SentenceModel | None:
        """The model. Raises DataFileError."""
        if not self._read:
            with self._lock:
                if not self._read:
                    self._model = read_model(self._path) if self._path.is_file() else None
                    self._read = True
        return self._model


def read_model(path: Path) -> SentenceModel:
    """The model of a ``sentences.msgpack``. Raises DataFileError."""
    try:
        file = msgspec.msgpack.decode(path.read_bytes(), type=ModelFile)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataFileError(path, 0, f"cannot be read: {error}") from None
    learnt: tuple[Weights, ...] = (*file.moves.values(), *file.faults.values())
    if any(len(one.weights) != NUMBERS for one in learnt):
        raise DataFileError(path, 0, f"{NUMBERS} weights are needed for each move and fault")
    return SentenceModel(file.moves, file.faults)
