"""The phrase language: what matches, what is refused, and that words say the same as the regular expression."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk_gui.checks.phrasebook import CompiledPhrase, PhraseBook
from reviewdesk_gui.checks.phrases import Lists, PhraseError, parse_phrase
from reviewdesk_gui.checks.prepare import prepare

LISTS = Lists({"we": ["we", "our team"], "done": ["mended", "put right"], "round": ["a <round>"]})
READ = partial(parse_phrase, lists=LISTS)


def spans(phrase, text, lists=LISTS):
    prepared = prepare(text, "en")
    compiled = CompiledPhrase(phrase, partial(parse_phrase, lists=lists))
    return [span.of(text) for sentence in prepared.sentences for span in compiled.spans(prepared, sentence)]


@pytest.mark.parametrize(
    ("phrase", "text", "wanted"),
    [
        ("we mend*", "We mended it and we mend all.", ["We mended", "we mend"]),
        (
            "<we> have [already] <done>",
            "Our team have put right it; we have already mended it",
            ["Our team have put right", "we have already mended"],
        ),
        ("call ..2 back", "call you right back", ["call you right back"]),
        ("fitnessstudio", "Ihr Fitnessstudio am Markt", ["Fitnessstudio"]),
        ("schifffahrt*", "Die Schifffahrten beginnen", ["Schifffahrten"]),
        ("call ..1 back", "call you right back", []),
        ("call back", "call. back", []),
        ("call back", "call,  back", ["call,  back"]),
        ("^ sorry", "So sorry. Sorry!", ["Sorry"]),
        ("/^(?:so )?sorry/", "So sorry. Sorry! We are sorry.", ["So sorry", "Sorry"]),
        ("^^ hello", "🙂 Hello there. Hello", ["Hello"]),
        ("team $", "The team is here. Your team!", ["team"]),
        ("*shop open*", "The bikeshop opens", ["bikeshop opens"]),
        ("within {number} days", "within 2.5 days, within 10 days", ["within 2.5 days", "within 10 days"]),
        ("mail {email}", "mail a.b@oven.example today", ["mail a.b@oven.example"]),
        ("see {url}", "see oven.example, see 5.14, see us.I am", ["see oven.example"]),
        ("let [?] know", "let know, let Anna know", ["let know", "let Anna know"]),
        ("let ? know", "let Anna know, let us all know", ["let Anna know"]),
        ("e-mail us", "e-mail us, email us", ["e-mail us"]),
        ("take .. back", "take 15% back", ["take 15% back"]),
        ("write .. and", "write to an.b@old-oven.co.uk, and", ["write to an.b@old-oven.co.uk, and"]),
        ("(red|green) tea", "green tea or red  tea", ["green tea", "red  tea"]),
        ("fläkt", "Flakt och fläkt", ["Flakt", "fläkt"]),
    ],
)
def test_matching(phrase, text, wanted):
    assert spans(phrase, text) == wanted


def test_an_apostrophe_may_be_missing_where_the_pack_says_so():
    assert spans("з'ясу*", "зясуємо і з'ясували", Lists({}, loose=True)) == ["зясуємо", "з'ясували"]
    assert spans("з'ясу*", "зясуємо і з'ясували", Lists({}, loose=False)) == ["з'ясували"]


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("we <them> go", "no list <them>"),
        ("a <round> b", "contains itself"),
        ("tea, please", "no punctuation"),
        ("(tea|coffee", "is missing"),
        ("[tea]", "could match nothing"),
        (".. tea", "begins or ends with a gap"),
        ("lagad(e|es)", "a blank around brackets"),
        ("tea ..99 cup", "a gap holds"),
        ("in {colour}", "is not known"),
        ("*of tea", "at least 3 letters"),
        ("/(/", "not a regular expression"),
    ],
)
def test_refused(phrase, says):
    with pytest.raises(PhraseError, match=says.replace("(", r"\(").replace("*", r"\*")):
        parse_phrase(phrase, LISTS)


def test_a_phrase_without_a_certain_word_is_refused_as_a_trigger():
    with pytest.raises(PhraseError, match="no certain word"):
        PhraseBook([("x", CompiledPhrase("a [cup] b", READ))])


WORDS = st.sampled_from(["we", "our", "team", "have", "mended", "put", "right", "it", "e-mail", "don't", "tea", "and"])
GLUE = st.sampled_from([" ", "  ", ", ", ". ", "\n", " - ", "! "])
TEXTS = st.lists(st.tuples(WORDS, GLUE), max_size=14).map(lambda pairs: "".join(word + glue for word, glue in pairs))
PHRASES = st.sampled_from(
    [
        "<we> ..2 <done>",
        "[our] team [have] (mended|put it right)",
        "(we|our team) have ..3 it",
        "have [it] [<we>] mend*",
        "don't [..2] it",
        "e-mail ? tea",
        "^ we ..4 right $",
        "tea (and|[our] tea) it",
        "it $",
    ]
)


@settings(max_examples=400)
@given(PHRASES, TEXTS)
def test_words_say_the_same_as_the_regular_expression(phrase, text):
    prepared = prepare(text, "en")
    compiled = CompiledPhrase(phrase, READ)
    for sentence in prepared.sentences:
        found = [(span.start, span.end) for span in compiled.spans(prepared, sentence)]
        where = (prepared.folded, sentence.start, sentence.end)
        if compiled.phrase.starts:
            match = compiled.pattern.match(*where)
            wanted = [match.span()] if match else []
        else:
            wanted = [match.span() for match in compiled.pattern.finditer(*where)]
        assert found == wanted


@settings(max_examples=200)
@given(st.lists(PHRASES, min_size=1, max_size=4), TEXTS)
def test_a_book_finds_what_its_phrases_find_alone(phrases, text):
    prepared = prepare(text, "en")
    entries = [(phrase, CompiledPhrase(phrase, READ)) for phrase in phrases]
    alone = {
        (key, span)
        for key, entry in entries
        for sentence in prepared.sentences
        for span in entry.spans(prepared, sentence)
    }
    assert {(hit.key, hit.span) for hit in PhraseBook(entries).search(prepared)} == alone
