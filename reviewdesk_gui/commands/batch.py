"""Many replies through one engine: JSON Lines in, JSON Lines out, in the same order, one row at a time."""

import json
import math
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from reviewdesk_gui import assembly
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.report import Report
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.domain.finding import Move

_MOVES = (
    Move.GREETING, Move.NAME, Move.THANKS, Move.APOLOGY, Move.RESOLUTION, Move.CONTACT, Move.OFFLINE, Move.SIGNATURE,
)  # fmt: skip


class Checker:
    """One engine with every check that needs no desk."""

    def __init__(self) -> None:
        self._rooms = assembly.Rooms()
        self._engine = self._rooms.judge

    def report(self, row: Mapping[str, Any], *, strict: bool = True) -> Report:
        """The judgement on ``row["reply"]``.

        ``strict`` raises UsageError for an unknown language, platform or type; without it they count as not given, so
        that one odd row does not end a long stream.
        """
        context = self._context(row, strict=strict)
        return self._engine.check(_text(row, "reply"), context)

    def answer(self, row: Mapping[str, Any], report: Report) -> dict[str, Any]:
        """The row of the batch contract; ``start`` and ``end`` are code points, or null."""
        held = {hit.move for hit in report.moves}
        findings = [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "start": finding.span.start if finding.span else None,
                "end": finding.span.end if finding.span else None,
                "message": finding.message,
            }
            for finding in report.findings
        ]
        moves = {move.value: move in held for move in _MOVES}
        return {"id": row.get("id"), "language": report.language, "moves": moves, "findings": findings}

    def _context(self, row: Mapping[str, Any], *, strict: bool) -> CheckContext:
        language, platform, kind = (_text(row, name) for name in ("language", "platform", "type"))
        language = "" if language == "auto" else language
        if strict:
            _must_know("language", language, self._engine.languages)
            _must_know("platform", platform, self._rooms.platforms)
            _must_know("type", kind, tuple(CaseType))
        known = language in self._engine.languages or (not language and self._rooms.recogniser(_text(row, "reply")))
        return CheckContext(
            off=frozenset() if known else frozenset({"spelling"}),
            language=language if language in self._engine.languages else "",
            type=CaseType(kind) if kind in tuple(CaseType) else None,
            platform=self._rooms.platforms.get(platform),
            author=_text(row, "author"),
            rating=_rating(row.get("rating")),
            review=_text(row, "review"),
            today=assembly.today(),
        )


def _must_know(what: str, value: str, known: Collection[str]) -> None:
    if value and value not in known:
        raise UsageError(f"there is no {what} {value!r}; known: {', '.join(known)}")


def check_rows(checker: Checker, name: str) -> int:
    """Answer every row of the file ``name`` ("-" reads standard input). Raises UsageError naming a broken line."""
    with _opened(name) as source:
        for row in _rows(source, name):
            answer = checker.answer(row, checker.report(row, strict=False))
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    return 0


def _opened(name: str) -> IO[bytes]:
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from None


def _rows(source: IO[bytes], name: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{name}:{number}: not a JSON object: {error}") from None
        if not isinstance(row, dict) or not isinstance(row.get("reply"), str):
            raise UsageError(f'{name}:{number}: a row is an object with a "reply" text')
        yield row


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _rating(value: object) -> float | None:
    """A number from 1 to 5, also as text; anything else counts as not given."""
    try:
        rating = float(value) if isinstance(value, int | float | str) else math.nan
    except ValueError:
        return None
    return rating if 0 <= rating <= 5 else None
