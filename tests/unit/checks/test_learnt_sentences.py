"""The learnt judge of single sentences: what it adds to the rules, and that it can be learnt again."""

import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from build_script import SCRIPTS, load_script

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.factory import build_engine
from reviewdesk_gui.checks.sentence_model import LazyModel, read_model
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.finding import Move

LANGUAGES = paths.resources() / "languages"
CODES = sorted(path.parent.name for path in LANGUAGES.glob("*/pack.toml"))
TRAINING = SCRIPTS / "training"


@pytest.fixture(scope="module")
def trainer() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        yield load_script("train_sentences", patch)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return build_engine(paths.resources())


def model_file(folder: Path, text: str) -> Path:
    path = folder / "sentences.json"
    path.write_text(text, "utf-8")
    return path


def test_pieces_and_neighbours_add_up_and_longer_sentences_need_more(tmp_path: Path) -> None:
    model = read_model(
        model_file(
            tmp_path,
            '{"learnt_from":"here","moves":["resolution","offline"],"base":[-100,0],"least":[0,1],'
            '"weights":{"<mend":[1000,0],"we+mend":[500,0],"call ?":[0,-2000]}}',
        )
    )
    near, far = model.scores("we mend it"), model.scores("we mend it and then it rained on the roof of the house")
    assert model.moves == ("resolution", "offline")
    assert near[0] > far[0] > -0.1
    assert model.scores("mend")[0] > -0.1 > model.scores("lend")[0] - 0.1
    assert near[1] == 0
    assert model.scores("can you call?")[1] < 0


def test_a_language_without_a_judge_has_none(tmp_path: Path) -> None:
    assert LazyModel(tmp_path / "sentences.json")() is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"learnt_from":"here","moves":["offline"],"base":[0],"least":[0]}',
        '{"learnt_from":"here","moves":["offline"],"base":[0],"least":[0],"weights":{"a":["b"]}}',
        '{"learnt_from":"here","moves":["offline"],"base":[0],"least":[0],"weights":{"a":[1,2]}}',
        '{"learnt_from":"here","moves":["offline"],"base":[],"least":[0],"weights":{}}',
    ],
)
def test_a_broken_judge_is_named(tmp_path: Path, text: str) -> None:
    path = model_file(tmp_path, text)
    with pytest.raises(DataFileError, match=r"sentences\.json"):
        read_model(path)


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_a_judge_of_the_same_moves(code: str) -> None:
    assert read_model(LANGUAGES / code / "sentences.json").moves == ("resolution", "offline")


def test_the_sentence_that_the_judge_took_is_shown(engine: Engine) -> None:
    text = "Dear Anna,\nThank you for telling us.\nYour lamp has gone back to the workshop. Kind regards, Team Elm"
    hit = engine.check(text, CheckContext(language="en", author="Anna")).move(Move.RESOLUTION)
    assert hit is not None
    assert hit.span is not None
    assert hit.span.of(text) == "Your lamp has gone back to the workshop."


@pytest.mark.parametrize(
    ("text", "resolves"),
    [
        ("Dear Anna,\nWe look forward to welcoming you on board!", False),
        ("Dear Anna,\nI have passed your words on to the captain.", True),
        ("Dear Anna,\nFeature requests are collected and weighed up every quarter.", False),
        ("Dear Anna,\nYour request has been collected and weighed up, it comes in the next version.", True),
    ],
)
def test_a_step_is_told_from_its_look_alike(engine: Engine, text: str, resolves: bool) -> None:
    report = engine.check(text, CheckContext(language="en", author="Anna"))
    assert (report.move(Move.RESOLUTION) is not None) is resolves


@pytest.mark.parametrize("code", CODES)
def test_the_shipped_judge_was_learnt_from_the_sentences_as_they_stand(code: str, trainer: ModuleType) -> None:
    shipped = json.loads((LANGUAGES / code / "sentences.json").read_text("utf-8"))
    assert shipped["learnt_from"] == trainer.stamp(TRAINING / f"{code}.txt")


@pytest.mark.slow
def test_learning_again_gives_the_same_judge(trainer: ModuleType) -> None:
    shipped = (LANGUAGES / "fy" / "sentences.json").read_text("utf-8")
    assert trainer.model_of(TRAINING / "fy.txt") == shipped


@pytest.mark.parametrize("line", ["R The chair is mended.", "R\t ", "-"])
def test_a_training_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, trainer: ModuleType) -> None:
    path = tmp_path / "xx.txt"
    path.write_text(f"# a note\n\nR\tThe chair is mended.\n{line}\n", "utf-8")
    with pytest.raises(DataFileError, match=r"xx\.txt.*4"):
        trainer.read_sentences(path)
