"""From a template to a reply: catalogue, sandboxed rendering, slots, rotation, blocks, past replies, own templates."""

from reviewdesk_gui.drafting.blocks import Swap, alternatives, render_block, say_differently
from reviewdesk_gui.drafting.catalogue import Catalogue
from reviewdesk_gui.drafting.context import Scene
from reviewdesk_gui.drafting.facts import CaseFacts
from reviewdesk_gui.drafting.offers import Offer, Proposal, offers, propose_offer, propose_promise
from reviewdesk_gui.drafting.own import Incoming, OwnTemplates, from_draft, preview
from reviewdesk_gui.drafting.past import PastReplies, PastReply
from reviewdesk_gui.drafting.phrasebook import Block
from reviewdesk_gui.drafting.placing import place_block
from reviewdesk_gui.drafting.ranking import Usage, Use
from reviewdesk_gui.drafting.render import Draft, PlacedSlot, render, render_source
from reviewdesk_gui.drafting.slots import Filled, fill_slot, next_slot, open_slots
from reviewdesk_gui.drafting.template import Slot, SlotKind, Template, TemplateProblem, Voice
from reviewdesk_gui.drafting.tokens import Token, TokenKind, template_tokens
from reviewdesk_gui.drafting.vocabulary import TemplateWord, template_words

__all__ = [
    "Block",
    "CaseFacts",
    "Catalogue",
    "Draft",
    "Filled",
    "Incoming",
    "Offer",
    "OwnTemplates",
    "PastReplies",
    "PastReply",
    "PlacedSlot",
    "Proposal",
    "Scene",
    "Slot",
    "SlotKind",
    "Swap",
    "Template",
    "TemplateProblem",
    "TemplateWord",
    "Token",
    "TokenKind",
    "Usage",
    "Use",
    "Voice",
    "alternatives",
    "fill_slot",
    "from_draft",
    "next_slot",
    "offers",
    "open_slots",
    "place_block",
    "preview",
    "propose_offer",
    "propose_promise",
    "render",
    "render_block",
    "render_source",
    "say_differently",
    "template_tokens",
    "template_words",
]
