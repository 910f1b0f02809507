"""Which theme the window wears: the owner's choice, else the system's light or dark, followed while it changes."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reviewdesk_gui.services.settings import WindowSettings
from reviewdesk_gui.views.theme.theme import Theme, apply_theme

AUTOMATIC = ""


class Dresser(QObject):
    """Themes by id; painters register with ``follow`` and are handed every new theme."""

    def __init__(
        self, themes: Mapping[str, Theme], resources: Path, settings: WindowSettings, forced: str | None = None
    ) -> None:
        super().__init__()
        self._themes, self._resources, self._settings = themes, resources, settings
        self._forced = forced
        self._followers: list[Callable[[Theme], object]] = []
        self.theme = self._wanted()
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self._change())

    @property
    def themes(self) -> Mapping[str, Theme]:
        """All themes by id."""
        return self._themes

    @property
    def chosen(self) -> str:
        """The owner's choice, AUTOMATIC where the system decides."""
        return self._forced or self._settings.text("theme")

    def follow(self, *painters: Callable[[Theme], object]) -> None:
        """Hand the theme to these, now and whenever it changes."""
        for painter in painters:
            painter(self.theme)
        self._followers += painters

    def choose(self, theme_id: str) -> None:
        """Wear this theme from now on and remember it."""
        self._forced = None
        self._settings.keep("theme", theme_id)
        self._change()

    def _wanted(self) -> Theme:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        fallback = "dark" if dark else "light"
        return self._themes.get(self.chosen or fallback) or self._themes[fallback]

    def _change(self) -> None:
        wanted = self._wanted()
        if wanted is not self.theme:
            self.theme = wanted
            self._dress()
            for painter in self._followers:
                painter(wanted)

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self.theme, self._resources / "themes" / "style.qss", self._resources / "icons")
