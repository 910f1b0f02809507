"""Finding the case of a review by its keys."""

from collections.abc import Iterable

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.importing.scanned import ScannedReview


class ReviewIndex:
    """Cases by the keys of their reviews; those that the scan itself brings know their file."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._by_key: dict[str, Case] = {}
        self._by_id: dict[str, Case] = {}
        self._file: dict[str, str] = {}
        for case in cases:
            self.add(case, "")

    def add(self, case: Case, file: str) -> None:
        """Make the case findable; a key that two cases share stays with the first."""
        self._by_id[case.id] = case
        if file:
            self._file[case.id] = file
        for key in case.review.keys:
            self._by_key.setdefault(key, case)

    def find(self, row: ScannedReview) -> Case | None:
        """The case of the same review: one main key, or one author, day and text where either side lacks the
        platform's id.
        """
        if row.case is not None and row.case.id in self._by_id:
            return self._by_id[row.case.id]
        review = row.review
        main = review.keys[0]
        found = self._by_key.get(main)
        if found is not None and found.review.keys[0] == main:
            return found
        exact = next((key for key in review.keys if key.startswith("#")), "")
        found = self._by_key.get(exact)
        if found is not None and review.author and review.text and not _both_have_ids(found.review, review):
            return found
        return None

    def twin(self, row: ScannedReview) -> str:
        """The id of a case with the same author and text from another file, "" where platform ids tell
        the two apart.
        """
        for key in row.review.keys:
            found = self._by_key.get(key) if key.startswith("~") else None
            if found is None or self._file.get(found.id) == row.file:
                continue
            if found.review.platform != row.review.platform or not _both_have_ids(found.review, row.review):
                return found.id
        return ""


def _both_have_ids(one: Review, other: Review) -> bool:
    return bool(one.external_id and other.external_id)
