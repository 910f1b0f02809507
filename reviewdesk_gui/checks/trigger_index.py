"""Which of many phrases a sentence's words call: those of which a word of every set of triggers stands in it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.trigger_table import ROLES, TriggerTable
from reviewdesk_gui.domain.finding import Span

Calls = tuple[int, int]
"""The numbers of the words with which a match may begin: from the one on, up to the other and not including it."""

_REMEMBERED = 20_000  # words whose calls are kept from check to check
_PIECE = 2  # letters by which pieces inside of words are looked up


@dataclass(frozen=True, slots=True)
class _Called:
    """What a word or sign calls: phrases by number, and the phrases whose second and third sets it is in, as bits."""

    numbers: tuple[int, ...]
    second: int
    third: int


class TriggerIndex:
    """Built from a ``table`` of the triggers of phrases; their place in it is their number. Thread-safe."""

    def __init__(self, table: TriggerTable) -> None:
        self.table = table
        self._always = table.without(0)
        self._free = tuple(_bits(table.without(role)) for role in range(1, ROLES))
        self._inside: dict[str, list[tuple[str, list[int]]]] = {}
        for letters, sets in table.words.get("inside", {}).items():
            self._inside.setdefault(letters[:_PIECE], []).append((letters, sets))
        self._digits = [number for sets in table.words.get("digit", {}).values() for number in sets]
        self._signs = {sign: self._of_sets(sets) for sign, sets in table.words.get("sign", {}).items()}
        self._contacts = {kind: self._of_sets(sets) for kind, sets in table.words.get("contact", {}).items()}
        self._known: dict[str, _Called] = {}
        self._idle: set[str] = set()  # the known words that call nothing

    def over(self, prepared: PreparedText) -> Callable[[Span], dict[int, Calls]]:
        """A look-up for the sentences of ``prepared``: what is called in one, and where it may be."""
        if len(self._known) > _REMEMBERED:
            self._known, self._idle = {}, set()
        by_contact = self._by_contact(prepared)

        def called(sentence: Span) -> dict[int, Calls]:
            words = prepared.words_of(sentence).words
            beside = [*by_contact.get(sentence, ()), *self._by_sign(sentence.of(prepared.folded))]
            return self._called(words, beside)

        return called

    def _called(self, words: Sequence[str], beside: Sequence[_Called]) -> dict[int, Calls]:
        """What ``words`` call, and what is called by that which stands ``beside`` them."""
        whole = 0, len(words)
        calls = dict.fromkeys(self._always, whole)
        second, third = self._free
        if not self._idle.issuperset(words):
            known, leads = self._known, self.table.leads
            for place, word in enumerate(words):
                found = known.get(word) or self._of_word(word)
                second, third = second | found.second, third | found.third
                for number in found.numbers:
                    first = calls[number][0] if number in calls else max(0, place - leads[number])
                    calls[number] = first, place + 1
        for found in beside:
            second, third = second | found.second, third | found.third
            calls.update(dict.fromkeys(found.numbers, whole))
        wanted = second & third
        return {number: where for number, where in calls.items() if wanted >> number & 1}

    def _by_sign(self, folded: str) -> list[_Called]:
        return [called for sign, called in self._signs.items() if sign in folded]

    def _by_contact(self, prepared: PreparedText) -> dict[Span, list[_Called]]:
        """What the addresses and numbers of each sentence call."""
        called: dict[Span, list[_Called]] = {}
        starts = [sentence.start for sentence in prepared.sentences]
        for contact in prepared.contacts if self._contacts else ():
            place = bisect_right(starts, contact.span.start) - 1
            if place >= 0 and (found := self._contacts.get(contact.kind.value)):
                called.setdefault(prepared.sentences[place], []).append(found)
        return called

    def _of_word(self, word: str) -> _Called:
        """What a word calls, kept for the next time."""
        sets = self.table.at_start(word)
        for start in range(len(word) - 1):
            near = self._inside.get(word[start : start + _PIECE], ())
            sets += [number for letters, numbers in near if word.startswith(letters, start) for number in numbers]
        if self._digits and any(map(str.isdecimal, word)):
            sets += self._digits
        found = self._known[word] = self._of_sets(sets)
        if not sets:
            self._idle.add(word)
        return found

    def _of_sets(self, sets: Sequence[int]) -> _Called:
        first, *others = ([number for one in sets for number in users.get(one, ())] for users in self.table.users)
        return _Called(tuple(dict.fromkeys(first)), *map(_bits, others))


def _bits(numbers: Iterable[int]) -> int:
    return reduce(or_, (1 << number for number in numbers), 0)
