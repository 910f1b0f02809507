"""What is offered for the trouble, and what is promised: the sentence, and the duty that comes of it (P5, P11, P37)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from reviewdesk_gui.domain.case import Compensation
from reviewdesk_gui.domain.followup import FollowUp, FollowUpKind
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting.blocks import render_block
from reviewdesk_gui.drafting.context import Scene
from reviewdesk_gui.drafting.phrasebook import Block
from reviewdesk_gui.drafting.render import Draft

_WITH_WORTH = re.compile(r"(?P<what>.+?)\s*(?:=|\|)\s*(?P<worth>.+)\Z")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that the shop gives for a trouble ("two coffees"), and its worth in the owner's words ("8 €")."""

    what: str
    worth: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The sentences to choose from (the first suits the voice), and what to record once the reply stands."""

    texts: tuple[Draft, ...]
    followup: FollowUp
    compensation: Compensation | None = None


def offers(shop: Shop) -> list[Offer]:
    """The shop's own list; "two coffees = 8 €" carries its worth behind the sign."""
    made = []
    for entry in shop.offers:
        found = _WITH_WORTH.match(entry.strip())
        if found:
            made.append(Offer(found["what"].strip(), found["worth"].strip()))
        elif entry.strip():
            made.append(Offer(entry.strip()))
    return made


def propose_offer(offer: Offer, due: date, scene: Scene, new_id: Callable[[], str], voice: str = "") -> Proposal:
    """The sentence that offers it, the compensation and the follow-up "compensation owed" for the day ``due``."""
    texts = _texts("compensation", scene, {"offer": offer.what}, voice)
    return Proposal(
        texts=texts,
        compensation=Compensation(what=offer.what, value=offer.worth, offered_at=scene.now),
        followup=_followup(FollowUpKind.COMPENSATION, due, offer.what, scene.now, new_id),
    )


def propose_promise(kind: FollowUpKind, due: date, scene: Scene, new_id: Callable[[], str], note: str = "") -> Proposal:
    """The sentence that promises ``kind`` for the day ``due``, and the follow-up that keeps it."""
    blocks = [block for block in scene.phrasebook.blocks.get("promise", ()) if _promises(block, kind)]
    texts = tuple(render_block(block, scene, {"date": due.isoformat()}) for block in blocks)
    return Proposal(texts=texts, followup=_followup(kind, due, note, scene.now, new_id))


def _promises(block: Block, kind: FollowUpKind) -> bool:
    return block.id == kind.value or block.id.startswith(f"{kind.value}.")


def _texts(kind: str, scene: Scene, values: dict[str, str], voice: str) -> tuple[Draft, ...]:
    every = scene.phrasebook.blocks.get(kind, ())
    first = [block for block in every if block.suits(voice)]
    return tuple(render_block(block, scene, values) for block in (*first, *(one for one in every if one not in first)))


def _followup(kind: FollowUpKind, due: date, note: str, now: datetime, new_id: Callable[[], str]) -> FollowUp:
    return FollowUp(id=new_id(), kind=kind, due=due, note=note, created_at=now)
