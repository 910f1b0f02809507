"""The desk file at 1,000, 10,000 and 100,000 cases of about 1.2 KB: a durable edit, opening, memory, pauses.

Side by side in one run: a raw append with fsync of the same bytes, stock TinyDB with its JSONStorage, sqlite3 (WAL,
synchronous FULL), and the plain decoding of the same bytes with msgspec. Edits and raw appends take turns, so that
both see the same disk. Every figure that is held against a limit names it; the exit code is 1 where one is missed.
"""

import argparse
import gc
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace
from tinydb import TinyDB

from reviewdesk_gui.collection import no_collection
from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.store.desk import Desk

_NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_EDITS = 1000
_FRAME = 16.7
_MEMORY_PROBE = """
import gc, os, sys
from pathlib import Path
import msgspec
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.store.desk import Desk
def resident():
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
path = Path(sys.argv[2])
before = resident()
if sys.argv[1] == "desk":
    kept = Desk.open(path, read_only=True)
elif sys.argv[1] == "documents":
    gc.disable()
    kept = msgspec.json.decode(path.read_bytes())
else:
    gc.disable()
    kept = msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, msgspec.Raw]])["cases"]
    kept = [msgspec.json.decode(bytes(row), type=Case) for row in kept.values()]
print(resident() - before)
"""


@dataclass
class Limits:
    """What was missed, for the end."""

    missed: list[str]

    def show(self, name: str, value: float, limit: float, unit: str = "x") -> None:
        """One line with its verdict."""
        fits = value <= limit
        print(f"  {name:<58} {value:8.2f} {unit:<3} limit {limit:5.2f}  {'ok' if fits else 'MISSED'}")
        if not fits:
            self.missed.append(name)


def main(argv: list[str]) -> int:
    """Print everything; 1 where a limit is missed."""
    parser = argparse.ArgumentParser(prog="dev.py bench store")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="measure on the disk that holds this folder")
    parser.add_argument("--skip-stock", action="store_true", help="leave stock TinyDB out (seconds an edit)")
    args = parser.parse_args(argv)
    limits = Limits([])
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        paths = {size: Path(folder) / str(size) / "desk.json" for size in sorted(args.sizes)}
        for size, path in paths.items():
            _fill(path, size)
            _opening(path, limits)
            _memory(path, limits)
            _pauses(path, limits)
            _sqlite(path)
            if not args.skip_stock:
                _stock(path)
        _edits(paths, limits)
    print("all limits kept" if not limits.missed else "missed: " + "; ".join(limits.missed))
    return bool(limits.missed)


def _fill(path: Path, size: int) -> None:
    cases = [_case(number) for number in range(size)]
    with Desk.open(path) as desk:
        imported = _timed(lambda: desk.save(cases))
        closed = _timed(desk.close)
    speed = f"importing {imported * 1e3:.0f} ms, closing {closed * 1e3:.0f} ms"
    print(f"\n{size:,} cases, {path.stat().st_size / size:.0f} bytes each: {speed}")


def _opening(path: Path, limits: Limits) -> None:
    data = path.read_bytes()
    opened, decoded = [], []
    for _ in range(3):
        with no_collection():
            decoded.append(_timed(lambda: msgspec.json.decode(data)))
        desks: list[Desk] = []
        opened.append(_timed(lambda: desks.append(Desk.open(path))))  # noqa: B023
        desks[0].close()
        desks.clear()
        gc.unfreeze()
        gc.collect()
    print(f"  opening {min(opened) * 1e3:.1f} ms; decoding the same bytes with msgspec {min(decoded) * 1e3:.1f} ms")
    if len(data) > 100_000_000:
        limits.show("opening per decoding of the same bytes", min(opened) / min(decoded), 1.5)


def _memory(path: Path, limits: Limits) -> None:
    if not Path("/proc/self/statm").exists():
        return
    used = {}
    for what in ("desk", "documents", "cases"):
        done = subprocess.run([sys.executable, "-c", _MEMORY_PROBE, what, str(path)], capture_output=True, check=True)
        used[what] = float(done.stdout)
    print("  memory: " + ", ".join(f"{what} {value:.0f} MB" for what, value in used.items()))
    if path.stat().st_size > 10_000_000:
        limits.show("memory of the open desk per decoded documents", used["desk"] / used["documents"], 2.0)


