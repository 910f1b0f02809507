"""What a template may know about the review that it answers."""

from dataclasses import dataclass, replace
from datetime import date

from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.platform import Banned, Platform

_CONTACT = frozenset({Banned.PHONE, Banned.EMAIL, Banned.LINK})


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """The review's facts in the words of a template; ``language`` is the reply's, ``rating`` is on the scale 1-5.

    ``banned`` is what the platform keeps out of replies: a reply made for it names no address that it bans.
    ``contact_advised`` is set where it wants contact details in every reply: the signature then carries them.
    """

    author: str = ""
    language: str = "en"
    platform: str = ""
    type: CaseType | None = None
    rating: float | None = None
    written_on: date | None = None
    product: str = ""
    order: str = ""
    staff: tuple[str, ...] = ()
    compensation: str = ""
    banned: frozenset[Banned] = frozenset()
    contact_advised: bool = False

    @classmethod
    def of(cls, case: Case, platform: Platform | None = None, language: str = "") -> "CaseFacts":
        """The facts of ``case``; ``language`` defaults to the case's reply language, then to the review's own."""
        review = case.review
        return cls(
            author=review.author,
            language=language or case.reply_language or review.language or "en",
            platform=platform.name if platform else review.platform,
            type=case.type,
            rating=review.rating,
            written_on=review.written_at.date() if review.written_at else None,
            product=review.product,
            order=review.order,
            staff=case.staff,
            compensation=case.compensation.what if case.compensation else "",
            banned=platform.banned if platform else frozenset(),
            contact_advised=platform is not None and platform.contact_advised,
        )

    @property
    def contact_allowed(self) -> bool:
        """Whether a phone number, an e-mail address or a link may stand in the reply."""
        return not self.banned >= _CONTACT

    @property
    def name_allowed(self) -> bool:
        """Whether the customer may be addressed by name."""
        return Banned.PERSONAL_NAME not in self.banned

    def without_contact(self) -> "CaseFacts":
        """The same facts for a platform that lets no contact details stand."""
        return replace(self, banned=self.banned | _CONTACT)
