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
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from tinydb import TinyDB

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
    limits, edits = Limits([]), {}
    for size in args.sizes:
        with tempfile.TemporaryDirectory(dir=args.folder) as folder:
            edits[size] = _measure(Path(folder), size, limits, stock=not args.skip_stock)
    if len(edits) > 1:
        small, large = min(edits), max(edits)
        limits.show(f"one edit at {large:,} against {small:,}, both per raw append", edits[large] / edits[small], 1.3)
    print("all limits kept" if not limits.missed else "missed: " + "; ".join(limits.missed))
    return bool(limits.missed)


def _measure(folder: Path, size: int, limits: Limits, *, stock: bool) -> float:
    cases = [_case(number) for number in range(size)]
    path = folder / "desk.json"
    with Desk.open(path) as desk:
        imported = _timed(lambda: desk.save(cases))
        closed = _timed(desk.close)
    per_case = path.stat().st_size / size
    speed = f"importing {imported * 1e3:.0f} ms, closing {closed * 1e3:.0f} ms"
    print(f"\n{size:,} cases, {per_case:.0f} bytes each: {speed}")
    cases.clear()
    _opening(path, limits)
    _memory(path, limits)
    ratio = _edits(path, folder, limits)
    _pauses(path, limits)
    _sqlite(path, folder)
    if stock:
        _stock(path, folder)
    return ratio


def _opening(path: Path, limits: Limits) -> None:
    data = path.read_bytes()
    opened, decoded = [], []
    for _ in range(3):
        with _no_collection():
            decoded.append(_timed(lambda: msgspec.json.decode(data)))
        desks: list[Desk] = []
        opened.append(_timed(lambda: desks.append(Desk.open(path))))  # noqa: B023
        desks[0].close()
        desks.clear()
        gc.unfreeze()
        gc.collect()
    print(f"  opening {min(opened) * 1e3:.1f} ms; decoding the same bytes with msgspec {min(decoded) * 1e3:.1f} ms")
    if len(data) > 10_000_000:
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


def _edits(path: Path, folder: Path, limits: Limits) -> float:
    """Our edit per raw append of the same bytes."""
    ours, raws = [], []
    with Desk.open(path) as desk:
        handle = os.open(folder / "raw", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        first = desk.cases()[0]
        desk.save([replace(first, facts="warm")])
        line = b"x" * (len(msgspec.json.encode(first)) + 60)
        desk.wait()
        for number in range(_EDITS):
            case = replace(first, facts=f"edit {number}")
            ours.append(_timed(lambda: desk.save([case])))  # noqa: B023
            raws.append(_timed(lambda: _append(handle, line)))
        drafts = [_timed(lambda: desk.save_draft(first.id, f"Dear guest {n}")) for n in range(_EDITS)]  # noqa: B023
        os.close(handle)
    ours_ms, raw_ms = statistics.median(ours) * 1e3, statistics.median(raws) * 1e3
    draft_ms = statistics.median(drafts) * 1e3
    print(f"  one durable edit {ours_ms:.3f} ms, raw append and fsync {raw_ms:.3f} ms, a draft {draft_ms:.3f} ms")
    limits.show("one durable edit per raw append and fsync", ours_ms / raw_ms, 1.4)
    return ours_ms / raw_ms


def _append(handle: int, line: bytes) -> None:
    os.write(handle, line)
    os.fsync(handle)


def _pauses(path: Path, limits: Limits) -> None:
    """The longest time that this thread was kept from running while the desk worked behind it, and a collection."""
    with Desk.open(path) as desk:
        desk.save([replace(desk.cases()[0], facts="changed")])
        desk.wait()
        held = max(_timed(desk.compact_in_background), _longest_hold(lambda: desk.busy))
        backup = threading.Thread(target=desk.backups.job(path.with_name("out.zip")))
        backup.start()
        held_by_backup = _longest_hold(backup.is_alive)
        backup.join()
        collection = _timed(gc.collect)
    limits.show("longest hold-up while compacting", held * 1e3, _FRAME, "ms")
    limits.show("longest hold-up while backing up", held_by_backup * 1e3, _FRAME, "ms")
    limits.show("a full garbage collection", collection * 1e3, _FRAME, "ms")


def _longest_hold(working: Callable[[], bool]) -> float:
    longest, last = 0.0, time.perf_counter()
    while working():
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


def _sqlite(path: Path, folder: Path) -> None:
    rows = json.loads(path.read_bytes())["cases"]
    with closing(sqlite3.connect(folder / "desk.sqlite", isolation_level=None)) as database:
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


def _stock(path: Path, folder: Path) -> None:
    stock = folder / "stock.json"
    stock.write_bytes(path.read_bytes())
    with TinyDB(stock, encoding="utf-8") as database:
        table = database.table("cases")
        opened = _timed(lambda: len(table))
        edit = min(_timed(lambda: table.update({"facts": str(n)}, doc_ids=[1])) for n in range(2))  # noqa: B023
    print(f"  stock TinyDB (JSONStorage): an edit {edit * 1e3:.0f} ms, opening {opened * 1e3:.0f} ms")


@contextmanager
def _no_collection() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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
