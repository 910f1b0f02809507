"""The logic rooms put together without Qt, for the command line and for the window alike."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from reviewdesk_gui import paths
from reviewdesk_gui.checks.complete import build_complete_engine
from reviewdesk_gui.checks.dictionaries import DictionaryShelf, standard_shelf
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.factory import PackShelf
from reviewdesk_gui.checks.language import LanguageRecogniser
from reviewdesk_gui.checks.review_reader import ReviewReader
from reviewdesk_gui.checks.sameness import TwinSearch
from reviewdesk_gui.checks.speller import DirectSpeller, Speller
from reviewdesk_gui.checks.suggest_type import TypeSuggester
from reviewdesk_gui.checks.wording import Wording, load_wording
from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.platform import Platform, parse_platforms
from reviewdesk_gui.domain.policy import Policy, parse_policies
from reviewdesk_gui.domain.reading import Reading, classify, earlier_of, unhappy_by_author
from reviewdesk_gui.domain.retelling import parse_origins
from reviewdesk_gui.domain.shop import Shop, parse_shop


def today() -> date:
    """The computer's calendar day."""
    return datetime.now().astimezone().date()


def dictionary_shelf() -> DictionaryShelf:
    """The spelling dictionaries of this computer, the owner's own first."""
    return standard_shelf([paths.dictionaries()])


class Rooms:
    """Everything read from the resource folder, each part on first use. Raises DataFileError where a file is broken.

    ``speller`` judges words; without one the dictionaries are asked directly, which suits everything but a window.
    """

    def __init__(self, resources: Path | None = None, speller: Speller | None = None) -> None:
        self._resources = resources or paths.resources()
        self._speller = speller
        self._packs = PackShelf(self._resources / "languages")

    @cached_property
    def platforms(self) -> dict[str, Platform]:
        """Platforms by id."""
        path = self._resources / "platforms.toml"
        return parse_platforms(path.read_text("utf-8"), path)

    @cached_property
    def origins(self) -> dict[str, str]:
        """Words by the id of what brought a review."""
        path = self._resources / "importing" / "origins.toml"
        return parse_origins(path.read_text("utf-8"), path)

    @cached_property
    def policies(self) -> dict[CaseType, Policy]:
        """Policies by type of review."""
        path = self._resources / "policies.toml"
        return parse_policies(path.read_text("utf-8"), path)

    @cached_property
    def wording(self) -> Wording:
        """The sentences of findings."""
        return load_wording(self._resources / "wording", "en")

    @cached_property
    def recogniser(self) -> LanguageRecogniser:
        """Tells the language of a text."""
        return LanguageRecogniser(self._resources / "recognition.toml")

    @cached_property
    def judge(self) -> Engine:
        """The judge of replies with every check."""
        speller = self._speller or DirectSpeller(dictionary_shelf())
        return build_complete_engine(self._resources, self.recogniser, TwinSearch(), speller, packs=self._packs)

    @cached_property
    def reviews(self) -> ReviewReader:
        """Reads what reviews are about."""
        return ReviewReader(self._resources / "languages", self._packs, self._packs.languages, self.recogniser)

    def sample_shop(self) -> Shop:
        """The invented shop of the sample desk."""
        path = self._resources / "sample_shop.toml"
        return parse_shop(path.read_text("utf-8"), path)

    def classified(self, cases: Sequence[Case], shop: Shop, existing: Iterable[Case]) -> list[Case]:
        """``cases`` with language, suggested type and topics filled in where the owner has chosen none."""
        unhappy = unhappy_by_author([*existing, *cases])
        return [classify(case, self.read_review(case, shop, earlier_of(case, unhappy))) for case in cases]

    def read_review(self, case: Case, shop: Shop, earlier: int) -> Reading:
        """Language, type, topics and complaints; ``earlier`` counts the author's other unhappy cases."""
        review = case.review
        reading = self.reviews.read(review.full_text, review.language)
        suggested = self._suggester.of_reading(reading, review, shop.staff, earlier)
        language = reading.language or self.recogniser(review.full_text)
        return Reading(language, suggested.type, suggested.reasons, reading.topics, reading.complaint_spans)

    @cached_property
    def _suggester(self) -> TypeSuggester:
        return TypeSuggester(self.reviews, self.wording)
