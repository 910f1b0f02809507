"""Broken and hostile input: a clear rejection, never a traceback, never the whole memory."""

import io
import json
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.importing import ImportStoppedError, Scan, scan_paths

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]
ROWS = "name,rating,date,review\nAda,5,2026-11-02,Fint\n"


def reason(found: Scan) -> str:
    [row] = found.rejected
    assert not found.reviews
    return row.reason


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            # With a fixed date: by the clock, two test workers would name the tests differently.
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "is empty"),
        ("bom.csv", b"\xef\xbb\xbf  \n", "is empty"),
        ("report.csv", b"%PDF-1.7 ...", "is a PDF"),
        ("page.csv", b"<!DOCTYPE html><html></html>", "is a web page"),
        ("picture.json", b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture"),
        ("noise.csv", bytes(range(256)) * 40, "is not a text file"),
        ("broken.json", b'{"reviews": [{"a": 1,]}', "is broken JSON"),
        ("number.json", b"[1, 2, 3]", "holds no list of reviews"),
        ("deep.json", b"[" * 2_000_000, "nested deeper"),
        ("deepobject.json", b'{"a":' * 500_000, "nested deeper"),
        ("numbers.csv", b"1,2,3\n4,5,6\n", "has no column that is known"),
        ("half.zip", zipped({"a.csv": ROWS.encode()})[:60], "is a damaged zip archive"),
        ("shifted.zip", zipped({"a.csv": ROWS.encode()})[:-5] + b"\xff\0\0\0\0", "is damaged"),
        ("outside.zip", zipped({"../../etc/a.csv": ROWS.encode()}), "names a file outside itself"),
        ("absolute.zip", zipped({"/etc/a.csv": ROWS.encode()}), "names a file outside itself"),
        ("bomb.zip", zipped({"a.csv": bytes(50_000_000)}), "as a zip bomb does"),
        ("nothing.zip", zipped({"a.png": b"\x89PNG" + bytes(30)}), "holds no file with reviews"),
        ("noreviews.zip", zipped({}), "holds no file with reviews"),
        ("line.csv", b"name,review\nAda," + b"x" * 5_000_000 + b"\n", "a line is longer than"),
        ("cell.csv", b'name,review\nAda,"' + b"x\n" * 200_000, "is opened and not closed"),
        ("wide.json", b'[{"rating": 4, "review": "' + b"x" * 200_000 + b'"}]', "longer than any review"),
        ("broad.json", b'[{"review": "Fine", "reply": "' + b"x" * 200_000 + b'"}]', "longer than any review"),
        ("wide.csv", b"name,review\nAda," + b"x" * 200_000 + b"\n", "longer than any review"),
    ],
)
def test_a_file_that_cannot_be_used_is_rejected_with_a_reason(
    name: str, content: bytes, words: str, write: Write, scan: Read
) -> None:
    assert words in reason(scan(write(name, content)))


@pytest.mark.parametrize(
    ("part", "place", "words"),
    [
        (b"PK\x03\x04", 3, "Bad magic number"),
        (b"PK\x01\x02", 10, "compression method"),
        (b"PK\x01\x02", 45, "Truncated"),
    ],
)
def test_a_damaged_file_in_a_zip_leaves_the_others(
    part: bytes, place: int, words: str, write: Write, scan: Read
) -> None:
    content = bytearray(zipped({"a.csv": ROWS.encode(), "b.csv": ROWS.encode()}))
    content[content.rindex(part) + place] = 99

    found = scan(write("part.zip", bytes(content)))

    assert [row.review.author for row in found.reviews] == ["Ada"]
    [rejected] = found.rejected
    assert rejected.file.endswith("part.zip > b.csv")
    assert rejected.reason.startswith("is damaged (")
    assert words in rejected.reason


def test_what_was_read_before_a_fault_is_kept(write: Write, scan: Read) -> None:
    found = scan(write("long.csv", ROWS.encode() + b"Bo,4,2026-11-03," + b"x" * 5_000_000))

    assert [row.review.author for row in found.reviews] == ["Ada"]
    assert [row.line for row in found.rejected] == [3]


def test_nuls_and_control_signs_are_taken_out(write: Write, scan: Read) -> None:
    [row] = scan(write("nul.csv", "name,rating,review\nA\0da,5,Fi\x07nt \u200bord\x1f\n")).reviews

    assert (row.review.author, row.review.text) == ("Ada", "Fint \u200bord")


def test_an_archive_in_an_archive_is_not_opened(write: Write, scan: Read) -> None:
    assert "an archive inside an archive" in reason(
        scan(write("outer.zip", zipped({"inner.zip": zipped({"a.csv": b"x"})})))
    )


def test_a_wrong_ending_does_not_matter(write: Write, scan: Read) -> None:
    assert len(scan(write("reviews.jpg", ROWS)).reviews) == 1
    assert len(scan(write("zip.csv", zipped({"a.csv": ROWS.encode()}))).reviews) == 1


def test_a_missing_file_is_told(tmp_path: Path, scan: Read) -> None:
    assert reason(scan(tmp_path / "none.csv")) == "no such file"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the system lets everybody read")
def test_a_folder_without_rights_is_told(tmp_path: Path, scan: Read) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)

    assert "cannot be read" in reason(scan(locked))


def test_a_device_is_no_file(scan: Read) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no such device here")
    assert reason(scan(Path("/dev/zero"))) == "is not a regular file"


def test_memory_stays_bounded_by_the_file(write: Write, scan: Read) -> None:
    rows = "".join(f"Guest {number},4,2026-11-02,{'good bread ' * 20}\n" for number in range(5000))
    path = write("big.csv", "name,rating,date,review\n" + rows)
    tracemalloc.start()
    found = scan(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(found.reviews) == 5000
    assert peak < 12 * path.stat().st_size


def test_a_scan_can_be_stopped_at_any_step(write: Write) -> None:
    path = write("many.csv", "name,rating,review\n" + "Ada,5,Fint\n" * 10_000)
    for steps in range(6):
        asked = iter([False] * steps)
        with pytest.raises(ImportStoppedError):
            scan_paths([path], cancelled=lambda asked=asked: next(asked, True))  # type: ignore[misc]


def test_progress_grows_to_the_whole(write: Write) -> None:
    paths = [write(f"{name}.csv", "name,rating,review\n" + f"{name},5,Fint\n" * 5000) for name in "ab"]
    shares: list[float] = []
    scan_paths(paths, progress=lambda step: shares.append(step.done / step.total))

    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_an_unknown_format_is_a_usage_error(write: Write) -> None:
    with pytest.raises(UsageError, match="judgeme"):
        scan_paths([write("a.csv", ROWS)], format_id="nosuch")


def test_lines_of_rejected_json_records_are_told(write: Write, scan: Read) -> None:
    rows = [
        {"author": "Ada", "rating": 5, "review": "Fint"},
        {"author": "Bo", "rating": 9.5, "review": "7"},
        {"author": "Cy", "rating": "no idea"},
    ]
    found = scan(write("list.json", json.dumps(rows, indent=1)), scale=5.0)

    assert [row.line for row in found.rejected] == [7, 12]
