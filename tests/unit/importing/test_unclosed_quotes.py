"""Quotes in comma and semicolon files: one that is never closed costs its own row alone."""

import csv
import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk_gui.importing import Scan, save_rejected
from reviewdesk_gui.importing.quoting import QuotedRecords
from reviewdesk_gui.importing.tables import Fault

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]
HEAD = "name,rating,date,review,reply\n"
GOOD = ["Ada,5,2026-11-02,Fint,\n", "Bo,4,2026-11-03,Gott,Tack\n", "Cy,3,2026-11-04,Ok,\n", "Di,2,2026-11-05,Torrt,\n"]
QUOTED = ['Ada,5,2026-11-02,"Fint, ja",\n', '"Bo",4,2026-11-03,"Gott","Tack, Bo"\n', 'Cy,3,2026-11-04,"Ok\n\nnu",""\n']
BROKEN = ['Eve,1,2026-11-06,"Never, again,\n', '"Eve,1,2026-11-06,Never again,\n', 'Eve,1,2026-11-06,Never again,"No\n']


def names(found: Scan) -> list[str]:
    return [row.review.author for row in found.reviews]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("rows", [GOOD, QUOTED], ids=["plain", "quoted"])
@pytest.mark.parametrize("place", [0, 1, 2, 3])
@pytest.mark.parametrize("delimiter", [",", ";", "|"])
def test_only_the_row_with_the_open_quote_is_lost(
    broken: str, rows: list[str], place: int, delimiter: str, write: Write, scan: Read
) -> None:
    place = min(place, len(rows))
    text = HEAD + "".join([*rows[:place], broken, *rows[place:]])
    text = text.replace(", ", "\0").replace(",", delimiter).replace("\0", ", ")

    found = scan(write("t.csv", text))

    assert names(found) == [row.split(",")[0].strip('"') for row in rows]
    [row] = found.rejected
    assert (row.file, row.line) == (str(write("t.csv", text)), 2 + "".join(rows[:place]).count("\n"))
    assert "quote" in row.reason


def test_several_open_quotes_are_several_rejected_rows(write: Write, scan: Read) -> None:
    text = HEAD + GOOD[0] + BROKEN[0] + GOOD[1] + BROKEN[2] + QUOTED[2] + BROKEN[1] + GOOD[3]
    found = scan(write("t.csv", text))

    assert names(found) == ["Ada", "Bo", "Cy", "Di"]
    assert [row.line for row in found.rejected] == [3, 5, 9]


def test_a_row_whose_text_goes_on_over_lines_is_rejected_with_all_its_words(
    write: Write, scan: Read, tmp_path: Path
) -> None:
    text = HEAD + GOOD[0] + 'Eve,1,2026-11-06,"Never again.\n\nThe bread was old\nand cold\n' + GOOD[1] + GOOD[2]
    found = scan(write("t.csv", text))

    assert names(found) == ["Ada", "Bo", "Cy"]
    [row] = found.rejected
    assert (row.line, row.cells) == (3, ("Eve", "1", "2026-11-06", "Never again.\n\nThe bread was old\nand cold"))
    saved = save_rejected(found, tmp_path / "rejected.csv")
    assert [(one.review.author, one.review.text) for one in scan(saved).reviews] == [("Eve", row.cells[3])]


def test_two_stray_quotes_do_not_hide_the_rows_between_them(write: Write, scan: Read) -> None:
    text = HEAD + GOOD[0] + 'Eve,1,2026-11-06,"Never again,\n' + GOOD[1] + 'Fia,2,2026-11-07,pizza of 12"\n' + GOOD[2]
    found = scan(write("t.csv", text))

    assert "Bo" in names(found)
    assert {"Ada", "Cy"} < set(names(found))
    assert 3 in [row.line for row in found.rejected]


@pytest.mark.parametrize(
    "words",
    [
        "Line one\nline two",
        'He said ""fine"", then left.\n\nWe, all of us, agreed,\nand came back',
        "Scores:\nFood, 5, 2026, great, really\nService, 4, 2026, fine, too",
        "\n",
        "a\n" * 3000,
        "one long line of words, " * 200 + "\n" + "and another, " * 200,
    ],
)
@pytest.mark.parametrize("order", ["{0},5,2026-11-02,{1},Tack\n", "{0},5,2026-11-02,{1}\n"])
def test_a_quoted_text_may_span_lines(words: str, order: str, write: Write, scan: Read) -> None:
    rows = [order.format(name, f'"{name}: {words}"') for name in ("Ada", "Bo", "Cy")]
    found = scan(write("t.csv", HEAD + "".join(rows)))

    assert names(found) == ["Ada", "Bo", "Cy"]
    assert found.rejected == ()
    assert {row.review.text for row in found.reviews} == {
        f"{name}: {words}".replace('""', '"').strip() for name in ("Ada", "Bo", "Cy")
    }


