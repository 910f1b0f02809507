"""A reply turned into a template: names, dates, amounts and numbers become slots."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from babel import Locale

from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.drafting.blocks import render_block
from reviewdesk_gui.drafting.context import Scene

_MONEY = re.compile(
    r"(?:[€$£₴₽]\s?\d[\d.,\u00a0\u202f]*\d|[€$£₴₽]\s?\d)|\b\d+(?:[.,]\d{1,2})?\s?(?:€|kr\b|:-|EUR\b|USD\b|SEK\b|₽|₴|лв|грн|руб)"
)
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_NUMBER = re.compile(r"(?<![\w@.-])#?\d[\d-]*(?![\w@])")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?\d[\d ()/-]{6,18}\d(?!\w)")
_OPEN = re.compile(r"\[([^\[\]\n]{1,60})\]")
_NEUTRAL = {"date": "+3", "money": "25", "number": "4711"}
_JINJA = re.compile(r"\{[{%#]")


@dataclass(frozen=True, slots=True)
class Generalised:
    """The template's text, its slots as tables (label, kind) and neutral values with which it shows itself."""

    source: str
    slots: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    example: Mapping[str, str] = field(default_factory=dict)


def generalise(text: str, scene: Scene) -> Generalised:
    """``text`` with the customer's name, the shop's own words, colleagues, dates, amounts and numbers taken out."""
    slots: dict[str, dict[str, str]] = {}
    example: dict[str, str] = {}
    ids: dict[tuple[str, str], str] = {}
    taken: list[tuple[Span, str]] = []
    for span, word, kind in _finds(text, scene):
        if any(span.start < other.end and other.start < span.end for other, _ in taken):
            continue
        if word:
            taken.append((span, f"{{{{ {word} }}}}"))
            continue
        value = span.of(text)
        id_ = ids.setdefault((kind, value), _free_id(kind, slots))
        if id_ not in slots:
            slots[id_], example_value = _slot(kind, value, scene)
            if example_value:
                example[id_] = example_value
        taken.append((span, f"{{{{ {id_} }}}}"))
    return Generalised(_assembled(text, taken), slots, example)


def _finds(text: str, scene: Scene) -> Iterator[tuple[Span, str, str]]:
    """What to take out, the surest first: place, the template's word for it, or the kind of slot that it becomes."""
    words = scene.words()
    yield from _blocks(text, scene)
    fixed = [(words["signature"], "signature"), (words["reach"], "reach"), (words["name"], "name")]
    fixed += [(words["shop"][key], f"shop.{key}") for key in ("email", "phone", "website", "address", "answerer")]
    fixed += [(scene.facts.author, "name"), (words["shop"]["name"], "shop.name")]
    for value, word in fixed:
        if len(value) > 1 and not value.startswith("["):
            yield from ((span, word, "") for span in _places(text, re.escape(value)))
    for name in {*scene.facts.staff, *scene.shop.staff}:
        if len(name) > 1:
            yield from ((span, "", "staff") for span in _places(text, re.escape(name)))
    patterns = (
        ("gap", _OPEN),
        ("contact", _MAIL),
        ("date", _dates(scene.locale)),
        ("date", _ISO),
        ("money", _MONEY),
        ("number", _PHONE),
        ("number", _NUMBER),
    )
    for kind, pattern in patterns:
        yield from ((Span(found.start(), found.end()), "", kind) for found in pattern.finditer(text))


def _blocks(text: str, scene: Scene) -> Iterator[tuple[Span, str, str]]:
    """Greeting and closing where they are the language's own blocks."""
    for kind in ("greeting", "signoff"):
        for block in scene.phrasebook.blocks.get(kind, ()):
            rendered = render_block(block, scene, {}).text
            place = 0 if kind == "greeting" else len(text) - len(rendered)
            if rendered and place >= 0 and text[place : place + len(rendered)] == rendered:
                yield Span(place, place + len(rendered)), f"block.{kind}.{block.id}", ""


def _places(text: str, pattern: str) -> Iterator[Span]:
    for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
        yield Span(found.start(), found.end())


def _dates(locale: Locale) -> re.Pattern[str]:
    months = {name for width in ("wide", "abbreviated") for name in locale.months["format"][width].values()}
    named = "|".join(sorted((re.escape(name.rstrip(".")) for name in months), key=len, reverse=True))
    return re.compile(rf"\b(?:\d{{1,2}}\.?\s(?:{named})|(?:{named})\s\d{{1,2}})\b(?:,?\s\d{{4}})?", re.IGNORECASE)


def _free_id(kind: str, slots: Mapping[str, object]) -> str:
    number = 1
    while (f"{kind}_{number}" if number > 1 else kind) in slots:
        number += 1
    return f"{kind}_{number}" if number > 1 else kind


def _slot(kind: str, value: str, scene: Scene) -> tuple[dict[str, str], str]:
    """The slot's table and a neutral value for the preview: what stood in the draft belongs to that customer alone."""
    if kind == "gap":
        return {"label": value[1:-1]}, value[1:-1]
    label = scene.phrasebook.labels.get(kind, kind)
    return {"label": label, "kind": kind if kind in ("date", "money") else "text"}, _NEUTRAL.get(kind, label)


def _assembled(text: str, taken: list[tuple[Span, str]]) -> str:
    pieces: list[str] = []
    last = 0
    for span, word in sorted(taken):
        pieces += [_literal(text[last : span.start]), word]
        last = span.end
    return "".join([*pieces, _literal(text[last:])])


def _literal(text: str) -> str:
    """Plain text in which nothing passes for a tag."""
    return _JINJA.sub(lambda found: f'{{{{ "{found[0]}" }}}}', text)
