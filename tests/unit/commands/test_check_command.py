"""`reviewdesk check` as scripts use it: exit codes, one reply, streams of rows, clear errors."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from reviewdesk_gui.cli import main

GOOD = (
    "Hello Anna!\n\nThank you for writing. I am sorry that you had to wait and that the bun was wrong. The machine has "
    "been repaired since, and I have gone through your order with the team. "
    "You can reach me at elin@sunnyside.example.\n\nKind regards\nElin, owner, Sunny Side Bakery"
)
POOR = "You should have told us at once. It is your own fault."


def check(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    try:
        code = main(["check", *args])
    except SystemExit as end:
        code = int(end.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def reply(tmp_path: Path, text: str) -> str:
    path = tmp_path / "reply.txt"
    path.write_text(text, "utf-8")
    return str(path)


def test_a_good_reply_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = check(capsys, reply(tmp_path, GOOD), "--language", "en", "--type", "complaint", "--author", "Anna")
    assert code == 0
    assert "must" not in out


def test_a_poor_reply_says_what_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = check(capsys, reply(tmp_path, POOR), "--language", "en", "--rating", "1")
    assert code == 1
    assert "must: Greeting" in out
    assert "must: Apology" in out


def test_json_names_moves_and_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = check(capsys, reply(tmp_path, GOOD), "--json", "--language", "en")
    answer = json.loads(out)
    assert answer["language"] == "en"
    assert all(
        answer["moves"][move] for move in ("greeting", "thanks", "apology", "resolution", "contact", "signature")
    )


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["missing.txt"], "missing.txt cannot be read"),
        (["--language", "xx"], "there is no language 'xx'"),
        (["--platform", "nowhere"], "there is no platform 'nowhere'"),
        (["--batch", "missing.jsonl"], "missing.jsonl cannot be read"),
    ],
)
def test_a_wrong_call_ends_with_two_and_one_line(
    args: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    code, out, err = check(capsys, *args)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_an_empty_reply_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = check(capsys, reply(tmp_path, " \n"))
    assert code == 2
    assert "the text is empty" in err


def batch(tmp_path: Path, rows: list[dict[str, Any]]) -> str:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return str(path)


def test_a_batch_answers_every_row_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"id": "1", "reply": GOOD, "language": "en", "author": "Anna", "rating": "1"},
        {"id": 2, "reply": "👍👍 You are a liar, Anna.", "language": "en", "platform": "some shop"},
        {"id": "3", "reply": "", "language": "no"},
        {"reply": "Hej Anna! Tack för att du skrev.", "rating": None, "review": None},
    ]
    code, out, err = check(capsys, "--batch", batch(tmp_path, rows))
    answers = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [answer["id"] for answer in answers] == ["1", 2, "3", None]
    assert [answer["language"] for answer in answers][:2] == ["en", "en"]
    assert answers[3]["language"] == "sv"
    assert answers[0]["moves"]["apology"]
    assert not answers[1]["moves"]["apology"]
    assert set(answers[0]["moves"]) == {
        "greeting",
        "name",
        "thanks",
        "apology",
        "resolution",
        "contact",
        "offline",
        "signature",
    }
    for answer, row in zip(answers, rows, strict=True):
        for finding in answer["findings"]:
            assert set(finding) == {"rule", "severity", "start", "end", "message"}
            if finding["start"] is not None:
                assert 0 <= finding["start"] < finding["end"] <= len(row["reply"])


def test_words_of_a_language_that_the_desk_does_not_speak_are_not_misspelt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Bonjour Anne, merci beaucoup pour votre commentaire. Nous sommes désolés pour cette longue attente."
    rows = [{"id": "1", "reply": text, "language": "fr"}, {"id": "2", "reply": text}]
    _, out, _ = check(capsys, "--batch", batch(tmp_path, rows))
    for line in out.splitlines():
        assert not any(finding["rule"].startswith("spelling") for finding in json.loads(line)["findings"])


@pytest.mark.parametrize("line", ["not json", "[1, 2]", '{"id": 1}', '{"reply": 5}', "[" * 100_000])
def test_a_broken_row_is_named_by_line(line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"reply": "Hello Anna!", "language": "en"}) + "\n" + line + "\n", "utf-8")
    code, out, err = check(capsys, "--batch", str(path))
    assert code == 2
    assert len(out.splitlines()) == 1
    assert "rows.jsonl:2:" in err
