"""What patterns may say, so that they mean the same on every Python from 3.11 on."""

import re

import pytest

from reviewdesk_gui import paths

# Before 3.11.5 a possessive group could keep half of its last turn (CPython issue 106052).
_POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")
ROOT = paths.resources().parent
FILES = sorted(
    str(path.relative_to(ROOT))
    for path in (*(ROOT / "reviewdesk_gui").rglob("*.py"), *(ROOT / "resources" / "languages").rglob("*.toml"))
)


@pytest.mark.parametrize("name", [name for name in FILES if "checks" in name or name.endswith(".toml")])
def test_no_group_is_possessive(name: str) -> None:
    assert _POSSESSIVE_GROUP.findall((ROOT / name).read_text("utf-8")) == []
