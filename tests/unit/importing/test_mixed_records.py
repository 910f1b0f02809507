"""JSON whose records name the same field differently: each record's own name counts."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.importing import Scan

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]
Told = list[tuple[str, float | None, str, str]]


@pytest.fixture
def told(write: Write, scan: Read) -> Callable[..., Told]:
    """Author, rating, text and day of every record of a list."""

    def work(*records: object, name: str = "mixed.json") -> Told:
        lines = "\n".join(json.dumps(record) for record in records)
        found = scan(write(name, lines if name.endswith("l") else json.dumps(records)))
        assert found.rejected == ()
        return [
            (
                row.review.author,
                row.review.rating,
                row.review.text,
                row.review.written_at.date().isoformat() if row.review.written_at else "",
            )
            for row in found.reviews
        ]

    return work


ADA = {"author": "Ada", "rating": 4, "text": "Gott", "date": "2026-11-02"}
BO = {"name": "Bo", "stars": "2/5", "review": "Torrt", "created_at": "2026-11-03"}
SIV = {"customer": {"name": "Siv"}, "score": 5, "body": "Fint", "published": "2026-11-04"}
EXPECTED = [("Ada", 4.0, "Gott", "2026-11-02"), ("Bo", 2.0, "Torrt", "2026-11-03"), ("Siv", 5.0, "Fint", "2026-11-04")]


@pytest.mark.parametrize("name", ["mixed.json", "mixed.jsonl"])
def test_each_record_is_read_by_its_own_names(told: Callable[..., Told], name: str) -> None:
    assert told(ADA, BO, SIV, name=name) == EXPECTED
    assert told(SIV, BO, ADA, name=name) == EXPECTED[::-1]


def test_names_that_come_late_in_a_long_list_are_read_too(told: Callable[..., Told]) -> None:
    assert told(*[ADA] * 50, BO)[-1] == EXPECTED[1]


def test_a_second_field_beside_the_first_is_no_substitute(told: Callable[..., Told]) -> None:
    found = told(
        {"author": "Ada", "rating": 4, "text": "Gott", "comment": "call back"}, ADA | {"text": "", "comment": "!"}
    )

    assert [text for _, _, text, _ in found] == ["Gott", ""]


def test_a_table_keeps_to_its_first_column(write: Write, scan: Read) -> None:
    [row] = scan(write("t.csv", "name,rating,text,comment\nAda,4,,call back\n")).reviews

    assert row.review.text == ""


def test_two_columns_that_the_owner_gives_one_field_are_both_read(write: Write, scan: Read) -> None:
    path = write(
        "m.json", json.dumps([{"vem": "Ada", "hur": 4, "vad": "Gott"}, {"vem": "Bo", "hur": 2, "mer": "Torrt"}])
    )
    key = scan(path).files[0].header_key
    mapping = {key: {"vem": "author", "hur": "rating", "vad": "text", "mer": "text"}}

    assert [row.review.text for row in scan(path, mapping=mapping).reviews] == ["Gott", "Torrt"]


def test_every_name_of_a_field_is_told_as_that_field(write: Write, scan: Read) -> None:
    [file] = scan(write("mixed.json", json.dumps([ADA, BO]))).files
    fields = {column.header: column.field for column in file.columns}

    assert (fields["rating"], fields["stars"]) == ("rating", "rating")
    assert (fields["text"], fields["review"]) == ("text", "text")


@pytest.mark.parametrize(
    ("document", "names"),
    [
        (
            {"a": {"reviews": [{"name": "Ada", "text": "Bra"}]}, "b": {"reviews": [{"name": "Bo", "text": "Nja"}]}},
            "Ada Bo",
        ),
        ({"north": [{"name": "Ada", "text": "Bra"}], "south": [{"name": "Bo", "text": "Nja"}]}, "Ada Bo"),
        ({"meta": [{"a": 1}, {"a": 2}, {"a": 3}], "items": [{"name": "Ada", "text": "Bra"}]}, "Ada"),
        ({"reviews": {"r1": {"name": "Ada", "text": "Bra"}, "r2": {"name": "Bo", "text": "Nja"}}}, "Ada Bo"),
    ],
)
def test_every_list_of_reviews_in_a_document_is_read(
    write: Write, scan: Read, document: dict[str, object], names: str
) -> None:
    found = scan(write("many.json", json.dumps(document, ensure_ascii=False)))
    assert " ".join(row.review.author for row in found.reviews) == names


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1251"])
def test_json_lines_may_begin_badly_stand_alone_and_be_in_other_encodings(
    write: Write, scan: Read, encoding: str
) -> None:
    good = '{"name": "Анна", "text": "Хлеб был свежий и тёплый, спасибо большое за всё"}'
    found = scan(write("lines.json", f'{{"name": "Бр\n{good}\n{good.replace("Анна", "Пётр")}'.encode(encoding)))
    assert [row.review.author for row in found.reviews] == ["Анна", "Пётр"]
    assert [(row.line, "broken JSON" in row.reason) for row in found.rejected] == [(1, True)]
    assert [row.review.author for row in scan(write("one.jsonl", good.encode(encoding))).reviews] == ["Анна"]


@pytest.mark.parametrize("odd", ["[4]", "[[4]]", "true", "1e400", "NaN"])
def test_an_odd_rating_is_a_rejected_row_and_the_others_are_read(write: Write, scan: Read, odd: str) -> None:
    text = f'[{{"name": "Ada", "rating": {odd}, "text": "Bra"}}, {{"name": "Bo", "rating": 3, "text": "Nja"}}]'
    found = scan(write("odd.json", text))
    assert [(row.review.author, row.review.rating) for row in found.reviews] == [("Bo", 3.0)]
    assert ["rating" in row.reason for row in found.rejected] == [True]
