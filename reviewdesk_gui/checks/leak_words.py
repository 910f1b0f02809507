"""The words beside which a reply gives a customer away, read from ``leak.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdesk_gui.checks.packfile import PackFile, read_text
from reviewdesk_gui.checks.phrasebook import PhraseBook
from reviewdesk_gui.checks.phrases import Lists, PhraseError
from reviewdesk_gui.domain.datafile import parse_toml

KINDS = ("order", "room", "visit", "paid", "reach", "health")


@dataclass(frozen=True, slots=True)
class LeakWords:
    """One language's phrases; hits are keyed by their kind."""

    phrases: PhraseBook


def read_leak_words(path: Path) -> Mapping[str, LeakWords]:
    """The words by language. Raises DataFileError naming file and line."""
    text = read_text(path)
    table = parse_toml(text, path)
    return {code: _words(PackFile(path, text, entry, Lists({}), loose=False), code) for code, entry in table.items()}


def _words(file: PackFile, code: str) -> LeakWords:
    entries: Mapping[str, Any] = file.table
    unknown = sorted(set(entries) - set(KINDS))
    if unknown:
        raise file.error(unknown[0], f"[{code}] does not know {', '.join(unknown)}")
    keyed = [(kind, phrase) for kind in KINDS for phrase in file.phrases(entries.get(kind, []), kind)]
    for _, phrase in keyed:
        try:
            phrase.triggers()
        except PhraseError as error:
            raise file.error(phrase.phrase.source, f"[{code}] {error}") from None
    return LeakWords(PhraseBook(keyed))
