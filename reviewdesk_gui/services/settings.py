"""What the window remembers between starts: layout, theme, last folders. It lies beside the desk's data, not in it."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings


class WindowSettings(QObject):
    """An INI file; every value read back is checked for its kind, since INI files hand out text."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(path), QSettings.Format.IniFormat, self)

    def blob(self, name: str) -> QByteArray:
        """A remembered state of Qt's own; empty where there is none."""
        value = self._file.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def text(self, name: str, default: str = "") -> str:
        """A remembered word."""
        value = self._file.value(name)
        return value if isinstance(value, str) else default

    def keep(self, name: str, value: QByteArray | str) -> None:
        """Remember a value."""
        self._file.setValue(name, value)

    def flush(self) -> None:
        """Write what is remembered to the file now."""
        self._file.sync()
