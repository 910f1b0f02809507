"""How long an import (scan and plan) takes against a bare parse of the same file with the library that reads it.

The time for making the cases, which an import does when its plan is applied, is told beside it.
Files of invented reviews are made in a temporary folder.
"""

import argparse
import csv
import json
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

_NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
_TEXT = "the bread was fresh and warm but we waited long at the counter while coffee got cold again"
_WORDS = tuple(_TEXT.split())
_GOAL = 4.0
_HEADER = [
    "title",
    "body",
    "rating",
    "review_date",
    "source",
    "curated",
    "reviewer_name",
    "reviewer_email",
    "product_id",
]
_HEADER += ["product_handle", "reply", "reply_date", "picture_urls", "ip_address", "location"]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a ratio misses the goal."""
    parser = argparse.ArgumentParser(prog="bench import", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--kinds", default="csv,json,xlsx", help="which forms to measure")
    parser.add_argument("--memory", action="store_true", help="also the peak of memory, in a run of its own")
    args = parser.parse_args(argv)
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for kind in args.kinds.split(","):
            path = Path(folder) / f"reviews.{kind}"
            make, bare, library = _KINDS[kind]
            make(path, args.rows)
            worst = max(worst, _report(kind, path, bare, library))
            if args.memory:
                _report_memory(path)
    sys.stdout.write(f"worst ratio {worst:.1f}x, goal {_GOAL:.0f}x: {'met' if worst <= _GOAL else 'missed'}\n")
    return int(worst > _GOAL)


def _report(kind: str, path: Path, bare: Callable[[Path], int], library: str) -> float:
    from reviewdesk_gui.importing import ScanOptions, make_plan, scan_paths

    rows, bare_seconds = min((_timed(lambda: bare(path)) for _ in range(3)), key=lambda run: run[1])
    scan_seconds = plan_seconds = case_seconds = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        scan = scan_paths([path], options=ScanOptions(now=_NOW))
        middle = time.perf_counter()
        plan = make_plan(scan, (), now=_NOW)
        end = time.perf_counter()
        if end - start < scan_seconds + plan_seconds:
            scan_seconds, plan_seconds = middle - start, end - middle
        found = len(plan.cases_to_save())
        case_seconds = min(case_seconds, time.perf_counter() - end)
        del scan, plan
    if found != rows:
        raise SystemExit(f"{kind}: {found} of {rows} reviews read")
    ratio = (scan_seconds + plan_seconds) / bare_seconds
    size = path.stat().st_size / 2**20
    sys.stdout.write(
        f"{kind:5} {rows} rows, {size:.0f} MB: bare parse with {library} {bare_seconds:.2f} s, "
        f"scan {scan_seconds:.2f} s, plan {plan_seconds:.2f} s, ratio {ratio:.1f}x; cases {case_seconds:.2f} s\n"
    )
    return ratio


def _report_memory(path: Path) -> None:
    from reviewdesk_gui.importing import ScanOptions, make_plan, scan_paths

    tracemalloc.start()
    make_plan(scan_paths([path], options=ScanOptions(now=_NOW)), (), now=_NOW)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    sys.stdout.write(f"      peak {peak / 2**20:.0f} MB, {peak / path.stat().st_size:.1f} times the file\n")


def _timed(work: Callable[[], int]) -> tuple[int, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def _rows(count: int) -> list[list[str]]:
    made = []
    for number in range(count):
        words = [_WORDS[(number * 7 + place) % len(_WORDS)] for place in range(20 + number % 60)]
        written = _NOW - timedelta(minutes=number + 1)
        reply = "Thank you for your words, we are glad that you came by." if number % 3 == 0 else ""
        made.append(
            [
                f"Visit {number}",
                " ".join(words),
                str(1 + number % 5),
                f"{written:%Y-%m-%d %H:%M:%S} UTC",
                "web",
                "ok",
                f"Guest {number}",
                f"guest{number}@example.com",
                str(number % 40),
                f"bread-{number % 40}",
                reply,
                f"{written:%Y-%m-%d %H:%M:%S} UTC" if reply else "",
                "",
                "192.0.2.1",
                "",
            ]
        )
    return made


def _make_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(_HEADER)
        writer.writerows(_rows(count))


def _make_json(path: Path, count: int) -> None:
    rows = [dict(zip(_HEADER, row, strict=True)) for row in _rows(count)]
    path.write_text(json.dumps({"reviews": rows}), "utf-8")


def _make_xlsx(path: Path, count: int) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    for line, row in enumerate([_HEADER, *_rows(count)]):
        for place, cell in enumerate(row):
            sheet.write_string(line, place, cell)
    book.close()


def _bare_csv(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as handle:
        return len(list(csv.DictReader(handle)))


def _bare_json(path: Path) -> int:
    return len(msgspec.json.decode(path.read_bytes())["reviews"])


def _bare_xlsx(path: Path) -> int:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True)) - 1


_KINDS: dict[str, tuple[Callable[[Path, int], None], Callable[[Path], int], str]] = {
    "csv": (_make_csv, _bare_csv, "csv.DictReader"),
    "json": (_make_json, _bare_json, "msgspec.json.decode"),
    "xlsx": (_make_xlsx, _bare_xlsx, "openpyxl, read-only"),
}

if __name__ == "__main__":
    raise SystemExit(main())
