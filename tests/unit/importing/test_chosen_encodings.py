"""What the owner says about the letters of an old file, where they fit several encodings."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.domain.errors import DataFileError, UsageError
from reviewdesk_gui.importing import Scan
from reviewdesk_gui.importing.rejects import save_rejected
from reviewdesk_gui.importing.scripts import load

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]
HEAD = b"Name;Rating;Review\n"
DOUBTFUL = HEAD + b"Ada;5;\xc5\xc4\xd6\n"


def texts(found: Scan) -> list[str]:
    return [row.review.text for row in found.reviews]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("cp1251", "ЕДЦ"), ("cp1252", "ÅÄÖ"), ("koi8_u", "едж"), ("KOI8-R", "едж"), ("latin1", "ÅÄÖ")],
)
def test_the_chosen_encoding_takes_the_place_of_the_guess(encoding: str, text: str, write: Write, scan: Read) -> None:
    found = scan(write("t.csv", DOUBTFUL), encoding=encoding)

    assert texts(found) == [text]
    assert not found.files[0].encoding_guessed


def test_unicode_files_are_read_as_they_are_whatever_is_chosen(write: Write, scan: Read) -> None:
    table = "Name;Rating;Review\nЯн;5;Räksmörgås\n"
    files = [write(f"{encoding}.csv", table.encode(encoding)) for encoding in ("utf-8", "utf-16", "utf-8-sig")]

    assert texts(scan(*files, encoding="cp866")) == ["Räksmörgås"] * 3


def test_json_is_read_in_the_chosen_encoding_too(write: Write, scan: Read) -> None:
    document = b'[{"author": "Ada", "rating": 4, "review": "\xc5\xc4\xd6"}]'

    assert texts(scan(write("t.json", document), encoding="cp1251")) == ["ЕДЦ"]


def test_a_choice_for_some_files_leaves_the_others_alone(write: Write, scan: Read) -> None:
    doubtful, sure = write("a.csv", DOUBTFUL), write("b.csv", HEAD + "Bo;4;Räksmörgås på ön\n".encode("cp1252"))
    found = scan(doubtful, sure, encoding="cp1251", encoding_for=frozenset({str(doubtful)}))

    assert texts(found) == ["ЕДЦ", "Räksmörgås på ön"]


def test_an_unknown_encoding_is_told_with_the_known_ones(write: Write, scan: Read) -> None:
    with pytest.raises(UsageError, match=r"no encoding 'nosuch' .*cp1251, Cyrillic \(Windows-1251\)"):
        scan(write("t.csv", DOUBTFUL), encoding="nosuch")


def test_a_doubtful_file_shows_the_words_that_tell(write: Write, scan: Read) -> None:
    rows = b"Ada;5;plain words only\nBo;4;Fint, sa hon, men \xc5\xc4\xd6 \xe5t upp\n"
    [doubtful, sure] = scan(
        write("a.csv", HEAD + rows.replace(b"\xe5t upp", b"")), write("b.csv", HEAD + "Bo;4;Gött fika".encode("cp1252"))
    ).files

    assert doubtful.letters.decode("cp1252") == "ÅÄÖ"
    assert (sure.encoding_guessed, sure.letters) == (False, b"")


def test_the_columns_of_an_unknown_table_are_in_doubt_as_well(write: Write, scan: Read) -> None:
    [file] = scan(write("t.csv", b"\xc5\xc4;\xd6\nx;y\n")).files

    assert file.encoding_guessed
    assert file.letters.decode("cp1252") in ("ÅÄ", "Ö")


def test_rejected_rows_keep_the_encoding_of_their_file(write: Write, tmp_path: Path, scan: Read) -> None:
    first = scan(write("t.csv", HEAD + b"Ada;9/5;\xc5\xc4\xd6\n"), encoding="cp1251")
    path = save_rejected(first, tmp_path / "rejected.csv")
    header, row = csv.reader(path.read_text("utf-8-sig").splitlines())
    assert "; encoding=cp1251" in header[-1]
    assert row[2] == "ЕДЦ"

    # As a spreadsheet program of this computer saves it.
    mended = path.read_text("utf-8-sig").replace("9/5", "4/5")
    [again] = scan(write("mended.csv", mended.encode("cp1251"))).reviews
    assert (again.review.rating, again.review.text) == (4.0, "ЕДЦ")


def test_rejected_rows_of_a_unicode_file_tell_of_no_encoding(write: Write, tmp_path: Path, scan: Read) -> None:
    path = save_rejected(scan(write("t.csv", "name,rating,review\nÅsa,9/5,Gott\n")), tmp_path / "rejected.csv")

    assert "encoding" not in path.read_text("utf-8-sig")


def test_a_long_line_without_old_letters_costs_no_time(write: Write, scan: Read) -> None:
    found = scan(write("t.csv", HEAD + b"Ada;5;" + b"good bread " * 60_000 + b"\nBo;4;Sm\xf6rg\xe5s\n"))

    assert texts(found)[-1] == "Smörgås"


@pytest.mark.parametrize(
    ("encodings", "trouble"),
    [
        ("", "lacks 'encodings'"),
        ('encodings = { cp0 = "Nowhere" }\n', "unknown encoding: cp0"),
        ("encodings = 7\n", "not"),
    ],
)
def test_scripts_that_are_not_whole_are_refused(encodings: str, trouble: str, tmp_path: Path) -> None:
    path = tmp_path / "scripts.toml"
    path.write_text(
        f'marks = ""\nalso = {{}}\n[latin]\nletters = "ä"\nvowels = ""\nlanguages = []\n{encodings}', "utf-8"
    )

    with pytest.raises(DataFileError, match=trouble):
        load(path)
