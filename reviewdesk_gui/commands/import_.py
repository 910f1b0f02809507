"""`reviewdesk import`: reviews from files, folders and zips onto the desk."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reviewdesk_gui.commands.desk_access import add_desk_option, desk_path, open_desk

if TYPE_CHECKING:
    from reviewdesk_gui.importing import Plan, Scan
    from reviewdesk_gui.store.desk import Desk

_SHOWN_REJECTIONS = 20


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("import", help="bring reviews in from export files, folders or zips")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a file, a folder or a zip")
    add_desk_option(parser)
    parser.add_argument("--format", default="auto", metavar="ID", help="kind of export, or auto")
    parser.add_argument("--date-order", choices=["dmy", "mdy"], default="", help="how to read dates such as 05/03/2024")
    parser.add_argument(
        "--encoding", default="", metavar="NAME", help="how to read letters of files that are no Unicode"
    )
    parser.add_argument("--dry-run", action="store_true", help="tell what would happen and change nothing")
    parser.add_argument("--json", action="store_true", help="tell the result as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0, or 1 where nothing could be read."""
    from reviewdesk_gui.importing import check_choices

    check_choices(args.format, args.encoding)
    path = desk_path(args)
    if args.dry_run and not path.exists():
        scan, plan = _read(args, None)
    else:
        with open_desk(path, read_only=args.dry_run) as desk:
            scan, plan = _read(args, desk)
            if not args.dry_run:
                _save(desk, plan)
    sys.stdout.write(json.dumps(plan.summary(), ensure_ascii=False) + "\n" if args.json else _words(plan, args.dry_run))
    return 0 if _read_something(scan) else 1


def _read(args: argparse.Namespace, desk: "Desk | None") -> tuple["Scan", "Plan"]:
    """What the files hold, and what would become of the desk; one that is not there yet is not made."""
    from datetime import UTC, datetime

    from reviewdesk_gui.importing import ScanOptions, make_plan, scan_paths

    now = datetime.now(UTC)
    languages = () if desk is None else (desk.shop().language,)
    options = ScanOptions(now=now, date_order=args.date_order, encoding=args.encoding, languages=languages)
    scan = scan_paths(args.files, format_id=args.format, options=options)
    if desk is None:
        return scan, make_plan(scan, (), now=now)
    cases = desk.cases()
    return scan, make_plan(scan, cases, now=now, absent=desk.attachments.absent(cases))


def _save(desk: "Desk", plan: "Plan") -> None:
    """One transaction; new reviews come with language, suggested type and topics."""
    from reviewdesk_gui import assembly
    from reviewdesk_gui.importing import Change

    fresh = {entry.id for entry in plan.of(Change.NEW)}
    cases = plan.cases_to_save()
    read = assembly.Rooms().classified([case for case in cases if case.id in fresh], desk.shop(), desk.cases())
    if cases:
        desk.attachments.take(plan.files_of(cases), plan.attached)
        desk.save([*read, *(case for case in cases if case.id not in fresh)])


def _read_something(scan: "Scan") -> bool:
    return bool(scan.reviews) or (bool(scan.files) and not scan.rejected)


def _words(plan: "Plan", dry_run: bool) -> str:
    summary = plan.summary()
    lines = [
        f"{summary['new']} new, {summary['changed']} changed, {summary['same']} same, {len(plan.rejected)} rejected"
    ]
    if not plan.entries and not plan.rejected:
        lines.append("there is no review in what was read")
    if plan.repeated:
        lines.append(f"{plan.repeated} rows say again what another row says (same author, day and words, or same id)")
    for row in plan.rejected[:_SHOWN_REJECTIONS]:
        place = f"{row.file}, line {row.line}" if row.line else row.file
        lines.append(f"rejected: {place}: {row.reason}")
    if len(plan.rejected) > _SHOWN_REJECTIONS:
        lines.append(f"... and {len(plan.rejected) - _SHOWN_REJECTIONS} more")
    if plan.twins:
        lines.append(
            f"{len(plan.twins)} of the new ones may be reviews that the desk knows already; the window shows which"
        )
    if plan.removed:
        lacking = "; ".join(dict.fromkeys(gone.why for gone in plan.removed))
        lines.append(
            f"{len(plan.removed)} reviews of the desk are missing from this export ({lacking}); "
            "the window offers to close them"
        )
    if dry_run:
        lines.append("nothing was changed (--dry-run)")
    return "\n".join(lines) + "\n"
