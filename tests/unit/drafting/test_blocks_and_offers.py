from collections.abc import Callable
from datetime import date, datetime

import pytest

from reviewdesk_gui.domain.followup import FollowUpKind
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting import Catalogue, Scene, alternatives, render_block, say_differently
from reviewdesk_gui.drafting.offers import Offer, offers, propose_offer, propose_promise

MakeScene = Callable[..., Scene]
TEXT = """Hello Emma,

Thank you for taking the time to write. The oven broke. You can reach me at hello@linden.example.

Best wishes
Maria Lund, owner
Café Linden"""


def test_a_block_brings_its_open_slots(shipped: Catalogue, scene: MakeScene) -> None:
    block = next(block for block in shipped.blocks("en", "compensation") if block.id == "offer")
    draft = render_block(block, scene(), {})
    assert draft.text == "To make up for the trouble, we offer you [what you offer]."
    assert [placed.span.of(draft.text) for placed in draft.open] == ["[what you offer]"]
    assert render_block(block, scene(), {"offer": "a cake"}).text.endswith("we offer you a cake.")


def test_blocks_are_filtered_by_voice(shipped: Catalogue) -> None:
    assert [block.id for block in shipped.blocks("en", "signoff", "formal")] == ["regards"]
    assert len(shipped.blocks("en", "signoff")) == 3
    assert shipped.blocks("xx", "signoff") == []
    assert {"greeting", "thanks", "apology", "step", "contact", "signoff"} <= set(shipped.kinds("en"))


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Hello Emma,", "greeting"),
        ("Thank you for taking the time to write.", "thanks"),
        ("You can reach me at hello@linden.example.", "contact"),
        ("Best wishes\nMaria Lund, owner\nCafé Linden", "signoff"),
    ],
)
def test_saying_it_differently_offers_the_other_blocks_of_the_kind(scene: MakeScene, marked: str, kind: str) -> None:
    for caret in (TEXT.index(marked), TEXT.index(marked) + len(marked) - 1):
        swap = say_differently(TEXT, caret, scene(), {})
        assert swap is not None
        assert swap.kind == kind
        assert swap.span.of(TEXT) == marked
        assert marked not in [other.text for other in swap.others]
        assert len(swap.others) >= 2


def test_what_no_block_says_has_no_other_way(scene: MakeScene) -> None:
    assert say_differently(TEXT, TEXT.index("oven"), scene(), {}) is None
    assert say_differently("", 0, scene(), {}) is None


def test_alternatives_leave_out_what_stands_there(scene: MakeScene) -> None:
    texts = [draft.text for draft in alternatives("greeting", scene(), {}, present="Hello Emma,")]
    assert "Dear Emma," in texts
    assert "Hello Emma," not in texts


def test_the_shop_s_list_of_offers_is_read_with_its_worth(shop: Shop) -> None:
    assert offers(shop) == [Offer("two coffees", "8 €"), Offer("a new cake")]


def test_an_offer_brings_sentence_compensation_and_duty(scene: MakeScene, now: datetime) -> None:
    proposal = propose_offer(Offer("two coffees", "8 €"), date(2026, 4, 1), scene(), lambda: "f1", voice="warm")
    assert all("two coffees" in draft.text for draft in proposal.texts)
    assert len({draft.text for draft in proposal.texts}) >= 3
    assert proposal.compensation is not None
    assert (proposal.compensation.what, proposal.compensation.value) == ("two coffees", "8 €")
    assert proposal.compensation.given_at is None
    assert proposal.followup.kind is FollowUpKind.COMPENSATION
    assert (proposal.followup.id, proposal.followup.due, proposal.followup.note) == (
        "f1",
        date(2026, 4, 1),
        "two coffees",
    )


@pytest.mark.parametrize("language", ["en", "sv", "de", "nl", "fy", "bg", "ru", "uk"])
@pytest.mark.parametrize("kind", list(FollowUpKind))
def test_every_promise_names_the_day_and_leaves_a_duty(scene: MakeScene, language: str, kind: FollowUpKind) -> None:
    proposal = propose_promise(kind, date(2026, 3, 24), scene(language), lambda: "f1", "note")
    assert proposal.texts
    assert all("24" in draft.text and not draft.open for draft in proposal.texts)
    assert (proposal.followup.kind, proposal.followup.due) == (kind, date(2026, 3, 24))
    assert proposal.compensation is None
