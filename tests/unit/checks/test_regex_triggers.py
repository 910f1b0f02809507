"""Regular expressions among the phrases: which words must begin a match, so that most sentences are passed over."""

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.examples import parse_examples
from reviewdesk_gui.checks.packs import load_pack
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.regex_triggers import triggers_of_regex

LANGUAGES = paths.resources() / "languages"
_EVERY = 8  # of so many texts one is tried with every phrase, the others with expressions alone


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
    ("source", "words"),
    [
        (r"(?<=, )(?:our|my) (?:dear )?guests?", {("inside", "guest")}),
        (r"^\W*(?:mended|sent) (?:on|it)", {("inside", "mended"), ("inside", "sent")}),
        (r"(?:>|›|->) ?(?:\w+ ){0,2}help(?:line)?", {("sign", ">"), ("sign", "›")}),
        (r"(?<![\w@])\+?\d{2,4}[ -]\d", {("digit", "0")}),
        (r"\w+\x27s (?:leaks?|stain+s)", {("inside", "leak"), ("inside", "stai")}),
    ],
)
def test_what_stands_in_every_match(source: str, words: set[tuple[str, str]]) -> None:
    assert triggers_of_regex(source).words == words


@pytest.mark.parametrize(
    "source",
    [
        r"(?:insta|fb),? ?\w+",  # two letters call too often
        r"\b(?:we )?(?:sent)?",
        r"\b[a-z]+ed\b",
        r"\bwe|(?<=\n)(?:ours)?",
        r"(?<=, )(?:our|my) \w+",
        r"(?=sorry)\w+ [^\d>]",
        r"\w+(?:\d{0,3}|>)",
    ],
)
def test_what_is_not_certain_has_none(source: str) -> None:
    assert not triggers_of_regex(source).words


@pytest.mark.parametrize("code", sorted(path.parent.name for path in LANGUAGES.glob("*/pack.toml")))
def test_no_match_of_a_pack_is_passed_over(code: str) -> None:
    pack = load_pack(LANGUAGES / code, examples=True)
    texts = sorted({example.text for rule in pack.rules for example in parse_examples(rule)})
    passed_over = []
    for number, text in enumerate(texts):
        prepared = prepare(text, code, pack.abbreviations)
        called = pack.index.over(prepared)
        for sentence in prepared.sentences:
            calls = called(sentence)
            passed_over += [
                (rule.id, text)
                for place, (rule, matcher) in enumerate(pack.calls)
                if (number % _EVERY == 0 or matcher.groups[0][0].phrase.raw)
                and list(matcher.spans(prepared, sentence, calls[place]) if place in calls else ())
                != list(matcher.spans(prepared, sentence))
            ]
    assert passed_over == []
