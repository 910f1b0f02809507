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
    """A kind of export. Of each group in ``needs`` (folded column names) one must be there; of the names of a field in
    ``columns`` the first that the file has counts, the others where its cell is empty. ``skip`` maps a column to cells
    whose rows are left out and the reason. ``scale`` is the best rating. ``parent`` is the column in which a row that
    is a reply names the id of the row that it answers.
    """

    info: FormatInfo
    platform: str
    columns: Mapping[Field, tuple[str, ...]]
    needs: tuple[frozenset[str], ...] = ()
    scale: float | None = 5.0
    date_order: str = ""
    full_export: bool = False
    skip: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parent: str = ""

    @property
    def id(self) -> str:
        """The id of the format."""
        return self.info.id

    def fits(self, words: frozenset[str]) -> bool:
        """Whether a table with these folded column names is this kind of export."""
        return bool(self.needs) and not any(group.isdisjoint(words) for group in self.needs)

    def places(self, header: Sequence[str]) -> dict[Field, int]:
        """Each field's column number in ``header``."""
        return {name: places[0] for name, places in self._all_places(header).items()}

    def spares(self, header: Sequence[str]) -> dict[Field, tuple[int, ...]]:
        """Further column numbers of the fields that ``header`` has more than once, in their order."""
        return {name: places[1:] for name, places in self._all_places(header).items() if len(places) > 1}

    def _all_places(self, header: Sequence[str]) -> dict[Field, tuple[int, ...]]:
        there = positions(header)
        found = {name: tuple(there[word] for word in words if word in there) for name, words in self.columns.items()}
        return {name: places for name, places in found.items() if places}


def table_profile(
    info: FormatInfo,
    platform: str,
    needs: Iterable[str | tuple[str, ...]],
    columns: Mapping[Field, str | tuple[str, ...]],
    *,
    scale: float | None = 5.0,
    date_order: str = "",
    full_export: bool = False,
    skip: Mapping[str, Mapping[str, str]] | None = None,
    parent: str = "",
) -> Profile:
    """A profile with column names as the export writes them; they are folded here."""
    return Profile(
        info=info,
        platform=platform,
        columns={name: _folded(words) for name, words in columns.items()},
        needs=tuple(frozenset(_folded(words)) for words in needs),
        scale=scale,
        date_order=date_order,
        full_export=full_export,
        skip={header_word(column): cells for column, cells in (skip or {}).items()},
        parent=header_word(parent),
    )


def document_profile(info: FormatInfo, platform: str, fields: Iterable[Field], *, full_export: bool = False) -> Profile:
    """A profile for a table that a reader makes itself: its columns are named after ``fields``."""
    columns = {name: _folded(name.value) for name in fields}
    needs = tuple(map(frozenset, columns.values()))
    return Profile(info=info, platform=platform, columns=columns, needs=needs, full_export=full_export)


def _folded(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(header_word(word) for word in ((words,) if isinstance(words, str) else words))


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
