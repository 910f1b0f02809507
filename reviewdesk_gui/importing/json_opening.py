"""From a JSON text to its tables: a plain list, lines, pages, several documents, or what an adapter knows."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from reviewdesk_gui.importing.encoding import examine, has_markup, has_mojibake
from reviewdesk_gui.importing.formats.reviewdesk import cases_of
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
from reviewdesk_gui.importing.profile import DocumentReader, DocumentTable
from reviewdesk_gui.importing.raw_table import FileError, RawTable, text_table
from reviewdesk_gui.importing.sources import Source
from reviewdesk_gui.importing.tables import TableError

_LINES = (".jsonl", ".ndjson")


def json_tables(
    source: Source, data: bytes, readers: Sequence[DocumentReader], judge: EncodingJudge
) -> Iterator[RawTable]:
    """The tables of the JSON ``data``; ``judge`` tells old encodings apart. Raises FileError and TableError."""
    lines = source.base.casefold().endswith(_LINES)
    quick = None if lines else _uniform_table(data, source, readers)
    if quick is not None:
        yield quick
        return
    traits = examine(BytesIO(data), judge)
    text = as_utf8(data, traits.encoding, traits.errors)
    table = text_table(source.name, traits)
    escaped = _has_escapes(data)
    table = replace(table, careful=table.careful or escaped, markup=table.markup or escaped)
    if (lines and not text.lstrip().startswith(b"[")) or looks_like_lines(text):
        header, rows = lines_table(text)
        yield replace(table, records=rows, header=header)
        return

    def is_known(document: object) -> bool:
        return cases_of(document) is not None or _adapted(document, source, readers) is not None

    documents = read_documents(text)
    single = len(documents.found) == 1 and not documents.lines
    table = replace(table, text=data if single else b"", lines=documents.lines, listed=True, trouble=documents.trouble)
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


def _uniform_table(data: bytes, source: Source, readers: Sequence[DocumentReader]) -> RawTable | None:
    """The table of a document that is a plain list of records and nothing that an adapter knows better. Whatever is no
    sound UTF-8 or holds control characters is none: to decode the list is to find that out.
    """
    text = data.removeprefix(BOM_UTF8)
    found = uniform_list(text)
    if found is None or cases_of(found.outline) is not None or _adapted(found.outline, source, readers) is not None:
        return None
    made = found.table()
    if made is None:
        return None
    header, rows = made
    escaped = _has_escapes(data)
    return RawTable(
        source.name,
        rows,
        header,
        careful=escaped or has_mojibake(data),
        markup=escaped or has_markup(data),
        encoding="utf-8" if text is data else "utf-8-sig",
        text=data,
        listed=True,
    )


def _has_escapes(data: bytes) -> bool:
    return b"\\" in data and b"\\u" in data


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
