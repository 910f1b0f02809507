"""The learnt judge of single sentences: what it adds to the rules, and that it can be learnt again."""

import math
from array import array
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from build_script import load_script

from reviewdesk_gui import paths
from reviewdesk_gui.checks.contacts import find_contacts
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.examples import examples_of
from reviewdesk_gui.checks.factory import build_engine
from reviewdesk_gui.checks.moves import scan
from reviewdesk_gui.checks.packs import load_pack
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.sentence_features import (
    NUMBERS,
    neighbours_of,
    numbers_of,
    pieces_of,
    without_addresses,
    words_of,
)
from reviewdesk_gui.checks.sentence_model import LazyModel, ModelFile, MoveWeights, Weights, read_model
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.finding import Move

LANGUAGES = paths.resources() / "languages"
CODES = sorted(path.parent.name for path in LANGUAGES.glob("*/pack.toml"))


@pytest.fixture(scope="module")
def trainer() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        yield load_script("train_sentences", patch)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return build_engine(paths.resources())


def weights(**features: int) -> bytes:
    """Weights of pieces of words, each by its letters."""
    table = array("b", bytes(NUMBERS))
    for piece, weight in features.items():
        table[pieces_of(piece)[0]] = weight
    return table.tobytes()


def model_file(folder: Path, content: bytes) -> Path:
    path = folder / "sentences.msgpack"
    path.write_bytes(content)
    return path


def test_pieces_and_neighbours_add_up_and_longer_sentences_need_more(tmp_path: Path) -> None:
    words = neighbours_of([numbers_of(word) for word in words_of("mend it")])
    table = array("b", weights(mend=100))
    table[words[2]] += 50
    moves = {
        "resolution": MoveWeights(-0.1, 0.0, 0.01, table.tobytes(), -1.0, False),
        "offline": MoveWeights(0.0, 1.0, 1.0, bytes(NUMBERS), -1.0, True),
    }
    model = read_model(model_file(tmp_path, msgspec.msgpack.encode(ModelFile("here", moves, {}))))
    near, far = model.scores("we mend it"), model.scores("we mend it and then it rained on the roof of the house")
    assert model.moves == ("resolution", "offline")
    assert (model.least, model.doubted) == ((0.0, 1.0), (-1.0, -1.0))
    assert model.last == (False, True)
    assert near[0] > far[0] > -0.1
    assert near[0] > model.scores("we mend")[0] > model.scores("we lend")[0]
    assert near[1] == 0


@pytest.mark.parametrize("said", ["", "?", "1.", "mend", "12 mend!"])
def test_what_is_no_sentence_is_not_judged(said: str) -> None:
    model = read_model(LANGUAGES / "en" / "sentences.msgpack")
    assert set(model.scores(said)) == {-math.inf}


def test_a_sentence_of_very_many_words_is_summed_as_any_other(tmp_path: Path) -> None:
    most = array("b", [127] * NUMBERS).tobytes()
    least = array("b", [-127] * NUMBERS).tobytes()
    moves = {
        "resolution": MoveWeights(0.0, 0.0, 1.0, most, -1.0, False),
        "offline": MoveWeights(0.0, 0.0, 1.0, least, -1.0, False),
    }
    model = read_model(model_file(tmp_path, msgspec.msgpack.encode(ModelFile("here", moves, {}))))
    up, down = model.scores(" ".join(f"word{chr(97 + number % 26)}{number}" for number in range(200)))
    assert up == -down > 127


def test_more_scores_than_are_summed_at_once(tmp_path: Path) -> None:
    each = {name: weights(**{name: 10 * place}) for place, name in enumerate(("mend", "call", "send", "give"), 1)}
    moves = {name: MoveWeights(0.0, 0.0, 1.0, table, -1.0, False) for name, table in each.items()}
    faults = {"attack": Weights(0.0, -0.5, 1.0, weights(liar=50))}
    model = read_model(model_file(tmp_path, msgspec.msgpack.encode(ModelFile("here", moves, faults))))
    assert (model.faults, model.least) == (("attack",), (0.0, 0.0, 0.0, 0.0, -0.5))
    for place, name in enumerate((*each, "liar")):
        scores = model.scores(f"xx {name}")
        assert [score > 0 for score in scores] == [place == other for other in range(5)]


