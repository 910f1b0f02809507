"""By which words an author may be called, and how a name is put into an address."""

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.inserts import address, first_name
from reviewdesk_gui.checks.nameforms import author_forms, is_form_of, vocative
from reviewdesk_gui.checks.pack import Names
from reviewdesk_gui.checks.packs import load_pack

NAMES = Names(
    diminutives={"margaret": ("peggy",)},
    vocative=(("а", "о"), ("ія", "іє"), ("я", "ю"), ("р", "ре"), ("ігор", "ігорю"), ("й", "ю")),
)


@pytest.fixture(scope="module")
def german():
    return load_pack(paths.resources() / "languages" / "de")


@pytest.mark.parametrize("word", ["margaret", "holm", "peggy", "margareeeet", "peggy-pie", "margarets"])
def test_forms_of_the_author(word):
    assert is_form_of(word, author_forms("Margaret Holm", NAMES))


@pytest.mark.parametrize("word", ["mar", "holiday", "gb", "peg-board", "google"])
def test_other_words_are_no_form(word):
    assert not is_form_of(word, author_forms("Margaret Holm GB", NAMES))


def test_an_author_of_two_letters_keeps_them():
    assert "gb" in author_forms("GB", NAMES)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Олена", "Олено"),
        ("Марія", "Маріє"),
        ("Катя", "Катю"),
        ("Віктор", "Вікторе"),
        ("Ігор", "Ігорю"),
        ("Андрій", "Андрію"),
        ("Anna", "Anna"),
        ("Любов", "Любов"),
    ],
)
def test_the_longest_ending_makes_the_vocative(name, called):
    assert vocative(name, NAMES) == called


@pytest.mark.parametrize(
    ("author", "called"),
    [
        ("Sabine Kern", "Sabine"),
        ("sabine", "Sabine"),
        ("SABINE KERN", "Sabine"),
        ("Frau Dr. Kern", "Frau Dr. Kern"),
        ("Fam. Kern", "Fam. Kern"),
        ("kern_88", ""),
        ("", ""),
    ],
)
def test_what_to_call_an_author_by(german, author, called):
    assert first_name(author, german) == called
    assert address(author, german) == called
