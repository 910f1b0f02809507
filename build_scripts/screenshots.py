"""Pictures of the real window over the sample desk, at a chosen moment: for the README, or into a folder to look at."""

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from reviewdesk_gui import assembly, paths
from reviewdesk_gui.app import DeskApp, dresser_for, prepare_application, quiet
from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.importing import ScanOptions, make_plan, scan_paths
from reviewdesk_gui.picture import SCREENS, take_picture
from reviewdesk_gui.services.settings import WindowSettings
from reviewdesk_gui.services.wallclock import FixedClock
from reviewdesk_gui.store.desk import Desk

ROOT = Path(__file__).resolve().parent.parent
MOMENT = datetime(2026, 11, 20, 19, 6, tzinfo=UTC)
SHOWN = "Peter Nyqvist"
DRAFT = """Hej Peter!

Tack för att du skrev till oss. Jag är ledsen att du fick vänta så länge på kaffet. Espressomaskinen gick sönder, men \
sånt händer alla. Den är lagad nu, och vi har gått igenom med hela laget hur vi säger till när det drar ut på tiden.

Nästa fika är på oss: [vad vill du bjuda på?]

Elin på Bageri Solsidan"""


def main(argv: list[str]) -> int:
    """Take the pictures; 0."""
    parser = argparse.ArgumentParser(prog="dev.py screenshots")
    parser.add_argument("--out", type=Path, default=ROOT / ".pictures", help="the folder; the README's by default")
    parser.add_argument("--all", action="store_true", help="every screen, narrow and wide, in both themes")
    args = parser.parse_args(argv)
    args.out.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(quiet)
    app = QApplication(sys.argv[:1])
    prepare_application(app)
    shots = [("main", theme, (1280, 800)) for theme in ("light", "dark")]
    if args.all:
        shots += [(screen, theme, (1280, 800)) for screen in SCREENS if screen != "main" for theme in ("light", "dark")]
        shots += [("main", "light", size) for size in ((900, 640), (1920, 1080))]
    with tempfile.TemporaryDirectory() as folder:
        desk_path = Path(folder) / "desk.json"
        _fill(desk_path)
        for screen, theme, size in shots:
            wide = "" if size == (1280, 800) else f"-{size[0]}"
            out = args.out / f"{screen}-{theme}{wide}.png"
            _shoot(desk_path, screen, theme, size, out)
            print(out)
    return 0


def _fill(path: Path) -> None:
    rooms = assembly.Rooms()
    shop = rooms.sample_shop()
    scan = scan_paths([paths.resources() / "samples"], options=ScanOptions(now=datetime(2026, 11, 21, tzinfo=UTC)))
    plan = make_plan(scan, [], now=MOMENT)
    with Desk.open(path) as desk:
        cases = rooms.classified(plan.cases_to_save(), shop, [])
        desk.save([_drafted(case) for case in cases], shop=shop)


def _drafted(case: Case) -> Case:
    if case.review.author != SHOWN:
        return case
    noted = steps.add_note(case, "Espressomaskinen lagad", MOMENT)
    return steps.save_draft(noted, DRAFT, MOMENT)


def _shoot(desk_path: Path, screen: str, theme: str, size: tuple[int, int], out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = WindowSettings(Path(folder) / "window.ini")
        desk_app = DeskApp(Desk.open(desk_path), settings, FixedClock(MOMENT), dresser_for(settings, theme))
        desk_app.window.resize(*size)
        desk_app.start()
        shown = next(case for case in desk_app.desk.cases() if case.review.author == SHOWN)
        desk_app.list_side.show_case(shown.id)
        take_picture(desk_app, screen, out)
        desk_app.window.close()
        desk_app.window.deleteLater()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