def _edits(paths: dict[int, Path], limits: Limits) -> None:
    """Edits of every desk and raw appends of the same bytes, in turns, so that all of them meet the same disk."""
    line = b"x" * (len(msgspec.json.encode(_case(0))) + 60)
    with ExitStack() as stack:
        desks = {size: stack.enter_context(Desk.open(path)) for size, path in paths.items()}
        handle = os.open(next(iter(paths.values())).with_name("raw"), os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        stack.callback(os.close, handle)
        firsts = {size: desk.cases()[0] for size, desk in desks.items()}
        for size, desk in desks.items():
            desk.save([replace(firsts[size], facts="warm")])
            desk.wait()
        spent: dict[int, list[float]] = {size: [] for size in (0, *desks)}
        for number in range(_EDITS):
            spent[0].append(_timed(lambda: _append(handle, line)))
            for size, desk in desks.items():
                case = replace(firsts[size], facts=f"edit {number}")
                spent[size].append(_timed(lambda: desk.save([case])))  # noqa: B023
        last, desk = max(desks.items())
        drafts = [_timed(lambda: desk.save_draft(firsts[last].id, f"Dear guest {n}")) for n in range(_EDITS)]  # noqa: B023
    median = {size: statistics.median(times) * 1e3 for size, times in spent.items()}
    print(f"\n{_EDITS} durable edits of each desk in turns with raw appends and fsyncs of the same bytes, medians:")
    words = [f"{size:,} cases {median[size]:.3f} ms" for size in desks]
    print(f"  raw {median[0]:.3f} ms, {', '.join(words)}; keeping a draft {statistics.median(drafts) * 1e3:.3f} ms")
    for size in desks:
        limits.show(f"one durable edit at {size:,} per raw append and fsync", median[size] / median[0], 1.4)
    limits.show("one durable edit at the largest per the same at the smallest", median[last] / median[min(desks)], 1.3)


def _append(handle: int, line: bytes) -> None:
    os.write(handle, line)
    os.fsync(handle)


def _pauses(path: Path, limits: Limits) -> None:
    """The longest time that this thread was kept from running while the desk worked behind it, and a collection.

    Of five rounds the best counts: what else the machine does can only add.
    """
    gc.collect()
    gc.freeze()
    with Desk.open(path) as desk:
        desk.save([replace(desk.cases()[0], facts="changed")])
        desk.wait()
        compacting, backing_up = [], []
        for _ in range(5):
            compacting.append(max(_timed(desk.compact_in_background), _longest_hold(lambda: desk.busy)))
            backup = threading.Thread(target=desk.backups.job(path.with_name("out.zip")))
            backup.start()
            backing_up.append(_longest_hold(backup.is_alive))
            backup.join()
        collection = min(_timed(gc.collect) for _ in range(5))
    gc.unfreeze()
    limits.show("longest hold-up while compacting", min(compacting) * 1e3, _FRAME, "ms")
    limits.show("longest hold-up while backing up", min(backing_up) * 1e3, _FRAME, "ms")
    limits.show("a full garbage collection of the desk", collection * 1e3, _FRAME, "ms")


def _longest_hold(working: Callable[[], bool]) -> float:
    longest, last = 0.0, time.perf_counter()
    while working():
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


def _sqlite(path: Path) -> None:
    rows = json.loads(path.read_bytes())["cases"]
    with closing(sqlite3.connect(path.with_name("desk.sqlite"), isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE cases (id INTEGER PRIMARY KEY, document TEXT)")
        database.execute("BEGIN")
        database.executemany(
            "INSERT INTO cases VALUES (?, ?)", [(int(key), json.dumps(row)) for key, row in rows.items()]
        )
        database.execute("COMMIT")
        texts = [(json.dumps({**rows["1"], "facts": f"edit {n}"}),) for n in range(_EDITS)]
        spent = [_timed(lambda: database.execute("UPDATE cases SET document=? WHERE id=1", text)) for text in texts]  # noqa: B023
        opened = _timed(lambda: [msgspec.json.decode(row) for (row,) in database.execute("SELECT document FROM cases")])
    print(f"  sqlite3 (WAL, FULL): an edit {statistics.median(spent) * 1e3:.3f} ms, reading all {opened * 1e3:.1f} ms")


def _stock(path: Path) -> None:
    stock = path.with_name("stock.json")
    stock.write_bytes(path.read_bytes())
    with TinyDB(stock, encoding="utf-8") as database:
        table = database.table("cases")
        opened = _timed(lambda: len(table))
        edit = min(_timed(lambda: table.update({"facts": str(n)}, doc_ids=[1])) for n in range(2))  # noqa: B023
    print(f"  stock TinyDB (JSONStorage): an edit {edit * 1e3:.0f} ms, opening {opened * 1e3:.0f} ms")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _case(number: int) -> Case:
    written = _NOW - timedelta(minutes=number)
    review = Review(
        platform="google",
        text=f"Number {number}: " + "the soup was cold and nobody said sorry. " * 10,
        author=f"Guest {number}",
        rating=float(1 + number % 5),
        language="en",
        written_at=written,
        received_at=_NOW,
        external_id=f"review-{number}",
        link=f"https://example.org/reviews/{number}",
        keys=(f"google:review-{number}",),
    )
    timeline = (Event(at=_NOW, kind=EventKind.RECEIVED, text="reviews.json"),)
    return Case(id=f"{number:012x}", review=review, type=CaseType.COMPLAINT, topics=("temperature",), timeline=timeline)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
