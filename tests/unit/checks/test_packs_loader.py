"""A pack that says something unusable is refused with its file and line."""

import re

import pytest

from reviewdesk_gui.checks.exampletest import failures
from reviewdesk_gui.checks.packfile import without_examples
from reviewdesk_gui.checks.packs import load_pack, main
from reviewdesk_gui.domain.errors import DataFileError

HEAD = 'code = "xx"\nname = "X"\nenglish = "X"\nscript = "Latin"\n[lists]\nwe = ["we", "the team"]\n'
RULE = """
[[rule]]
id = "xx.apology.sorry"
check = "apology"
why = "P6"
phrases = ["sorry"]
find = ["[[Sorry]]!"]
leave = ["Hello."]
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pack.toml").write_text(HEAD, "utf-8")
    return tmp_path


def write(folder, rule):
    (folder / "apology.toml").write_text(rule, "utf-8")
    return folder


def test_a_whole_pack_loads(folder):
    pack = load_pack(write(folder, RULE), examples=True)
    assert [rule.id for rule in pack.rules] == ["xx.apology.sorry"]
    assert list(failures(pack)) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('id = "xx.apology.sorry"', "", 2, "has no id"),
        ('why = "P6"', "", 3, "why is missing"),
        ('find = ["[[Sorry]]!"]', "", 3, "find is missing"),
        ('leave = ["Hello."]', "", 3, "leave is missing"),
        ('check = "apology"', 'check = "apologgy"', 3, "no check"),
        ("xx.apology.sorry", "xx.greeting.sorry", 3, "the id begins with"),
        ('phrases = ["sorry"]', 'phrases = ["<them> sorry"]', 6, "no list <them>"),
        ('phrases = ["sorry"]', 'phrases = ["a ..2 b"]', 6, "no certain word"),
        ('phrases = ["sorry"]', "", 3, "neither phrases nor together"),
        ('why = "P6"', 'why = "P6"\ncolour = "red"', 3, "unknown colour"),
        ('check = "apology"', 'check = "attack"', 3, "the id begins with"),
        ('why = "P6"', 'why = "P6"\nwhere = "middle"', 3, "does not suit"),
        ('why = "P6"', 'why = "P6', 5, "(?i)line"),
    ],
)
def test_refused_with_file_and_line(folder, old, new, line, says):
    with pytest.raises(DataFileError, match=says) as caught:
        load_pack(write(folder, RULE.replace(old, new)))
    assert caught.value.path.name == "apology.toml"
    assert caught.value.line == line


def test_a_fault_needs_a_severity(folder):
    rule = RULE.replace("apology", "attack").replace('check = "attack"', 'check = "attack"\nkind = "phrase"')
    with pytest.raises(DataFileError, match="severity is must, should or hint"):
        load_pack(write(folder, rule))


def test_the_same_id_twice_is_refused(folder):
    with pytest.raises(DataFileError, match="stands twice"):
        load_pack(write(folder, RULE + RULE))


def test_a_pack_needs_its_head(tmp_path):
    with pytest.raises(DataFileError, match="cannot be read"):
        load_pack(tmp_path)
    (tmp_path / "pack.toml").write_text(HEAD.replace('name = "X"\n', ""), "utf-8")
    with pytest.raises(DataFileError, match="name is missing"):
        load_pack(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[[Sorry]]!", "[[Pardon]]!", "found nothing"),
        ("[[Sorry]]!", "Sorry!", r"no \[\[marks\]\]"),
        ("Hello.", "So sorry.", "finds"),
    ],
)
def test_an_example_that_does_not_hold_is_told_with_its_line(folder, old, new, says):
    found = [str(failure) for failure in failures(load_pack(write(folder, RULE.replace(old, new)), examples=True))]
    assert len(found) == 1
    assert "apology.toml:" in found[0]
    assert re.search(says, found[0])


def test_examples_are_left_out_line_for_line():
    text = 'a = 1\nfind = [\n "x ] [", # ]\n { text = "y" },\n]\nleave = ["z"]\nb = [2]\n'
    lean = without_examples(text)
    assert lean.count("\n") == text.count("\n")
    assert "x ]" not in lean
    assert lean.splitlines()[-1] == "b = [2]"


def test_the_tool_for_authors_counts_what_is_wrong(capsys):
    assert main(["en"]) == 0
    assert "0 wrong" in capsys.readouterr().out
    assert main(["qq"]) == 1
    assert "cannot be read" in capsys.readouterr().out
