"""Mixtures that no exporter writes: cut anywhere, in two encodings, encoded twice, with two delimiters. Whatever
comes, a scan ends with reviews or reasons; and what is sound in a mixture is read.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdesk_gui.importing import ScanOptions, make_plan, save_rejected, scan_paths

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp1251",
    "koi8-u",
    "cp866",
    "mac_roman",
]
WORDS = st.sampled_from(
    [
        "Gott bröd",
        "Räksmörgås på ön",
        "Очень вкусно",
        "Її хліб",
        "It&#39;s fine",
        "Fish &amp; chips<br>and more",
        'She said "hi"',
        '"',
        '""',
        "<p>Good</p>",
        "I <3 it",
        "No reply yet",
        "—",
        "",
        "line\nline",
        "a\r\nb",
        "tab\there",
        "semi;colon, comma|bar",
        "😀",
        "=1+1",
        "'=1",
        "\\u00e9\\ud83d",
        "\u2028",
        "x" * 300,
        "2026-11-02",
        "5",
        "{}",
        "[",
        "null",
        "\x00",
        "\ufeff",
    ]
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "name": WORDS,
            "rating": st.sampled_from([1, 5, "4/5", "", "9", None]),
            "date": WORDS,
            "review": WORDS,
            "reply": WORDS,
        }
    ),
    min_size=1,
    max_size=8,
)


def delimited(rows: list[dict[str, object]], delimiter: str, quote: str) -> str:
    lines = [delimiter.join(rows[0])]
    for row in rows:
        cells = ["" if cell is None else str(cell) for cell in row.values()]
        quoted = [f"{quote}{cell.replace(quote, 2 * quote) if quote else cell}{quote}" for cell in cells]
        lines.append(delimiter.join(quoted))
    return "\n".join(lines) + "\n"


def as_json(rows: list[dict[str, object]], form: str) -> str:
    if form == "lines":
        return "\n".join(map(json.dumps, rows))
    if form == "joined":
        return "".join(map(json.dumps, rows))
    return json.dumps(
        rows if form == "list" else {"reviews": rows}, ensure_ascii=form != "plain", indent=form == "deep"
    )


texts = st.one_of(
    st.builds(delimited, ROWS, st.sampled_from(",;\t|"), st.sampled_from(['"', '"', ""])),
    st.builds(as_json, ROWS, st.sampled_from(["lines", "joined", "list", "deep", "plain"])),
)
pieces = st.tuples(texts, st.sampled_from(ENCODINGS), st.booleans(), st.floats(0, 1))


def encoded(text: str, encoding: str, twice: bool) -> bytes:
    data = text.encode(encoding, "replace")
    return data.decode("latin-1").encode("utf-8") if twice else data


def check(path: Path) -> None:
    found = scan_paths([path], options=ScanOptions(now=NOW))

    for row in found.reviews:
        assert row.review.full_text or row.review.rating is not None
        assert row.review.keys
        assert "\0" not in row.review.text
        assert row.reply is None or row.reply.text
    assert all(row.reason and "\n" not in row.reason for row in found.rejected)
    assert all(row.line >= 0 for row in found.rejected)
    assert found.reviews or found.rejected or found.files
    desk = make_plan(found, (), now=NOW).cases_to_save()
    assert make_plan(found, desk, now=NOW).cases_to_save() == []
    saved = save_rejected(found, path.with_suffix(".rejected.csv"))
    scan_paths([saved], options=ScanOptions(now=NOW))


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(pieces, min_size=1, max_size=3), name=st.sampled_from(["a.csv", "a.json", "a.jsonl", "a.txt"]))
def test_mixtures(tmp_path: Path, parts: list[tuple[str, str, bool, float]], name: str) -> None:
    data = b"".join(encoded(text, code, twice)[: int(cut * 3 * len(text)) + 1] for text, code, twice, cut in parts)
    path = tmp_path / name
    path.write_bytes(data)

    check(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, encoding=st.sampled_from(["utf-8", "cp1252", "cp1251"]), cut=st.floats(0, 1))
def test_any_cut(tmp_path: Path, text: str, encoding: str, cut: float) -> None:
    path = tmp_path / "cut.csv"
    data = text.encode(encoding, "replace")
    path.write_bytes(data[: int(cut * len(data)) + 1])

    check(path)
