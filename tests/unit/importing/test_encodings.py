"""Files in every encoding that owners have, and texts that were read in the wrong one before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.importing import Scan
from reviewdesk_gui.importing.encoding import mend_mojibake

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]
RUSSIAN = "Имя;Оценка;Отзыв\nГлеб;5;Очень вкусно, спасибо\n"
UKRAINIAN = "Ім'я;Оцінка;Відгук\nЛеся;4;Смачно і ґречно, їжа гаряча\n"
BULGARIAN = "Име;Оценка;Отзив\nКалин;5;Страхотно място, идвам пак\n"
SWEDISH = "Namn;Betyg;Recension\nÖrjan;5;Räksmörgås på ön åt jag\n"
GERMAN = "Name;Sterne;Bewertungstext\nHeidi;4;Schöne Törtchen für große Gäste\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SWEDISH, "utf-8"),
        (SWEDISH, "utf-8-sig"),
        (SWEDISH, "utf-16"),
        (SWEDISH, "utf-16-le"),
        (SWEDISH, "utf-16-be"),
        (SWEDISH, "cp1252"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (UKRAINIAN, "cp1251"),
        (BULGARIAN, "cp1251"),
    ],
)
def test_a_table_in_its_encoding(text: str, encoding: str, write: Write, scan: Read) -> None:
    [row] = scan(write("t.csv", text.encode(encoding))).reviews

    author, _, words = text.splitlines()[1].split(";")
    assert (row.review.author, row.review.text) == (author, words)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_json_in_its_encoding(encoding: str, write: Write, scan: Read) -> None:
    document = '[{"author": "Åsa", "rating": 4, "review": "Gott"}]'

    assert scan(write("t.json", document.encode(encoding))).reviews[0].review.author == "Åsa"


@pytest.mark.parametrize(
    "words", ["Jättegott kaffe – äntligen", "Спасибо большое", "Très “bon” café €5", "emoji 😀 och å"]
)
def test_mojibake_is_mended(words: str) -> None:
    latin = words.encode().decode("latin-1")
    windows = "".join(bytes([byte]).decode("cp1252", "replace") for byte in words.encode())

    assert mend_mojibake(latin) == words
    assert "\ufffd" in windows or mend_mojibake(windows) == words


@pytest.mark.parametrize("words", ["Jättegott kaffe", "Спасибо", "Ã is a letter", "naïve café", "5 £ – ¾", "plain"])
def test_sound_text_is_left_alone(words: str) -> None:
    assert mend_mojibake(words) == words


def test_a_stray_byte_does_not_spoil_the_file(write: Write, scan: Read) -> None:
    rows = "".join(f"Gäst {number};5;Gott bröd, fin fika och trevlig personal\n" for number in range(20))
    content = ("Namn;Betyg;Recension\n" + rows).encode("cp1252").replace(b"fika", b"fi\x81ka", 1)

    assert len(scan(write("t.csv", content)).reviews) == 20
