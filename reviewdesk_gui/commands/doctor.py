"""`reviewdesk doctor`: versions, paths, and whether everything that the program needs is in order."""

import argparse
import importlib.metadata
import importlib.util
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from reviewdesk_gui import __version__, assembly, paths
from reviewdesk_gui.domain.errors import ReviewDeskError

_LIBRARIES = ("PySide6-Essentials", "tinydb", "jinja2", "msgspec", "rapidfuzz", "chunspell", "cld3-py")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("doctor", help="tell versions, paths and the desk's health")
    parser.add_argument("--desk", type=Path, metavar="PATH", default=argparse.SUPPRESS, help="the desk file")
    parser.add_argument("--repair", action="store_true", help="mend a damaged desk, keeping the bad files aside")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 where all is well, 1 where something needs a hand."""
    well = True
    for line in (*_program(), *_folders()):
        sys.stdout.write(line + "\n")
    for good, line in (*_data(), *_desk(args.desk or paths.default_desk(), repair=args.repair)):
        well = well and good
        sys.stdout.write(("ok    " if good else "BAD   ") + line + "\n")
    return 0 if well else 1


def _program() -> Iterator[str]:
    yield f"ReviewDesk {__version__}, Python {platform.python_version()}, {platform.platform()}"
    for name in _LIBRARIES:
        try:
            yield f"  {name} {importlib.metadata.version(name)}"
        except importlib.metadata.PackageNotFoundError:
            yield f"  {name} is not installed"


def _folders() -> Iterator[str]:
    yield f"resources  {paths.resources()}"
    yield f"templates  {paths.templates()}"
    yield f"your data  {paths.user_data()}"


def _data() -> Iterator[tuple[bool, str]]:
    from reviewdesk_gui.checks.context import CheckContext
    from reviewdesk_gui.drafting.catalogue import Catalogue

    rooms = assembly.Rooms()
    try:
        yield True, f"{len(rooms.platforms)} platforms, {len(rooms.policies)} policies"
        engine = rooms.judge
        for code in engine.languages:
            engine.check("", CheckContext(language=code))
        yield True, f"checks speak {', '.join(engine.languages)}"
    except ReviewDeskError as error:
        yield False, str(error)
    catalogue = Catalogue.load([paths.templates(), paths.user_templates()])
    yield bool(catalogue.all), f"{len(catalogue.all)} reply templates"
    for problem in catalogue.problems:
        yield False, str(problem)


def _desk(path: Path, *, repair: bool) -> Iterator[tuple[bool, str]]:
    from reviewdesk_gui.commands.desk_access import phrase_for
    from reviewdesk_gui.store.health import examine
    from reviewdesk_gui.store.health import repair as mend

    phrase = phrase_for(path) if path.exists() else None
    if repair and examine(path, phrase).exists:
        for line in mend(path, phrase):
            yield True, line
    report = examine(path, phrase)
    for line in report.lines():
        yield not line.startswith("Problem"), line
