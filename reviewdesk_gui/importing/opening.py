"""From a file to its tables, whatever form it has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import BinaryIO

from reviewdesk_gui.importing.delimited import delimited_records
from reviewdesk_gui.importing.encoding import EncodingError, examine
from reviewdesk_gui.importing.headers import header_word
from reviewdesk_gui.importing.json_opening import json_tables
from reviewdesk_gui.importing.legacy import EncodingJudge
from reviewdesk_gui.importing.profile import DocumentReader
from reviewdesk_gui.importing.raw_table import FileError, RawTable, text_table
from reviewdesk_gui.importing.rejects import begin_block, blocks
from reviewdesk_gui.importing.sheets import sheets
from reviewdesk_gui.importing.sniff import Kind, sniff
from reviewdesk_gui.importing.sources import Source
from reviewdesk_gui.importing.tables import TableError
from reviewdesk_gui.importing.zips import BROKEN

_HEAD = 4096
_BLANKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_JSON_NAMES = (".json", ".jsonl", ".ndjson")
_JSON = re.compile(rb"""[\[{]\s*(?:["'\[\]{}\d]|-\d|true|false|null|NaN|$)""")


def open_tables(
    source: Source, handle: BinaryIO, readers: Sequence[DocumentReader], judge: EncodingJudge
) -> Iterator[RawTable]:
    """The tables of an open file; ``judge`` tells old encodings apart. Raises FileError."""
    try:
        kind, words = sniff(handle)
        handle.seek(0)
        if kind in (Kind.UNKNOWN, Kind.EMPTY):
            raise FileError(words, foreign=True)
        if kind is Kind.TEXT and _is_json(source, handle):
            yield from json_tables(source, handle.read(), readers, judge)
        elif kind is Kind.TEXT:
            traits = examine(handle, judge)
            records = delimited_records(handle, traits.encoding, traits.errors)
            yield from _blocks(text_table(source.name, traits, records), readers)
        else:
            yield from _sheet_tables(source, handle, kind, readers)
    except (EncodingError, TableError) as trouble:
        binary = isinstance(trouble, EncodingError)
        raise FileError(str(trouble), getattr(trouble, "line", 0), foreign=binary) from None
    except BROKEN as error:
        raise FileError(f"is damaged ({error})") from None


def _is_json(source: Source, handle: BinaryIO) -> bool:
    """Whether the file begins as JSON does, in any encoding; under another name than JSON's the first bracket alone
    does not tell, since it may belong to the name of a column. The place in the file stays at its start.
    """
    head = handle.read(_HEAD).lstrip(_BLANKS).replace(b"\0", b"")
    handle.seek(0)
    named = source.base.casefold().endswith(_JSON_NAMES)
    return head.startswith((b"{", b"[")) if named else _JSON.match(head) is not None


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
