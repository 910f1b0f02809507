"""XLS, the workbook of before 2007, made by hand: a compound file with one stream of BIFF records."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.importing import Scan

NONE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def beginning(substream: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, substream, 0x0DBB, 0x07CC, 0, 6))


def cell(row: int, column: int, value: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return record(0x0204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return record(0x0203, place + struct.pack("<d", value))


def stream(rows: list[list[str | float]]) -> bytes:
    name = b"Sheet"
    start = beginning(5) + record(0x0042, struct.pack("<H", 1200))
    end = record(0x000A, b"")
    bound = 4 + 6 + 2 + len(name)
    offset = len(start) + bound + len(end)
    sheets = record(0x0085, struct.pack("<IBBBB", offset, 0, 0, len(name), 0) + name)
    cells = b"".join(cell(line, place, value) for line, row in enumerate(rows) for place, value in enumerate(row))
    return start + sheets + end + beginning(0x10) + cells + end


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    title = name.encode("utf-16-le")
    head = title.ljust(64, b"\0") + struct.pack("<HBBIII", len(title) + 2, kind, 1, NONE, NONE, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def workbook(rows: list[list[str | float]]) -> bytes:
    body = stream(rows)
    body = body.ljust(max(4096, -(-len(body) // SECTOR) * SECTOR), b"\0")
    count = len(body) // SECTOR
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[NONE] * 108)
    chain = [FAT, END, *range(3, 2 + count), END]
    table = struct.pack("<128I", *chain, *[NONE] * (128 - len(chain)))
    folder = entry("Root Entry", 5, 1, END, 0) + entry("Workbook", 2, NONE, 2, len(body))
    return header + table + folder.ljust(SECTOR, b"\0") + body


ROWS: list[list[str | float]] = [["Namn", "Betyg", "Datum", "Recension"], ["Åsa", 4.0, "2026-11-02", "Fint бистро"]]


def test_an_old_workbook_is_read(write: Callable[[str, bytes], Path], scan: Callable[..., Scan]) -> None:
    found = scan(write("old.xls", workbook(ROWS)))

    assert found.rejected == ()
    [row] = found.reviews
    assert (row.line, row.review.author, row.review.rating, row.review.text) == (2, "Åsa", 4.0, "Fint бистро")


@pytest.mark.parametrize("place", range(8, 1800, 37))
def test_a_damaged_old_workbook_ends_with_a_reason_or_reviews(
    place: int, write: Callable[[str, bytes], Path], scan: Callable[..., Scan]
) -> None:
    content = bytearray(workbook(ROWS))
    content[place : place + 4] = b"\xff\x7f\xff\xff"
    found = scan(write("damaged.xls", bytes(content)))

    assert found.reviews or found.rejected


def test_a_cut_off_old_workbook_is_told(write: Callable[[str, bytes], Path], scan: Callable[..., Scan]) -> None:
    whole = workbook(ROWS)
    cuts = range(520, len(whole), 97)
    reasons = [row.reason for length in cuts for row in scan(write("cut.xls", whole[:length])).rejected]

    assert len(reasons) > 10
    assert all("damaged" in reason for reason in reasons)
