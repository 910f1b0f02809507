"""Which kind of review it is (P26-P36), suggested with the reasons that speak for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.nameforms import author_forms, is_form_of
from reviewdesk_gui.checks.pack import Names
from reviewdesk_gui.checks.review_reader import ReviewReader, ReviewReading
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.review import Review

_LOW, _HIGH = 2.5, 3.5  # ratings under the first are bad, from the second on good
_TOP = 4.5
_STRONG, _FAIR = 3, 2
_PERSISTENT_CASES = 2  # earlier cases of one author that make a bad review one of a series
_QUOTED = 3
_ANY_LANGUAGE = Names()
_NO_ONE = frozenset(
    {
        *(
            "anonymous",
            "anonym",
            "anoniem",
            "anonymt",
            "a google user",
            "google user",
            "google-nutzer",
            "guest",
            "gast",
        ),
        *(
            "user",
            "customer",
            "kund",
            "kunde",
            "klant",
            "unknown",
            "аноним",
            "анонім",
            "анонимен",
            "гость",
            "гість",
            "гост",
        ),
        *("пользователь", "користувач", "потребител", "покупатель", "покупець", "amazon customer", "kindle customer"),
    }
)
_SERIOUS = (CaseType.RESOLVED, CaseType.FALSE, CaseType.INVESTIGATE, CaseType.NOT_OURS)


@dataclass(frozen=True, slots=True)
class TypeSuggestion:
    """``reasons`` are short sentences for the owner, the strongest first; ``confidence`` is 0-1."""

    type: CaseType
    reasons: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Facts:
    reading: ReviewReading
    rating: float | None
    anonymous: bool
    earlier: int
    praised: tuple[str, ...]
    asks: bool

    def score(self, type_: CaseType) -> int:
        return self.reading.score(type_.value)

    @property
    def bad(self) -> bool:
        """Whether the customer is unhappy: by the stars, else by the words."""
        if self.rating is not None:
            return self.rating < _LOW
        return self.score(CaseType.COMPLAINT) > self.score(CaseType.PRAISE)

    @property
    def good(self) -> bool:
        """Whether the customer is happy."""
        if self.rating is not None:
            return self.rating >= _HIGH
        return self.score(CaseType.PRAISE) > self.score(CaseType.COMPLAINT)


class TypeSuggester:
    """Suggests a type; the owner's own choice always stands above it."""

    def __init__(self, reader: ReviewReader, wording: Wording) -> None:
        self._reader = reader
        self._wording = wording

    def suggest(self, review: Review, staff: Sequence[str] = (), earlier: int = 0) -> TypeSuggestion:
        """The likeliest type. ``staff`` are first names; ``earlier`` counts the author's other unhappy cases.

        Raises DataFileError for a broken language pack.
        """
        reading = self._reader.read(review.full_text, review.language)
        return self.of_reading(reading, review, staff, earlier)

    def of_reading(self, reading: ReviewReading, review: Review, staff: Sequence[str], earlier: int) -> TypeSuggestion:
        """As ``suggest``, of a review that was read before."""
        author = fold(review.author).strip()
        facts = _Facts(
            reading=reading,
            rating=review.rating,
            anonymous=not any(sign.isalpha() for sign in author) or author in _NO_ONE,
            earlier=earlier,
            praised=_named(reading, staff),
            asks="?" in review.full_text,
        )
        type_ = _type_of(facts)
        reasons = tuple(self._reasons(type_, facts))
        weight = facts.score(type_) + (_STRONG if facts.rating is not None and type_ not in _SERIOUS else 0)
        return TypeSuggestion(type_, reasons, min(0.95, 0.4 + 0.1 * weight))

    def _reasons(self, type_: CaseType, facts: _Facts) -> Iterator[str]:
        if facts.praised and type_ is CaseType.STAFF_PRAISE:
            yield self._say("named", words=", ".join(facts.praised))
        shown = (CaseType.COMPLAINT, CaseType.PRAISE) if type_ is CaseType.MIXED else (type_,)
        if type_ in (CaseType.ANONYMOUS, CaseType.PERSISTENT):
            shown = (type_, CaseType.COMPLAINT)
        if type_ is CaseType.ANONYMOUS:
            yield self._say("anonymous")
        if type_ is CaseType.PERSISTENT and facts.earlier:
            yield self._say("earlier", count=facts.earlier)
        for key in shown:
            words = _quoted(facts.reading, key)
            if words:
                yield self._say(key.value, words=words)
        if type_ is CaseType.QUESTION and facts.asks:
            yield self._say("asks")
        if facts.rating is not None:
            yield self._say("rating", rating=f"{facts.rating:g}")

    def _say(self, key: str, **values: object) -> str:
        return self._wording.message(f"suggest.{key}", **values)


