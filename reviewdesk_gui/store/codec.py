"""Cases, shop and settings to JSON and back."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import Shop

Encoded = bytes | msgspec.Raw
"""One document as JSON: bytes of its own, or a view into the file it was read from."""

_ENCODER = msgspec.json.Encoder()
_CASE = msgspec.json.Decoder(Case)
_SHOP = msgspec.json.Decoder(Shop)
_TABLE = msgspec.json.Decoder(dict[str, Any])


def encode(document: object) -> bytes:
    """JSON without line breaks. Half a surrogate pair, which no file can hold, becomes a question mark."""
    try:
        return _ENCODER.encode(document)
    except UnicodeEncodeError:
        return _ENCODER.encode(_scrubbed(msgspec.to_builtins(document)))


def encode_case(case: Case) -> tuple[bytes, Case]:
    """The case as JSON, and the case as it will be read again: the same one, but for what no file can hold."""
    try:
        return _ENCODER.encode(case), case
    except UnicodeEncodeError:
        encoded = encode(case)
        return encoded, decode_case(encoded)


decode_case: Callable[[Encoded], Case] = _CASE.decode
"""Raises msgspec.MsgspecError where the document is no case."""


def decode_shop(encoded: Encoded) -> Shop:
    """Raises msgspec.MsgspecError where the document is no shop."""
    return _SHOP.decode(encoded)


def decode_table(encoded: Encoded) -> dict[str, Any]:
    """The document as plain data. Raises msgspec.MsgspecError."""
    return _TABLE.decode(encoded)


def _scrubbed(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8") if not value.isascii() else value
    if isinstance(value, Mapping):
        return {_scrubbed(key): _scrubbed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_scrubbed(item) for item in value]
    return value
