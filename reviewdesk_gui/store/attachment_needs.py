"""Which attachments the documents of a desk speak of."""

import re
from collections.abc import Iterable

import msgspec

from reviewdesk_gui.store.codec import Encoded

_DIGEST = re.compile(rb'"sha256":\s*"([0-9a-f]{64})"')


class _Named(msgspec.Struct, gc=False):
    sha256: str = ""


class _Holder(msgspec.Struct, gc=False):
    attachments: tuple[_Named, ...] = ()


_HOLDER = msgspec.json.Decoder(_Holder)


def digests(rows: Iterable[Encoded]) -> frozenset[str]:
    """The SHA-256 of every attachment of the cases; of those that are not understood, whatever looks like one."""
    return frozenset(found for row in rows for found in _of(row))


def _of(row: Encoded) -> list[str]:
    try:
        return [one.sha256 for one in _HOLDER.decode(row).attachments]
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return [found.decode() for found in _DIGEST.findall(bytes(row))]
