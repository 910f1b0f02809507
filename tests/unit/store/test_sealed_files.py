"""Sealed files in several pieces: nothing can be altered, moved, dropped or cut off unseen."""

import os

import pytest

from reviewdesk_gui.store.errors import DeskError
from reviewdesk_gui.store.sealed_file import envelope_of, seal_chunks, unseal
from reviewdesk_gui.store.sealing import Envelope, Sealer, SealError, new_key

TEXT = os.urandom(2_500_000)


@pytest.fixture(scope="module")
def sealer():
    """A key."""
    return Sealer(new_key())


@pytest.fixture(scope="module")
def pieces(sealer):
    """Head and three pieces."""
    key = new_key()
    return list(seal_chunks([TEXT[:7], TEXT[7:2_000_000], TEXT[2_000_000:]], sealer, Envelope.around(key, "x")))


def test_what_was_sealed_comes_back(sealer, pieces):
    assert len(pieces) == 4
    assert unseal(b"".join(pieces), sealer) == TEXT
    assert TEXT[:16] not in b"".join(pieces)


@pytest.mark.parametrize("order", [[0, 2, 1, 3], [0, 1, 3], [0, 2, 3], [0, 1, 2], [0], [0, 1, 2, 3, 3]])
def test_pieces_moved_dropped_or_doubled_are_noticed(sealer, pieces, order):
    with pytest.raises(SealError):
        unseal(b"".join(pieces[index] for index in order), sealer)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.5, 0.999])
def test_a_cut_or_a_flipped_bit_is_noticed(sealer, pieces, share):
    whole = b"".join(pieces)
    place = int(share * len(whole))
    with pytest.raises(SealError):
        unseal(whole[:place], sealer)
    with pytest.raises(SealError):
        unseal(whole[:place] + bytes([whole[place] ^ 8]) + whole[place + 1 :], sealer)


def test_another_key_opens_nothing(pieces):
    with pytest.raises(SealError):
        unseal(b"".join(pieces), Sealer(new_key()))


def test_nothing_at_all_is_still_bound(sealer):
    empty = b"".join(seal_chunks([], sealer, Envelope.around(new_key(), "x")))
    assert unseal(empty, sealer) == b""


@pytest.mark.parametrize("cost", [0, 2**40])
def test_a_hostile_cost_is_no_envelope(cost):
    head = b'ReviewDesk sealed 1 {"kind":"scrypt+aes256gcm","cost":%d,"salt":"AA==","wrapped":"AA=="}\n' % cost
    assert envelope_of(head) is None


@pytest.mark.parametrize(("cost", "wrapped"), [(3, "AA=="), (16, "A"), (16, "AA==")])
def test_a_damaged_envelope_is_told(cost, wrapped):
    with pytest.raises(DeskError):
        Envelope(cost=cost, salt="AA==", wrapped=wrapped).unwrap("a phrase")


def test_an_unreadable_head_gives_no_envelope():
    assert envelope_of(b"ReviewDesk sealed 1 {broken}\n") is None
    assert envelope_of(b"{}") is None
