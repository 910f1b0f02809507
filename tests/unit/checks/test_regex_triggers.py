"""Regular expressions among the phrases: which words must begin a match, so that most sentences are passed over."""

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.examples import parse_examples
from reviewdesk_gui.checks.packs import load_pack
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.regex_triggers import triggers_of_regex

LANGUAGES = paths.resources() / "languages"


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        (r"\b(?:vi|jag) har (?:nu )?bytt", {"vi", "jag"}),
        (r"(?<!\w)(?:настройки|профил\w*)", {"настройки", "профил"}),
        (r"(?<![\w'-])(?:подо?|от)[а-я]{2,}", {"под", "от"}),
        (r"\b(?:(?:we|wij) (?:hebben|heb)|heb (?:we|ik))", {"we", "wij", "heb"}),
        (r"\bteam(?= [^\n]{1,30}\Z)|\bstaff of", {"team", "staff"}),
        (r"\b(?!(?:that|[(|\]]) )colou?r", {"colo"}),
    ],
)
def test_the_letters_with_which_every_match_begins(source: str, letters: set[str]) -> None:
    assert {literal for _, literal in triggers_of_regex(source).words} == letters


@pytest.mark.parametrize(
    "source",
    [
        r"(?:insta|fb) ?: ?\w+",  # may begin inside a word
        r"\b(?:we )?have sent",
        r"\b[a-z]+ed\b",
        r"\bwe|(?<=\n)ours",
        r"(?<=, )(?:our|my) \w+",
        r"^\W*(?:mended|sent)",
    ],
)
def test_what_is_not_certain_has_none(source: str) -> None:
    assert not triggers_of_regex(source).words


@pytest.mark.parametrize("code", sorted(path.parent.name for path in LANGUAGES.glob("*/pack.toml")))
def test_no_match_of_a_pack_is_passed_over(code: str) -> None:
    pack = load_pack(LANGUAGES / code, examples=True)
    raw = {number: entry for number, (_, entry) in enumerate(pack.calls) if entry.groups[0][0].phrase.raw}
    passed_over = []
    for text in {example.text for rule in pack.rules for example in parse_examples(rule)}:
        prepared = prepare(text, code, pack.abbreviations)
        called = pack.index.over(prepared)
        for sentence in prepared.sentences:
            calls = called(sentence)
            passed_over += [
                (entry.groups[0][0].phrase.raw, text)
                for number, entry in raw.items()
                if number not in calls and entry.spans(prepared, sentence)
            ]
    assert passed_over == []
