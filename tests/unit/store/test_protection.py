"""A desk under a pass-phrase: nothing readable at rest, clear words for a wrong phrase."""

import shutil

import pytest

from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.errors import DeskError, PhraseNeededError, WrongPhraseError
from reviewdesk_gui.store.keys import is_protected
from reviewdesk_gui.store.restoring import restore

PHRASE = "zeven soepen op dinsdag"


@pytest.fixture
def protected(desk_path, make_case):
    """A desk that was filled in the open, had a backup, a draft and a journal, and then was protected."""
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
    with Desk.open(desk_path) as desk:
        desk.save([make_case(2)])
        desk.save_draft("c2", "Beste Gast")
        assert desk.protection.set(PHRASE) == []
        desk.save([make_case(3)])
        desk.save_draft("c3", "Lieve Gast")
        desk.wait()
        shutil.copytree(desk_path.parent, desk_path.parent.with_name("killed"))
    return desk_path


def all_bytes(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("folder", ["shop", "killed"])
def test_nothing_can_be_read_at_rest(protected, folder):
    everything = all_bytes(protected.parent.with_name(folder))
    for word in (b"Gast", b"Soep", b"Beste", b"Lieve", b"Lunch", b"google"):
        assert word not in everything


def test_a_killed_protected_desk_has_everything(protected, make_case):
    killed = protected.parent.with_name("killed") / "desk.json"
    with Desk.open(killed, passphrase=PHRASE) as desk:
        assert {case.id: case.draft for case in desk.cases()} == {"c1": "", "c2": "Beste Gast", "c3": "Lieve Gast"}
        assert desk.notices == ()


def test_the_phrase_is_asked_for_and_checked(protected):
    assert is_protected(protected)
    with pytest.raises(PhraseNeededError, match="protected"):
        Desk.open(protected)
    with pytest.raises(WrongPhraseError, match="does not open this desk"):
        Desk.open(protected, passphrase="zeven soepen op maandag")
    with Desk.open(protected, passphrase=PHRASE) as desk:
        assert len(desk.cases()) == 3


def test_changing_the_phrase_rewrites_no_data(protected):
    before = protected.read_bytes()
    with Desk.open(protected, passphrase=PHRASE) as desk:
        with pytest.raises(WrongPhraseError):
            desk.protection.change("wrong wrong", "a fine new phrase")
        desk.protection.change(PHRASE, "a fine new phrase")
    assert protected.read_bytes() == before
    with pytest.raises(WrongPhraseError):
        Desk.open(protected, passphrase=PHRASE)
    with Desk.open(protected, passphrase="a fine new phrase") as desk:
        assert len(desk.cases()) == 3
        assert desk.backups.all()[0].manifest.protected
        desk.backups.go_back(desk.backups.all()[0].path)
        assert [case.id for case in desk.cases()] == ["c1"]


def test_a_lost_key_file_does_not_lose_the_desk(protected):
    protected.with_name("desk.json.key").unlink()
    with Desk.open(protected, passphrase=PHRASE) as desk:
        assert len(desk.cases()) == 3


def test_taking_the_phrase_away_makes_everything_plain_again(protected, make_case):
    with Desk.open(protected, passphrase=PHRASE) as desk:
        with pytest.raises(WrongPhraseError):
            desk.protection.remove("wrong wrong")
        assert desk.protection.remove(PHRASE) == []
        desk.save([make_case(4)])
    assert not is_protected(protected)
    with Desk.open(protected) as desk:
        assert len(desk.cases()) == 4
        assert not desk.backups.all()[0].manifest.protected


def test_a_short_phrase_is_refused(desk_path):
    with Desk.open(desk_path) as desk:
        with pytest.raises(DeskError, match="at least 8"):
            desk.protection.set("kort")
        assert not desk.protection.is_on


def test_a_flipped_byte_in_a_protected_desk_loses_nothing(protected, make_case):
    data = bytearray(protected.read_bytes())
    data[-40] ^= 1
    protected.write_bytes(data)
    with Desk.open(protected, passphrase=PHRASE) as desk:
        assert len(desk.cases()) == 3
        assert "its former copy and the journal were opened" in desk.notices[0]


def test_a_protected_backup_opens_on_a_new_laptop_with_its_phrase(protected, tmp_path):
    target = tmp_path / "out.zip"
    with Desk.open(protected, passphrase=PHRASE) as desk:
        desk.backups.job(target)()
    laptop = tmp_path / "laptop" / "desk.json"
    with pytest.raises(PhraseNeededError):
        restore(target, laptop)
    with pytest.raises(WrongPhraseError):
        restore(target, laptop, backup_phrase="something else")
    assert not laptop.exists()
    restore(target, laptop, backup_phrase=PHRASE)
    with Desk.open(laptop, passphrase=PHRASE) as desk:
        assert len(desk.cases()) == 3


def test_a_protected_backup_goes_into_an_open_desk(protected, tmp_path):
    target = tmp_path / "out.zip"
    with Desk.open(protected, passphrase=PHRASE) as desk:
        desk.backups.job(target)()
    with Desk.open(tmp_path / "other" / "desk.json") as desk:
        desk.backups.go_back(target, PHRASE)
        assert len(desk.cases()) == 3
        assert not desk.protection.is_on


def test_the_same_phrase_in_another_unicode_form_shows_the_desk(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)])
        desk.save_draft("c2", "Beste Gast")
        desk.protection.set("Gr\u00f6nsakssoppa")
    with Desk.open(desk_path, passphrase="Gro\u0308nsakssoppa") as desk:
        assert {case.id: (case.review.author, case.draft) for case in desk.cases()} == {
            "c1": ("Gast 1", ""),
            "c2": ("Gast 2", "Beste Gast"),
        }
        assert desk.notices == ()
