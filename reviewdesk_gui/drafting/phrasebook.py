"""What one language brings to every template: greetings, sign-offs, shared blocks, shared slots, forms of names.

Read from ``blocks/<code>/``: ``language.toml``, ``slots.toml``, and one file of blocks for each kind.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

# In this order a reply says things.
KINDS = ("greeting", "thanks", "empathy", "apology", "step", "compensation", "contact", "offline", "promise", "signoff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a reply that stands by itself: one greeting, one apology, one closing.

    ``kind`` is the file's name (greeting, thanks, apology, step, ...); ``voices`` are those it suits, none means all.
    ``plain`` is what stands where the customer's name is unknown or may not be used ("" means ``text``).
    """

    id: str
    kind: str
    text: str
    plain: str = ""
    voices: tuple[str, ...] = ()

    def suits(self, voice: str) -> bool:
        """Whether the block speaks in ``voice``; "" asks for none in particular."""
        return not voice or not self.voices or voice in self.voices


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRules:
    """How a language treats the customer's name.

    ``titles`` are kept before a surname ("Herr"); ``not_names`` are words of a user name that is no name ("customer").
    ``surnames`` are endings of surnames, where these may come first; ``given`` are first names with such an ending.
    ``vocative`` holds exceptions, ``endings`` the endings to swap, longest first, and ``only`` (where not empty) the
    names to which the endings apply. All lower case.
    """

    titles: tuple[str, ...] = ()
    not_names: frozenset[str] = frozenset()
    surnames: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()
    vocative: Mapping[str, str] = field(default_factory=dict)
    endings: tuple[tuple[str, str], ...] = ()
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """One language; ``dayparts`` has morning, day and evening; ``reach`` has email, phone, link, site and none.

    ``blocks`` are by kind, in the order of a reply. ``slots`` are raw tables by id, shared by all templates.
    ``lower_dates`` is set where months are written small although the locale data has them capitalised.
    """

    language: str
    dayparts: Mapping[str, str] = field(default_factory=dict)
    reach: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    names: NameRules = field(default_factory=NameRules)
    blocks: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    slots: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lower_dates: bool = False

    def of_kind(self, kind: str, voice: str = "") -> tuple[Block, ...]:
        """The blocks of one kind that suit the voice; all of the kind where none does."""
        every = self.blocks.get(kind, ())
        return tuple(block for block in every if block.suits(voice)) or every

    def find(self, kind: str, id_: str) -> Block | None:
        """The block with that id."""
        return next((block for block in self.blocks.get(kind, ()) if block.id == id_), None)

    def every_block(self) -> Iterator[Block]:
        """All blocks, kind by kind."""
        for blocks in self.blocks.values():
            yield from blocks
