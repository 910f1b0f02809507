"""Moves that no rule of the pack found, by the learnt judge of single sentences."""

from collections.abc import Collection, Iterable

from reviewdesk_gui.checks.moves import RuleHit
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.domain.finding import Move, MoveHit, Span

_HOLLOW = "empty_promise"


def find_learnt(
    prepared: PreparedText, pack: LanguagePack, known: Collection[Move], faults: Iterable[RuleHit]
) -> dict[Move, MoveHit]:
    """The first sentence of each move that is not ``known`` and of which the judge is sure; a sentence in which a rule
    found an empty promise is none. Raises DataFileError where the language's judge cannot be read.
    """
    model = pack.sentences()
    if model is None or all(Move(move) in known for move in model.moves):
        return {}

    def look(prepared: PreparedText, sentence: Span) -> tuple[float, ...]:
        return model.scores(sentence.of(prepared.folded))

    hollow = {prepared.sentence_at(span.start) for rule, span in faults if rule.check == _HOLLOW}
    judged = list(zip(prepared.sentences, pack.learnt.of_each(prepared, look), strict=True))
    found: dict[Move, MoveHit] = {}
    for place, (name, least) in enumerate(zip(model.moves, model.least, strict=True)):
        move = Move(name)
        sure = (span for span, scores in judged if scores[place] >= least and span not in hollow)
        if move not in known and (span := next(sure, None)):
            found[move] = MoveHit(move, span, f"{name}.sentence")
    return found
