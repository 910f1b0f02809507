"""What nobody expected: written to a file for whoever mends it, told to the owner in one line."""

import contextlib
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from reviewdesk_gui import __version__


def record(error: BaseException, folder: Path) -> str:
    """Append the traceback to ``error.log`` in ``folder`` and return the line for the owner. Never raises."""
    log = folder / "error.log"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as handle:
            handle.write(f"\n{datetime.now(UTC).isoformat()} ReviewDesk {__version__}, {platform.platform()}\n")
            handle.writelines(traceback.format_exception(error))
    kind = type(error).__name__
    return f"Something went wrong that should not ({kind}: {error}). Your desk is safe. What happened stands in {log}."
