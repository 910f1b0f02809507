"""A reply made ready for its checks once, so that no check does it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from reviewdesk_gui.domain.finding import Move, MoveHit, Span


class ContactKind(StrEnum):
    """A way to reach the shop that stands in the text itself."""

    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    HANDLE = "handle"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Contact:
    """An address or number, and where it stands."""

    kind: ContactKind
    span: Span


@dataclass(frozen=True, slots=True)
class PreparedText:
    """A text and what is known of its shape; every span counts code points of ``text``.

    ``folded`` has exactly the length of ``text`` (see ``fold``). ``sentences`` are in order and do not overlap.
    ``contacts`` are in order of their place. ``slots`` are places still to be filled in ("[date]", "{{name}}", "___").
    ``moves`` holds the best hit of each move once the engine has found them; code checks may read it.
    """

    text: str
    folded: str
    language: str
    sentences: tuple[Span, ...]
    contacts: tuple[Contact, ...] = ()
    slots: tuple[Span, ...] = ()
    moves: Mapping[Move, MoveHit] = field(default_factory=lambda: MappingProxyType({}))

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the code point ``offset``."""
        return next((span for span in self.sentences if span.start <= offset < span.end), None)
