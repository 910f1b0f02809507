"""What the learnt judge of single sentences says of a draft: moves and faults that no rule found, hits to doubt."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reviewdesk_gui.checks.faults import HURTS
from reviewdesk_gui.checks.moves import RuleHit, names_firm, sends_to_others
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import ContactKind, PreparedText
from reviewdesk_gui.checks.script import in_script
from reviewdesk_gui.checks.sentence_features import without_addresses
from reviewdesk_gui.domain.finding import Move, MoveHit, Span

_HOLLOW = "empty_promise"
_OF_CHANNELS = (Move.CONTACT, Move.OFFLINE)


class DraftJudge:
    """Judges the sentences of one draft. Its methods raise DataFileError where the language's judge cannot be read."""

    def __init__(self, prepared: PreparedText, pack: LanguagePack) -> None:
        self._prepared = prepared
        self._pack = pack

    def doubts(self, hit: MoveHit, sentence: Span) -> bool:
        """Whether ``sentence`` is so unlike those that hold the move of ``hit`` that a rule's hit in it does not count;
        of words in other letters than the language's own, which it has not learnt, it says nothing.
        """
        model = self._pack.sentences()
        if model is None or hit.move not in model.moves or hit.span is None:
            return False
        if not in_script(hit.span.of(self._prepared.folded), self._pack.script):
            return False
        place = model.moves.index(hit.move)
        score = self._scores((sentence,))[0][place]
        if score == -math.inf:  # of a single word it cannot say
            return False
        return score < model.doubted[place] or (score < model.least[place] and self._mentions(hit.move, sentence))

    def find(self, known: Mapping[Move, MoveHit], faults: Iterable[RuleHit]) -> dict[Move, MoveHit]:
        """The first sentence of each move that is not ``known`` and of which the judge is sure; a sentence in which a
        rule found an empty promise is none.
        """
        model = self._pack.sentences()
        if model is None or all(Move(move) in known for move in model.moves):
            return {}
        hollow = {self._prepared.sentence_at(span.start) for rule, span in faults if rule.check == _HOLLOW}
        sentences = self._prepared.sentences
        signed = known.get(Move.SIGNATURE)
        judged = [pair for pair in zip(sentences, self._scores(), strict=True) if pair[0] not in hollow]
        closing = [pair for pair in judged[-1:] if pair[0] == sentences[-1] and not self._tells_where(pair[0])]
        found: dict[Move, MoveHit] = {}
        for place, name in enumerate(model.moves):
            if Move(name) in known:
                continue
            asked = closing if model.last[place] else judged
            sure = (span for span, score in asked if score[place] >= model.least[place])
            first = next((span for span in sure if not self._denied(Move(name), span, signed)), None)
            if first is not None:
                found[Move(name)] = MoveHit(Move(name), first, f"{name}.sentence")
        return found

    def faults(self, hits: Sequence[RuleHit]) -> Iterator[tuple[str, Span]]:
        """The check and the sentence of each fault of which the judge is sure; where a rule found that a sentence hurts
        the reader, the rule says more closely why.
        """
        model = self._pack.sentences()
        if model is None:
            return
        judged = list(zip(self._prepared.sentences, self._scores(), strict=True))
        for place, check in enumerate(model.faults, len(model.moves)):
            least = model.least[place]
            sure = [sentence for sentence, score in judged if score[place] >= least]
            told = {self._prepared.sentence_at(s.start) for rule, s in hits if rule.check in HURTS} if sure else set()
            for sentence in sure:
                if sentence not in told and in_script(sentence.of(self._prepared.folded), self._pack.script):
                    yield check, sentence

    def _mentions(self, move: Move, sentence: Span) -> bool:
        """Whether ``sentence`` seems to tell of a channel that was used, is used by others or is out of order."""
        told = self._pack.mentioned.search(self._prepared, (sentence,))
        return move in _OF_CHANNELS and not self._prepared.contacts_in(sentence) and any(True for _ in told)

    def _denied(self, move: Move, sentence: Span, signed: MoveHit | None) -> bool:
        """Whether ``sentence`` sends the reader to others, or names a firm that signs by its domain."""
        if move is Move.OFFLINE:
            return sends_to_others(self._prepared, self._pack, sentence)
        contacts = self._prepared.contacts_in(sentence) if move is Move.CONTACT else ()
        signature = signed.span if signed else None
        return bool(contacts) and all(names_firm(self._prepared, contact, signature) for contact in contacts)

    def _tells_where(self, sentence: Span) -> bool:
        """Whether a sentence with a full stop holds a street: where somebody is to be found, not who."""
        stopped = sentence.of(self._prepared.text).rstrip().endswith(".")
        return stopped and any(c.kind is ContactKind.ADDRESS for c in self._prepared.contacts_in(sentence))

    def _scores(self, sentences: Sequence[Span] | None = None) -> list[tuple[float, ...]]:
        return self._pack.learnt.of_each(self._prepared, self._look, sentences)

    def _look(self, prepared: PreparedText, sentence: Span) -> tuple[float, ...]:
        model = self._pack.sentences()
        if model is None:
            return ()
        return model.scores(without_addresses(prepared.folded, prepared.contacts, sentence.start, sentence.end))
