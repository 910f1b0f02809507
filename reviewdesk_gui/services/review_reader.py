"""What the program reads out of a review: language, type with reasons, topics, the phrases that hold a complaint."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.reading import Reading, classify
from reviewdesk_gui.domain.shop import Shop

ReadReview = Callable[[Case, Shop, bool], Reading]
"""Reads one case's review; the flag says whether the same author has written before."""


class ReviewReader(QObject):
    """Readings of reviews; the owner's own choices always win over them."""

    def __init__(self, read: ReadReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read

    def read(self, case: Case, shop: Shop, *, seen_before: bool = False) -> Reading:
        """The reading of one case's review."""
        return self._read(case, shop, seen_before)

    def classify(self, cases: Sequence[Case], shop: Shop, authors: frozenset[str]) -> list[Case]:
        """The cases with language, suggested type and topics filled in where the owner has chosen none.

        ``authors`` are the names that have written to this desk before.
        """
        return [classify(case, self._read(case, shop, case.review.author in authors)) for case in cases]
