"""The logic rooms put together without Qt, for the command line and for the window alike."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from reviewdesk_gui import paths
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.factory import build_engine
from reviewdesk_gui.checks.language import LanguageRecogniser
from reviewdesk_gui.checks.wording import Wording, load_wording
from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.platform import Platform, parse_platforms
from reviewdesk_gui.domain.policy import Policy, parse_policies
from reviewdesk_gui.domain.reading import Reading, classify
from reviewdesk_gui.domain.shop import Shop, parse_shop


def today() -> date:
    """The computer's calendar day."""
    return datetime.now().astimezone().date()


class Rooms:
    """Everything read from the resource folder, each part on first use. Raises DataFileError where a file is broken."""

    def __init__(self, resources: Path | None = None) -> None:
        self._resources = resources or paths.resources()

    @cached_property
    def platforms(self) -> dict[str, Platform]:
        """Platforms by id."""
        path = self._resources / "platforms.toml"
        return parse_platforms(path.read_text("utf-8"), path)

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

    def sample_shop(self) -> Shop:
        """The invented shop of the sample desk."""
        path = self._resources / "sample_shop.toml"
        return parse_shop(path.read_text("utf-8"), path)

    @cached_property
    def judge(self) -> Engine:
        """The judge of replies with every check."""
        return build_engine(self._resources, recognise=self.recogniser)

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Ids of the topics that a case may have."""
        return ("delivery", "quality", "staff", "wait")

    def classified(self, cases: Sequence[Case], shop: Shop, existing: Iterable[Case]) -> list[Case]:
        """``cases`` with language, suggested type and topics filled in where the owner has chosen none."""
        authors = frozenset(case.review.author for case in existing if case.review.author)
        return [classify(case, self.read_review(case, shop, case.review.author in authors)) for case in cases]

    def read_review(self, case: Case, shop: Shop, seen_before: bool) -> Reading:
        """Language, type, topics and complaints of a review."""
        return Reading(self.recogniser(case.review.full_text), case.type)
