"""Taking people out of a history: names, addresses, numbers and everything that leads back to one review."""

import dataclasses
import unicodedata
from collections.abc import Callable, Collection, Iterable

from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case, Compensation
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.exporting.contact_details import EMAILS, HANDLES_AND_PHONES, order_numbers
from reviewdesk_gui.exporting.greeted_names import without_greeted_name
from reviewdesk_gui.exporting.name_finding import Taker
from reviewdesk_gui.exporting.name_initials import without_titled_initials
from reviewdesk_gui.exporting.people_words import people_words
from reviewdesk_gui.exporting.web_addresses import WebAddresses, platform_labels

CUSTOMER = "[customer]"
STAFF = "[colleague]"
REMOVED = "[removed]"
_OF_FILES = (EventKind.ATTACHED, EventKind.ATTACHMENT_REMOVED)


class _Scrubber:
    """Takes the people of one case out of any text; what it gives back is in NFC."""

    def __init__(
        self, customer: Collection[str], staff: Collection[str], orders: Iterable[str], languages: Iterable[str]
    ) -> None:
        words = people_words()
        own = order_numbers(orders)
        self._first = EMAILS if own is None else (own, *EMAILS)
        self._addresses = WebAddresses(words, platform_labels(), (*customer, *staff), languages)
        self._names = (Taker(customer, CUSTOMER, words), Taker(staff, STAFF, words))
        self._initials = [(taker.initials, put) for taker, put in zip(self._names, (CUSTOMER, STAFF), strict=True)]
        self._titles = words.titles

    def __call__(self, text: str) -> str:
        if not text:
            return text
        text = unicodedata.normalize("NFC", text)
        for pattern in self._first:
            text = pattern.sub(REMOVED, text)
        text = self._addresses.taken_out(text, REMOVED)
        for pattern in HANDLES_AND_PHONES:
            text = pattern.sub(REMOVED, text)
        for without_names in self._names:
            text = without_names(text)
        return without_titled_initials(text, self._initials, REMOVED, self._titles)


def scrubber(case: Case, shop: Shop) -> Callable[[str], str]:
    """Takes the people of one case out of any text."""
    reviews = (case.review, *case.former_reviews)
    return _Scrubber(
        [review.author for review in reviews],
        [*case.staff, *shop.staff, shop.answerer],
        [review.order for review in reviews],
        (case.review.language, case.reply_language),
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
        draft=scrub(_anonymous_greeting(case.draft)),
        compensation=_anonymous_compensation(case.compensation, scrub),
        replies=tuple(
            replace(
                reply,
                text=scrub(_anonymous_greeting(reply.text)),
                seen_text=scrub(_anonymous_greeting(reply.seen_text)),
            )
            for reply in case.replies
        ),
        timeline=tuple(_anonymous_event(event, scrub) for event in case.timeline),
        followups=tuple(replace(duty, note=scrub(duty.note)) for duty in case.followups),
        ignored=(),
        attachments=(),
    )


def _anonymous_greeting(text: str) -> str:
    return without_greeted_name(text, CUSTOMER, people_words())


def _anonymous_event(event: Event, scrub: Callable[[str], str]) -> Event:
    """What a file was called may name anybody."""
    return replace(event, text="" if event.kind in _OF_FILES else scrub(event.text))


def _anonymous_compensation(offered: Compensation | None, scrub: Callable[[str], str]) -> Compensation | None:
    return replace(offered, what=scrub(offered.what), value=scrub(offered.value)) if offered else None


def _anonymous_review(review: Review, scrub: Callable[[str], str]) -> Review:
    return replace(
        review,
        author="",
        title=scrub(review.title),
        text=scrub(review.text),
        product=scrub(review.product),
        location=scrub(review.location),
        external_id="",
        link="",
        order="",
        keys=(),
    )


def anonymous_shop(shop: Shop) -> Shop:
    """The shop without the people who work there."""
    return dataclasses.replace(shop, answerer="", staff=(), phone="", email="")
