"""What a platform's flag form asks for: the review, the rule it breaks, the facts with their dates; as plain text ready
to paste and as a page.
"""

from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from enum import StrEnum

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting.anonymising import anonymous_case, anonymous_shop, scrubber
from reviewdesk_gui.exporting.handout import Handout, file_name, handout, head_line
from reviewdesk_gui.exporting.reading_aids import Words

_LAYOUT = "complaint_pack"


class Ground(StrEnum):
    """Why a review should not stand; platforms want one reason and the passage that shows it."""

    NOT_A_CUSTOMER = "not_a_customer"
    OTHER_BUSINESS = "other_business"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    INSULT = "insult"
    THREAT = "threat"
    PERSONAL_DATA = "personal_data"
    OFF_TOPIC = "off_topic"
    SPAM = "spam"
    FALSE_FACTS = "false_facts"


GROUNDS: dict[Ground, str] = {
    Ground.NOT_A_CUSTOMER: "The writer was never a customer: our records show no such visit or order.",
    Ground.OTHER_BUSINESS: "The review is about another business or a product that we do not sell.",
    Ground.CONFLICT_OF_INTEREST: "The review comes from a competitor or from somebody with an interest of their own.",
    Ground.INSULT: "The review insults people instead of telling of an experience.",
    Ground.THREAT: "The review threatens, or asks for something in return for being taken down.",
    Ground.PERSONAL_DATA: "The review gives away personal data of somebody.",
    Ground.OFF_TOPIC: "The review tells of no experience with this business.",
    Ground.SPAM: "The review is advertising, or the same text stands in several places.",
    Ground.FALSE_FACTS: "The review states facts that are provably untrue.",
}


class ComplaintError(ReviewDeskError):
    """The pack lacks something without which no platform will act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What the owner adds: one ``ground``, the ``passage`` of the review that shows it ("" for all of
    it), and what ``asked`` for.
    """

    ground: Ground
    passage: str = ""
    explanation: str = ""
    asked: str = "Please remove the review."


def complaint_pack(
    case: Case,
    complaint: Complaint,
    *,
    shop: Shop,
    platform: Platform | None,
    zone: tzinfo,
    now: datetime,
    anonymise: bool = False,
) -> Handout:
    """The complaint as of ``now`` (aware); ``anonymise`` takes customers' and staff's names out, and with them the link
    to the review.

    Raises ComplaintError where the passage does not stand in the review.
    """
    if complaint.passage and complaint.passage.strip() not in case.review.full_text:
        raise ComplaintError("The marked passage does not stand in the review; mark it again.")
    if anonymise:
        case, complaint, shop = _nameless(case, complaint, shop)
    words = Words.in_zone(zone)
    platform_name = platform.name if platform else words.platform(case.review)
    context: dict[str, object] = {
        "case": case,
        "review": case.review,
        "complaint": complaint,
        "ground": GROUNDS[complaint.ground],
        "shop": shop,
        "platform_name": platform_name,
        "words": words,
    }
    day = now.astimezone(zone).date().isoformat()
    name = file_name("complaint", platform_name, case.review.author, day)
    head = head_line(shop, zone, now, anonymised=anonymise)
    return handout(_LAYOUT, context, name=name, ending=".txt", head=head)


def _nameless(case: Case, complaint: Complaint, shop: Shop) -> tuple[Case, Complaint, Shop]:
    scrub = scrubber(case, shop)
    spoken = replace(
        complaint,
        passage=scrub(complaint.passage),
        explanation=scrub(complaint.explanation),
        asked=scrub(complaint.asked),
    )
    return anonymous_case(case, 1, shop), spoken, anonymous_shop(shop)
