"""Which moves a reply needs, wants or shuns, by type of review (P6-P16, P26-P36) and by platform.

Read from ``resources/policies.toml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.datafile import line_of, parse_toml
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.finding import Move
from reviewdesk_gui.domain.platform import Banned, Platform


class Need(StrEnum):
    """How much a type of review asks for a move."""

    NEEDS = "needs"
    WANTS = "wants"
    FREE = "free"
    SHUNS = "shuns"


@dataclass(frozen=True, slots=True)
class Policy:
    """What a reply to one type of review should hold; ``words`` is the target length (fewest, most) in words (P16)."""

    type: CaseType
    moves: Mapping[Move, Need]
    words: tuple[int, int]

    def need(self, move: Move, platform: Platform | None, *, author_known: bool) -> Need:
        """The need for ``move`` once the platform's bans and an unknown author are weighed in."""
        need = self.moves.get(move, Need.FREE)
        if move is Move.NAME and (not author_known or _bans(platform, Banned.PERSONAL_NAME)):
            return Need.FREE
        if move is Move.CONTACT and _bans(platform, Banned.PHONE) and _bans(platform, Banned.EMAIL):
            return Need.FREE
        if move is Move.CONTACT and platform and platform.contact_advised and need is Need.FREE:
            return Need.WANTS
        return need


def _bans(platform: Platform | None, what: Banned) -> bool:
    return platform is not None and what in platform.banned


def parse_policies(text: str, path: Path | str) -> dict[CaseType, Policy]:
    """One policy for each of the twelve types. Raises DataFileError naming file and line."""
    table = parse_toml(text, path)
    policies = {}
    for type_ in CaseType:
        entry = table.get(type_.value)
        line = line_of(text, f"[{type_.value}]")
        if entry is None:
            raise DataFileError(path, 0, f"no policy for the type {type_.value}")
        try:
            moves = {Move(name): need for need in Need for name in entry.get(need.value, [])}
            fewest, most = entry["words"]
        except (KeyError, ValueError) as error:
            raise DataFileError(path, line, f"policy {type_.value}: {error}") from None
        policies[type_] = Policy(type_, moves, (int(fewest), int(most)))
    return policies
