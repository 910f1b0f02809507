"""From a template to a reply: catalogue, sandboxed rendering, slots, rotation, blocks, past replies, own templates."""

from reviewdesk_gui.drafting.blocks import Swap, alternatives, render_block, say_differently
from reviewdesk_gui.drafting.catalogue import Catalogue
from reviewdesk_gui.drafting.context import Scene
from reviewdesk_gui.drafting.facts import CaseFacts
from reviewdesk_gui.drafting.phrasebook import Block
from reviewdesk_gui.drafting.ranking import Usage, Use
from reviewdesk_gui.drafting.render import Draft, PlacedSlot, render, render_source
from reviewdesk_gui.drafting.slots import Filled, fill_slot, next_slot, open_slots
from reviewdesk_gui.drafting.template import Slot, SlotKind, Template, TemplateProblem, Voice

__all__ = [
    "Block",
    "CaseFacts",
    "Catalogue",
    "Draft",
    "Filled",
    "PlacedSlot",
    "Scene",
    "Slot",
    "SlotKind",
    "Swap",
    "Template",
    "TemplateProblem",
    "Usage",
    "Use",
    "Voice",
    "alternatives",
    "fill_slot",
    "next_slot",
    "open_slots",
    "render",
    "render_block",
    "render_source",
    "say_differently",
]
