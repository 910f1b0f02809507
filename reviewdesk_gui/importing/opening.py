"""From a file to its tables, whatever form it has."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import BinaryIO

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.importing.delimited import delimited_records
from reviewdesk_gui.importing.encoding import EncodingError, TextTraits, examine
from reviewdesk_gui.importing.formats.reviewdesk import cases_of
from reviewdesk_gui.importing.headers import header_word
from reviewdesk_gui.importing.json_documents import gathered, read_documents
from reviewdesk_gui.importing.json_rows import (
    as_utf8,
    decode,
    find_lists,
    lines_table,
    looks_like_lines,
    records_table,
)
from reviewdesk_gui.importing.json_uniform import uniform_list
from reviewdesk_gui.importing.legacy import EncodingJudge
from reviewdesk_gui.importing.profile import DocumentReader, DocumentTable, Profile
from reviewdesk_gui.importing.rejects import begin_block, blocks
from reviewdesk_gui.importing.scanned import FileScan, ReadAs
from reviewdesk_gui.importing.sheets import sheets
from reviewdesk_gui.importing.sniff import Kind, sniff
from reviewdesk_gui.importing.sources import Source
from reviewdesk_gui.importing.tables import Record, TableError
from reviewdesk_gui.importing.trouble import RowError

_JSON_STARTS = (b"{", b"[")
_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class RawTable:
    """Records of one table. ``text`` is the JSON it came from, in which the lines of its records can be looked up;
    ``lines`` are these where they are known; ``listed`` says that records are known by their number in a list.
    ``trouble`` is why the rest of the file could not be read.

    ``header`` is None where it still has to be found among the records; ``profile`` is set where a document adapter
    made the table. ``cases`` are whole cases out of a desk's own export. ``careful`` says that texts may hold control
    characters or mojibake, ``markup`` that they may hold HTML; ``partial`` that the rows are some of an export,
    whatever kind it is, and ``read_as`` how that was read. A table that stands ``instead`` of another is read where no
    table before it was one of reviews.
    """

    name: str
    records: Iterable[Record]
    header: Sequence[str] | None = None
    profile: Profile | None = None
    careful: bool = True
    markup: bool = True
    encoding: str = ""
    encoding_guessed: bool = False
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


def open_tables(
    source: Source, handle: BinaryIO, readers: Sequence[DocumentReader], judge: EncodingJudge
) -> Iterator[RawTable]:
    """The tables of an open file; ``judge`` tells old encodings apart. Raises FileError."""
    try:
        kind, words = sniff(handle)
        handle.seek(0)
        if kind in (Kind.UNKNOWN, Kind.EMPTY):
            raise FileError(words, foreign=True)
        if kind is Kind.TEXT:
            yield from _text_tables(source, handle, readers, examine(handle, judge))
        else:
            yield from _sheet_tables(source, handle, kind, readers)
    except (EncodingError, TableError) as trouble:
        binary = isinstance(trouble, EncodingError)
        raise FileError(str(trouble), getattr(trouble, "line", 0), foreign=binary) from None
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        raise FileError(f"is damaged ({error})") from None


def _text_tables(
    source: Source, handle: BinaryIO, readers: Sequence[DocumentReader], traits: TextTraits
) -> Iterator[RawTable]:
    handle.seek(0)
    if _is_json(handle, traits):
        handle.seek(0)
        yield from _json_tables(source, handle, traits, readers)
    else:
        records = delimited_records(handle, traits.encoding, traits.errors)
        yield from _blocks(_text_table(source, traits, records), readers)


def _text_table(source: Source, traits: TextTraits, records: Iterable[Record] = ()) -> RawTable:
    return RawTable(
        source.name,
        records,
        careful=traits.controls or traits.mojibake,
        markup=traits.markup,
        encoding=traits.encoding,
        encoding_guessed=traits.doubtful,
    )


def _is_json(handle: BinaryIO, traits: TextTraits) -> bool:
    head = handle.read(4096).decode(traits.encoding, "ignore").lstrip("\ufeff \t\r\n")
    return head.encode("utf-8", "replace").startswith(_JSON_STARTS)


def _json_tables(
    source: Source, handle: BinaryIO, traits: TextTraits, readers: Sequence[DocumentReader]
) -> Iterator[RawTable]:
    data = handle.read()
    text = as_utf8(data, traits.encoding, traits.errors)
    table = _text_table(source, traits)
    escaped = b"\\" in data and b"\\u" in data
    table = replace(table, careful=table.careful or escaped, markup=table.markup or escaped)
    lines = source.base.casefold().endswith(_LINES) and not text.lstrip().startswith(b"[")
    if lines or looks_like_lines(text):
        header, rows = lines_table(text)
        yield replace(table, records=rows, header=header)
        return
    table = replace(table, listed=True)
    uniform = _uniform_table(text, source, readers)
    if uniform is not None:
        yield replace(table, records=uniform[1], header=uniform[0], text=data)
        return

    def is_known(document: object) -> bool:
        return cases_of(document) is not None or _adapted(document, source, readers) is not None

    documents = read_documents(text)
    single = len(documents.found) == 1 and not documents.lines
    table = replace(table, text=data if single else b"", lines=documents.lines, trouble=documents.trouble)
    for document in gathered(documents.found, is_known):
        yield from _document_tables(table, document, source, readers)
        table = replace(table, trouble=None)


def _document_tables(
    table: RawTable, document: object, source: Source, readers: Sequence[DocumentReader]
) -> Iterator[RawTable]:
    cases = cases_of(document)
    made = None if cases is not None else _adapted(document, source, readers)
    if cases is not None:
        yield replace(table, cases=cases)
    elif made is not None:
        yield replace(table, records=made.records, header=made.header, profile=made.profile)
    else:
        yield from _listed(table, document)


def _listed(table: RawTable, document: object) -> Iterator[RawTable]:
    """The lists of records in a document, each only to be read where none before it was one of reviews."""
    lists = find_lists(document)
    if not lists:
        raise FileError("holds no list of reviews", foreign=True)
    for number, found in enumerate(lists):
        header, rows = records_table(found)
        yield replace(table, records=rows, header=header, instead=number > 0)


def _uniform_table(
    data: bytes, source: Source, readers: Sequence[DocumentReader]
) -> tuple[list[str], list[Record]] | None:
    """Header and rows of a document that is a plain list of records and nothing that an adapter knows better."""
    found = uniform_list(data)
    if found is None or cases_of(found.outline) is not None or _adapted(found.outline, source, readers) is not None:
        return None
    return found.table()


def _adapted(document: object, source: Source, readers: Sequence[DocumentReader]) -> DocumentTable | None:
    """What the first adapter that knows the document makes of it."""
    made = (reader.table(document, source.base, lambda name: _beside(source, name)) for reader in readers)
    return next((table for table in made if table is not None), None)


def _beside(source: Source, name: str) -> object:
    data = source.beside(name)
    if data is None:
        return None
    try:
        return decode(as_utf8(data, "utf-8"))
    except TableError:
        return None


def _sheet_tables(
    source: Source, handle: BinaryIO, kind: Kind, readers: Sequence[DocumentReader]
) -> Iterator[RawTable]:
    for number, (name, rows) in enumerate(sheets(handle, kind)):
        yield from _blocks(RawTable(f"{source.name} > {name}" if number else source.name, rows), readers)


def _blocks(table: RawTable, readers: Sequence[DocumentReader]) -> Iterator[RawTable]:
    """The table as it is; the tables within it where it holds rejected rows that were mended."""
    records = iter(table.records)
    first = list(islice(records, 1))
    if not first or begin_block(first[0]) is None:
        yield replace(table, records=chain(first, records))
        return
    for block in blocks(chain(first, records)):
        words = frozenset(map(header_word, block.header))
        made = [reader.profile for reader in readers if reader.profile.id == block.format_id]
        profile = next((profile for profile in made if profile.fits(words)), None)
        yield replace(
            table,
            records=block.records,
            header=block.header,
            profile=profile,
            partial=True,
            read_as=block.read_as,
        )
