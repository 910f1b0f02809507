"""Damaged copies of every fixture: whatever bytes come, a scan ends with reviews or reasons, never with a traceback."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pasted import parse

from reviewdesk_gui.importing import ScanOptions, make_plan, scan_paths

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FOLDER = Path(__file__).parents[2] / "fixtures" / "imports"
CORPUS = sorted(
    path
    for path in FOLDER.rglob("*")
    if path.is_file() and path.name not in ("expected.json", "data.json", "README.md")
)
HOSTILE = [
    b"\x00",
    b"\xff",
    b'"',
    b"\n",
    b"\r",
    b"[",
    b"{",
    b"}",
    b"\\ud800",
    b"\xed\xa0\x80",
    b"9" * 400,
    b"=1",
    b"\xef\xbb\xbf",
    b"1e999",
    b"NaN",
]

edits = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from(["cut", "insert", "repeat", "flip"]),
        st.one_of(st.sampled_from(HOSTILE), st.binary(max_size=6)),
    ),
    max_size=6,
)


def damaged(data: bytes, changes: list[tuple[float, str, bytes]]) -> bytes:
    for share, kind, junk in changes:
        place = int(share * len(data))
        if kind == "cut":
            data = data[:place] + data[place + 7 :]
        elif kind == "insert":
            data = data[:place] + junk + data[place:]
        elif kind == "repeat":
            data = data[: place + 40] + data[place:]
        else:
            data = data[:place] + bytes(byte ^ 0x20 for byte in data[place : place + 3]) + data[place + 3 :]
    return data


def check(path: Path) -> None:
    found = scan_paths([path], options=ScanOptions(now=NOW))

    for row in found.reviews:
        assert row.review.full_text or row.review.rating is not None
        assert row.review.rating is None or 1 <= row.review.rating <= 5
        assert row.review.written_at is None or row.review.written_at.tzinfo is UTC
        assert row.review.keys
        assert "\0" not in row.review.text
    assert all(row.reason and "\n" not in row.reason for row in found.rejected)
    assert found.reviews or found.rejected or found.files
    desk = make_plan(found, (), now=NOW).cases_to_save()
    assert make_plan(found, desk, now=NOW).cases_to_save() == []


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(source=st.sampled_from(CORPUS), changes=edits)
def test_damaged_exports(tmp_path: Path, source: Path, changes: list[tuple[float, str, bytes]]) -> None:
    path = tmp_path / source.name
    path.write_bytes(damaged(source.read_bytes(), changes))

    check(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)

    check(path)


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(st.characters(), max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "Anna",
                "★★★★☆",
                "för 2 veckor sedan",
                "5/5",
                "Svar från ägaren",
                "Gilla",
                "",
                "Gott bröd.",
                "3 дня назад",
                "12 reviews",
                "Sweden",
                "3 nights · October 2026",
                "Reviewed: 2 November 2026",
                "9.0",
                "Liked · Quiet.",
                "Hotel response: Thanks!",
            ]
        ),
        max_size=14,
    ).map("\n".join)
)
def test_any_pasted_text(text: str) -> None:
    for found in parse(text, today=NOW.date()):
        assert found.author or found.text or found.rating or found.written_at or found.reply or found.link
        assert found.to_row(1, now=NOW).review.keys