def _type_of(facts: _Facts) -> CaseType:
    if facts.score(CaseType.ABUSIVE) >= _STRONG and not facts.good:
        return CaseType.ABUSIVE
    if _is_persistent(facts):
        return CaseType.PERSISTENT
    for type_ in _SERIOUS:
        needed = _STRONG if type_ is not CaseType.INVESTIGATE else _FAIR
        if facts.score(type_) >= needed and (not facts.good or type_ is CaseType.RESOLVED):
            return type_
    if _is_question(facts):
        return CaseType.QUESTION
    return _by_mood(facts)


def _is_persistent(facts: _Facts) -> bool:
    if not facts.bad:
        return False
    said = facts.score(CaseType.PERSISTENT)
    return facts.earlier >= _PERSISTENT_CASES or said >= _STRONG or (facts.earlier > 0 and said > 0)


def _is_question(facts: _Facts) -> bool:
    """A question is one when nothing else is: no complaint, and no praise that the stars confirm."""
    asked = facts.score(CaseType.QUESTION) + facts.asks
    if facts.score(CaseType.COMPLAINT) >= _FAIR or (facts.rating is not None and not _LOW <= facts.rating < _HIGH):
        return asked > _STRONG and facts.score(CaseType.COMPLAINT) + facts.score(CaseType.PRAISE) < _FAIR
    return asked >= _FAIR or (facts.asks and facts.score(CaseType.PRAISE) == 0)


def _by_mood(facts: _Facts) -> CaseType:
    complaint, praise = facts.score(CaseType.COMPLAINT), facts.score(CaseType.PRAISE)
    rating = facts.rating
    if facts.good:
        serious = complaint >= (_STRONG + 1 if rating is not None and rating >= _TOP else _STRONG)
        if serious or (rating is None and complaint >= _FAIR):
            return CaseType.MIXED
        staff = bool(facts.praised) or facts.score(CaseType.STAFF_PRAISE) >= _FAIR
        return CaseType.STAFF_PRAISE if staff else CaseType.PRAISE
    if not facts.bad or (praise >= _FAIR and praise > complaint):
        return CaseType.MIXED
    return CaseType.ANONYMOUS if facts.anonymous else CaseType.COMPLAINT


def _named(reading: ReviewReading, staff: Sequence[str]) -> tuple[str, ...]:
    """Those of the staff whom the review names, by any form of the name."""
    words = set(reading.prepared.folded.replace("-", " ").translate(_SIGNS).split())
    found = []
    for name in staff:
        forms = author_forms(name, _ANY_LANGUAGE)
        if any(is_form_of(word, forms) for word in words if len(word) > 1):
            found.append(name)
    return tuple(found)


_SIGNS = str.maketrans(dict.fromkeys('.,;:!?()"*', " "))


def _quoted(reading: ReviewReading, type_: CaseType) -> str:
    """The telling words as the review has them, the weightiest first, three at most."""
    hits = sorted(reading.of_type(type_.value), key=lambda hit: -hit.weight)
    words = dict.fromkeys(" ".join(hit.span.of(reading.prepared.text).split()) for hit in hits)
    return ", ".join(f"“{word}”" for word in list(words)[:_QUOTED])
