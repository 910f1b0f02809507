"""The pass-phrase of an open desk: set, change, take away."""

from collections.abc import Callable
from pathlib import Path

from reviewdesk_gui.store.attachment_folder import is_sealed_name
from reviewdesk_gui.store.attachment_switch import copy_under, drop
from reviewdesk_gui.store.engine import Engine
from reviewdesk_gui.store.errors import DeskError, write_error
from reviewdesk_gui.store.keys import Keys, write_key
from reviewdesk_gui.store.sealing import Envelope, Sealer, new_key
from reviewdesk_gui.store.shelf import Shelf

SHORTEST = 8
"""Fewest characters of a pass-phrase."""
_UNCHANGED = "The pass-phrase was not changed"


class Protection:
    """``fold`` brings waiting drafts into their cases, which must be done before the key changes. Setting and removing
    take seconds where there are many attachments: they may run in another thread while nothing else is done with the
    desk.
    """

    def __init__(self, engine: Engine, shelf: Shelf, fold: Callable[[], None]) -> None:
        self._engine, self._shelf, self._fold = engine, shelf, fold

    @property
    def is_on(self) -> bool:
        """Whether the desk is encrypted."""
        return self._engine.keys is not None

    def set(self, phrase: str) -> list[Path]:
        """Encrypt the desk file, journal, drafts, attachments and dated backups; files that still hold plain text
        (damaged ones that were kept aside, backups that cannot be read) are returned for the owner to remove. Backups
        carried elsewhere stay as they are.

        A forgotten phrase cannot be replaced: nothing can be read without it. Raises WriteError, or DeskError for a
        phrase under 8 characters.
        """
        _check(phrase)
        key = new_key()
        keys = Keys(Sealer(key), Envelope.around(key, phrase))
        return self._switch(keys)

    def change(self, old: str, new: str) -> None:
        """Another phrase for the same key; nothing else is rewritten. Backups made before open with the key of the
        desk or, where carried elsewhere, with the phrase of their day. Raises WrongPhraseError, WriteError,
        DeskError.
        """
        keys = self._keys()
        key = keys.envelope.unwrap(old)
        _check(new)
        envelope = Envelope.around(key, new)
        try:
            write_key(self._engine.files, self._engine.disk, envelope)
        except OSError as error:
            raise write_error(_UNCHANGED, error) from None
        self._engine.use_envelope(envelope)

    def remove(self, phrase: str) -> list[Path]:
        """Write everything plain again; backups that could not be are returned. Raises WrongPhraseError, WriteError."""
        self._keys().envelope.unwrap(phrase)
        return self._switch(None)

    def _switch(self, keys: Keys | None) -> list[Path]:
        self._engine.must_write()
        self._fold()
        old, folder = self._engine.keys, self._engine.attachments

        def rekey() -> None:
            self._engine.rekey(keys)
            if keys:
                write_key(self._engine.files, self._engine.disk, keys.envelope)
            else:
                self._engine.disk.remove(self._engine.files.key)

        with folder.lock:
            there, former = folder.names(), []
            try:
                former = copy_under(folder, old.sealer if old else None, keys.sealer if keys else None)
                rekey()
            except OSError as error:
                switched = self._engine.keys is keys
                drop(folder, former if switched else folder.names() - there)
                words = "The pass-phrase counts from now on, but old files could not be removed"
                raise write_error(words if switched else _UNCHANGED, error) from None
            left = self._shelf.rewrite(lambda tables: tables, old.sealer if old else None, keys)
            drop(folder, former)
        return left + ([*self._engine.files.damaged(), *self._plain_attachments()] if keys else [])

    def _plain_attachments(self) -> list[Path]:
        folder = self._engine.attachments
        return [folder.path / name for name in sorted(folder.names()) if not is_sealed_name(name)]

    def _keys(self) -> Keys:
        if self._engine.keys is None:
            raise DeskError("This desk has no pass-phrase.")
        return self._engine.keys


def _check(phrase: str) -> None:
    if len(phrase) < SHORTEST:
        raise DeskError(f"A pass-phrase needs at least {SHORTEST} characters. Several words are easy to remember.")
