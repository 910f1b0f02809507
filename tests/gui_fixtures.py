"""Fixtures for everything with a window: a desk in a temporary folder at a chosen moment; Qt warnings fail the test."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk_pages import DeskPage
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from reviewdesk_gui.app import DeskApp, dresser_for
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.services.settings import WindowSettings
from reviewdesk_gui.services.wallclock import FixedClock
from reviewdesk_gui.store.desk import Desk

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SHOP = Shop(
    name="Sunny Side Bakery",
    answerer="Elin",
    role="owner",
    email="hello@sunnyside.example",
    phone="+44 20 7946 0958",
    language="en",
    timezone="Europe/London",
)

OpenDesk = Callable[..., DeskPage]
DeskOf = Callable[[str], DeskPage]


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDesk]:
    """Opens the desk in the test's folder; a second call closes the window and opens it anew, as a restart does."""
    monkeypatch.setenv("REVIEWDESK_HOME", str(tmp_path / "home"))
    opened: list[DeskApp] = []

    def close() -> None:
        while opened:
            desk_app = opened.pop()
            desk_app.window.close()
            desk_app.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open_(shop: Shop | None = SHOP, moment: datetime = NOON) -> DeskPage:
        close()
        desk = Desk.open(tmp_path / "desk.json")
        if shop is not None and not desk.shop().name:
            desk.save([], shop=shop)
        settings = WindowSettings(tmp_path / "window.ini")
        desk_app = DeskApp(desk, settings, FixedClock(moment), dresser_for(settings, "light"))
        opened.append(desk_app)
        desk_app.start()
        desk_app.window.show()
        desk_app.window.activateWindow()
        qtbot.waitUntil(desk_app.window.isActiveWindow)
        return DeskPage(desk_app, qtbot)

    yield open_
    close()


@pytest.fixture
def desk_of(open_desk: OpenDesk, tmp_path: Path) -> DeskOf:
    """Opens the desk and imports the reviews of a CSV text."""

    def open_(reviews: str) -> DeskPage:
        path = tmp_path / "reviews.csv"
        path.write_text(reviews, "utf-8")
        desk = open_desk()
        desk.import_files(path)
        return desk

    return open_


def strict_qt(items: list[pytest.Item]) -> None:
    """Qt warnings fail these tests, but for what the offscreen platform says it cannot do."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