def test_words_that_stand_near_count_in_their_order() -> None:
    def numbers(said: str) -> set[int]:
        return set(neighbours_of([numbers_of(word) for word in words_of(said)]))

    near, turned = numbers("the chair that we bought is mended"), numbers("mended the chair that we bought is")
    assert len(near & numbers("a chair of ours was mended")) > len(turned & numbers("a chair of ours was mended"))


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Write to anna@salon-lis.ua or https://x.example/a?b, please.", "Write to @ or www, please."),
        ("We are @corner_cafe on Instagram.", "We are @ on Instagram."),
        ("Ring +46 31 123 45 67 at Elm Street 5.", "Ring +46 31 123 45 67 at Elm Street 5."),
    ],
)
def test_what_an_address_is_made_of_says_nothing(said: str, read: str) -> None:
    assert without_addresses(said, find_contacts(said, said.lower()), 0, len(said)) == read
    behind = said.index(" ") + 1
    assert without_addresses(said, find_contacts(said, said.lower()), behind, len(said)) == read[behind:]


def test_a_language_without_a_judge_has_none(tmp_path: Path) -> None:
    assert LazyModel(tmp_path / "sentences.msgpack")() is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        msgspec.msgpack.encode([]),
        msgspec.msgpack.encode({"learnt_from": "here", "moves": {"offline": {"base": 0.0, "least": 0.0, "unit": 1.0}}}),
        msgspec.msgpack.encode(ModelFile("here", {"offline": MoveWeights(0.0, 0.0, 1.0, bytes(7), -1.0, False)}, {})),
        msgspec.msgpack.encode(ModelFile("here", {}, {"attack": Weights(0.0, 0.0, 1.0, bytes(7))})),
    ],
)
def test_a_broken_judge_is_named(tmp_path: Path, content: bytes) -> None:
    path = model_file(tmp_path, content)
    with pytest.raises(DataFileError, match=r"sentences\.msgpack"):
        read_model(path)


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_a_judge_of_the_same_moves(code: str) -> None:
    model = read_model(LANGUAGES / code / "sentences.msgpack")
    assert model.moves == ("resolution", "offline", "contact", "signature")
    assert model.last == (False, False, False, True)
    assert model.faults == ("attack",)


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
        ("Dear Anna,\nOur chat was down all Monday.", False),
    ],
)
def test_a_step_is_told_from_its_look_alike(engine: Engine, text: str, resolves: bool) -> None:
    report = engine.check(text, CheckContext(language="en", author="Anna"))
    assert (report.move(Move.RESOLUTION) is not None) is resolves


def test_a_rule_does_not_count_where_the_sentence_only_looks_like_a_step(engine: Engine) -> None:
    text = "Dear Anna,\nThe fare was raised in spring after two years without a change."
    pack = load_pack(LANGUAGES / "en")
    ruled, _ = scan(prepare(text, "en", pack.abbreviations), CheckContext(language="en"), pack)
    assert Move.RESOLUTION in ruled
    assert engine.check(text, CheckContext(language="en", author="Anna")).move(Move.RESOLUTION) is None


@pytest.mark.parametrize(("code", "said"), [("en", "Repaired."), ("de", "Ausgetauscht."), ("ru", "Исправили.")])
def test_a_step_in_one_word_is_not_doubted(code: str, said: str, engine: Engine) -> None:
    hit = engine.check(f"Anna!\n{said}", CheckContext(language=code, author="Anna")).move(Move.RESOLUTION)
    assert hit is not None


def test_a_step_in_other_letters_than_the_languages_own_is_not_doubted(engine: Engine) -> None:
    text = "Разбираме колко неприятно е било., maslata e smeneno Съжаляваме, че възглавниците дойдоха смачкани."
    assert engine.check(text, CheckContext(language="bg")).move(Move.RESOLUTION)


def test_only_the_last_sentence_may_sign(engine: Engine) -> None:
    signed = "Dear Anna,\nBig hug from the girls at Petal & Stem"
    more = f"{signed}\nWe work hard to be better every day."
    context = CheckContext(language="en", author="Anna")
    hit = engine.check(signed, context).move(Move.SIGNATURE)
    assert hit is not None
    assert hit.span is not None
    assert hit.span.of(signed) == "Big hug from the girls at Petal & Stem"
    assert engine.check(more, context).move(Move.SIGNATURE) is None


