"""The shipped data files are whole, and a broken one is told with file and line."""

from pathlib import Path

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.finding import Move
from reviewdesk_gui.domain.platform import LimitUnit, parse_platforms
from reviewdesk_gui.domain.policy import Need, parse_policies
from reviewdesk_gui.domain.shop import parse_shop

PLATFORMS = paths.resources() / "platforms.toml"
POLICIES = paths.resources() / "policies.toml"


def test_google_counts_bytes() -> None:
    google = parse_platforms(PLATFORMS.read_text("utf-8"), PLATFORMS)["google"]
    assert (google.limit, google.unit) == (4096, LimitUnit.BYTES)
    assert google.length("Привет") == 12


def test_only_sourced_limits_are_shipped() -> None:
    platforms = parse_platforms(PLATFORMS.read_text("utf-8"), PLATFORMS)
    limits = {platform.id: platform.limit for platform in platforms.values() if platform.limit}
    assert limits == {
        "google": 4096,
        "google_play": 350,
        "app_store": 5970,
        "microsoft_store": 1000,
        "wildberries": 5000,
    }


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[[platform]]\nid = "x"\nname = "X"\nlimit = 5\n', 2, "a limit needs a source"),
        ('[[platform]]\nid = "x"\nname = "X"\ncolour = 1\n', 2, "colour"),
        ('[[platform]]\nid = "x"\nname = "X"\n[[platform]]\nid = "x"\nname = "Y"\n', 2, "stands twice"),
        ('[[platform]]\nid = "x"\nname = "X"\nbanned = ["cats"]\n', 2, "cats"),
        ('[[platform]]\nid = "x\n', 2, "Illegal character"),
    ],
)
def test_a_broken_platform_file_names_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(DataFileError, match=words) as caught:
        parse_platforms(text, "platforms.toml")
    assert caught.value.line == line
    assert str(caught.value).startswith("platforms.toml:")


def test_praise_is_not_asked_for_an_apology_and_complaints_are() -> None:
    policies = parse_policies(POLICIES.read_text("utf-8"), POLICIES)
    assert policies[CaseType.PRAISE].need(Move.APOLOGY, None, author_known=True) is Need.SHUNS
    assert policies[CaseType.COMPLAINT].need(Move.APOLOGY, None, author_known=True) is Need.NEEDS


def test_no_contact_is_asked_where_the_platform_bans_it_and_no_name_of_an_unknown_author() -> None:
    policies = parse_policies(POLICIES.read_text("utf-8"), POLICIES)
    tripadvisor = parse_platforms(PLATFORMS.read_text("utf-8"), PLATFORMS)["tripadvisor"]
    complaint = policies[CaseType.COMPLAINT]
    assert complaint.need(Move.CONTACT, tripadvisor, author_known=True) is Need.FREE
    assert complaint.need(Move.NAME, None, author_known=False) is Need.FREE
    assert complaint.need(Move.NAME, None, author_known=True) is Need.WANTS


def test_contact_is_wanted_where_the_platform_advises_it() -> None:
    policies = parse_policies(POLICIES.read_text("utf-8"), POLICIES)
    yandex = parse_platforms(PLATFORMS.read_text("utf-8"), PLATFORMS)["yandex"]
    assert policies[CaseType.PRAISE].need(Move.CONTACT, yandex, author_known=True) is Need.WANTS


def test_a_policy_file_without_a_type_or_with_an_unknown_move_is_refused(tmp_path: Path) -> None:
    whole = POLICIES.read_text("utf-8")
    with pytest.raises(DataFileError, match="no policy for the type question"):
        parse_policies(whole[: whole.index("[question]")], POLICIES)
    with pytest.raises(DataFileError, match="policy praise"):
        parse_policies(whole.replace('"thanks"]', '"hugs"]', 1), POLICIES)


def test_a_shop_profile_with_wrong_hours_names_the_line() -> None:
    assert parse_shop('name = "A"\n[hours]\nmonday = ["07:00", "18:00"]\n', "shop.toml").hours[0].opens.hour == 7
    with pytest.raises(DataFileError, match="hours are written as"):
        parse_shop('name = "A"\n[hours]\nmonday = ["7", "18"]\n', "shop.toml")
