"""A language as the engine uses it: its rules, its lists and its tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reviewdesk_gui.checks.phrasebook import PhraseBook
from reviewdesk_gui.checks.phrases import Lists
from reviewdesk_gui.checks.rule import Matcher, Rule, RuleHits
from reviewdesk_gui.checks.sentence_memory import SentenceMemory
from reviewdesk_gui.checks.sentence_model import SentenceModel
from reviewdesk_gui.checks.trigger_index import TriggerIndex
from reviewdesk_gui.checks.wordset import WordSet


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """How names change when they are used as an address; everything is folded. Equal to nothing but itself.

    ``endings`` are pairs (of the name as it is called, of the address) by which an address is known, ``vocative`` those
    by which the desk puts a name into an address; ``diminutives`` map a name to its short forms; ``titles`` stand
    before a name, ``not_names`` are words that are none.
    """

    endings: tuple[tuple[str, str], ...] = ()
    diminutives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    vocative: tuple[tuple[str, str], ...] = ()
    not_names: WordSet = field(default_factory=lambda: WordSet(()))


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """Everything of ``resources/languages/<code>`` but the tables over the review's text (types, topics).

    ``address`` holds words beside which a name counts as an address, ``closings`` the closing formulas, ``others``
    those outside the shop whom a reply may send the reader to and ``mentioned`` what tells of a channel without naming
    it as one to use (the lists of these names), ``common`` the words that are no personal name (the list not_names),
    ``doubles`` words that may stand twice. ``index`` calls ``calls[number]`` = (rule, matcher).
    ``sentences`` gives the learnt judge of single sentences, None where there is none; ``learnt`` keeps what it said.
    ``inserts`` maps a move's name to its texts ("text", "named", "plain", "email", "phone", "link"). ``memory`` keeps
    what the rules found in sentences.
    """

    code: str
    name: str
    english: str
    script: str
    lists: Lists
    rules: tuple[Rule, ...]
    names: Names
    inserts: Mapping[str, Mapping[str, str]]
    abbreviations: frozenset[str]
    loose_apostrophe: bool
    index: TriggerIndex
    address: PhraseBook
    closings: PhraseBook
    others: PhraseBook
    mentioned: PhraseBook
    common: WordSet
    doubles: WordSet
    calls: tuple[tuple[Rule, Matcher], ...]
    sentences: Callable[[], SentenceModel | None]
    memory: SentenceMemory[RuleHits] = field(default_factory=SentenceMemory, init=False, repr=False, compare=False)
    learnt: SentenceMemory[tuple[float, ...]] = field(
        default_factory=SentenceMemory, init=False, repr=False, compare=False
    )

    @property
    def checks(self) -> frozenset[str]:
        """Every check that some rule makes."""
        return frozenset(rule.check for rule in self.rules)

    def rule(self, id_: str) -> Rule | None:
        """The rule with that id."""
        return next((rule for rule in self.rules if rule.id == id_), None)
