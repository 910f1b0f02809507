"""Single blocks at the cursor, and the same thing said differently."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.drafting.context import Scene
from reviewdesk_gui.drafting.marks import tidy, unmark
from reviewdesk_gui.drafting.passages import passages
from reviewdesk_gui.drafting.phrasebook import Block
from reviewdesk_gui.drafting.render import Draft, PlacedSlot, marked_block
from reviewdesk_gui.drafting.sandbox import ReplyEnvironment, names_used
from reviewdesk_gui.drafting.template import Slot, SlotKind

_SAME = 80.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A passage of the reply that says what a block says, and the other ways to say it, rendered."""

    kind: str
    span: Span
    others: tuple[Draft, ...]


def block_slots(block: Block, scene: Scene) -> tuple[Slot, ...]:
    """The slots that the block reads, in the order of its text."""
    environment = ReplyEnvironment()
    names = [name for name, _ in names_used(environment.parse(f"{block.text} {block.plain}"))]
    shared = scene.phrasebook.slots
    ids = dict.fromkeys(name for name in names if name in shared)
    return tuple(_slot(id_, shared[id_]) for id_ in ids)


def _slot(id_: str, table: Mapping[str, object]) -> Slot:
    choices = table.get("choices", ())
    return Slot(
        id=id_,
        label=str(table.get("label", id_)),
        hint=str(table.get("hint", "")),
        kind=SlotKind(str(table.get("kind", "text"))),
        choices=tuple(str(choice) for choice in choices) if isinstance(choices, Sequence) else (),
        optional=bool(table.get("optional", False)),
        default=str(table.get("default", "")),
    )


def render_block(block: Block, scene: Scene, values: Mapping[str, str]) -> Draft:
    """The block's text for this review; slots without a value stand open."""
    slots = block_slots(block, scene)
    words = {**scene.words(), **scene.slots(slots, values)}
    text, places = unmark(tidy(marked_block(ReplyEnvironment(), block, words)))
    placed = tuple(PlacedSlot(slots[number], span, open_) for number, open_, span in places)
    return Draft(text=text, template=f"{block.kind}.{block.id}", slots=placed)


def say_differently(text: str, caret: int, scene: Scene, values: Mapping[str, str]) -> Swap | None:
    """Other blocks for the passage at ``caret`` (code points), None where no block says the like.

    A passage is the greeting line, the closing lines, or a sentence; the block that resembles it most names the kind.
    """
    every = [(block, render_block(block, scene, values).text) for block in scene.phrasebook.every_block()]
    best: tuple[float, Block, Span] | None = None
    for span in passages(text, caret):
        for block, said in every:
            score = fuzz.ratio(span.of(text), said)
            if score >= _SAME and (best is None or score > best[0]):
                best = (score, block, span)
    if best is None:
        return None
    _, block, span = best
    others = alternatives(block.kind, scene, values, span.of(text), leave=block.id)
    return Swap(kind=block.kind, span=span, others=others) if others else None


def alternatives(
    kind: str, scene: Scene, values: Mapping[str, str], present: str = "", leave: str = ""
) -> tuple[Draft, ...]:
    """Every block of the kind, rendered, each text once, without the block ``leave`` and what stands there already."""
    blocks = scene.phrasebook.blocks.get(kind, ())
    drafts = [render_block(block, scene, values) for block in blocks if block.id != leave]
    return tuple({draft.text: draft for draft in reversed(drafts) if draft.text != present}.values())[::-1]
