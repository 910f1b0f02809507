"""JSON as files hold it: all on one line, several documents in a file, cut off or broken in one entry."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.importing import Scan, make_plan, save_rejected

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]
ADA = {"author": "Ada", "rating": 4, "review": "Gott", "date": "2026-11-02"}
BO = {"author": "Bo", "rating": 5, "review": "Fint", "date": "2026-11-03"}
BAD = {"author": "Cy", "rating": "no idea", "review": "Nja", "date": "2026-11-04"}
GOOGLE = {
    "name": "accounts/1/locations/2/reviews/{}",
    "reviewer": {"displayName": "Ada"},
    "starRating": "FIVE",
    "createTime": "2026-11-02T10:00:00Z",
}


def names(found: Scan) -> list[str]:
    return [row.review.author for row in found.reviews]


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_rejected_entry_of_a_list_on_one_line_is_told_by_its_number(
    wrapped: bool, write: Write, scan: Read, tmp_path: Path
) -> None:
    records = [ADA, BO] * 18 + [BAD, ADA]
    found = scan(write("list.json", json.dumps({"reviews": records} if wrapped else records)))

    [row] = found.rejected
    assert (row.line, row.reason[:10]) == (1, "entry 37: ")
    assert "no idea" in row.reason
    assert "entry 37: " in save_rejected(found, tmp_path / "rejected.csv").read_text("utf-8-sig")
    told = make_plan(found, (), now=found.reviews[0].review.received_at).summary()["rejected"]
    assert told[0]["reason"] == row.reason


def test_entries_on_lines_of_their_own_are_told_by_the_line_alone(write: Write, scan: Read) -> None:
    [row] = scan(write("list.json", json.dumps([ADA, BAD], indent=1))).rejected

    assert (row.line, row.reason.startswith("entry")) == (8, False)


def test_entries_that_share_a_line_with_others_are_told_by_both(write: Write, scan: Read) -> None:
    text = "[" + json.dumps(ADA) + ",\n" + json.dumps(BAD) + "," + json.dumps(BO) + "]"
    [row] = scan(write("list.json", text)).rejected

    assert (row.line, row.reason[:9]) == (2, "entry 2: ")


@pytest.mark.parametrize("between", ["", "\n", " ", ",", "\n\n", ",\n", "\x1e"])
@pytest.mark.parametrize(
    "documents",
    [
        ([ADA], [BO]),
        (ADA, BO),
        ({"reviews": [ADA]}, {"reviews": [BO]}),
        ({"page": 1, "data": [ADA]}, {"page": 2, "data": [BO]}),
        ([ADA], BO),
        ({"reviews": [ADA], "total": 1}, {"reviews": [BO], "total": 3}),
        ([], [ADA], [BO]),
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_documents_one_after_another_are_all_read(
    documents: tuple[object, ...], between: str, indent: int | None, write: Write, scan: Read
) -> None:
    text = between.join(json.dumps(document, indent=indent) for document in documents)
    found = scan(write("several.json", text))

    assert (sorted(names(found)), found.rejected) == (["Ada", "Bo"], ())


def test_known_exports_one_after_another_stay_what_they_are(write: Write, scan: Read) -> None:
    pages = [{"reviews": [GOOGLE | {"name": GOOGLE["name"].format(number)}]} for number in range(3)]
    found = scan(write("reviews.json", "".join(map(json.dumps, pages))))

    assert [row.review.external_id for row in found.reviews] == [f"locations/2/reviews/{number}" for number in range(3)]


def test_several_objects_on_a_line_of_json_lines(write: Write, scan: Read) -> None:
    text = f"{json.dumps(ADA)}\n{json.dumps(BO)}{json.dumps(BAD)}\n{json.dumps(ADA | {'author': 'Di'})}\n"
    found = scan(write("lines.jsonl", text))

    assert (names(found), [row.line for row in found.rejected]) == (["Ada", "Bo", "Di"], [2])


def test_a_list_by_the_name_of_json_lines(write: Write, scan: Read) -> None:
    assert names(scan(write("lines.jsonl", json.dumps([ADA, BO], indent=1)))) == ["Ada", "Bo"]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_broken_entry_costs_itself_alone(indent: int | None, wrapped: bool, write: Write, scan: Read) -> None:
    records = [ADA, {"author": "Cy", "review": "QUOTE"}, BO, BAD]
    text = json.dumps({"total": 4, "reviews": records, "more": False} if wrapped else records, indent=indent)
    found = scan(write("broken.json", text.replace("QUOTE", 'She said "fine" twice')))

    assert names(found) == ["Ada", "Bo"]
    first, second = found.rejected
    assert "broken JSON" in first.reason
    assert "She said" in first.reason
    lines = [text[: text.index(name)].count("\n") + (0 if indent else 1) for name in ('"Cy"', '"no idea"')]
    assert first.line == lines[0]
    assert second.line in (lines[1], lines[1] - 1)


def test_a_file_that_was_cut_off_keeps_its_whole_entries(write: Write, scan: Read) -> None:
    text = json.dumps({"reviews": [ADA, BO, BAD | {"rating": 3}]})
    for end in range(text.index('"Cy"'), len(text) - 4):
        found = scan(write("cut.json", text[:end]))
        assert names(found) == ["Ada", "Bo"]
        [row] = found.rejected
        assert (row.line, "broken JSON" in row.reason) == (1, True)


def test_a_document_behind_a_broken_one_is_read(write: Write, scan: Read) -> None:
    broken = json.dumps([ADA, {"review": "QUOTE"}]).replace("QUOTE", 'so "so" so')
    for first, second in ((broken, json.dumps([BO])), (json.dumps([BO]), broken), (broken, broken)):
        found = scan(write("two.json", f"{first}\n{second}"))
        assert set(names(found)) == ({"Ada"} if first == second else {"Ada", "Bo"})
        assert len(found.rejected) == (2 if first == second else 1)
        assert {"broken JSON" in row.reason for row in found.rejected} == {True}


@pytest.mark.parametrize("name", ["t.csv", "t.txt", "t"])
def test_a_column_in_brackets_does_not_make_a_table_json(name: str, write: Write, scan: Read) -> None:
    assert names(scan(write(name, "[id],name,review\n1,Ada,Gott\n"))) == ["Ada"]
    assert names(scan(write(name, "{id};name;review\n1;Ada;Gott\n"))) == ["Ada"]
    assert names(scan(write(name, json.dumps([ADA])))) == ["Ada"]


def test_words_behind_a_document_are_told(write: Write, scan: Read) -> None:
    found = scan(write("words.json", json.dumps([ADA, BO]) + "\n\nthank you"))

    assert names(found) == ["Ada", "Bo"]
    assert [(row.line, row.reason) for row in found.rejected] == [(3, "is broken JSON (Expecting value)")]


@pytest.mark.parametrize(
    "piece", ['{"a":1,', '[{"a":1},{', '{"a":"b" c"},', "[[", '{"a":[{"b":1},{"c":}]},', '[{"a":1}]']
)
def test_the_time_grows_with_the_file_and_no_faster(piece: str, write: Write, scan: Read) -> None:
    def seconds(count: int) -> float:
        path = write("big.json", '[{"review":"a"},' + piece * count)
        start = time.process_time()
        scan(path)
        return time.process_time() - start

    short = max(min(seconds(200) for _ in range(3)), 0.01)
    assert min(seconds(3200) for _ in range(2)) < 16 * 8 * short
