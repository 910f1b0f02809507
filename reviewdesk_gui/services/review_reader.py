"""What the program reads out of a review: language, type with reasons, topics, the phrases that hold a complaint."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.reading import Reading, classify, earlier_of, unhappy_by_author
from reviewdesk_gui.domain.shop import Shop

ReadReview = Callable[[Case, Shop, int], Reading]
"""Reads one case's review; the number counts the author's other unhappy cases."""


class ReviewReader(QObject):
    """Readings of reviews; the owner's own choices always win over them."""

    def __init__(self, read: ReadReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read

    def read(self, case: Case, shop: Shop, desk: Iterable[Case]) -> Reading:
        """The reading of one case's review; where a language pack is broken, what the case says itself."""
        try:
            same_author = (other for other in desk if other.review.author == case.review.author)
            return self._read(case, shop, earlier_of(case, unhappy_by_author(same_author)))
        except DataFileError:
            return Reading(case.review.language, case.type)

    def classify(self, cases: Sequence[Case], shop: Shop, unhappy: dict[str, int]) -> list[Case]:
        """The cases with language, suggested type and topics filled in where the owner has chosen none.

        ``unhappy`` counts unhappy reviews by author, these cases' own included. Raises DataFileError.
        """
        return [classify(case, self._read(case, shop, earlier_of(case, unhappy))) for case in cases]
