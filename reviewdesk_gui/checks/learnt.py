"""What the learnt judge of single sentences says of a draft: moves that no rule found."""

from collections.abc import Collection, Iterable

from reviewdesk_gui.checks.moves import RuleHit
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.domain.finding import Move, MoveHit, Span

_HOLLOW = "empty_promise"


def find_learnt(
    prepared: PreparedText, pack: LanguagePack, known: Collection[Move], faults: Iterable[RuleHit]
) -> dict[Move, MoveHit]:
    """The first sentence of each move that is not ``known`` and of which the language's judge is sure; a sentence in
    which a rule found an empty promise is none. Raises DataFileError where the judge cannot be read.
    """
    model = pack.sentences()
    if model is None or all(Move(move) in known for move in model.moves):
        return {}

    def look(text: PreparedText, sentence: Span) -> tuple[float, ...]:
        return model.scores(sentence.of(text.folded))

    hollow = {prepared.sentence_at(span.start) for rule, span in faults if rule.check == _HOLLOW}
    scores = pack.learnt.of_each(prepared, look)
    judged = [pair for pair in zip(prepared.sentences, scores, strict=True) if pair[0] not in hollow]
    found: dict[Move, MoveHit] = {}
    for place, (name, least) in enumerate(zip(model.moves, model.least, strict=True)):
        sure = next((span for span, score in judged if score[place] >= least), None)
        if sure is not None and Move(name) not in known:
            found[Move(name)] = MoveHit(Move(name), sure, f"{name}.sentence")
    return found
