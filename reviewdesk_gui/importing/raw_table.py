"""A table as it comes out of a file, before anybody knows what its columns mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.importing.encoding import TextTraits
from reviewdesk_gui.importing.profile import Profile
from reviewdesk_gui.importing.scanned import FileScan, ReadAs
from reviewdesk_gui.importing.tables import Record, TableError
from reviewdesk_gui.importing.trouble import RowError


@dataclass(frozen=True, slots=True)
class RawTable:
    """Records of one table. ``text`` is the JSON it came from, in which the lines of its records can be looked up;
    ``lines`` are these where they are known; ``listed`` says that records are known by their number in a list.
    ``trouble`` is why the rest of the file could not be read.

    ``header`` is None where it still has to be found among the records; ``profile`` is set where a document adapter
    made the table. ``cases`` are whole cases out of a desk's own export. ``careful`` says that texts may hold control
    characters or mojibake, ``markup`` that they may hold HTML; ``partial`` that the rows are some of an export,
    whatever kind it is, and ``read_as`` how that was read. ``letters`` are as in FileScan. A table that stands
    ``instead`` of another is read where no table before it was one of reviews.
    """

    name: str
    records: Iterable[Record]
    header: Sequence[str] | None = None
    profile: Profile | None = None
    careful: bool = True
    markup: bool = True
    encoding: str = ""
    encoding_guessed: bool = False
    letters: bytes = b""
    cases: Sequence[Case] | None = None
    text: bytes = b""
    lines: Sequence[int] = ()
    listed: bool = False
    trouble: TableError | None = None
    partial: bool = False
    read_as: ReadAs = field(default_factory=ReadAs)
    instead: bool = False


class FileError(RowError):
    """The file as a whole cannot be used; ``line`` is 1-based or 0. ``foreign`` says that it is simply no table;
    ``scan`` shows the columns of a table whose header is unknown, so that the owner can map them.
    """

    def __init__(self, reason: str, line: int = 0, *, foreign: bool = False, scan: FileScan | None = None) -> None:
        super().__init__(reason)
        self.line = line
        self.foreign = foreign
        self.scan = scan


def text_table(name: str, traits: TextTraits, records: Iterable[Record] = ()) -> RawTable:
    """The table ``name`` of a text with these traits."""
    return RawTable(
        name,
        records,
        careful=traits.controls or traits.mojibake,
        markup=traits.markup,
        encoding=traits.encoding,
        encoding_guessed=traits.doubtful,
        letters=traits.letters,
    )
