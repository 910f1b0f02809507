"""`reviewdesk restore ZIP`: make the desk what a backup holds; what is there now is kept as a dated backup."""

import argparse
import sys
from pathlib import Path

from reviewdesk_gui.commands.desk_access import add_desk_option, ask_phrase, desk_path, phrase_for


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("restore", help="put the desk of a backup zip in place")
    parser.add_argument("zip", type=Path, metavar="ZIP", help="a file that backup made")
    add_desk_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 once the desk holds what the backup holds. Raises DeskError."""
    from reviewdesk_gui.store.archive import verify
    from reviewdesk_gui.store.restoring import restore

    path, source = desk_path(args), args.zip.expanduser()
    manifest = verify(source)
    phrase = phrase_for(path) if path.exists() else None
    backup_phrase = phrase or ask_phrase(source.name) if manifest.protected else None
    kept = restore(source, path, phrase=phrase, backup_phrase=backup_phrase)
    sys.stdout.write(f"{path}: {manifest.cases} cases restored from {source.name}.\n")
    if kept:
        sys.stdout.write(f"What was there before is kept in {kept}\n")
    return 0
