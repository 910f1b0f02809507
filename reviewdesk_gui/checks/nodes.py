"""What phrases are made of, and how each part moves on over a text's words.

A part takes the places reached so far, best first, and gives the places it reaches from them, best first: the order in
which a backtracking search would try them. No place is tried twice, so the time is linear in the words however the
parts are nested.
"""

import re
from collections.abc import Iterable

from reviewdesk_gui.checks import triggers
from reviewdesk_gui.checks.firsts import Firsts
from reviewdesk_gui.checks.textwords import Place, TextWords
from reviewdesk_gui.checks.triggers import Triggers

_PIECE = re.compile(r"\w+|\W")
_WIDE_WORD = 4  # pieces of a word such as "12.50" or "do-it-yourself"
TOKEN_SOURCES = {
    "number": r"(?<![\w.,])\d++(?:[.,:/]\d++)*%?",
    "email": r"(?<![\w.])[\w.+*-]{1,64}@[\w*-]{2,63}+(?:\.[\w*-]{1,63}+){0,5}",
    "phone": r"(?<!\w)\+?[\d(][\d\s()/x*.-]{5,20}[\dx*]",
    "url": r"(?<![\w.])(?:https?://|www\.)?\w[\w-]{0,62}(?:\.\w[\w-]{0,62}){0,3}\.[^\W\d_][\w-]{1,62}(?:/[^\s]{0,200})?",
    "handle": r"(?<![\w@])@\w[\w.]{1,40}",
}


class Node:
    """A part of a phrase. ``optional`` parts may be passed over; ``width`` is the most words that the part takes (one
    with signs inside counts for several).
    """

    __slots__ = ("_triggers", "optional", "width")

    def __init__(self, width: int, *, optional: bool = False) -> None:
        self._triggers: Triggers | None = None
        self.width = width
        self.optional = optional

    @property
    def triggers(self) -> Triggers:
        """Words of which one stands in every match of the part; ask once the whole pack is read."""
        if self._triggers is None:
            self._triggers = self._find_triggers()
        return self._triggers

    def _find_triggers(self) -> Triggers:
        return triggers.NONE

    def advance(self, places: Iterable[Place], text: TextWords, end: int) -> list[Place]:
        """The places reached from ``places``, best first; no word from number ``end`` on is taken."""
        raise NotImplementedError

    def firsts(self) -> Firsts:
        """The words with which the part may begin."""
        return Firsts(anything=True)


Nodes = tuple[Node, ...]


def run(nodes: Nodes, text: TextWords, number: int, end: int) -> list[Place]:
    """The places that ``nodes`` reach when they begin at the word ``number``, best first."""
    places: list[Place] = [(number, -1)]
    for node in nodes:
        places = node.advance(places, text, end)
        if not places:
            break
    return places


def triggers_of(nodes: Nodes) -> Triggers:
    """The rarest triggers among the parts that cannot be passed over."""
    if len(nodes) == 1 and not nodes[0].optional:
        only = nodes[0].triggers
        return only if only.weight >= triggers.MIN_TRIGGER else triggers.NONE
    best, before = triggers.NONE, 0
    for node in nodes:
        if not node.optional:
            found = node.triggers
            if found.better(best):
                best = found.later(before)
        before += node.width
    return best


def all_triggers_of(nodes: Nodes) -> Triggers:
    """The rarest triggers of a whole phrase, and those that must stand beside them."""
    return triggers_of(nodes).beside(node.triggers for node in nodes if not node.optional)


def firsts_of(nodes: Nodes) -> Firsts:
    """The words with which a sequence may begin."""
    found = Firsts()
    for node in nodes:
        found = found | node.firsts()
        if not node.optional:
            break
    return found


class Word(Node):
    """A word of the folded text; ``before`` and ``after`` allow more letters, ``loose`` a missing apostrophe."""

    __slots__ = ("after", "before", "loose", "plain", "spellings", "text", "uses")

    def __init__(self, text: str, before: bool = False, after: bool = False, loose: bool = False) -> None:
        self.text = text
        self.before = before
        self.after = after
        self.loose = loose and "'" in text
        self.plain = text.isalnum()
        self.spellings = (text, text.replace("'", "")) if self.loose else (text,)
        self.uses = 1
        super().__init__((3 if after else 1) if self.plain else 2 * len(_PIECE.findall(text)) + 2)

    def _find_triggers(self) -> Triggers:
        if self.plain:
            return triggers.of_words(((self.kind, self.text, self.uses),))
        return triggers.of_word(self.spellings, before=self.before, after=self.after)

    @property
    def kind(self) -> str:
        """The kind of the word's trigger, where it is plain."""
        return triggers.kind_of(before=self.before, after=self.after)

    def firsts(self) -> Firsts:
        """See Node."""
        if self.before:
            return Firsts(anything=True)
        pieces = [_PIECE.findall(spelling) for spelling in self.spellings]
        open_ended = frozenset(parts[0] for parts in pieces if self.after and len(parts) == 1)
        return Firsts(frozenset(parts[0] for parts in pieces) - open_ended, open_ended)

    def advance(self, places: Iterable[Place], text: TextWords, end: int) -> list[Place]:
        """See Node."""
        found = []
        for number, _ in places:
            if 0 <= number < end:
                place = self._step(text, number)
                if place:
                    found.append(place)
        return found

    def _step(self, text: TextWords, number: int) -> Place | None:
        if self.before:
            word = text.words[number]
            if self.after:
                return text.with_tail(number) if self.text in word else None
            return (text.following[number], text.ends[number]) if word.endswith(self.text) else None
        if self.plain:
            word = text.words[number]
            if self.after:
                return text.with_tail(number) if word.startswith(self.text) else None
            return (text.following[number], text.ends[number]) if word == self.text else None
        return next((place for spelling in self.spellings if (place := self._spelt(text, number, spelling))), None)

    def _spelt(self, text: TextWords, number: int, spelling: str) -> Place | None:
        """A spelling with signs inside, such as "e-mail" or "don't"."""
        start = text.starts[number]
        if not text.folded.startswith(spelling, start):
            return None
        end = start + len(spelling)
        if self.after:
            return text.with_tail(text.holding(end))
        if not text.ends_word(end):
            return None
        return text.after(end), end


