"""Asks which file is to be read, and under which name one is to be saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewdesk_gui.services.settings import WindowSettings

_READ, _SAVED = "folders/read", "folders/saved"
_Place = QStandardPaths.StandardLocation


class FileChooser:
    """Reading begins where the last file was read, saving where the last was saved, also after a new start of the
    window; the first time in the folders of downloads and of documents.

    ``keep_off`` raises UsageError for a place where nothing may be written, since a desk lies there.
    """

    def __init__(self, settings: WindowSettings, keep_off: Callable[[Path], None]) -> None:
        self._settings = settings
        self.keep_off = keep_off

    def to_read(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """One file of ``kinds``, a filter as Qt writes them; None where the owner gave up."""
        name, _ = QFileDialog.getOpenFileName(parent, title, self._folder(_READ, _Place.DownloadLocation), kinds)
        return self._chosen(_READ, [name])[0] if name else None

    def several_to_read(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        """Files of ``kinds``; none where the owner gave up."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, self._folder(_READ, _Place.DownloadLocation), kinds)
        return self._chosen(_READ, names)

    def to_save(self, parent: QWidget, title: str, name: str, kind: str, *endings: str) -> Path | None:
        """The chosen path with one of ``endings``, the first where the owner typed none; None where the owner gave up.
        ``name`` is proposed; ``kind`` names what is saved ("CSV table").

        A file that the ending turns out to mean is asked about before it is replaced, as any other.
        """
        kinds = f"{kind} ({' '.join(f'*{ending}' for ending in endings)})"
        name = str(Path(self._folder(_SAVED, _Place.DocumentsLocation), name))
        while True:
            name, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
            if not name:
                return None
            if not name.lower().endswith(endings):
                name += endings[0]
                if Path(name).exists():
                    continue
            return self._chosen(_SAVED, [name])[0]

    def _folder(self, use: str, first: _Place) -> str:
        """Where a dialog begins; a folder that is gone, such as that of a stick, is none."""
        places = (self._settings.text(use), QStandardPaths.writableLocation(first))
        return next((place for place in places if place and _is_folder(place)), str(Path.home()))

    def _chosen(self, use: str, names: list[str]) -> list[Path]:
        paths = [Path(name) for name in names]
        if paths:
            self._settings.keep(use, str(paths[0].parent))
        return paths


def _is_folder(place: str) -> bool:
    """Whether there is such a folder; one on a stick or a share that cannot be reached is none."""
    try:
        return Path(place).is_dir()
    except OSError:
        return False
