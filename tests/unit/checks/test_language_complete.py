"""The engine with every check, on one careless reply."""

from datetime import UTC, date, datetime
from pathlib import Path

from reviewdesk_gui import paths
from reviewdesk_gui.checks.case_reader import CaseReader
from reviewdesk_gui.checks.complete import build_complete_engine
from reviewdesk_gui.checks.context import CheckContext, PastReply
from reviewdesk_gui.checks.dictionaries import DictionaryShelf
from reviewdesk_gui.checks.factory import PackShelf
from reviewdesk_gui.checks.language import LanguageRecogniser
from reviewdesk_gui.checks.review_reader import ReviewReader
from reviewdesk_gui.checks.sameness import TwinSearch
from reviewdesk_gui.checks.speller import DirectSpeller
from reviewdesk_gui.checks.suggest_type import TypeSuggester
from reviewdesk_gui.checks.wording import load_wording
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop

RESOURCES = paths.resources()
RECOGNISER = LanguageRecogniser(RESOURCES / "recognition.toml")
TEXT = "Hello Anna, we are sorry for the cold soup in room 214. We will call you on Friday about the refunnd."


def test_every_check_has_its_say(tmp_path: Path) -> None:
    words = sorted({word.strip(".,").lower() for word in TEXT.split()} - {"refunnd", "214"})
    (tmp_path / "en_GB.aff").write_text("SET UTF-8\n", "utf-8")
    (tmp_path / "en_GB.dic").write_text("\n".join([str(len(words)), *words]) + "\n", "utf-8")
    engine = build_complete_engine(RESOURCES, RECOGNISER, TwinSearch(), DirectSpeller(DictionaryShelf([tmp_path])))
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


def test_a_case_is_read_in_one_go() -> None:
    shelf = PackShelf(RESOURCES / "languages")
    reader = ReviewReader(RESOURCES / "languages", shelf, shelf.languages, RECOGNISER)
    suggester = TypeSuggester(reader, load_wording(RESOURCES / "wording", "en"))
    review = Review(
        platform="google",
        author="Anna",
        text="The soup was cold and Bo was rude.",
        rating=1,
        received_at=datetime.now(UTC),
    )
    reading = CaseReader(reader, suggester).read(review, Shop(staff=("Bo",)))
    assert (reading.language, reading.type.value) == ("en", "complaint")
    assert [span.of(review.full_text) for span in reading.complaints] == ["soup was cold", "rude"]
    assert "food" in reading.topics
