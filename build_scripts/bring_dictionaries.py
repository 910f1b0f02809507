"""Brings the spelling dictionaries of all the desk's languages where a package manager is there; never fails.

Debian and Ubuntu with root rights: one apt call for what is missing. Elsewhere, and for Frisian: npm's ``dictionary-*``
packages, unpacked with their licences into the private environment. Nothing of a dictionary enters the repository.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reviewdesk_gui.checks.dictionaries import DictionaryShelf, environment_folder, standard_shelf  # noqa: E402
from reviewdesk_gui.checks.dictionary_add import DictionaryError, add_dictionary  # noqa: E402

LANGUAGES = ("en", "sv", "bg", "fy", "nl", "ru", "uk", "de")
APT = {
    "en": "hunspell-en-us",
    "sv": "hunspell-sv",
    "bg": "hunspell-bg",
    "nl": "hunspell-nl",
    "ru": "hunspell-ru",
    "uk": "hunspell-uk",
    "de": "hunspell-de-de",
}
SECONDS = 300


def missing(shelf: DictionaryShelf) -> list[str]:
    return [language for language in LANGUAGES if shelf.find(language) is None]


def bring(target: Path) -> list[str]:
    """Brings what is missing; the languages that still are."""
    shelf = standard_shelf([target])
    wanted = missing(shelf)
    if wanted and _by_apt([APT[language] for language in wanted if language in APT]):
        wanted = missing(shelf)
    for language in wanted:
        _by_npm(language, target)
    return missing(shelf)


def _by_apt(packages: Sequence[str]) -> bool:
    apt = shutil.which("apt-get")
    if not packages or not apt or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [apt, "install", "-y", "-q", "--no-install-recommends", *packages]
    return _run(install, environ) or (_run([apt, "update", "-q"], environ) and _run(install, environ))


def _by_npm(language: str, target: Path) -> bool:
    npm = shutil.which("npm")
    if not npm:
        return False
    with tempfile.TemporaryDirectory() as scratch:
        if not _run([npm, "pack", "--silent", f"dictionary-{language}"], dict(os.environ), cwd=scratch):
            return False
        try:
            for archive in Path(scratch).glob("*.tgz"):
                add_dictionary(_unpacked(archive, Path(scratch) / f"dictionary-{language}") / "index.aff", target)
        except (OSError, tarfile.TarError, DictionaryError) as error:
            print(f"dictionary-{language}: {error}")
            return False
    return True


def _unpacked(archive: Path, into: Path) -> Path:
    """The archive's files in one flat folder, whatever paths they name."""
    into.mkdir()
    with tarfile.open(archive) as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isfile() else None
            if stream:
                with stream, (into / Path(member.name).name).open("wb") as out:
                    shutil.copyfileobj(stream, out)
    return into


def _run(command: Sequence[str], environ: dict[str, str], cwd: str | None = None) -> bool:
    try:
        done = subprocess.run(
            command,
            env=environ,
            cwd=cwd,
            check=False,
            timeout=SECONDS,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    """Says in one line what is there; always 0, for a set-up goes on without dictionaries."""
    left = bring(environment_folder())
    there = [language for language in LANGUAGES if language not in left]
    print(f"spelling dictionaries: {' '.join(there) or 'none'}")
    if left:
        print(
            f"without a dictionary: {' '.join(left)}. Add one in the settings under Spelling (.oxt, .zip, or .aff"
            " with .dic), or install the system's hunspell packages or npm and run this again."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
