"""Finding the case of a review by its keys."""

from collections.abc import Iterable
from typing import Protocol

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.review import Review, is_day_alone
from reviewdesk_gui.domain.timeline import EventKind
from reviewdesk_gui.importing.scanned import ScannedReview


class Found(Protocol):
    """A review of the scan that will become a case: all that finding it again needs."""

    @property
    def id(self) -> str:
        """The id that its case will have."""

    @property
    def review(self) -> Review:
        """The review with its keys."""

    @property
    def row(self) -> ScannedReview:
        """Where it stands."""


class ReviewIndex:
    """The desk's cases, and what a scan brings, by the keys of their reviews."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._by_key: dict[str, Case | Found] = {}
        self._lacks = self._by_key.keys().isdisjoint
        self._desk = {case.id: case for case in cases}
        for case in self._desk.values():
            self.add(case, case.review)

    def add(self, case: Case | Found, review: Review) -> None:
        """Make the case of ``review`` findable; a key that two cases share is the one's whose main key it is, else the
        first one's.
        """
        for key in review.keys:
            holder = self._by_key.get(key)
            if holder is None or (key == review.keys[0] != holder.review.keys[0]):
                self._by_key[key] = case

    def knows(self, row: ScannedReview) -> bool:
        """Whether ``find`` or ``twin`` may have an answer: mostly not, which is told at once."""
        return row.case is not None or row.known_as in self._desk or not self._lacks(row.review.keys)

    def find(self, row: ScannedReview) -> Case | Found | None:
        """The case of the same review: one main key, or one author, day and text where either side lacks the
        platform's id.
        """
        told = row.case.id if row.case is not None else row.known_as
        if told in self._desk:
            return self._desk[told]
        review = row.review
        main = review.keys[0]
        found = self._by_key.get(main)
        if found is not None and (found.review.keys[0] == main or not main.startswith("#")):
            return found
        loose = self._by_key.get(review.keys[-1])
        if loose is None and found is None and main.startswith("#"):
            return None
        if loose is not None and _is_forgotten(loose):
            return loose
        if not _telling(review):
            return None
        found = self._by_key.get(main if main.startswith("#") else review.keys[1])
        return found if found is not None and not _both_have_ids(found.review, review) else None

    def twin(self, row: ScannedReview) -> str:
        """The id of a case with the same author and text from another file, "" where platform ids tell the two apart;
        the ids of two kinds of export need not be of one kind, even on one platform.
        """
        loose = row.review.keys[-1]
        found = self._by_key.get(loose) if loose.startswith("~") else None
        if found is None or (not isinstance(found, Case) and found.row.file == row.file):
            return ""
        one, other = found.review, row.review
        apart = one.platform == other.platform and one.source == other.source and _both_have_ids(one, other)
        return "" if apart else found.id


def is_erased(case: Case) -> bool:
    """Whether the customer asked to be forgotten: no import brings such a review back."""
    return any(event.kind is EventKind.ERASED for event in case.timeline)


def _is_forgotten(known: Case | Found) -> bool:
    case = known if isinstance(known, Case) else known.row.case
    return case is not None and is_erased(case)


def _telling(review: Review) -> bool:
    """Whether the review says enough to be told by its words, or by the second in which it was written."""
    written = review.written_at
    return bool(review.author or review.text or (written and not is_day_alone(written)))


def _both_have_ids(one: Review, other: Review) -> bool:
    return bool(one.external_id and other.external_id)
