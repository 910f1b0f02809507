"""Trigger words that are kept beside a pack: they make loading faster and change nothing else."""

import shutil
from pathlib import Path

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.pack_triggers import NAME
from reviewdesk_gui.checks.packs import keep_triggers, load_pack
from reviewdesk_gui.checks.trigger_table import TriggerTable
from reviewdesk_gui.domain.errors import DataFileError

LANGUAGES = paths.resources() / "languages"
CODES = sorted(path.parent.name for path in LANGUAGES.glob("*/pack.toml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the German pack with its triggers as they stand now."""
    copy = tmp_path / "de"
    shutil.copytree(LANGUAGES / "de", copy)
    keep_triggers(copy, load_pack(copy, examples=True))
    return copy


def table_in(folder: Path) -> TriggerTable:
    return load_pack(folder).index.table


@pytest.mark.parametrize("code", CODES)
def test_the_shipped_triggers_are_those_of_the_pack(code: str, tmp_path: Path) -> None:
    shipped = (LANGUAGES / code / NAME).read_text("utf-8")
    copy = tmp_path / code
    shutil.copytree(LANGUAGES / code, copy)
    keep_triggers(copy, load_pack(copy, examples=True))
    assert shipped == (copy / NAME).read_text("utf-8"), "run: python -m reviewdesk_gui.checks.packs"


def test_kept_and_looked_for_triggers_are_the_same(folder: Path) -> None:
    kept = table_in(folder)
    (folder / NAME).unlink()
    assert table_in(folder) == kept


@pytest.mark.parametrize("text", ["", "[1]", '{"stamp":"other","table":{"words":{},"users":[{},{},{}],"leads":[]}}'])
def test_triggers_that_cannot_be_used_are_passed_over(folder: Path, text: str) -> None:
    kept = table_in(folder)
    (folder / NAME).write_text(text, "utf-8")
    assert table_in(folder) == kept


def test_a_phrase_that_was_changed_since_is_read_and_refused(folder: Path) -> None:
    apology = folder / "apology.toml"
    apology.write_text(apology.read_text("utf-8").replace("phrases = [", 'phrases = ["<nobody> sorry", ', 1), "utf-8")
    with pytest.raises(DataFileError, match="no list <nobody>"):
        load_pack(folder)
