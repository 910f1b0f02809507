"""`reviewdesk export`: the history of cases into a file."""

import argparse
import sys
from pathlib import Path

from reviewdesk_gui.commands.choosing import add_choosing, chosen
from reviewdesk_gui.commands.desk_access import add_desk_option, existing_desk, open_desk
from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.store.guarding import keep_off

_PDF = "pdf"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("export", help="write the case history to a file")
    parser.add_argument("out", type=Path, metavar="OUT", help="the file to write; its ending tells the format")
    add_desk_option(parser)
    parser.add_argument("--format", metavar="ID", help="csv, json, html, md, xlsx, sqlite, parquet, zip or pdf")
    add_choosing(parser)
    parser.add_argument("--columns", metavar="A,B,C", default="", help="columns of a csv or xlsx, by their ids")
    parser.add_argument("--anonymise", action="store_true", help="take customers' and colleagues' names out")
    parser.add_argument("--bom", action="store_true", help="start a CSV with the mark by which Excel knows UTF-8")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0. ``args.write_pdf`` sets a snapshot on pages. Raises DeskError, UsageError or ExportError."""
    from datetime import UTC, datetime

    from reviewdesk_gui.exporting import ExportOptions, refuse_columns, snapshot, write

    format_id, path = _format(args), existing_desk(args)
    keep_off(args.out, path)
    columns = [name.strip() for name in args.columns.split(",") if name.strip()]
    if columns:
        refuse_columns(format_id)
    with open_desk(path, read_only=True) as desk:
        shop = desk.shop()
        cases = chosen(args, desk.cases(), shop)
        taken = snapshot(cases, shop=shop, columns=columns, anonymise=args.anonymise, now=datetime.now(UTC))
        if format_id == _PDF:
            args.write_pdf(taken, args.out)
        else:
            options = ExportOptions(bom=args.bom, attachment=desk.attachments.read)
            for line in write(taken, args.out, format_id, options):
                sys.stderr.write(f"reviewdesk: {line}\n")
    count = "1 case" if len(cases) == 1 else f"{len(cases)} cases"
    sys.stdout.write(f"{count} written to {args.out}\n")
    return 0


def _format(args: argparse.Namespace) -> str:
    """The form that the call names, or that the ending of the file means. Raises UsageError where there is none."""
    from reviewdesk_gui.exporting import format_for, formats

    known = [*(form.id for form in formats()), _PDF]
    if args.format and args.format not in known:
        raise UsageError(f"There is no export format {args.format!r}. Known are: {', '.join(known)}.")
    return args.format or (_PDF if args.out.suffix.lower() == f".{_PDF}" else format_for(args.out))
