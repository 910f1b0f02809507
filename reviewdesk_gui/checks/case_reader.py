"""Everything that the program reads out of a review, in one go."""

from reviewdesk_gui.checks.review_reader import ReviewReader
from reviewdesk_gui.checks.suggest_type import TypeSuggester
from reviewdesk_gui.domain.reading import Reading
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop


class CaseReader:
    """Language, type with its reasons, topics and complaints of a review. Thread-safe."""

    def __init__(self, reader: ReviewReader, suggester: TypeSuggester) -> None:
        self._reader = reader
        self._suggester = suggester

    def read(self, review: Review, shop: Shop, earlier: int = 0) -> Reading:
        """``earlier`` counts the author's other unhappy cases. Raises DataFileError for a broken language pack."""
        reading = self._reader.read(review.full_text, review.language)
        suggestion = self._suggester.of_reading(reading, review, shop.staff, earlier)
        return Reading(
            language=reading.language,
            type=suggestion.type,
            reasons=suggestion.reasons,
            topics=reading.topics,
            complaints=reading.complaint_spans,
        )
