"""Taking people out of a history: names, addresses, numbers and everything that leads back to one review."""

import dataclasses
import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop

CUSTOMER = "[customer]"
STAFF = "[colleague]"
REMOVED = "[removed]"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DAY = r"\d{4}-\d\d?-\d\d?|\d\d?\.\d\d?\.\d{4}"
_PHONE = re.compile(rf"(?<![\w.])(?!(?:{_DAY})(?!\d))\+?\d(?:[\s().-]?\d){{6,14}}(?!\w)")
_LINK = re.compile(r"https?://\S+|www\.\S+")
_HANDLE = re.compile(r"(?<!\w)@\w{2,}")
_SHORTEST = 2


class _Scrubber:
    """Replaces the names of one case in any text; names are found in every inflection that only adds up to three
    letters.
    """

    def __init__(self, customer: Iterable[str], staff: Iterable[str]) -> None:
        self._rules = [(_names(customer), CUSTOMER), (_names(staff), STAFF)]

    def __call__(self, text: str) -> str:
        if not text:
            return text
        for pattern in (_EMAIL, _LINK, _HANDLE, _PHONE):
            text = pattern.sub(REMOVED, text)
        for names, instead in self._rules:
            if names is not None:
                text = names.sub(instead, text)
        return text


def _names(names: Iterable[str]) -> re.Pattern[str] | None:
    parts = {part for name in names for part in (name, *re.split(r"[\s.,]+", name)) if len(part) >= _SHORTEST}
    if not parts:
        return None
    longest_first = sorted(parts, key=lambda part: (-len(part), part))
    stems = "|".join(_inflected(part) for part in longest_first)
    return re.compile(rf"(?<!\w)(?:{stems})(?!\w)", re.IGNORECASE)


def _inflected(name: str) -> str:
    """``name`` with a case ending: the last vowel may change, three letters may follow ("Анна", "Анне"; "Anna",
    "Annas").
    """
    if len(name) > 3 and name[-1].casefold() in "aeouyаеийоуяь":
        return rf"{re.escape(name[:-1])}\w{{0,3}}"
    return rf"{re.escape(name)}\w{{0,3}}" if len(name) > 3 else re.escape(name)


def scrubber(case: Case, shop: Shop) -> Callable[[str], str]:
    """Takes the people of one case out of any text."""
    return _Scrubber(
        [case.review.author, *(old.author for old in case.former_reviews)], [*case.staff, *shop.staff, shop.answerer]
    )


def anonymous_case(case: Case, number: int, shop: Shop) -> Case:
    """The case without people. Its id becomes its ``number`` in the export: the real one follows from the review's
    own id.
    """
    scrub = scrubber(case, shop)
    return replace(
        case,
        id=f"{number:04d}",
        review=_anonymous_review(case.review, scrub),
        former_reviews=tuple(_anonymous_review(old, scrub) for old in case.former_reviews),
        staff=tuple(STAFF for _ in case.staff),
        facts=scrub(case.facts),
        draft=scrub(case.draft),
        compensation=replace(case.compensation, what=scrub(case.compensation.what)) if case.compensation else None,
        replies=tuple(
            replace(reply, text=scrub(reply.text), seen_text=scrub(reply.seen_text)) for reply in case.replies
        ),
        timeline=tuple(replace(event, text=scrub(event.text)) for event in case.timeline),
        followups=tuple(replace(duty, note=scrub(duty.note)) for duty in case.followups),
        ignored=(),
    )


def _anonymous_review(review: Review, scrub: Callable[[str], str]) -> Review:
    return replace(
        review,
        author="",
        title=scrub(review.title),
        text=scrub(review.text),
        external_id="",
        link="",
        order="",
        keys=(),
    )


def anonymous_shop(shop: Shop) -> Shop:
    """The shop without the people who work there."""
    return dataclasses.replace(shop, answerer="", staff=(), phone="", email="")
