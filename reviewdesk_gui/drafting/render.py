"""Turning a template into a draft: names, slots, blocks and the shop's own words in, plain text out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jinja2 import TemplateError

from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting.context import Scene
from reviewdesk_gui.drafting.facts import CaseFacts
from reviewdesk_gui.drafting.marks import tidy, unmark
from reviewdesk_gui.drafting.phrasebook import Block
from reviewdesk_gui.drafting.sandbox import LONGEST_TEXT, ReplyEnvironment, names_used, parse
from reviewdesk_gui.drafting.template import Slot, Template, TemplateProblem

_CONTACT_WORDS = frozenset({"reach", "shop.contact", "shop.email", "shop.phone", "shop.website"})


@dataclass(frozen=True, slots=True)
class PlacedSlot:
    """Where a slot stands in a draft, in code points; ``open`` while "[label]" stands there."""

    slot: Slot
    span: Span
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reply as it lands in the editor. ``slots`` are in the order of the text; one slot may stand several times."""

    text: str
    template: str
    slots: tuple[PlacedSlot, ...] = ()

    @property
    def open(self) -> tuple[PlacedSlot, ...]:
        """The places that the owner must still fill."""
        return tuple(placed for placed in self.slots if placed.open)


def render(template: Template, case: CaseFacts, shop: Shop, values: Mapping[str, str], *, now: datetime) -> Draft:
    """The draft of ``template``; ``values`` are by slot id, ``now`` is the shop's local time (for greeting and dates).

    Raises TemplateProblem with file and line where the template cannot be rendered, UsageError for too long a value.
    """
    scene = Scene(facts=case, shop=shop, phrasebook=template.phrasebook, now=now)
    return render_source(template, scene, values)


def render_source(template: Template, scene: Scene, values: Mapping[str, str]) -> Draft:
    """As ``render``, for a scene made before."""
    environment = ReplyEnvironment()
    words: dict[str, Any] = {**scene.words(), **scene.slots(template.slots, values)}
    tree = parse(environment, template.source, template.path, template.line)
    used = {name for name, _ in names_used(tree)}
    if scene.facts.contact_advised and words["shop"]["contact"] and not used & _CONTACT_WORDS:
        words["signature"] += "\n" + words["shop"]["contact"]
    if "greeting" in used:
        words["greeting"] = _default_block(environment, "greeting", template.voice, scene, words)
    if "signoff" in used:
        words["signoff"] = _default_block(environment, "signoff", template.voice, scene, words)
    words["block"] = _blocks(environment, used, scene, words)
    try:
        marked = "".join(_bounded(environment.from_string(template.source).generate(words), template))
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise TemplateProblem(template.path, template.line, f"cannot be filled in: {error}") from None
    text, places = unmark(tidy(marked))
    slots = tuple(PlacedSlot(template.slots[number], span, open_) for number, open_, span in places)
    return Draft(text=text, template=template.id, slots=slots)


def _bounded(pieces: Iterable[str], template: Template) -> Iterator[str]:
    """The pieces as they come, until the reply is longer than any platform takes."""
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST_TEXT:
            raise TemplateProblem(template.path, template.line, f"the reply is longer than {LONGEST_TEXT} characters")
        yield piece


def marked_block(environment: ReplyEnvironment, block: Block, words: Mapping[str, Any]) -> str:
    """The block's text with slots still marked; its plain form where the customer has no name to use."""
    source = block.plain if block.plain and not words.get("name") else block.text
    return environment.from_string(source).render(words)


def _default_block(environment: ReplyEnvironment, kind: str, voice: str, scene: Scene, words: Mapping[str, Any]) -> str:
    suiting = scene.phrasebook.of_kind(kind, voice)
    return marked_block(environment, suiting[0], words) if suiting else ""


def _blocks(
    environment: ReplyEnvironment, used: set[str], scene: Scene, words: Mapping[str, Any]
) -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    for name in used:
        parts = name.split(".")
        if parts[0] == "block" and len(parts) == 3:
            block = scene.phrasebook.find(parts[1], parts[2])
            if block is not None:
                tables.setdefault(parts[1], {})[parts[2]] = marked_block(environment, block, words)
    return tables
