"""A learnt judge of single sentences: whether one commits the shop to a step, or invites the reader elsewhere.

Rules know the wordings that somebody thought of. The judge, a linear support vector machine learnt from the sentences
of ``build_scripts/training``, adds those that resemble them (Hsieh et al. 2008, "A dual coordinate descent method for
large-scale linear SVM"). It ships as data: ``sentences.json`` beside a language's rules.
"""

import math
import threading
from collections.abc import Mapping
from pathlib import Path

import msgspec

from reviewdesk_gui.checks.sentence_features import neighbours_of, pieces_of, words_of
from reviewdesk_gui.domain.errors import DataFileError

_MOST_WORDS = 20_000  # remembered


class ModelFile(msgspec.Struct, forbid_unknown_fields=True):
    """``sentences.json``: a checksum of the sentences behind it, the moves, and in their order and in thousandths the
    base of each score, the least score that counts, and what each feature adds.
    """

    learnt_from: str
    moves: list[str]
    base: list[int]
    least: list[int]
    weights: dict[str, list[int]]


class SentenceModel:
    """Scores sentences for each of ``moves``; ``least`` is the score from which on a move counts. Thread-safe."""

    def __init__(self, file: ModelFile) -> None:
        self.moves = tuple(file.moves)
        self.least = tuple(number / 1000 for number in file.least)
        self._base = file.base
        self._weights: Mapping[str, list[int]] = file.weights
        self._words: dict[str, tuple[int, list[int]]] = {}

    def scores(self, folded: str) -> tuple[float, ...]:
        """One score for each move, higher the surer."""
        words = words_of(folded)
        sums = [0] * len(self.moves)
        count = 0
        for word in words[1:-1]:
            pieces, weights = self._words.get(word) or self._of_word(word)
            count += pieces
            for place, weight in enumerate(weights):
                sums[place] += weight
        neighbours = neighbours_of(words)
        for weights in filter(None, map(self._weights.get, neighbours)):
            for place, weight in enumerate(weights):
                sums[place] += weight
        length = math.sqrt(count + len(neighbours))
        return tuple((base + total / length) / 1000 for base, total in zip(self._base, sums, strict=True))

    def _of_word(self, word: str) -> tuple[int, list[int]]:
        """How many pieces the word has, and what they add."""
        pieces = pieces_of(word)
        sums = [0] * len(self.moves)
        for weights in filter(None, map(self._weights.get, pieces)):
            sums = [total + weight for total, weight in zip(sums, weights, strict=True)]
        if len(self._words) > _MOST_WORDS:
            self._words = {}
        self._words[word] = len(pieces), sums
        return len(pieces), sums


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
    """The model of a ``sentences.json``. Raises DataFileError."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=ModelFile)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataFileError(path, 0, f"cannot be read: {error}") from None
    rows = (file.base, file.least, *file.weights.values())
    if not all(len(row) == len(file.moves) for row in rows):
        raise DataFileError(path, 0, "some weights do not stand for every move")
    return SentenceModel(file)
