"""A PDF that is whole or not there at all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSaveFile
from PySide6.QtGui import QPdfWriter

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.views.printing.paper import set_up

_RESOLUTION = 300


def write_whole_pdf(path: Path, title: str, paint: Callable[[QPdfWriter], bool]) -> bool:
    """Let ``paint`` fill a PDF beside ``path`` and move it there when it is whole; False, and no file, where ``paint``
    says False.

    Raises ReviewDeskError where the disk refuses.
    """
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise ReviewDeskError(f"{path} cannot be written: {file.errorString()}.")
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setCreator("ReviewDesk")
    writer.setResolution(_RESOLUTION)
    set_up(writer)
    whole = paint(writer)
    del writer
    if not whole:
        file.cancelWriting()
    if not file.commit() and whole:
        raise ReviewDeskError(f"{path} cannot be written: {file.errorString()}.")
    return whole
