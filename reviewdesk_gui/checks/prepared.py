"""A reply made ready for its checks once, so that no check does it again."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType

import msgspec

from reviewdesk_gui.checks.textwords import TextWords
from reviewdesk_gui.domain.finding import Move, MoveHit, Span

CLOSING_SENTENCES = 3
HEADING = 80  # code points
HEADING_WORDS = 4
_START, _CONTACT_START = attrgetter("start"), attrgetter("span.start")


class ContactKind(StrEnum):
    """A way to reach the shop that stands in the text itself."""

    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    HANDLE = "handle"
    ADDRESS = "address"


_WRITTEN = (ContactKind.EMAIL, ContactKind.URL, ContactKind.HANDLE)


class Contact(msgspec.Struct, frozen=True, gc=False):
    """An address or number, and where it stands."""

    kind: ContactKind
    span: Span


class SentenceKeys:
    """The memory keys of a text's sentences (see ``sentence_memory``), None for one of which nothing may be kept."""

    __slots__ = ("_by_span", "_sentences", "each")

    def __init__(self, sentences: Sequence[Span] = (), keys: Sequence[str | None] = ()) -> None:
        self.each = tuple(keys)
        self._sentences = sentences
        self._by_span: Mapping[Span, str | None] | None = None

    def of(self, sentence: Span) -> str | None:
        """The key of one sentence, None for what is none."""
        if self._by_span is None:
            self._by_span = dict(zip(self._sentences, self.each, strict=True))
        return self._by_span.get(sentence)


@dataclass(frozen=True, slots=True)
class PreparedText:
    """A text and what is known of its shape; every span counts code points of ``text``.

    ``folded`` has exactly the length of ``text`` (see ``fold``). ``sentences`` are in order and do not overlap.
    ``begins`` are the places behind the sentence before each of them. ``word_count`` counts an address as one word.
    ``contacts`` are in order of their place. ``slots`` are places still to be filled in ("[date]", "{{name}}", "___").
    ``moves`` holds the best hit of each move once the engine has found them; code checks may read it.
    """

    text: str
    folded: str
    language: str
    sentences: tuple[Span, ...]
    begins: tuple[int, ...] = ()
    word_count: int = 0
    contacts: tuple[Contact, ...] = ()
    slots: tuple[Span, ...] = ()
    keys: SentenceKeys = field(default_factory=SentenceKeys)
    moves: Mapping[Move, MoveHit] = field(default_factory=lambda: MappingProxyType({}))
    _words: dict[Span, TextWords] = field(default_factory=dict, repr=False, compare=False)

    def with_moves(self, moves: Mapping[Move, MoveHit]) -> "PreparedText":
        """The same text with its moves known."""
        return replace(self, moves=MappingProxyType(dict(moves)))

    def span_of(self, move: Move) -> Span | None:
        """The words of a move once it is known, None where there are none."""
        hit = self.moves.get(move)
        return hit.span if hit else None

    def words_of(self, sentence: Span) -> TextWords:
        """The words of one sentence or of another part of the text."""
        known = self._words.get(sentence)
        if known is None:
            known = self._words[sentence] = TextWords(self.folded, sentence.start, sentence.end)
        return known

    def contacts_in(self, part: Span) -> tuple[Contact, ...]:
        """The contacts that begin in ``part``, in order."""
        first = bisect_left(self.contacts, part.start, key=_CONTACT_START)
        last = bisect_left(self.contacts, part.end, key=_CONTACT_START)
        return self.contacts[first:last]

    def in_address(self, span: Span) -> bool:
        """Whether ``span`` lies in an e-mail address, link or handle, or ends right behind it: it says nothing."""
        contact = self._contact_before(span.start)
        return contact is not None and contact.kind in _WRITTEN and span.end <= contact.span.end + 1

    def in_contact(self, span: Span) -> bool:
        """Whether ``span`` lies in a contact of any kind, such as a telephone number with letters for digits."""
        contact = self._contact_before(span.start)
        return contact is not None and span.end <= contact.span.end

    def _contact_before(self, offset: int) -> Contact | None:
        """The last contact that begins at or before the code point ``offset``."""
        place = bisect_right(self.contacts, offset, key=_CONTACT_START) - 1
        return self.contacts[place] if place >= 0 else None

    def zone(self, where: str) -> tuple[Span, ...]:
        """The sentences of a zone: "opening" is the first (and the second where the first is a heading), "closing" the
        last three that are not an address alone.
        """
        if where == "opening":
            return self.sentences[: 2 if self._has_heading() else 1]
        if where == "closing":
            return self._closing()
        return self.sentences

    def _has_heading(self) -> bool:
        """Whether the first line is a heading: one word, or a few with a colon or an empty line after them."""
        if len(self.sentences) == 1:
            return False
        start = self.sentences[0].start if self.sentences else 0
        line, _, rest = self.text[start : start + HEADING].partition("\n")
        words = line.split()
        plain = not any(sign in line for sign in ",.!?")
        few = len(words) == 1 or (len(words) <= HEADING_WORDS and (line.rstrip()[-1:] == ":" or rest[:1] == "\n"))
        return bool(rest) and plain and few

    def _closing(self) -> tuple[Span, ...]:
        found: list[Span] = []
        weight = 0
        for sentence in reversed(self.sentences):
            found.append(sentence)
            weight += not any(c.span.start <= sentence.start and sentence.end <= c.span.end + 1 for c in self.contacts)
            if weight == CLOSING_SENTENCES:
                break
        return tuple(reversed(found))

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the code point ``offset``."""
        place = bisect_right(self.sentences, offset, key=_START) - 1
        return self.sentences[place] if place >= 0 and offset < self.sentences[place].end else None
