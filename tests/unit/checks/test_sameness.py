"""How much of a draft stands in an earlier reply, and which one is named."""

import os
import random
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext, PastReply
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.sameness import SamenessCheck, TwinSearch
from reviewdesk_gui.checks.sameness_index import SamenessIndex, telling_sentences
from reviewdesk_gui.checks.wording import load_wording

SOUP = "We are sorry that the soup came cold. The kitchen now checks every plate before it leaves."
BIKE = "Your bike is ready again and the brake cable is new. Come by any day until six."
ANY: Any = None


def closest(text: str, *past: str) -> float:
    twin = SamenessIndex([PastReply(reply) for reply in past]).closest(fold(text))
    return twin.share if twin else 0.0


def test_another_name_and_signature_do_not_make_it_another_text() -> None:
    assert closest(f"Hello Berta!\n{SOUP}\n\nKind regards\nMia", f"Dear Adam,\n{SOUP}\nBest wishes, Olle") == 1.0


def test_a_different_text_with_the_same_frame_is_no_twin() -> None:
    assert closest(f"Hello Berta!\n{BIKE}\nKind regards\nMia", f"Hello Adam!\n{SOUP}\nKind regards\nMia") < 0.3


def test_half_of_a_text_counts_half() -> None:
    assert closest(f"{SOUP} {BIKE}", SOUP) == pytest.approx(0.5, abs=0.1)


def test_the_order_of_sentences_does_not_matter() -> None:
    first, second = SOUP.split(". ")
    assert closest(f"{second} {first}.", SOUP) > 0.95


def test_a_reworded_sentence_is_still_the_same_one() -> None:
    assert closest(SOUP.replace("every plate", "each plate").replace("sorry", "so sorry"), SOUP) > 0.9


def test_a_draft_that_has_only_begun_is_not_compared() -> None:
    assert SamenessIndex([PastReply(SOUP)]).closest("we are sorry that") is None


def test_only_telling_sentences_count() -> None:
    found = telling_sentences("Hej Åsa!\nTack för ditt vänliga ord. Mejla oss på a@b.example nu då.\nMvh")
    assert [sentence.words for sentence in found] == ["tack for ditt vanliga ord", "mejla oss pa nu da"]


def test_the_twin_is_the_same_in_every_start_of_the_program() -> None:
    script = (
        "from reviewdesk_gui.checks.sameness_index import telling_sentences as sentences;"
        "print(sorted(sentences('We mend your coffee machine today.')[0].runs))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_the_twin_among_thousands_is_found() -> None:
    words = [f"w{number:x}" for number in range(3000)]
    words = ["".join(chr(97 + int(digit, 36) % 26) for digit in word) for word in words]
    chance = random.Random(7)
    past = tuple(PastReply(". ".join(" ".join(chance.choices(words, k=9)) for _ in range(5))) for _ in range(3000))
    twin = TwinSearch().closest("Hi you! " + past[1234].text, past)
    assert twin is not None
    assert (twin.reply, twin.share) == (past[1234], 1.0)


def test_a_reply_that_came_after_the_draft_was_read_is_found() -> None:
    index = SamenessIndex([PastReply(BIKE)])
    assert index.closest(fold(SOUP)) is None
    index.add(PastReply(SOUP))
    twin = index.closest(fold(SOUP))
    assert twin
    assert twin.reply.text == SOUP


def test_a_reply_that_was_taken_away_is_no_twin_any_more() -> None:
    search, soup, bike = TwinSearch(), PastReply(SOUP), PastReply(BIKE)
    assert search.closest(SOUP, (soup, bike)) is not None
    assert search.closest(SOUP, (bike,)) is None
    twin = search.closest(SOUP, (bike, soup))
    assert twin is not None
    assert twin.reply == soup


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        (
            PastReply(SOUP, datetime(2026, 2, 3, 9, tzinfo=UTC), "Google"),
            "100 % of this stands in your reply of 2026-02-03",
        ),
        (PastReply(SOUP), "100 % of this stands in an earlier reply"),
    ],
)
def test_the_finding_names_share_date_and_platform(past: PastReply, expected: str) -> None:
    check = SamenessCheck(TwinSearch(), load_wording(paths.resources() / "wording", "en"))
    (finding,) = check(prepare(SOUP, "en"), CheckContext(past=(past,), twin_share=0.8), ANY)
    assert expected in finding.message
    assert (finding.severity, finding.why, finding.span) == ("should", "P20", None)


def test_under_the_owners_mark_nothing_is_said() -> None:
    check = SamenessCheck(TwinSearch(), load_wording(paths.resources() / "wording", "en"))
    context = CheckContext(past=(PastReply(SOUP),), twin_share=0.8)
    assert list(check(prepare(f"{SOUP} {BIKE}", "en"), context, ANY)) == []
