"""`reviewdesk`: opens the desk, or does one thing without a window. The sub-commands import no Qt, but for a PDF."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewdesk_gui import __version__, mishap, paths
from reviewdesk_gui.commands import backup, check, doctor, export, import_, list_, restore, tour
from reviewdesk_gui.domain.errors import ReviewDeskError, UsageError

if TYPE_CHECKING:
    from reviewdesk_gui.exporting import Snapshot

_COMMANDS = (import_, list_, check, export, backup, restore, doctor, tour)
_FAILED, _USAGE, _INTERRUPTED = 1, 2, 130


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="reviewdesk",
        description="An offline desk for answering customer reviews. Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"reviewdesk {__version__}")
    parser.add_argument("--desk", dest="desk_first", type=Path, metavar="PATH", help="the desk file to use")
    parser.add_argument("--screenshot", type=Path, metavar="OUT.png", help="save what the window shows, then end")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH", help="window size for --screenshot")
    parser.add_argument("--theme", choices=("light", "dark"), help="light or dark instead of the remembered theme")
    parser.add_argument("--screen", default="main", metavar="NAME", help="which screen --screenshot shows")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in _COMMANDS:
        command.add_parser(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code, with every error told as one line on stderr."""
    with contextlib.suppress(AttributeError, ValueError, OSError):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        sys.stderr.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    args = build_parser().parse_args(argv)
    args.desk = getattr(args, "desk", None) or args.desk_first
    args.write_pdf = _write_pdf
    try:
        run = getattr(args, "run", None)
        return int(run(args)) if run else _open_window(args)
    except UsageError as error:
        return _fail(str(error), _USAGE)
    except ReviewDeskError as error:
        return _fail(str(error), _FAILED)
    except KeyboardInterrupt:
        return _fail("stopped", _INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except OSError as error:
        return _fail(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "), _FAILED)
    except Exception as error:  # noqa: BLE001 - the owner reads one line, the file keeps the rest
        return _fail(mishap.record(error, paths.user_data()), _FAILED)


def _open_window(args: argparse.Namespace) -> int:
    try:
        from reviewdesk_gui.app import WindowOptions, run_window
    except ImportError as error:
        raise _without_qt("The window cannot open", error) from None
    options = WindowOptions(args.desk, args.screenshot, args.size, args.theme, args.screen)
    return run_window(options)


def _write_pdf(taken: "Snapshot", path: Path) -> None:
    try:
        from reviewdesk_gui.headless import write_pdf
    except ImportError as error:
        raise _without_qt("A PDF cannot be written", error) from None
    write_pdf(taken, path)


def _without_qt(what: str, error: ImportError) -> ReviewDeskError:
    libraries = "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
    return ReviewDeskError(f"{what}: {error}. On Debian and Ubuntu: apt-get install {libraries}")


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"a size looks like 1280x800, not {text!r}") from None
    if not (200 <= width <= 8000 and 200 <= height <= 8000):
        raise argparse.ArgumentTypeError("a size lies between 200x200 and 8000x8000")
    return width, height


def _fail(message: str, code: int) -> int:
    print(f"reviewdesk: {' '.join(message.split())}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
