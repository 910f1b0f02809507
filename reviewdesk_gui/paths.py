"""The one resolver of the program's own files and of the user's folders."""

import os
import sys
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def _bundle() -> Path:
    """The folder that holds ``resources`` and ``templates``: frozen app, wheel or checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    bundled = _PACKAGE / "_bundled"
    return bundled if bundled.is_dir() else _PACKAGE.parent


def resources() -> Path:
    """Rules, platforms, policies, themes, icons, samples."""
    return _bundle() / "resources"


def templates() -> Path:
    """Reply templates and export layouts."""
    return _bundle() / "templates"


def user_data() -> Path:
    """Where the desk lies unless ``--desk`` says otherwise; ``REVIEWDESK_HOME`` overrides the system's folder."""
    home = os.environ.get("REVIEWDESK_HOME")
    return Path(home) if home else Path(platformdirs.user_data_dir("ReviewDesk", appauthor=False))


def default_desk() -> Path:
    """The desk file that opens when none is named."""
    return user_data() / "desk.json"


def user_templates() -> Path:
    """The owner's own reply templates."""
    return user_data() / "templates"


def dictionaries() -> Path:
    """Spelling dictionaries that the owner or the set-up brought."""
    return user_data() / "dictionaries"


def window_state() -> Path:
    """The INI file with the remembered window layout."""
    return user_data() / "window.ini"
