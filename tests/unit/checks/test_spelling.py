"""Spelling with a small dictionary of the test's own, in this process and in the helper process."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.background_speller import BackgroundSpeller
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.dictionaries import DictionaryShelf
from reviewdesk_gui.checks.helper_process import HelperProcess, worker_command
from reviewdesk_gui.checks.hunspells import OpenDictionary, stated_encoding
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.speller import DirectSpeller, Speller, notice_text
from reviewdesk_gui.checks.spelling import SpellingCheck
from reviewdesk_gui.checks.spelling_words import read_everyday
from reviewdesk_gui.checks.wording import load_wording
from reviewdesk_gui.domain.finding import Finding, Severity
from reviewdesk_gui.domain.shop import Shop

ENGLISH = [
    "hello",
    "or",
    "thank",
    "you",
    "for",
    "the",
    "coffee",
    "is",
    "good",
    "color",
    "well",
    "known",
    "we",
    "call",
    "don't",
]
WAIT = 20.0


@pytest.fixture
def shelf(tmp_path: Path) -> DictionaryShelf:
    folder = tmp_path / "dictionaries"
    folder.mkdir()
    (folder / "en_US.aff").write_text("SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyz'\n", "utf-8")
    (folder / "en_US.dic").write_text("\n".join([str(len(ENGLISH)), *ENGLISH]) + "\n", "utf-8")
    return DictionaryShelf([folder])


def test_a_misspelling_is_known_however_many_other_words_were_asked_about(shelf: DictionaryShelf) -> None:
    speller = DirectSpeller(shelf)
    assert speller.wrong({"cofee", "we"}, "en", "") == {"cofee"}
    speller.wrong({f"x{number}" for number in range(20_001)}, "en", "")
    assert speller.wrong({"cofee", "we", "call"}, "en", "") == {"cofee"}


def checked(speller: Speller, text: str, context: CheckContext | None = None, language: str = "en") -> list[Finding]:
    check = SpellingCheck(speller, load_wording(paths.resources() / "wording", "en"), {"en": frozenset({"wifi"})})
    pack: Any = SimpleNamespace(
        code=language,
        script="Latin",
        abbreviations=frozenset({"approx"}),
        names=SimpleNamespace(titles=frozenset({"mr"})),
    )
    return list(check(prepare(text, language), context or CheckContext(language=language), pack))


def wrong(speller: Speller, text: str, context: CheckContext | None = None) -> list[str]:
    return [finding.span.of(text) for finding in checked(speller, text, context) if finding.span]


def test_a_misspelt_word_is_marked_where_it_stands(shelf: DictionaryShelf) -> None:
    (finding,) = checked(DirectSpeller(shelf), "thank you for the cofee")
    assert finding.span is not None
    assert (finding.span.start, finding.span.end, finding.severity, finding.why) == (18, 23, Severity.SHOULD, "P19")
    assert "cofee" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "thank you, Bengtsson, for the coffee",  # a name in mid-sentence
        "call +44 20 7946 0000 or wryt@cofe.example or www.kofe.example/xqz",
        "thank you 😊 @cofee #kofee 3xl the WIFI SMS iPhoon",
        "the colour is good",
        "the well-known coffee",
        "we don’t call",
        "approx mr wifi",
        "the кофе is good",
        "the " + "x" * 70,
    ],
)
def test_what_is_no_word_of_the_language_is_left_alone(shelf: DictionaryShelf, text: str) -> None:
    assert wrong(DirectSpeller(shelf), text) == []


def test_words_of_the_case_and_of_the_shop_are_known(shelf: DictionaryShelf) -> None:
    context = CheckContext(
        language="en",
        author="Xqvist",
        review="Your Flurbo was cold",
        words=frozenset({"kaffo"}),
        shop=Shop(name="Brööd", staff=("Zlata",), words=("latteria",), address="Qwerstreet 5"),
    )
    text = "xqvist flurbo kaffo brööd zlata latteria qwerstreet bzzz"
    assert wrong(DirectSpeller(shelf), text, context) == ["bzzz"]


def test_a_capitalised_word_at_the_start_weighs_less(shelf: DictionaryShelf) -> None:
    (finding,) = checked(DirectSpeller(shelf), "Cofee is good")
    assert finding.severity is Severity.HINT


def test_fetched_suggestions_become_fixes(shelf: DictionaryShelf) -> None:
    speller = DirectSpeller(shelf)
    assert checked(speller, "the cofee")[0].fixes == ()
    assert speller.suggest("cofee", "en")[0] == "coffee"
    assert checked(speller, "the cofee")[0].fixes[0].apply("the cofee") == "the coffee"


def test_a_language_without_a_dictionary_says_so_once(shelf: DictionaryShelf) -> None:
    speller = DirectSpeller(shelf)
    assert checked(speller, "goeie moarn", language="fy") == []
    assert checked(speller, "goeie jûn", language="fy") == []
    (notice,) = speller.notices.take()
    said = notice_text(notice, "West Frisian", load_wording(paths.resources() / "wording", "en"))
    assert said.startswith("Spelling is not checked in West Frisian: there is no dictionary. Add one in the settings")
    assert speller.notices.take() == ()


def test_everyday_words_are_read_for_every_language() -> None:
    everyday = read_everyday(paths.resources() / "spelling.toml")
    assert "whatsapp" in everyday["sv"]
    assert set(everyday) == {"en", "sv", "bg", "fy", "nl", "ru", "uk", "de"}


def test_an_old_encoding_is_understood(tmp_path: Path) -> None:
    (tmp_path / "bg.aff").write_bytes(b"SET microsoft-cp1251\n")
    (tmp_path / "bg.dic").write_bytes("1\nкафе\n".encode("cp1251"))
    dictionary = OpenDictionary(tmp_path / "bg.aff")
    assert stated_encoding(tmp_path / "bg.aff") == "cp1251"
    assert (dictionary.knows("кафе"), dictionary.knows("кафф"), dictionary.knows("名")) == (True, False, True)


class News:
    """Waits for the background speller's word that something came."""

    def __init__(self) -> None:
        self._came = threading.Event()

    def __call__(self) -> None:
        self._came.set()

    def wait(self) -> None:
        assert self._came.wait(WAIT)
        self._came.clear()


