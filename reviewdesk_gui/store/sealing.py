"""Encryption at rest: a random data key seals everything, a pass-phrase wraps that key.

AES-256-GCM for both; the wrapping key comes from the phrase by scrypt (n=2**16, r=8, p=1: 64 MiB, RFC 7914). Changing
the phrase wraps the same data key anew, so nothing else is rewritten.
"""

import base64
import hashlib
import hmac
import os
import unicodedata
from typing import Annotated, Literal

import msgspec

from reviewdesk_gui.store.errors import UnreadableDeskError, WrongPhraseError

_NONCE = 12
_COST = 2**16


class SealError(Exception):
    """Sealed bytes were altered, cut or belong to another key."""


class Sealer:
    """Seals and opens bytes with the data key; ``purpose`` binds them to their place."""

    def __init__(self, key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._cipher = AESGCM(key)
        self._naming = hashlib.sha256(b"names of attachments" + key).digest()

    def seal(self, data: bytes, purpose: bytes) -> bytes:
        """A fresh nonce and the sealed bytes."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, data, purpose)

    def open(self, sealed: bytes, purpose: bytes) -> bytes:
        """The bytes as they were. Raises SealError."""
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], purpose)
        except (InvalidTag, ValueError) as error:
            raise SealError(str(error)) from None

    def name_for(self, digest: str) -> str:
        """A name, 64 hexadecimal digits, that only who has the key can tell from ``digest``."""
        return hmac.digest(self._naming, digest.encode(), "sha256").hex()


class Envelope(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The wrapped data key as it lies on disk; ``salt`` and ``wrapped`` are base64, ``cost`` is scrypt's n.

    A file may come from anywhere, so a cost that would take all memory is no envelope.
    """

    kind: Literal["scrypt+aes256gcm"] = "scrypt+aes256gcm"
    cost: Annotated[int, msgspec.Meta(ge=2, le=2**20)]
    salt: str
    wrapped: str

    @classmethod
    def around(cls, key: bytes, phrase: str) -> "Envelope":
        """``key`` wrapped by ``phrase``."""
        cost, salt = _COST, os.urandom(16)
        wrapped = Sealer(_stretch(phrase, salt, cost)).seal(key, b"key")
        return cls(cost=cost, salt=base64.b64encode(salt).decode(), wrapped=base64.b64encode(wrapped).decode())

    def unwrap(self, phrase: str) -> bytes:
        """The data key. Raises WrongPhraseError, and UnreadableDeskError where the envelope is damaged."""
        try:
            kek = _stretch(phrase, base64.b64decode(self.salt), self.cost)
            return Sealer(kek).open(base64.b64decode(self.wrapped), b"key")
        except SealError:
            raise WrongPhraseError(
                "The pass-phrase does not open this desk. Check capitals and keyboard layout and try again."
            ) from None
        except ValueError:
            raise UnreadableDeskError("The key of the protected desk is damaged. Restore a backup.") from None


def new_key() -> bytes:
    """A random data key."""
    return os.urandom(32)


def _stretch(phrase: str, salt: bytes, cost: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # The same phrase typed on another system may arrive in another Unicode form.
    return Scrypt(salt=salt, length=32, n=cost, r=8, p=1).derive(unicodedata.normalize("NFKC", phrase).encode())
