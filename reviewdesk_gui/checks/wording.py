"""The sentences of findings in the owner's own language, read from ``resources/wording/<code>.toml``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdesk_gui.domain.datafile import read_toml
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.finding import Finding, Fix, Severity, Span


@dataclass(frozen=True, slots=True)
class Wording:
    """``checks`` maps a check to title and sentences, ``practice`` a P-id to its reason, ``fixes`` the button words."""

    checks: Mapping[str, Mapping[str, str]]
    practice: Mapping[str, str]
    fixes: Mapping[str, str]
    blocked: Mapping[str, str]

    def title(self, check: str) -> str:
        """The check's name as a heading; the id itself where the file has none."""
        return self.checks.get(check, {}).get("title", check)

    def message(self, key: str, **values: object) -> str:
        """The sentence of ``key``: "attack.accuses", or "attack" for the check's own one, with ``values`` filled in."""
        check, _, part = key.partition(".")
        entry = self.checks.get(check, {})
        sentence = entry.get(part or "message") or entry.get("message") or entry.get("title", key)
        return sentence.format_map(_Values(values)) if "{" in sentence else sentence

    def knows(self, key: str) -> bool:
        """Whether the file holds a sentence for ``key``."""
        check, _, part = key.partition(".")
        return (part or "message") in self.checks.get(check, {})

    def because(self, why: str) -> str:
        """The one-line reason of a practice id."""
        return self.practice.get(why, "")

    def label(self, verb: str, **values: object) -> str:
        """The word on a fix's button: verb is "insert", "remove" or "replace"."""
        return self.fixes.get(verb, verb).format_map(_Values(values))

    def finding(
        self,
        rule: str,
        severity: Severity,
        *,
        check: str = "",
        key: str = "",
        why: str = "",
        span: Span | None = None,
        fixes: Sequence[Fix] = (),
        values: Mapping[str, object] | None = None,
    ) -> Finding:
        """A finding in words: ``check`` defaults to ``rule``, ``key`` to ``check``; ``values`` fill the sentence."""
        check = check or rule
        return Finding(
            rule=rule,
            check=check,
            severity=severity,
            title=self.title(check),
            message=self.message(key or check, **(values or {})),
            why=why,
            because=self.because(why),
            span=span,
            fixes=tuple(fixes),
        )


class _Values(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def load_wording(folder: Path, language: str) -> Wording:
    """The wording of ``folder``/<language>.toml over the English one. Raises DataFileError."""
    tables = [read_toml(folder / "en.toml")]
    own = folder / f"{language}.toml"
    if language != "en" and own.is_file():
        tables.append(read_toml(own))
    merged: dict[str, Any] = {"check": {}, "practice": {}, "fix": {}, "blocked": {}}
    for table in tables:
        for part, entries in merged.items():
            _merge(entries, table.get(part, {}), folder)
    return Wording(merged["check"], merged["practice"], merged["fix"], merged["blocked"])


def _merge(into: dict[str, Any], table: Any, folder: Path) -> None:
    if not isinstance(table, dict):
        raise DataFileError(folder, 0, "a part of the wording is not a table")
    for key, value in table.items():
        if isinstance(value, dict):
            _merge(into.setdefault(key, {}), value, folder)
        else:
            into[key] = value
