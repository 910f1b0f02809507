"""What an adapter says about its export: how it is recognised and which column is which field."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.headers import header_word, positions
from reviewdesk_gui.importing.tables import Record


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """A format in words for the owner: what to look for and which endings its files have."""

    id: str
    name: str
    extensions: tuple[str, ...]
    look_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A kind of export. ``needs`` are folded column names that must all be there; of the names of a field in
    ``columns`` the first that the file has counts. ``skip`` maps a column to cells whose rows are left out and the
    reason. ``scale`` is the best rating.
    """

    info: FormatInfo
    platform: str
    columns: Mapping[Field, tuple[str, ...]]
    needs: frozenset[str] = frozenset()
    scale: float | None = 5.0
    date_order: str = ""
    full_export: bool = False
    skip: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of the format."""
        return self.info.id

    def fits(self, words: frozenset[str]) -> bool:
        """Whether a table with these folded column names is this kind of export."""
        return bool(self.needs) and self.needs <= words

    def places(self, header: Sequence[str]) -> dict[Field, int]:
        """Each field's column number in ``header``."""
        there = positions(header)
        found: dict[Field, int] = {}
        for name, words in self.columns.items():
            place = next((there[word] for word in words if word in there), None)
            if place is not None:
                found[name] = place
        return found


def table_profile(
    info: FormatInfo,
    platform: str,
    needs: Iterable[str],
    columns: Mapping[Field, str | tuple[str, ...]],
    *,
    scale: float | None = 5.0,
    date_order: str = "",
    full_export: bool = False,
    skip: Mapping[str, Mapping[str, str]] | None = None,
) -> Profile:
    """A profile with column names as the export writes them; they are folded here."""
    folded = {
        name: tuple(header_word(word) for word in ((words,) if isinstance(words, str) else words))
        for name, words in columns.items()
    }
    return Profile(
        info=info,
        platform=platform,
        columns=folded,
        needs=frozenset(header_word(word) for word in needs),
        scale=scale,
        date_order=date_order,
        full_export=full_export,
        skip={header_word(column): cells for column, cells in (skip or {}).items()},
    )


Sibling = Callable[[str], object]
"""Gives the decoded JSON of a file in the same folder, or None."""


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A JSON document as a table of the adapter's own columns."""

    profile: Profile
    header: Sequence[str]
    records: Iterable[Record]


class DocumentReader(Protocol):
    """An adapter for JSON whose reviews are no plain list of records."""

    @property
    def profile(self) -> Profile:
        """How the table it makes is to be read."""

    def table(self, document: object, base: str, sibling: Sibling, /) -> DocumentTable | None:
        """The document as a table, or None where it is something else. Raises RowError for what it knows and refuses.

        ``base`` is the file's name without folders.
        """
