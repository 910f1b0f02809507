"""Making the reviews of a long file."""

from collections.abc import Sequence
from dataclasses import MISSING, fields

from reviewdesk_gui.domain.review import Review

# A frozen dataclass finds each slot anew by its name for every object; for a hundred thousand reviews that takes longer
# than reading their file. These are the slots themselves.
_PUT = {field.name: Review.__dict__[field.name].__set__ for field in fields(Review)}
_PUT_KEYS = _PUT["keys"]


class ReviewMaker:
    """Makes reviews that share the values of ``common`` and differ in the fields ``names``.

    Raises TypeError where a review has no such field, or where one without a default is in neither.
    """

    def __init__(self, names: Sequence[str], **common: object) -> None:
        rest = {field.name: field.default for field in fields(Review) if field.name not in names} | common
        unset = [name for name, value in rest.items() if value is MISSING]
        if unset or {*names, *rest} != _PUT.keys():
            raise TypeError(f"fields of a review: missing {unset}, given {[*names, *common]}")
        self._puts = [_PUT[name] for name in (*names, *rest)]
        self._rest = tuple(rest.values())

    def make(self, values: Sequence[object]) -> Review:
        """The review with ``values`` for the names, in their order."""
        review = object.__new__(Review)
        for put, value in zip(self._puts, (*values, *self._rest), strict=True):
            put(review, value)
        return review


def put_keys(review: Review, keys: tuple[str, ...]) -> None:
    """Give a review that nobody else has seen yet its keys, which follow from its other fields."""
    _PUT_KEYS(review, keys)