class Choice(Node):
    """One of several sequences, or none where ``optional``."""

    __slots__ = ("_firsts", "_table", "options")

    def __init__(self, options: tuple[Nodes, ...], optional: bool = False) -> None:
        self.options = options
        self._firsts: Firsts | None = None
        self._table: _Table | None = None
        widths = (option[0].width if len(option) == 1 else sum(node.width for node in option) for option in options)
        super().__init__(max(widths), optional=optional)

    def _find_triggers(self) -> Triggers:
        if self.optional:
            return triggers.NONE
        words = [
            option[0] for option in self.options if len(option) == 1 and type(option[0]) is Word and option[0].plain
        ]
        if len(words) == len(self.options):
            return triggers.of_words((word.kind, word.text, word.uses) for word in words)
        return triggers.any_of(triggers_of(option) for option in self.options)

    def firsts(self) -> Firsts:
        """See Node."""
        if self._firsts is None:
            found = Firsts()
            for option in self.options:
                found = found | firsts_of(option)
            self._firsts = found
        return self._firsts

    def advance(self, places: Iterable[Place], text: TextWords, end: int) -> list[Place]:
        """See Node."""
        if self._table is None:
            self._table = _Table(self.options)
        found: dict[Place, None] = {}
        for place in places:
            number = place[0]
            if 0 <= number < end:
                for option in self._table.called(text.words[number]):
                    for reached in run(self.options[option], text, number, end):
                        found[reached] = None
            if self.optional:
                found[place] = None
        return list(found)


class _Table:
    """Which options a word may begin."""

    __slots__ = ("_anything", "_exact", "_lengths", "_prefixes")

    def __init__(self, options: tuple[Nodes, ...]) -> None:
        self._exact: dict[str, list[int]] = {}
        self._prefixes: dict[str, list[int]] = {}
        self._anything: list[int] = []
        for number, option in enumerate(options):
            firsts = firsts_of(option)
            for word in firsts.exact:
                self._exact.setdefault(word, []).append(number)
            for word in firsts.prefixes:
                self._prefixes.setdefault(word, []).append(number)
            if firsts.anything:
                self._anything.append(number)
        self._lengths = sorted({len(word) for word in self._prefixes})

    def called(self, word: str) -> Iterable[int]:
        """Numbers of the options that may begin with ``word``, ascending."""
        found = self._exact.get(word, [])
        if not self._lengths and not self._anything:
            return found
        wider = [number for length in self._lengths for number in self._prefixes.get(word[:length], ())]
        return sorted({*found, *wider, *self._anything}) if wider or self._anything else found


class Gap(Node):
    """``least`` to ``most`` words of any kind, as few as possible."""

    __slots__ = ("least", "most")

    def __init__(self, most: int, least: int = 0) -> None:
        self.most = most
        self.least = least
        super().__init__(most * _WIDE_WORD, optional=not least)

    def advance(self, places: Iterable[Place], text: TextWords, end: int) -> list[Place]:
        """See Node."""
        found: dict[Place, None] = {}
        for place in places:
            if not self.least:
                found[place] = None
            number = place[0]
            for _ in range(self.most):
                if not 0 <= number < end:
                    break
                place = text.whole(number)
                found[place] = None
                number = place[0]
        return list(found)


class Token(Node):
    """A number, address or handle; ``pattern`` is what it looks like in a folded text."""

    __slots__ = ("kind", "pattern")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.pattern = re.compile(TOKEN_SOURCES[kind])
        super().__init__(4 * _WIDE_WORD)

    def _find_triggers(self) -> Triggers:
        return triggers.NONE if self.kind == "number" else triggers.of_words((("contact", self.kind, 1),))

    def advance(self, places: Iterable[Place], text: TextWords, end: int) -> list[Place]:
        """See Node."""
        found = []
        for number, _ in places:
            if 0 <= number < end:
                match = self.pattern.match(text.folded, text.starts[number])
                if match:
                    found.append((text.after(match.end()), match.end()))
        return found
