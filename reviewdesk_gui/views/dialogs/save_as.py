"""Asks under which name a file is to be saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(parent: QWidget, title: str, name: str, kind: str, *endings: str) -> Path | None:
    """The chosen path with one of ``endings``, the first where the owner typed none; None where the owner gave up.
    ``kind`` names what is saved ("CSV table").

    A file that the ending turns out to mean is asked about before it is replaced, as any other.
    """
    kinds = f"{kind} ({' '.join(f'*{ending}' for ending in endings)})"
    while True:
        name, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
        if not name or name.lower().endswith(endings):
            return Path(name) if name else None
        name += endings[0]
        if not Path(name).exists():
            return Path(name)