@pytest.fixture
def news() -> News:
    return News()


@pytest.fixture
def helper() -> HelperProcess:
    return HelperProcess(worker_command())


@pytest.fixture
def background(shelf: DictionaryShelf, news: News, helper: HelperProcess) -> Iterator[BackgroundSpeller]:
    speller = BackgroundSpeller(shelf, news, helper)
    yield speller
    speller.close()


def test_the_helper_judges_words_behind_the_callers_back(background: BackgroundSpeller, news: News) -> None:
    assert wrong(background, "the cofee is gud") == []
    news.wait()
    assert wrong(background, "the cofee is gud") == ["cofee", "gud"]


def test_suggestions_come_as_a_future(background: BackgroundSpeller) -> None:
    assert background.suggest("cofee", "en").result(WAIT)[0] == "coffee"
    assert background.suggestions("cofee", "en", "")[0] == "coffee"
    assert background.suggest("cofee", "fy").result(WAIT) == ()


def test_the_helper_comes_back_after_a_crash(background: BackgroundSpeller, news: News, helper: HelperProcess) -> None:
    background.wrong(["gud"], "en", "")
    news.wait()
    first = helper.pid
    assert first is not None
    os.kill(first, signal.SIGTERM)
    background.wrong(["cofee"], "en", "")
    news.wait()
    assert background.wrong(["cofee", "coffee"], "en", "") == {"cofee"}
    assert helper.pid != first


def test_a_helper_that_never_answers_is_given_up_with_a_notice(shelf: DictionaryShelf) -> None:
    dead = BackgroundSpeller(shelf, helper=HelperProcess((sys.executable, "-c", "raise SystemExit(3)")))
    for word in ("cofee", "gud", "tee"):
        assert dead.suggest(word, "en").result(WAIT) == ()
    dead.suggest("kofe", "en").result(WAIT)
    assert [notice.reason for notice in dead.notices.take()] == ["the spelling helper keeps failing"]
    dead.close()


def test_an_added_dictionary_is_used_after_a_refresh(
    background: BackgroundSpeller, shelf: DictionaryShelf, news: News
) -> None:
    assert background.wrong(["goeie", "gooie"], "fy", "") == frozenset()
    assert [notice.language for notice in background.notices.take()] == ["fy"]
    folder = shelf.folders[0]
    (folder / "fy.aff").write_text("SET UTF-8\n", "utf-8")
    (folder / "fy.dic").write_text("1\ngoeie\n", "utf-8")
    background.refresh()
    news.wait()
    background.wrong(["goeie", "gooie"], "fy", "")
    news.wait()
    assert background.wrong(["goeie", "gooie"], "fy", "") == {"gooie"}


def test_a_closed_speller_answers_without_its_helper(background: BackgroundSpeller) -> None:
    background.close()
    assert background.wrong(["cofee"], "en", "") == frozenset()
    assert background.suggest("cofee", "en").result(WAIT) == ()