@pytest.mark.parametrize(
    ("code", "said", "hurts"),
    [
        ("en", "Perhaps next time you could leave the cooking to those who can taste.", True),
        ("en", "You had three weeks to look at the quote and chose not to.", True),
        ("en", "We were slow on Sunday and you told us so kindly.", False),
        ("en", "You chose the blue one and it suits your kitchen.", False),
        ("sv", "Det är lätt att gnälla när man inte ens har läst villkoren.", True),
        ("sv", "Du läste villkoren rätt, det var vi som hade fel.", False),
    ],
)
def test_an_attack_that_no_rule_words_is_shown_as_a_sentence(engine: Engine, code: str, said: str, hurts: bool) -> None:
    text = f"Anna!\n{said}"
    report = engine.check(text, CheckContext(language=code, author="Anna"))
    assert [f.span.of(text) for f in report.findings if f.rule == "attack.sentence" and f.span] == [said] * hurts
    assert report.needs_second_look is hurts


def test_where_a_rule_says_why_a_sentence_hurts_the_judge_is_silent(engine: Engine) -> None:
    report = engine.check("You are a liar and you know it.", CheckContext(language="en"))
    assert [finding.rule for finding in report.findings if finding.check == "attack"] != []
    assert "attack.sentence" not in [finding.rule for finding in report.findings]


@pytest.mark.parametrize("code", CODES)
def test_no_example_that_a_rule_must_find_is_doubted(code: str, engine: Engine) -> None:
    pack = load_pack(LANGUAGES / code, examples=True)
    must = [
        (rule.check, example)
        for rule, example, wanted in examples_of(pack)
        if wanted and rule.kind == "presence" and rule.check in ("resolution", "offline")
    ]
    assert must
    lost = [
        example.text
        for check, example in must
        if engine.check(example.text, CheckContext(language=code, author=example.author)).move(Move(check)) is None
    ]
    assert lost == []


@pytest.mark.parametrize("code", CODES)
def test_the_shipped_judge_was_learnt_from_the_sentences_as_they_stand(code: str, trainer: ModuleType) -> None:
    shipped = msgspec.msgpack.decode((LANGUAGES / code / "sentences.msgpack").read_bytes(), type=ModelFile)
    assert shipped.learnt_from == trainer.stamp(code)


@pytest.mark.slow
def test_learning_again_gives_the_same_judge(trainer: ModuleType) -> None:
    shipped = (LANGUAGES / "fy" / "sentences.msgpack").read_bytes()
    assert trainer.model_of("fy") == shipped


@pytest.mark.parametrize("line", ["R The chair is mended.", "R\t ", "-"])
def test_a_training_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, trainer: ModuleType) -> None:
    path = tmp_path / "xx.txt"
    path.write_text(f"# a note\n\nR\tThe chair is mended.\n{line}\n", "utf-8")
    with pytest.raises(DataFileError, match=r"xx\.txt.*4"):
        trainer.read_sentences(path)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "Thank you for your message in the chat."),
        ("en", "You confirmed the colour on WhatsApp."),
        ("de", "Das Kontaktformular haben Sie an einem Sonntag ausgefüllt."),
        ("nl", "Bedankt voor je berichtje op Messenger."),
        ("fy", "Betanke foar jo berjocht op Messenger."),
        ("sv", "Färgen bekräftade du på WhatsApp."),
        ("bg", "Благодарим за съобщението Ви в Messenger."),
        ("ru", "Форму на сайте мы исправили."),
        ("uk", "Форму на сайті ми виправили."),
    ],
)
def test_a_channel_that_is_only_told_of_is_none_to_use(code: str, told: str, engine: Engine) -> None:
    said = engine.check(told, CheckContext(language=code))
    assert (said.move(Move.CONTACT), said.move(Move.OFFLINE)) == (None, None)


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("en", "We have written to you on WhatsApp, please answer us there on WhatsApp."),
        ("de", "Füllen Sie bitte das Kontaktformular auf unserer Webseite aus."),
        ("sv", "Skriv till oss på WhatsApp."),
        ("ru", "Заполните форму на сайте."),
    ],
)
def test_a_channel_to_use_stays_one(code: str, named: str, engine: Engine) -> None:
    assert engine.check(named, CheckContext(language=code)).move(Move.CONTACT) is not None
