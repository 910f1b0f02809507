"""From a rule's table to a rule, or to an error that names file and line."""

from collections.abc import Mapping
from typing import Any

from reviewdesk_gui.checks.guards import Edge, Guard
from reviewdesk_gui.checks.packfile import PackFile
from reviewdesk_gui.checks.phrasebook import CompiledPhrase
from reviewdesk_gui.checks.rule import Matcher, Rule
from reviewdesk_gui.domain.datafile import line_of
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.finding import Move, Severity

FAULTS = frozenset(
    {
        *("attack", "belittling", "blame", "non_apology", "empty_promise", "cliche", "office", "jargon", "familiarity"),
        *("incentive", "ask_change", "punctuation"),
    }
)
MOVES = frozenset(move.value for move in Move)
_WHERE = ("anywhere", "opening", "closing")
_KEYS = frozenset(
    {
        *("id", "check", "kind", "severity", "why", "message", "where", "phrases", "together", "unless"),
        *("not_before", "not_after", "replace", "find", "leave"),
    }
)


def parse_rule(entry: Mapping[str, Any], file: PackFile, code: str) -> Rule:
    """One ``[[rule]]`` of ``file``. Raises DataFileError naming the line."""
    id_ = entry.get("id")
    if not isinstance(id_, str) or not id_:
        raise DataFileError(file.path, line_of(file.text, "[[rule]]"), "a rule has no id")
    needle = f'id = "{id_}"'
    check = _check(entry, file, code, needle)
    phrases = _matchers(entry, file, id_)
    kind = entry.get("kind", "presence" if check in MOVES else "phrase")
    where = entry.get("where", "anywhere")
    if kind not in ("presence", "phrase") or (kind == "presence") != (check in MOVES) or where not in _WHERE:
        raise file.error(needle, f"{id_}: kind {kind!r} or where {where!r} does not suit the check {check!r}")
    return Rule(
        id=id_,
        check=check,
        kind=kind,
        severity=Severity(entry["severity"]) if "severity" in entry else Severity.SHOULD,
        why=entry["why"],
        message=entry.get("message", check),
        where=where,
        matchers=phrases,
        guard=_guard(entry, file, id_),
        replace=entry.get("replace"),
        find=tuple(entry["find"]),
        leave=tuple(entry["leave"]),
        path=file.path,
        line=line_of(file.text, needle),
    )


def _check(entry: Mapping[str, Any], file: PackFile, code: str, needle: str) -> str:
    check = entry.get("check", "")
    unknown = set(entry) - _KEYS
    if unknown:
        raise file.error(needle, f"{entry['id']}: unknown {', '.join(sorted(unknown))}")
    if check not in MOVES | FAULTS:
        raise file.error(needle, f"{entry['id']}: there is no check {check!r}")
    if not entry["id"].startswith(f"{code}.{check}."):
        raise file.error(needle, f"{entry['id']}: the id begins with {code}.{check}.")
    if check in FAULTS and entry.get("severity") not in list(Severity):
        raise file.error(needle, f"{entry['id']}: severity is must, should or hint")
    for key in ("why", "find", "leave"):
        if not entry.get(key):
            raise file.error(needle, f"{entry['id']}: {key} is missing")
    return str(check)


def _matchers(entry: Mapping[str, Any], file: PackFile, id_: str) -> tuple[Matcher, ...]:
    found = [Matcher(((phrase,),)) for phrase in file.phrases(entry.get("phrases", []), id_)]
    groups = tuple(file.phrases(group, id_) for group in entry.get("together", []))
    if groups:
        found.append(Matcher(groups))
    if not found:
        raise file.error(f'id = "{id_}"', f"{id_}: neither phrases nor together")
    return tuple(found)


def _guard(entry: Mapping[str, Any], file: PackFile, id_: str) -> Guard:
    def phrases(key: str) -> tuple[CompiledPhrase, ...]:
        return file.phrases(entry.get(key, []), id_)

    return Guard(phrases("unless"), Edge(phrases("not_before"), after=False), Edge(phrases("not_after"), after=True))
