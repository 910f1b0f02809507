"""The words that a template reads, made of the review, the shop and the owner's values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel import Locale

from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.domain.platform import Banned
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting.facts import CaseFacts
from reviewdesk_gui.drafting.marks import SlotText, clean
from reviewdesk_gui.drafting.names import address_name
from reviewdesk_gui.drafting.phrasebook import Phrasebook
from reviewdesk_gui.drafting.template import Slot, SlotKind
from reviewdesk_gui.drafting.values import date_value, day, locale_for, money_value

_CHANNELS = (("email", Banned.EMAIL), ("phone", Banned.PHONE), ("website", Banned.LINK))
LONGEST_VALUE = 10_000
_LONGEST_FACT = 200
_REACH = {"email": "email", "phone": "phone", "website": "link"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that stays the same for all texts drawn for one review. ``now`` is the shop's local time."""

    facts: CaseFacts
    shop: Shop
    phrasebook: Phrasebook
    now: datetime

    @property
    def locale(self) -> Locale:
        """The locale of dates and money."""
        return locale_for(self.phrasebook.language, self.shop.country)

    @property
    def name(self) -> str:
        """The customer's name in the form of address, or ""."""
        return address_name(_fact(self.facts.author), self.phrasebook.names) if self.facts.name_allowed else ""

    def words(self) -> dict[str, Any]:
        """The plain table that texts read; slots and blocks come on top."""
        contact, reach = self._contact()
        return {
            "name": self.name,
            "daypart": self.phrasebook.dayparts.get(_part(self.now.hour), ""),
            "today": self._day(self.now),
            "reach": reach,
            "signature": self._signature(),
            "compensation": _fact(self.facts.compensation),
            "shop": self._shop(contact),
            "review": self._review(),
        }

    def slots(self, slots: tuple[Slot, ...], values: Mapping[str, str]) -> dict[str, SlotText]:
        """Each slot's words: the value given, else its default, else "[label]" while it must still be filled.

        Raises UsageError where a value is longer than any reply.
        """
        made = {}
        for number, slot in enumerate(slots):
            given = clean(values.get(slot.id, "")).strip() or slot.default
            if len(given) > LONGEST_VALUE:
                raise UsageError(f"{slot.label}: no more than {LONGEST_VALUE} characters, please; shorten the text")
            open_ = not given and not slot.optional
            made[slot.id] = SlotText.of(f"[{slot.label}]" if open_ else self._formed(slot, given), number, open_=open_)
        return made

    def _formed(self, slot: Slot, text: str) -> str:
        if slot.kind is SlotKind.DATE:
            return date_value(text, self.locale, self.now.date(), lower=self.phrasebook.lower_dates)
        return money_value(text, self.locale, self.shop.country) if slot.kind is SlotKind.MONEY else text

    def _day(self, value: Any) -> str:
        return day(value, self.locale, self.now.date(), lower=self.phrasebook.lower_dates) if value else ""

    def _contact(self) -> tuple[str, str]:
        """The first way to the shop that may stand on the platform, and the words that lead to it ("at …")."""
        reach = self.phrasebook.reach
        for field, ban in _CHANNELS:
            address = clean(getattr(self.shop, field))
            if address and ban not in self.facts.banned:
                return address, reach.get(_REACH[field], "{}").replace("{}", address)
        if not self.facts.contact_allowed or any(getattr(self.shop, field) for field, _ in _CHANNELS):
            return "", reach.get("site" if self.shop.website else "none", "")
        gap = f"[{self.phrasebook.labels.get('contact', 'contact')}]"
        return gap, reach.get("email", "{}").replace("{}", gap)

    def _signature(self) -> str:
        person = ", ".join(part for part in (self.shop.answerer, self.shop.role) if part)
        lines = [clean(line) for line in (person, self.shop.name) if line]
        return "\n".join(lines) or f"[{self.phrasebook.labels.get('signature', 'name')}]"

    def _shop(self, contact: str) -> dict[str, str]:
        shop, banned = self.shop, self.facts.banned
        return {
            "name": clean(shop.name),
            "answerer": clean(shop.answerer),
            "role": clean(shop.role),
            "phone": "" if Banned.PHONE in banned else clean(shop.phone),
            "email": "" if Banned.EMAIL in banned else clean(shop.email),
            "website": "" if Banned.LINK in banned else clean(shop.website),
            "address": "" if Banned.ADDRESS in banned else clean(shop.address),
            "contact": contact,
        }

    def _review(self) -> dict[str, str]:
        facts = self.facts
        return {
            "author": _fact(facts.author),
            "platform": _fact(facts.platform),
            "rating": f"{facts.rating:g}" if facts.rating is not None else "",
            "date": self._day(facts.written_on),
            "product": _fact(facts.product),
            "order": _fact(facts.order),
            "staff": _fact(", ".join(facts.staff)),
        }


def _fact(text: str) -> str:
    """What an import brought, as one line of a length that a reply can bear."""
    return " ".join(clean(text).split())[:_LONGEST_FACT]


def _part(hour: int) -> str:
    """Morning from 5, day from 10, evening from 18 to 23; by night the day's neutral words."""
    if 5 <= hour < 10:
        return "morning"
    return "evening" if 18 <= hour < 23 else "day"
