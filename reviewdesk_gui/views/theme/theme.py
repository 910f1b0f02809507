"""A theme: colour tokens from a TOML file, turned into Qt's palette and one style sheet."""

import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from reviewdesk_gui.domain.datafile import line_of, read_toml
from reviewdesk_gui.domain.errors import DataFileError

TOKENS = (
    "ground", "pane", "side", "line", "edge", "ink", "muted", "accent", "accent_ink", "soft", "selected",
    "must", "must_soft", "should", "should_soft", "ok", "star", "late",
)  # fmt: skip
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """``colours`` maps every token to "#rrggbb"."""

    id: str
    name: str
    dark: bool
    colours: dict[str, str]

    def colour(self, token: str) -> QColor:
        """The colour of a token. Raises KeyError for an unknown one."""
        return QColor(self.colours[token])


def load_theme(path: Path) -> Theme:
    """Read one theme file. Raises DataFileError naming file and line for a missing, unknown or malformed token."""
    table = read_toml(path)
    colours = table.get("colours", {})
    text = path.read_text("utf-8")
    for token in TOKENS:
        if token not in colours:
            raise DataFileError(path, line_of(text, "[colours]"), f"the colour {token} is missing")
    for token, value in colours.items():
        if token not in TOKENS:
            raise DataFileError(path, line_of(text, token), f"there is no colour named {token}")
        if not isinstance(value, str) or not _HEX.fullmatch(value):
            raise DataFileError(path, line_of(text, f"{token} ="), f"{token} must look like #1f6f5c")
    return Theme(path.stem, str(table.get("name", path.stem)), bool(table.get("dark", False)), dict(colours))


def palette(theme: Theme) -> QPalette:
    """Qt's palette in the theme's colours, so that native parts follow."""
    role = QPalette.ColorRole
    roles = {
        role.Window: "ground", role.WindowText: "ink", role.Base: "pane", role.AlternateBase: "ground",
        role.Text: "ink", role.Button: "pane", role.ButtonText: "ink", role.ToolTipBase: "pane",
        role.ToolTipText: "ink", role.Highlight: "accent", role.HighlightedText: "accent_ink", role.Link: "accent",
        role.PlaceholderText: "muted", role.Mid: "line", role.Accent: "accent",
    }  # fmt: skip
    colours = QPalette()
    for one, token in roles.items():
        colours.setColor(one, theme.colour(token))
    for one in (role.Text, role.ButtonText, role.WindowText):
        colours.setColor(QPalette.ColorGroup.Disabled, one, theme.colour("muted"))
    return colours


def apply_theme(app: QApplication, theme: Theme, style_sheet: Path, icons: Path) -> None:
    """Dress the whole application; ``style_sheet`` is a template with ``$token`` names, ``$icons`` and ``$theme``."""
    words = {**theme.colours, "icons": icons.as_posix(), "theme": "dark" if theme.dark else "light"}
    app.setPalette(palette(theme))
    app.setStyleSheet(Template(style_sheet.read_text("utf-8")).substitute(words))
