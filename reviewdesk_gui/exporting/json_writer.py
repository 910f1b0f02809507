"""JSON that another desk imports without loss."""

from pathlib import Path
from typing import Any

import msgspec

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.exchange import FORMAT, SCHEMA_VERSION, Exchange, version_for
from reviewdesk_gui.exporting.job import ExportError, ExportOptions, ExportWatch
from reviewdesk_gui.exporting.snapshot import Snapshot


def encode_document(document: Case | Exchange) -> bytes:
    """UTF-8 JSON; half a surrogate pair, which no file can hold, becomes a replacement sign."""
    try:
        return msgspec.json.encode(document)
    except UnicodeEncodeError:
        return msgspec.json.encode(_mended(msgspec.to_builtins(document)))


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_mended(name): _mended(part) for name, part in value.items()}
    return [_mended(part) for part in value] if isinstance(value, (list, tuple)) else value


def write_json(snapshot: Snapshot, path: Path, _options: ExportOptions, watch: ExportWatch) -> None:
    """The whole cases, one a line, so that the file can be compared and mended by hand."""
    head = Exchange(
        schema_version=version_for(snapshot.cases),
        exported_at=snapshot.taken_at,
        anonymised=snapshot.anonymised,
        shop=snapshot.shop,
        cases=(),
    )
    opening = encode_document(head)
    with path.open("wb") as handle:
        handle.write(opening.removesuffix(b"]}"))
        for number, case in enumerate(watch.over(snapshot.cases)):
            handle.write(b",\n" if number else b"\n")
            handle.write(encode_document(case))
        handle.write(b"\n]}\n")


def read_json(path: Path) -> list[Case]:
    """The cases of a JSON export. Raises ExportError where the file is none, is damaged, or comes from a newer
    program.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ExportError(f"{path} cannot be read: {error.strerror}") from None
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.format != FORMAT:
            raise ExportError(f"{path} is no history of this program")
        if head.schema_version > SCHEMA_VERSION:
            raise ExportError(f"{path} was written by a newer version of this program; update it first")
        return list(msgspec.json.decode(data, type=Exchange).cases)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise ExportError(f"{path} is damaged ({error})") from None


class _Head(msgspec.Struct):
    format: str = ""
    schema_version: int = 0
