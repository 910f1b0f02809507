"""The list at 1,000, 10,000 and 100,000 cases: loading, one keystroke of search, one saved case, one repaint."""

import argparse
import gc
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from reviewdesk_gui.domain.case import Case, CaseType, Status
from reviewdesk_gui.domain.clock import ReplyClock
from reviewdesk_gui.domain.listing import Filter, View, search_words
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.models.case_list_model import CaseListModel
from reviewdesk_gui.views.desk.case_delegate import CaseDelegate
from reviewdesk_gui.views.desk.case_list import CaseTable
from reviewdesk_gui.views.desk.case_words import CaseWords
from reviewdesk_gui.views.theme.theme import TOKENS, Theme

_NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_WORDS = [
    "bread",
    "cake",
    "coffee",
    "waited",
    "long",
    "friendly",
    "staff",
    "never",
    "delivery",
    "late",
    "price",
    "good",
]


def main(argv: list[str]) -> int:
    """Print one line a size; all times in milliseconds."""
    parser = argparse.ArgumentParser(prog="dev.py bench list")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    sizes = parser.parse_args(argv).sizes
    app = QApplication.instance() or QApplication([])
    heads = ("load", "first hits", "first search", "next search", "longest", "one save", "paint")
    print(f"{'cases':>8} " + " ".join(f"{head:>12}" for head in heads))
    for size in sizes:
        _measure(app, size)
    return 0


def _measure(app: QApplication, size: int) -> None:
    clock = ReplyClock(Shop(), UTC)
    words = CaseWords({})
    words.set_moment(clock, _NOW, UTC, _NOW.date())
    model = CaseListModel(words.spoken)
    model.set_moment(clock, _NOW, _NOW.date())
    cases = [_case(number) for number in range(size)]
    gc.collect()
    gc.freeze()  # as the store does after opening a desk
    load = _timed(lambda: model.load(cases))
    loading, loading_piece = _finish(app, model)
    theme = Theme("bench", "Bench", False, dict.fromkeys(TOKENS, "#808080"))
    table = CaseTable(model, CaseDelegate(words, theme))
    table.resize(344, 700)
    table.show()
    first = _timed(lambda: model.set_filter(Filter(View.ALL, search_words("delivery late"))))
    whole, longest = _finish(app, model)
    model.set_filter(Filter(View.ALL, search_words("delivery l")))
    again, again_piece = _finish(app, model)
    model.set_filter(Filter(View.ALL))
    _finish(app, model)
    save = _timed(lambda: model.apply([_case(size // 2, status=Status.ANSWERED)], []))
    paint = _timed(table.grab)
    pieces = max(load, loading_piece, first, longest, again_piece)
    figures = (load + loading, first, first + whole, again, pieces, save, paint)
    print(f"{size:>8} " + " ".join(f"{figure:>12.1f}" for figure in figures))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _finish(app: QApplication, model: CaseListModel) -> tuple[float, float]:
    """Let the slices run; their time altogether and the longest of them."""
    pieces = [0.0]
    while model.is_scanning:
        pieces.append(_timed(lambda: app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 0)))
    return sum(pieces), max(pieces)


def _case(number: int, status: Status | None = None) -> Case:
    chance = random.Random(number)  # noqa: S311 - figures for a measurement
    written = _NOW - timedelta(minutes=chance.randrange(500_000))
    review = Review(
        platform=chance.choice(["google", "yelp", "judgeme"]),
        text=" ".join(chance.choices(_WORDS, k=60)),
        author=f"Customer {number}",
        rating=float(chance.randrange(1, 6)),
        written_at=written,
        received_at=written,
    )
    kept = status or chance.choice([Status.NEW, Status.ANSWERED, Status.CLOSED])
    return Case(id=f"{number:08x}", review=review, type=CaseType.COMPLAINT, status=kept)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
