"""Taking in a dictionary that the owner brings: ``.oxt``, ``.xpi`` or ``.zip``, or a pair of ``.aff`` and ``.dic``."""

import shutil
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from reviewdesk_gui.checks.dictionaries import Dictionary
from reviewdesk_gui.domain.errors import ReviewDeskError

MOST_BYTES = 64 * 1024 * 1024  # of one unpacked file; the largest known dictionary has 10 MB
_ARCHIVES = (".oxt", ".xpi", ".zip")
_LICENCE_WORDS = ("licen", "copying", "readme", "copyright")
_LICENCE_SUFFIXES = ("", ".txt", ".md", ".rst", ".html")
_CHUNK = 1 << 16


class DictionaryError(ReviewDeskError):
    """A file that is no dictionary, or one that cannot be taken in."""


@dataclass(frozen=True, slots=True)
class _Pair:
    locale: str
    aff: str
    dic: str


def add_dictionary(source: Path, into: Path) -> tuple[Dictionary, ...]:
    """Copies the dictionaries of ``source`` into a folder each below ``into``, with their licence files beside them.

    ``source`` is an archive, or either file of a pair. Raises DictionaryError.
    """
    suffix = source.suffix.lower()
    try:
        if suffix in _ARCHIVES:
            return tuple(_from_archive(source, into))
        if suffix in (".aff", ".dic"):
            return (_from_pair(source, into),)
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, NotImplementedError) as error:
        raise DictionaryError(f"{source.name} cannot be read: {error}. Fetch it again and add it once more.") from None
    raise DictionaryError(f"{source.name} is no dictionary: choose an .oxt, .xpi, .zip, .aff or .dic file.")


def add_from_profiles(language: str, archives: Iterable[Path], into: Path) -> Dictionary | None:
    """Takes in a dictionary of ``language`` from packed extensions (see ``profile_archives``), None without any."""
    for archive in archives:
        try:
            with zipfile.ZipFile(archive) as opened:
                locales = [pair.locale for pair in _pairs(opened.namelist(), archive.stem)]
        except (OSError, zipfile.BadZipFile):
            continue
        if any(_language(locale) == language for locale in locales):
            added = add_dictionary(archive, into)
            return next(dictionary for dictionary in added if dictionary.language == language)
    return None


def _from_archive(source: Path, into: Path) -> Iterator[Dictionary]:
    with zipfile.ZipFile(source) as archive:
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
        pairs = list(_pairs(names, source.stem))
        if not pairs:
            raise DictionaryError(f"{source.name} holds no pair of .aff and .dic files, so it is no dictionary.")
        licences = [name for name in names if _is_licence(PurePosixPath(name).name)]
        for pair in pairs:
            folder = into / pair.locale
            folder.mkdir(parents=True, exist_ok=True)
            for name, target in ((pair.aff, f"{pair.locale}.aff"), (pair.dic, f"{pair.locale}.dic")):
                _unpack(archive, name, folder / target)
            for name in licences:
                _unpack(archive, name, folder / PurePosixPath(name).name)
            yield _checked(folder, pair.locale)


def _pairs(names: list[str], stem: str) -> Iterator[_Pair]:
    """Pairs of spelling files; ``index.aff`` takes its locale from its folder, else from the archive's name."""
    known = {name.lower(): name for name in names}
    for name in names:
        path = PurePosixPath(name)
        dic = known.get(str(path.with_suffix(".dic")).lower())
        if path.suffix.lower() == ".aff" and dic:
            locale = path.stem if path.stem.lower() != "index" else _locale_in(path.parent.name) or _locale_in(stem)
            if _is_locale(locale):
                yield _Pair(locale, name, dic)


def _from_pair(source: Path, into: Path) -> Dictionary:
    aff, dic = source.with_suffix(".aff"), source.with_suffix(".dic")
    missing = next((path for path in (aff, dic) if not path.is_file()), None)
    if missing:
        raise DictionaryError(f"{source.name} needs {missing.name} beside it: a dictionary is a pair of both files.")
    locale = source.stem if source.stem.lower() != "index" else _locale_in(source.parent.name)
    if not _is_locale(locale):
        raise DictionaryError(f"{source.name} does not say its language; name the pair like sv_SE.aff and sv_SE.dic.")
    folder = into / locale
    folder.mkdir(parents=True, exist_ok=True)
    for path, target in ((aff, f"{locale}.aff"), (dic, f"{locale}.dic")):
        with path.open("rb") as stream:
            _copy(stream, folder / target)
    for path in source.parent.iterdir():
        if path.is_file() and _is_licence(path.name):
            shutil.copyfile(path, folder / path.name)
    return _checked(folder, locale)


def _unpack(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    with archive.open(name) as stream:
        _copy(stream, target)


def _copy(stream: IO[bytes], target: Path) -> None:
    """Copies to a file beside ``target`` first, so that a dictionary in use is never half written."""
    part = target.with_name(target.name + ".part")
    written = 0
    try:
        with part.open("wb") as out:
            while chunk := stream.read(_CHUNK):
                written += len(chunk)
                if written > MOST_BYTES:
                    raise DictionaryError(f"{target.name} is larger than any dictionary; it was not taken in.")
                out.write(chunk)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _checked(folder: Path, locale: str) -> Dictionary:
    """The dictionary just written, refused where its word list does not begin with a count of words."""
    aff, dic = folder / f"{locale}.aff", folder / f"{locale}.dic"
    with dic.open("rb") as stream:
        first = stream.readline(64).removeprefix(b"\xef\xbb\xbf").split()
    if not first or not first[0].isdigit():
        aff.unlink()
        dic.unlink()
        raise DictionaryError(f"{locale}.dic is no Hunspell word list: its first line is no count of words.")
    return Dictionary(_language(locale), locale, aff, dic)


def _language(locale: str) -> str:
    return locale.replace("_", "-").split("-")[0].lower()


def _is_locale(name: str) -> bool:
    parts = name.replace("_", "-").split("-")
    return bool(name) and 2 <= len(parts[0]) <= 3 and all(part.isalnum() and part.isascii() for part in parts)


def _locale_in(name: str) -> str:
    """The locale in names such as "dictionary-fy" or "dict_sv_SE"; "" without any."""
    for prefix in ("dictionary", "dictionaries", "dict", "hunspell", "myspell"):
        if name.lower().startswith((f"{prefix}-", f"{prefix}_")):
            name = name[len(prefix) + 1 :]
    name = name.split(".")[0]
    return name if _is_locale(name) and len(name) <= len("sr-Latn-RS") else ""


def _is_licence(name: str) -> bool:
    lowered = name.lower()
    path = PurePosixPath(lowered)
    return path.suffix in _LICENCE_SUFFIXES and any(word in lowered for word in _LICENCE_WORDS)
