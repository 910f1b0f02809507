"""`reviewdesk check`: findings for one reply, or moves and findings for a stream of rows."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.domain.finding import Finding, Severity

if TYPE_CHECKING:
    from reviewdesk_gui.checks.report import Report


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("check", help="check one reply, or many rows with --batch")
    parser.add_argument("file", nargs="?", default="-", help="the reply; - reads standard input")
    parser.add_argument("--batch", metavar="ROWS.jsonl", help="check every row of a JSON Lines file; - reads stdin")
    parser.add_argument("--language", default="auto", metavar="CODE", help="language of the reply, or auto")
    parser.add_argument("--platform", default="", metavar="ID", help="where the reply will stand")
    parser.add_argument("--type", choices=[kind.value for kind in CaseType], help="kind of review")
    parser.add_argument("--author", default="", help="the customer's name")
    parser.add_argument("--rating", type=float, help="1 to 5")
    parser.add_argument("--review", default="", metavar="TEXT", help="the customer's words")
    parser.add_argument("--json", action="store_true", help="tell the findings as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 clean, 1 where something must be mended, 2 (UsageError) where the call is wrong."""
    from reviewdesk_gui.commands.batch import Checker, check_rows

    checker = Checker()
    if args.batch:
        return check_rows(checker, args.batch)
    row = {"reply": _read(args.file), "author": args.author, "rating": args.rating, "review": args.review}
    row |= {"language": args.language, "platform": args.platform, "type": args.type}
    report = checker.report(row)
    if args.json:
        sys.stdout.write(json.dumps(checker.answer(row, report), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(_words(str(row["reply"]), report))
    return int(any(finding.severity is Severity.MUST for finding in report.findings))


def _read(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from None
    text = raw.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").removesuffix("\n")
    if not text.strip():
        raise UsageError("there is no reply to check: the text is empty")
    return text


def _words(text: str, report: "Report") -> str:
    lines = [f"{finding.severity.value}: {finding.title}. {_detail(finding, text)}" for finding in report.findings]
    return "\n".join(lines) + "\n" if lines else "Nothing to mend.\n"


def _detail(finding: Finding, text: str) -> str:
    place = f"“{finding.span.of(text)}” " if finding.span else ""
    reason = f" {finding.because}" if finding.because else ""
    return f"{place}{finding.message}{reason} [{finding.rule}]"
