"""The engine with the checks of this folder plugged in, on one careless reply."""

from datetime import UTC, date, datetime
from pathlib import Path

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext, PastReply
from reviewdesk_gui.checks.dictionaries import DictionaryShelf
from reviewdesk_gui.checks.factory import build_engine
from reviewdesk_gui.checks.language import LanguageRecogniser
from reviewdesk_gui.checks.leak import LeakCheck
from reviewdesk_gui.checks.leak_words import read_leak_words
from reviewdesk_gui.checks.promises import Promises
from reviewdesk_gui.checks.sameness import SamenessCheck, TwinSearch
from reviewdesk_gui.checks.speller import DirectSpeller
from reviewdesk_gui.checks.spelling import SpellingCheck
from reviewdesk_gui.checks.wrong_language import WrongLanguageCheck

RESOURCES = paths.resources()
RECOGNISER = LanguageRecogniser(RESOURCES / "recognition.toml")
TEXT = "Hello Anna, we are sorry for the cold soup in room 214. We will call you on Friday about the refunnd."


def test_every_check_has_its_say(tmp_path: Path) -> None:
    words = sorted({word.strip(".,").lower() for word in TEXT.split()} - {"refunnd", "214"})
    (tmp_path / "en_GB.aff").write_text("SET UTF-8\n", "utf-8")
    (tmp_path / "en_GB.dic").write_text("\n".join([str(len(words)), *words]) + "\n", "utf-8")
    twins, speller = TwinSearch(), DirectSpeller(DictionaryShelf([tmp_path]))
    names = {"sv": "Swedish", "en": "English"}
    engine = build_engine(
        RESOURCES,
        checks=lambda wording: [
            SpellingCheck(speller, wording, {}),
            SamenessCheck(twins, wording),
            LeakCheck(read_leak_words(RESOURCES / "leak.toml"), wording),
            WrongLanguageCheck(RECOGNISER.recognise, names.__getitem__, wording),
        ],
        promises=Promises(RESOURCES / "languages"),
        twins=twins,
        recognise=RECOGNISER,
    )
    context = CheckContext(
        author="Anna",
        review="Soppan var iskall och ingen bad om ursäkt till oss.",
        past=(PastReply(TEXT.replace("Anna", "Bo"), datetime(2026, 1, 5, tzinfo=UTC), "Google"),),
        today=date(2026, 3, 4),
    )
    report = engine.check(TEXT, context)
    assert {"spelling", "sameness", "leak", "language"} <= {finding.check for finding in report.findings}
    assert [(promise.kind.value, promise.due) for promise in report.promises] == [("call", date(2026, 3, 6))]
    assert report.twin is not None
    assert report.twin.share > 0.9
    language = next(finding for finding in report.findings if finding.check == "language")
    assert language.message == "The review is in Swedish, the reply in English."
