"""Whether a sentence can hold a date at all, told from its words, so that most sentences need no closer look."""

from collections.abc import Iterable, Sequence

from reviewdesk_gui.checks.phrasebook import CompiledPhrase
from reviewdesk_gui.checks.phrases import PhraseError

_MOST_REMEMBERED = 20_000


class DateHints:
    """Built from every phrase that names a day, a month or a span of time. Safe to share between threads."""

    def __init__(self, phrases: Iterable[CompiledPhrase]) -> None:
        exact: set[str] = set()
        prefixes: set[str] = set()
        self._anything = False
        for phrase in phrases:
            try:
                words = phrase.triggers().words
            except PhraseError:
                words = frozenset()
            self._anything = self._anything or not words
            for kind, literal in words:
                (exact if kind == "exact" else prefixes).add(literal)
                self._anything = self._anything or kind not in ("exact", "prefix")
        self._exact = frozenset(exact)
        self._prefixes = tuple(prefixes)
        self._known: dict[str, bool] = {}

    def stand_in(self, words: Sequence[str]) -> bool:
        """Whether one of the folded ``words`` belongs to a date."""
        if self._anything:
            return True
        known = self._known
        if len(known) > _MOST_REMEMBERED:
            known.clear()
        for word in words:
            hint = known.get(word)
            if hint is None:
                hint = known[word] = word in self._exact or word[:1].isdigit() or word.startswith(self._prefixes)
            if hint:
                return True
        return False
