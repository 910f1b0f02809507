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


ENGLISH = "Name;Rating;Review\n"
WESTERN = [
    "Åsa",
    "Gött fika",
    "på ön",
    "är",
    "café",
    "Zoë",
    "één ûle",
    "Größe",
    "SMÖRGÅS",
    "it’s fine",
    "50 €",
    "Örjan",
    "ö",
]
SLAVONIC = ["Да", "Ок", "Її", "Рік", "кафе", "СУПЕР", "Всё ок", "Дякую!", "Вкусно, iPhone", "їжа", "ъгъл", "не"]


@pytest.mark.parametrize(("words", "encoding"), [(WESTERN, "cp1252"), (SLAVONIC, "cp1251")])
def test_one_word_is_enough_to_tell_the_scripts_apart(
    words: list[str], encoding: str, write: Write, scan: Read
) -> None:
    for word in words:
        for header in (ENGLISH, "Namn;Betyg;Recension\n") if encoding == "cp1252" else (ENGLISH,):
            [row] = scan(write("t.csv", f"{header}Ada;5;{word}\n".encode(encoding))).reviews
            assert row.review.text == word


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp1252"])
@pytest.mark.parametrize("text", [SWEDISH, GERMAN, ENGLISH + "Åsa;5;Räksmörgås och köttbullar på ön\n"])
def test_files_of_macs_and_old_programs(text: str, encoding: str, write: Write, scan: Read) -> None:
    [row] = scan(write("t.csv", text.encode(encoding))).reviews

    assert row.review.text == text.splitlines()[1].split(";")[2]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "cp866", "mac_cyrillic"])
@pytest.mark.parametrize("text", ["Имя;Оценка;Отзыв\nЯн;5;Да\n", ENGLISH + "Ян;5;Очень вкусно, придём ещё\n"])
def test_short_cyrillic_files(text: str, encoding: str, write: Write, scan: Read) -> None:
    [row] = scan(write("t.csv", text.encode(encoding))).reviews

    assert (row.review.author, row.review.text) == ("Ян", text.splitlines()[1].split(";")[2])


@pytest.mark.parametrize(("languages", "word"), [(("sv",), "ÅÄÖ"), (("bg",), "ЕДЦ")])
def test_the_desks_languages_settle_what_the_letters_leave_open(
    languages: tuple[str, ...], word: str, write: Write, scan: Read
) -> None:
    found = scan(write("t.csv", ENGLISH.encode() + b"Ada;5;\xc5\xc4\xd6\n"), languages=languages)

    assert found.reviews[0].review.text == word


def test_a_doubtful_encoding_is_told_and_a_sure_one_is_not(write: Write, scan: Read) -> None:
    [doubtful] = scan(write("t.csv", ENGLISH.encode() + b"Ada;5;\xe5\n")).files
    [sure] = scan(write("t.csv", SWEDISH.encode("cp1252"))).files
    [utf8] = scan(write("t.csv", SWEDISH)).files

    assert [file.encoding_guessed for file in (doubtful, sure, utf8)] == [True, False, False]
    assert (sure.encoding, utf8.encoding) == ("cp1252", "utf-8")


def test_letters_of_an_old_encoding_may_come_late(write: Write, scan: Read) -> None:
    rows = "Ada;5;good bread and a warm word for everyone who came\n" * 25_000
    found = scan(write("t.csv", (ENGLISH + rows + "Леся;4;Смачно\n").encode("cp1251")))

    assert found.reviews[-1].review.text == "Смачно"


@pytest.mark.parametrize(("words", "encoding"), [("Räksmörgås på ön", "cp1252"), ("Очень вкусно", "cp1251")])
def test_rows_in_two_encodings_are_both_read(words: str, encoding: str, write: Write, scan: Read) -> None:
    good = "".join(f"Gäst {number};5;Gott, привет\n" for number in range(10))
    found = scan(write("t.csv", (ENGLISH + good).encode() + f"Ada;4;{words}\n".encode(encoding)))

    assert found.reviews[0].review.text == "Gott, привет"
    assert found.reviews[-1].review.text == words


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_file_that_was_cut_off_in_a_letter_keeps_its_words(cut: int, write: Write, scan: Read) -> None:
    text = (ENGLISH + "Леся;4;Смачно\nЯн;5;Гарно 😀").encode()
    found = scan(write("t.csv", text[:-cut]))

    assert [row.review.author for row in found.reviews] == ["Леся", "Ян"]
    assert found.reviews[1].review.text.startswith("Гарно")


def test_short_cyrillic_utf16_without_a_mark(write: Write, scan: Read) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        [row] = scan(write("t.csv", "Ім'я;Відгук\nЛеся;Дуже-дуже смачно\n".encode(encoding))).reviews
        assert (row.review.author, row.review.text) == ("Леся", "Дуже-дуже смачно")
