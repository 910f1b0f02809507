r"""The desk file itself: a plain TinyDB JSON file, one document a line, its own CRC-32 at the end.

``{"cases":{\n"1":{...},\n"2":{...}\n},\n"meta":{"1":{...}}}``: stock TinyDB reads it; a damaged file can be
salvaged line by line; a flipped byte anywhere is noticed.
"""

import itertools
import re
import zlib
from collections.abc import Iterator, Mapping

import msgspec

from reviewdesk_gui.store.codec import Encoded

Tables = dict[str, dict[str, Encoded]]
"""Documents as JSON, by table and by document id."""

_START = b'{"cases":{\n'
_META = b'"meta":{"1":'
_CRC = b'"crc32":"'
_BATCH = 256
_DOCUMENT = re.compile(rb'"(\d+)":(\{.*\}),?$')
_TABLE = re.compile(rb'(?:\{|^)"(\w+)":\{$')


class Meta(msgspec.Struct, kw_only=True):
    """What the file says about itself. ``sequence`` is the last transaction inside, ``journal`` the number of the last
    journal file that it covers; ``crc32`` covers all bytes before it, and so comes last.
    """

    schema_version: int
    desk_id: str = ""
    sequence: int = 0
    journal: int = 0
    saved_at: str = ""
    crc32: str = ""


class DamagedError(Exception):
    """The bytes are not what was written."""


_TABLES = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])
_META_DECODER = msgspec.json.Decoder(Meta)


def render(tables: Mapping[str, Mapping[str, Encoded]], meta: Meta) -> Iterator[bytes]:
    """The file in chunks of some hundred documents, small enough that no other thread waits for one."""
    crc = 0
    for chunk in _body(tables):
        crc = zlib.crc32(chunk, crc)
        yield chunk
    head, mark, _ = msgspec.json.encode(msgspec.structs.replace(meta, crc32="")).rpartition(_CRC)
    yield b'%b%b%b%08x"}}}\n' % (_META, head, mark, zlib.crc32(_META + head, crc))


def _body(tables: Mapping[str, Mapping[str, Encoded]]) -> Iterator[bytes]:
    names = ["cases", *sorted(name for name in tables if name not in ("cases", "meta"))]
    for position, name in enumerate(names):
        yield (b'{"%b":{\n' if position == 0 else b'"%b":{\n') % name.encode()
        documents = iter(tables.get(name, {}).items())
        separator = b""
        while batch := list(itertools.islice(documents, _BATCH)):
            parts: list[Encoded] = []
            for key, document in batch:
                parts += (separator, b'"', key.encode(), b'":', document)
                separator = b",\n"
            yield b"".join(parts)
        yield b"\n},\n"


def parse(data: bytes) -> tuple[Tables, Meta]:
    """All tables but meta, as views into ``data``, and meta. Raises DamagedError."""
    try:
        raw = _TABLES.decode(data)
        meta = _META_DECODER.decode(raw.pop("meta")["1"])
    except (msgspec.MsgspecError, KeyError, UnicodeDecodeError) as error:
        raise DamagedError(str(error)) from None
    if not _is_rewritten(data):
        _check(data, meta)
    return {name: dict(documents) for name, documents in raw.items()}, meta


def salvage(data: bytes) -> Tables:
    """Every document that still stands whole on its line; a table whose first line is damaged ends up in the one
    before.
    """
    tables: Tables = {"cases": {}}
    name = "cases"
    for line in data.split(b"\n"):
        if begins := _TABLE.search(line):
            name = begins.group(1).decode()
        elif document := _DOCUMENT.match(line):
            try:
                msgspec.json.decode(document.group(2))
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue
            tables.setdefault(name, {})[document.group(1).decode()] = document.group(2)
    return tables


def _is_rewritten(data: bytes) -> bool:
    """Whether another program (stock TinyDB) wrote the file: all in one line, which no damage makes of ours."""
    return not data.startswith(_START) and b"\n" not in data.strip()


def _check(data: bytes, meta: Meta) -> None:
    end = data.rfind(_CRC)
    if end < 0 or not data.startswith(_START) or f"{zlib.crc32(memoryview(data)[:end]):08x}" != meta.crc32:
        raise DamagedError("the checksum does not fit")
