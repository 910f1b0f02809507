"""A whole file sealed in pieces: one head line with the envelope, then length-prefixed pieces.

Each piece is bound to its place and to being the last one or not, so none can be moved, dropped or cut off unseen.
"""

from collections.abc import Iterable, Iterator

import msgspec

from reviewdesk_gui.store.sealing import Envelope, Sealer, SealError

MAGIC = b"ReviewDesk sealed 1 "
_PIECE = 1 << 20
_ENVELOPE = msgspec.json.Decoder(Envelope)


def seal_chunks(chunks: Iterable[bytes], sealer: Sealer, envelope: Envelope | None = None) -> Iterator[bytes]:
    """The sealed file, piece by piece. Without ``envelope`` it opens only beside a file that has it."""
    yield MAGIC + (msgspec.json.encode(envelope) if envelope else b"") + b"\n"
    index = 0
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        while len(waiting) > _PIECE:
            yield _piece(bytes(waiting[:_PIECE]), sealer, index, last=False)
            del waiting[:_PIECE]
            index += 1
    yield _piece(bytes(waiting), sealer, index, last=True)


def is_sealed(data: bytes) -> bool:
    """Whether the file begins as a sealed one does."""
    return data.startswith(MAGIC)


def envelope_of(data: bytes) -> Envelope | None:
    """The envelope in the head line, None where it cannot be read."""
    head, _, _ = data[:4096].partition(b"\n")
    try:
        return _ENVELOPE.decode(head[len(MAGIC) :]) if head.startswith(MAGIC) else None
    except msgspec.MsgspecError:
        return None


def unseal(data: bytes, sealer: Sealer) -> bytes:
    """The plain bytes. Raises SealError where anything was altered or is missing."""
    view = memoryview(data)
    place = data.find(b"\n") + 1
    pieces: list[bytes] = []
    while place < len(data):
        size = int.from_bytes(view[place : place + 4], "big")
        end = place + 4 + size
        pieces.append(sealer.open(bytes(view[place + 4 : end]), _purpose(len(pieces), last=end == len(data))))
        place = end
    if not pieces or place != len(data):
        raise SealError("the file is cut off")
    return b"".join(pieces)


def _piece(data: bytes, sealer: Sealer, index: int, *, last: bool) -> bytes:
    sealed = sealer.seal(data, _purpose(index, last=last))
    return len(sealed).to_bytes(4, "big") + sealed


def _purpose(index: int, *, last: bool) -> bytes:
    return b"file:%d:%d" % (index, last)
