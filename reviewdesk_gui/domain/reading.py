"""What the program reads out of a review."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.finding import Span

_UNHAPPY_BELOW = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """Language, type with the reasons for it, topics, and the phrases that hold a complaint.

    Spans are code points of ``Review.full_text``; ``language`` is "" where it cannot be told.
    """

    language: str
    type: CaseType
    reasons: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    complaints: tuple[Span, ...] = ()


def classify(case: Case, reading: Reading) -> Case:
    """``case`` with what the reading says, where neither the source nor the owner has said it."""
    review = case.review if case.review.language else replace(case.review, language=reading.language)
    kind = case.type if case.type_chosen else reading.type
    return replace(case, review=review, type=kind, topics=case.topics or reading.topics)


def unhappy_by_author(cases: Iterable[Case]) -> dict[str, int]:
    """How many unhappy reviews each known author has written; a case that comes twice counts once (P32)."""
    authors = {case.id: case.review.author for case in cases if is_unhappy(case)}
    return dict(Counter(author for author in authors.values() if author))


def earlier_of(case: Case, unhappy: Mapping[str, int]) -> int:
    """The author's other unhappy reviews, out of ``unhappy_by_author``."""
    return max(unhappy.get(case.review.author, 0) - is_unhappy(case), 0)


def is_unhappy(case: Case) -> bool:
    """Whether the customer gave two stars or less."""
    return case.review.rating is not None and case.review.rating < _UNHAPPY_BELOW
