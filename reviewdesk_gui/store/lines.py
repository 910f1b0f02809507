"""Lines that know whether they are whole: CRC-32 in hexadecimal, a blank, one line of JSON (sealed where there is a
key).
"""

import base64
import binascii
import zlib

from reviewdesk_gui.store.sealing import Sealer, SealError

_CRC = 8
_SEALED = b"~"


def frame(payload: bytes, sealer: Sealer | None, purpose: bytes) -> bytes:
    """``payload`` (JSON without line breaks) as one line."""
    if sealer:
        payload = _SEALED + base64.b64encode(sealer.seal(payload, purpose))
    return b"%08x %b\n" % (zlib.crc32(payload), payload)


def read_lines(data: bytes, sealer: Sealer | None, purpose: bytes) -> list[bytes | None]:
    """The payload of every line of ``data`` in order, None where it is damaged. A last line without its break was
    being written when the process ended: it is left out. So are whole lines from before the pass-phrase was set or
    taken away: the snapshot that was written then holds what they say.
    """
    payloads = [_payload(piece, sealer, purpose) for piece in data.split(b"\n")[:-1]]
    return [payload for payload in payloads if payload != b""]


def _payload(piece: bytes, sealer: Sealer | None, purpose: bytes) -> bytes | None:
    payload = piece[_CRC + 1 :]
    if piece[: _CRC + 1] != b"%08x " % zlib.crc32(payload):
        return None
    if payload.startswith(_SEALED) is not (sealer is not None):
        return b""
    if sealer is None:
        return payload
    try:
        return sealer.open(base64.b64decode(payload[1:], validate=True), purpose)
    except (SealError, binascii.Error):
        return None
