"""Spelling dictionaries: where systems and programs keep them, and which one serves a language.

A dictionary is a pair of Hunspell files, ``<locale>.aff`` and ``<locale>.dic``. The program ships none.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PREFERRED = {"en": ("GB", "US"), "sv": ("SE",), "de": ("DE",), "nl": ("NL",), "fy": ("NL",)}
_DEPTH = 2  # folders below a search folder in which dictionaries lie ("dict-sv/", "dictionary-fy/")


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A pair of files with the same stem; ``locale`` is that stem ("sv_SE"), ``language`` its code ("sv")."""

    language: str
    locale: str
    aff: Path
    dic: Path

    @property
    def licences(self) -> tuple[Path, ...]:
        """The licence and readme files that lie beside the dictionary."""
        wanted = ("licen", "copying", "readme", "copyright")
        files = (path for path in self.aff.parent.iterdir() if path.is_file())
        return tuple(sorted(path for path in files if any(word in path.name.lower() for word in wanted)))


def system_folders(platform: str, environ: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Folders in which the system, LibreOffice, Firefox and Thunderbird keep dictionaries; existing or not.

    ``platform`` is as ``sys.platform``. ``DICPATH`` is honoured as Hunspell's own tools do.
    """
    named = [Path(entry) for entry in environ.get("DICPATH", "").split(os.pathsep) if entry]
    if platform == "darwin":
        return (*named, *_mac_folders(home))
    if platform == "win32":
        return (*named, *_windows_folders(environ))
    return (*named, *_unix_folders(environ, home))


def _mac_folders(home: Path) -> tuple[Path, ...]:
    office = "Contents/Resources/extensions"
    return (
        home / "Library/Spelling",
        Path("/Library/Spelling"),
        Path("/opt/homebrew/share/hunspell"),
        Path("/usr/local/share/hunspell"),
        Path("/Applications/LibreOffice.app") / office,
        home / "Applications/LibreOffice.app" / office,
        Path("/Applications/Firefox.app/Contents/Resources/dictionaries"),
        Path("/Applications/Thunderbird.app/Contents/Resources/dictionaries"),
        home / "Library/Application Support/LibreOffice/4/user/uno_packages/cache/uno_packages",
    )


def _windows_folders(environ: Mapping[str, str]) -> tuple[Path, ...]:
    found = []
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if environ.get(name):
            base = Path(environ[name])
            found += [base / "LibreOffice/share/extensions", base / "LibreOffice 5/share/extensions"]
            found += [base / "Mozilla Firefox/dictionaries", base / "Mozilla Thunderbird/dictionaries"]
            found += [base / "hunspell"]
    if environ.get("APPDATA"):
        found.append(Path(environ["APPDATA"]) / "LibreOffice/4/user/uno_packages/cache/uno_packages")
    return tuple(found)


def _unix_folders(environ: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    data = environ.get("XDG_DATA_HOME")
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    return (
        (Path(data) if data else home / ".local/share") / "hunspell",
        Path("/usr/share/hunspell"),
        Path("/usr/local/share/hunspell"),
        Path("/usr/share/myspell"),
        Path("/usr/share/myspell/dicts"),
        Path("/var/lib/flatpak/runtime/org.freedesktop.Platform/x86_64/stable/active/files/share/hunspell"),
        Path("/usr/lib/libreoffice/share/extensions"),
        Path("/opt/libreoffice/share/extensions"),
        Path("/usr/lib/firefox/dictionaries"),
        Path("/usr/lib/thunderbird/dictionaries"),
        config / "libreoffice/4/user/uno_packages/cache/uno_packages",
    )


def profile_archives(platform: str, environ: Mapping[str, str], home: Path) -> Iterator[Path]:
    """The packed extensions of Firefox's and Thunderbird's profiles, some of which hold dictionaries."""
    if platform == "darwin":
        bases = [home / "Library/Application Support/Firefox/Profiles", home / "Library/Thunderbird/Profiles"]
    elif platform == "win32":
        data = Path(environ.get("APPDATA") or home / "AppData/Roaming")
        bases = [data / "Mozilla/Firefox/Profiles", data / "Thunderbird/Profiles"]
    else:
        bases = [home / ".mozilla/firefox", home / ".thunderbird", home / "snap/firefox/common/.mozilla/firefox"]
    for base in bases:
        yield from sorted(base.glob("*/extensions/*.xpi"))


class DictionaryShelf:
    """Finds the dictionary of a language in ``folders``, the first folder first. Thread-safe: it keeps nothing."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)

    def find(self, language: str, country: str = "") -> Dictionary | None:
        """The dictionary that serves ``language`` best: the ``country``'s own where there is one, None without any."""
        wanted = tuple(code for code in (country.upper(), *_PREFERRED.get(language, ())) if code)
        best: tuple[int, int, str, Dictionary] | None = None
        for place, dictionary in enumerate(self.available()):
            if dictionary.language == language:
                parts = dictionary.locale.upper().replace("_", "-").split("-")[1:]
                land = next((number for number, code in enumerate(wanted) if code in parts), len(wanted))
                rank = (land, place, dictionary.locale, dictionary)
                if best is None or rank[:3] < best[:3]:
                    best = rank
        return best[3] if best else None

    def available(self) -> Iterator[Dictionary]:
        """Every dictionary, folder by folder; one that stands in several folders comes again."""
        for folder in self.folders:
            for aff in sorted(_affix_files(folder, _DEPTH)):
                dic = aff.with_suffix(".dic")
                language = aff.stem.replace("_", "-").split("-")[0].lower()
                if 2 <= len(language) <= 3 and language.isalpha() and dic.is_file():
                    yield Dictionary(language, aff.stem, aff, dic)


def _affix_files(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = list(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.suffix.lower() == ".aff":
            yield entry
        elif depth and entry.is_dir() and not entry.is_symlink():
            yield from _affix_files(entry, depth - 1)


def environment_folder() -> Path:
    """Where the set-up puts dictionaries: inside the Python environment, gone with it."""
    return Path(sys.prefix) / "share" / "hunspell"


def standard_shelf(own: Sequence[Path]) -> DictionaryShelf:
    """The shelf of this computer; ``own`` are the owner's and the program's folders, which come first."""
    return DictionaryShelf((*own, environment_folder(), *system_folders(sys.platform, os.environ, Path.home())))
