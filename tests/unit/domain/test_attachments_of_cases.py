"""Names of attachments, and the steps that add and remove them."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reviewdesk_gui.domain.attachment import LARGEST, Attachment, clean_name, kept_apart, orderly, size_words, too_big
from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.steps import StepError, attach, remove_attachment
from reviewdesk_gui.domain.timeline import EventKind

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 15, 12, tzinfo=UTC)


def case() -> Case:
    return Case(id="c1", review=Review(platform="google", received_at=NOON), type=CaseType.COMPLAINT)


def attachment(name: str, digit: str = "a") -> Attachment:
    return Attachment(name=name, size=3, sha256=digit * 64, added_at=NOON)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("photo.jpg", "photo.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Elin\\Чек за обід.pdf", "Чек за обід.pdf"),
        ('what?<now>|"really".png', "what__now___really_.png"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("con .jpg", "_con .jpg"),
        ("report.", "report"),
        (".profile", "profile"),
        ("in\nvoice\u202egpj.exe", "invoicegpj.exe"),
        ("half\udc80.png", "half.png"),
        ("e\u0301te\u0301.png", "été.png"),
        ("   ", "file"),
        ("..", "file"),
        ("a/", "a"),
    ],
)
def test_a_name_is_one_that_every_system_takes(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@given(st.text(max_size=400))
def test_a_clean_name_stays_as_it_is_and_leads_nowhere(name: str) -> None:
    clean = clean_name(name)
    assert clean_name(clean) == clean
    assert 0 < len(clean.encode()) <= 180
    assert not set(clean) & set('/\\<>:"|?*\0')
    assert clean.strip(". ") not in ("", ".", "..")


def test_a_long_name_keeps_its_ending() -> None:
    assert clean_name("ж" * 300 + ".jpeg").endswith("ж.jpeg")
    assert len(clean_name("x." + "y" * 300).encode()) == 180


def test_equal_names_are_kept_apart_whatever_their_case() -> None:
    assert kept_apart("photo.jpg", []) == "photo.jpg"
    assert kept_apart("photo.jpg", ["Photo.JPG"]) == "photo (2).jpg"
    assert kept_apart("photo.jpg", ["photo.jpg", "photo (2).jpg"]) == "photo (3).jpg"
    assert len(kept_apart("ж" * 88 + ".jpg", ["ж" * 88 + ".jpg"]).encode()) <= 180


def test_many_equal_names_out_of_a_foreign_hand_take_no_time() -> None:
    many = [replace(attachment("Photo.jpg"), sha256=f"{number:064x}") for number in range(5000)]
    begun = time.process_time()
    found = orderly([*many, many[0], attachment("photo.jpg", "b")])
    assert time.process_time() - begun < 2
    assert len({one.name.casefold() for one in found}) == len(found) == 5001
    assert [one.name for one in (found[0], found[1], found[-1])] == ["Photo.jpg", "Photo (2).jpg", "photo (5001).jpg"]


def test_sizes_are_said_as_people_say_them() -> None:
    assert [size_words(size) for size in (0, 999, 12_300, 3_440_000)] == ["0 bytes", "999 bytes", "12 KB", "3.4 MB"]


def test_a_file_that_is_too_big_is_told_with_both_sizes() -> None:
    assert "film.mov has 80.0 MB; a case takes files of up to 50 MB" in str(too_big("film.mov", 80_000_000))
    assert LARGEST == 50_000_000


def test_attaching_and_removing_are_steps_of_the_case() -> None:
    with_photo = attach(case(), attachment("../photo.jpg"), LATER)
    assert [(one.name, one.added_at) for one in with_photo.attachments] == [("photo.jpg", LATER)]
    both = attach(with_photo, attachment("Photo.jpg", "b"), LATER)
    assert [one.name for one in both.attachments] == ["photo.jpg", "Photo (2).jpg"]
    left = remove_attachment(both, "a" * 64, LATER)
    assert [one.name for one in left.attachments] == ["Photo (2).jpg"]
    assert [(event.kind, event.text) for event in left.timeline] == [
        (EventKind.ATTACHED, "photo.jpg"),
        (EventKind.ATTACHED, "Photo (2).jpg"),
        (EventKind.ATTACHMENT_REMOVED, "photo.jpg"),
    ]


def test_the_same_file_is_not_attached_twice() -> None:
    once = attach(case(), attachment("photo.jpg"), NOON)
    with pytest.raises(StepError, match=r"IMG_1\.jpg is attached already, as photo\.jpg\."):
        attach(once, attachment("IMG_1.jpg"), NOON)


def test_what_is_not_attached_cannot_be_removed() -> None:
    with pytest.raises(StepError, match="not attached any more"):
        remove_attachment(case(), "a" * 64, NOON)