def test_a_quoted_text_may_stand_in_the_first_column(write: Write, scan: Read) -> None:
    rows = ['"Good,\nreally good",5,2026-11-02\n', '"Fine,\nfine",4,2026-11-03\n', "Dry,2,2026-11-04\n"]
    found = scan(write("t.csv", "review,rating,date\n" + "".join(rows)))

    assert [row.review.text for row in found.reviews] == ["Good,\nreally good", "Fine,\nfine", "Dry"]


def test_quotes_that_a_program_did_not_double_are_words(write: Write, scan: Read) -> None:
    rows = ['Ada,5,2026-11-02,"She said "fine" twice",\n', 'Bo,4,2026-11-03,"Line\nwith "two" words",\n', GOOD[2]]
    found = scan(write("t.csv", HEAD + "".join(rows)))

    assert names(found) == ["Ada", "Bo", "Cy"]
    assert "two" in found.reviews[1].review.text


def test_an_open_quote_in_a_list_of_one_column(write: Write, scan: Read) -> None:
    found = scan(write("t.csv", 'review\nGood bread\n"Never again\nFine cakes\nWarm coffee\n'))

    assert [row.review.text for row in found.reviews] == ["Good bread", "Fine cakes", "Warm coffee"]
    assert [row.line for row in found.rejected] == [3]


def test_rows_of_delimiters_alone_are_blank(write: Write, scan: Read) -> None:
    found = scan(write("t.csv", HEAD + GOOD[0] + ",,,,\n" * 3 + GOOD[1] + '"","\n",,,\n'))

    assert (names(found), found.rejected) == (["Ada", "Bo"], ())


def test_an_open_quote_in_the_header_costs_no_row(write: Write, scan: Read) -> None:
    assert names(scan(write("t.csv", '"' + HEAD + "".join(GOOD)))) == ["Ada", "Bo", "Cy", "Di"]


def test_an_open_quote_before_a_line_that_is_too_long(write: Write, scan: Read) -> None:
    found = scan(write("t.csv", HEAD + GOOD[0] + BROKEN[0] + GOOD[1] + "x" * 5_000_000))

    assert names(found) == ["Ada", "Bo"]
    assert [row.line for row in found.rejected] == [3, 5]


@pytest.mark.parametrize(
    "line",
    [
        '"\n',
        'a,""" b""\n',
        '"""\n',
        'x","\n',
        "a,b\n",
        'a,"b\n',
        '","\n',
        '"a""\n',
        'a,"b"c"\n',
        '"' + "b" * 400 + "\n",
    ],
)
def test_the_time_grows_with_the_file_and_no_faster(line: str) -> None:
    def seconds(count: int) -> float:
        lines = iter([HEAD, *GOOD, *[line] * count])
        start = time.process_time()
        assert sum(1 for _ in QuotedRecords(lines, ",")) > 4
        return time.process_time() - start

    short = max(min(seconds(4000) for _ in range(3)), 0.01)
    assert min(seconds(64_000) for _ in range(2)) < 16 * 8 * short


lines = st.lists(
    st.sampled_from([HEAD, *GOOD, *QUOTED, *BROKEN, '"', '"\n', '""', "words, words\n", "\n", 'x "y" z\n', "a,b", ";"]),
    max_size=14,
).map("".join)


@given(lines | st.text('ab",\n\r', max_size=60))
def test_no_letter_is_lost_and_no_record_stands_out_of_order(text: str) -> None:
    source = io.StringIO(text, newline="")
    records = list(QuotedRecords(iter(source.readline, ""), ","))
    told = "".join("".join(cells.cells if isinstance(cells, Fault) else map(str, cells)) for _line, cells in records)

    def letters(words: str) -> str:
        return "".join(char for char in words if char.isalnum())

    assert letters(told) == letters(text)
    assert [line for line, _ in records] == sorted({line for line, _ in records})


rows_of_words = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.text('ab ",;\n', max_size=12), min_size=width, max_size=width), min_size=1, max_size=8
    )
)


@given(rows_of_words, st.sampled_from(["\n", "\r\n"]))
def test_sound_quotes_are_read_as_they_were_written(rows: list[list[str]], end: str) -> None:
    source = io.StringIO(newline="")
    csv.writer(source, lineterminator=end).writerows(rows)
    source.seek(0)

    assert [cells for _line, cells in QuotedRecords(iter(source.readline, ""), ",")] == rows
