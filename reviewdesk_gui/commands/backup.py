"""`reviewdesk backup OUT.zip`: the whole desk as one verified zip, also while the window has it open."""

import argparse
import sys
from pathlib import Path

from reviewdesk_gui.commands.desk_access import add_desk_option, existing_desk, open_desk
from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.store.guarding import keep_off


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("backup", help="write the whole desk into one zip file")
    parser.add_argument("out", type=Path, metavar="OUT.zip", help="the file to make")
    add_desk_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 once the backup is made and has been read back. Raises DeskError or UsageError."""
    from reviewdesk_gui.store.errors import LockedError

    path, out = existing_desk(args), args.out.expanduser().absolute()
    if out.is_dir():
        raise UsageError(f"{out} is a folder; name the file to make in it, such as desk.zip")
    keep_off(out, path)
    try:
        desk = open_desk(path)
    except LockedError:
        desk = open_desk(path, read_only=True)
    with desk:
        manifest = desk.backups.job(out)()
        desk.backups.note(out, manifest)
    sys.stdout.write(f"{out}: {manifest.cases} cases, {manifest.open_cases} of them open. Read back and found whole.\n")
    return 0
