"""Opening the desk that a sub-command was given, with its pass-phrase where it has one."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from reviewdesk_gui import paths
from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.keys import is_protected

_VARIABLE = "REVIEWDESK_PASSPHRASE"


def add_desk_option(parser: argparse.ArgumentParser) -> None:
    """``--desk PATH``."""
    parser.add_argument("--desk", type=Path, metavar="PATH", help="the desk file to use")


def desk_path(args: argparse.Namespace) -> Path:
    """The desk that the call names, or the owner's own."""
    return args.desk or paths.default_desk()


def existing_desk(args: argparse.Namespace) -> Path:
    """As ``desk_path``. Raises UsageError where there is no such desk."""
    path = desk_path(args)
    if not path.exists():
        raise UsageError(f"there is no desk at {path}; name one with --desk")
    return path


def phrase_for(path: Path) -> str | None:
    """The pass-phrase of a protected desk, from the environment (REVIEWDESK_PASSPHRASE) or asked for at a terminal;
    None where it needs none or nobody can be asked.
    """
    return ask_phrase(path.name) if is_protected(path) else None


def ask_phrase(name: str) -> str | None:
    """The pass-phrase from the environment or the terminal; None where there is neither."""
    phrase = os.environ.get(_VARIABLE)
    if phrase is None and sys.stdin is not None and sys.stdin.isatty():
        phrase = getpass.getpass(f"Pass-phrase of {name}: ")
    return phrase


def open_desk(path: Path, *, read_only: bool = False) -> Desk:
    """The desk at ``path``; what its opening has to say goes to stderr. Raises DeskError."""
    desk = Desk.open(path, read_only=read_only, passphrase=phrase_for(path))
    for notice in desk.notices:
        sys.stderr.write(f"reviewdesk: {notice}\n")
    return desk
