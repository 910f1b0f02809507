"""Whether the desk holds a review already."""

from collections.abc import Iterable

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.importing.index import ReviewIndex
from reviewdesk_gui.importing.pasted import keyed
from reviewdesk_gui.importing.scanned import ScannedReview


class KnownReviews:
    """The reviews of ``cases``, at the moment of asking."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._cases = {case.id: case for case in cases}
        self._index = ReviewIndex(self._cases.values())

    def same(self, row: ScannedReview) -> Case | None:
        """The case of the very review."""
        [row] = keyed([row], ())
        found = self._index.find(row)
        return self._cases[found.id] if found is not None else None

    def likely(self, row: ScannedReview) -> Case | None:
        """The case of a review by the same author that begins in the same words, where ``same`` finds none."""
        [row] = keyed([row], ())
        if self._index.find(row) is not None:
            return None
        return self._cases.get(self._index.twin(row))
