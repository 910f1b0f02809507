"""What the learnt judge of single sentences says of a draft: moves that no rule found, and hits of rules it denies."""

from collections.abc import Collection, Iterable, Sequence

from reviewdesk_gui.checks.moves import RuleHit
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.sentence_memory import SentenceMemory
from reviewdesk_gui.checks.sentence_model import SentenceModel
from reviewdesk_gui.domain.finding import Move, MoveHit, Span

_HOLLOW = "empty_promise"


class LearntJudge:
    """Judges the sentences of one prepared text by ``model``; ``memory`` keeps the scores of sentences."""

    def __init__(self, prepared: PreparedText, model: SentenceModel, memory: SentenceMemory[tuple[float, ...]]) -> None:
        self._prepared, self._model, self._memory = prepared, model, memory

    def denies(self, check: str, sentence: Span) -> bool:
        """Whether ``sentence`` is none of the move ``check``, though a rule takes it for one."""
        if check not in self._model.moves:
            return False
        place = self._model.moves.index(check)
        return self._scores((sentence,))[0][place] < self._model.denied[place]

    def find(self, known: Collection[Move], faults: Iterable[RuleHit]) -> dict[Move, MoveHit]:
        """The first sentence of each move that is not ``known`` and of which the judge is sure; a sentence in which a
        rule found an empty promise is none.
        """
        model, prepared = self._model, self._prepared
        if all(Move(move) in known for move in model.moves):
            return {}
        hollow = {prepared.sentence_at(span.start) for rule, span in faults if rule.check == _HOLLOW}
        judged = list(zip(prepared.sentences, self._scores(prepared.sentences), strict=True))
        found: dict[Move, MoveHit] = {}
        for place, (name, least) in enumerate(zip(model.moves, model.least, strict=True)):
            move = Move(name)
            sure = (span for span, scores in judged if scores[place] >= least and span not in hollow)
            if move not in known and (span := next(sure, None)):
                found[move] = MoveHit(move, span, f"{name}.sentence")
        return found

    def _scores(self, sentences: Sequence[Span]) -> list[tuple[float, ...]]:
        return self._memory.of_each(self._prepared, self._look, sentences)

    def _look(self, prepared: PreparedText, sentence: Span) -> tuple[float, ...]:
        return self._model.scores(sentence.of(prepared.folded))


def judge_of(prepared: PreparedText, pack: LanguagePack) -> LearntJudge | None:
    """The judge of ``prepared``, None where the language has none. Raises DataFileError where it cannot be read."""
    model = pack.sentences()
    return None if model is None else LearntJudge(prepared, model, pack.learnt)
