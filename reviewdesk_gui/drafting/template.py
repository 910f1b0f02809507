"""The words of the catalogue: a reply template, its slots, its voice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.finding import Move
from reviewdesk_gui.drafting.phrasebook import Phrasebook


class TemplateProblem(DataFileError):  # noqa: N818 (it is listed beside the templates, not only raised)
    """A template says something that cannot be used; names file and line, and what to write instead."""


class Voice(StrEnum):
    """How a template speaks (P43)."""

    FORMAL = "formal"
    WARM = "warm"
    PLAYFUL = "playful"


class SlotKind(StrEnum):
    """What a slot takes: words, one of several, a day, an amount."""

    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    MONEY = "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A gap that the owner fills once for the whole reply.

    ``label`` stands in the text as "[label]" while the slot is open. An ``optional`` slot that is left empty renders
    its ``default`` (mostly nothing). The default of a date may be "+3": so many days from today.
    """

    id: str
    label: str
    hint: str = ""
    kind: SlotKind = SlotKind.TEXT
    choices: tuple[str, ...] = ()
    optional: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One reply template; ``id`` is "sv/complaint/warm", or "own/sv/complaint/mine" where it is the owner's own.

    ``source`` is the text behind the front matter, ``line`` the 1-based line of the file on which it starts,
    ``example`` the values with which it shows itself ("author" and slot ids).
    """

    id: str
    title: str
    type: CaseType
    language: str
    voice: Voice
    moves: frozenset[Move] = frozenset()
    slots: tuple[Slot, ...] = ()
    example: Mapping[str, str] = field(default_factory=dict)
    source: str
    line: int = 1
    path: Path
    own: bool = False
    phrasebook: Phrasebook = field(repr=False, compare=False)
