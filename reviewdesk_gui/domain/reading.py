"""What the program reads out of a review."""

from dataclasses import dataclass, replace

from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.finding import Span


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
