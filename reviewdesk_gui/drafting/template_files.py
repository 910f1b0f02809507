"""Reading one template file: TOML front matter between ``+++`` lines, then the text."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.datafile import line_of, parse_toml
from reviewdesk_gui.domain.finding import Move
from reviewdesk_gui.drafting.phrasebook import Block, Phrasebook
from reviewdesk_gui.drafting.sandbox import ReplyEnvironment, names_used, parse
from reviewdesk_gui.drafting.template import Slot, SlotKind, Template, TemplateProblem, Voice

FENCE = "+++"
_FIELDS = {"title", "voice", "moves", "slots", "example", "language", "type"}
_SLOT_FIELDS = {"label", "hint", "kind", "choices", "optional", "default"}
# The words that every template may read beside its slots and blocks.
PLAIN_WORDS = frozenset({"name", "greeting", "signoff", "signature", "reach", "daypart", "compensation", "today"})
TABLES = {
    "shop": frozenset({"name", "answerer", "role", "phone", "email", "website", "address", "contact"}),
    "review": frozenset({"author", "platform", "rating", "date", "product", "order", "staff"}),
}


def read_template(
    text: str, path: Path, place: tuple[str, CaseType, str], phrasebook: Phrasebook, *, own: bool
) -> Template:
    """The template that ``text`` holds; ``place`` is its language, type and id.

    Raises TemplateProblem (or DataFileError for broken TOML) naming ``path`` and the line.
    """
    language, type_, id_ = place
    front, source, line = split(text, path)
    fields = parse_toml(front, path)
    _judge_fields(fields, text, path)
    slots = _slots(source, fields.get("slots", {}), phrasebook, path, line, text)
    example = {str(key): str(value) for key, value in fields.get("example", {}).items()}
    strangers = set(example) - {slot.id for slot in slots} - {"author"}
    if strangers:
        raise TemplateProblem(
            path, line_of(text, "[example]"), f"the example fills no slot: {', '.join(sorted(strangers))}"
        )
    return Template(
        id=id_,
        title=fields["title"],
        type=type_,
        language=language,
        voice=Voice(fields.get("voice", "warm")),
        moves=frozenset(Move(move) for move in fields.get("moves", [])),
        slots=slots,
        example=example,
        source=source,
        line=line,
        path=path,
        own=own,
        phrasebook=phrasebook,
    )


def split(text: str, path: Path) -> tuple[str, str, int]:
    """Front matter (with its lines where the file has them), the template's text, and the line on which that starts."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if lines[0].strip() != FENCE:
        raise TemplateProblem(path, 1, "the file must start with a line +++ and a title; see any shipped template")
    for number, content in enumerate(lines[1:], 1):
        if content.strip() == FENCE:
            return (
                "\n".join(["", *lines[1:number], ""]),
                "\n".join(lines[number + 1 :]).strip("\n"),
                _first(lines, number + 1),
            )
    raise TemplateProblem(path, 1, "the second +++ line, which ends the description, is missing")


def _first(lines: list[str], start: int) -> int:
    number = start
    while number < len(lines) and not lines[number]:
        number += 1
    return number + 1


def _judge_fields(fields: Mapping[str, Any], text: str, path: Path) -> None:
    unknown = sorted(set(fields) - _FIELDS)
    if unknown:
        raise TemplateProblem(
            path, line_of(text, unknown[0]), f"“{unknown[0]}” is unknown; possible: {', '.join(sorted(_FIELDS))}"
        )
    if not isinstance(fields.get("title"), str) or not fields["title"].strip():
        raise TemplateProblem(path, 1, 'a title is missing; write title = "…"')
    if fields.get("voice", "warm") not in {voice.value for voice in Voice}:
        raise TemplateProblem(
            path, line_of(text, "voice"), f"the voice “{fields['voice']}” is not formal, warm or playful"
        )
    for move in fields.get("moves", []):
        if move not in {known.value for known in Move}:
            raise TemplateProblem(path, line_of(text, "moves"), f"the move “{move}” is unknown")
    for name in ("slots", "example"):
        if not isinstance(fields.get(name, {}), dict):
            raise TemplateProblem(path, line_of(text, name), f"{name} must be a table; write [{name}]")


def _slots(
    source: str, own: Mapping[str, Any], phrasebook: Phrasebook, path: Path, line: int, text: str
) -> tuple[Slot, ...]:
    """The slots that the text and its blocks read, in the order in which they stand."""
    environment = ReplyEnvironment()
    slots: dict[str, Slot] = {}
    for name, at in sorted(names_used(parse(environment, source, path, line)), key=lambda used: used[1]):
        here = line + at - 1
        if name.startswith("block."):
            block = find_block(name, phrasebook)
            if block is None:
                raise TemplateProblem(path, here, f"there is no {name} among the blocks of this language")
            used = [inner for inner, _ in names_used(environment.parse(block.text + block.plain))]
        else:
            used = [name]
        for word in used:
            if not _is_word(word, path, here) and word not in slots:
                slots[word] = _slot(word, own, phrasebook, path, here, text)
    idle = sorted(set(own) - set(slots))
    if idle:
        raise TemplateProblem(path, line_of(text, idle[0]), f"the slot “{idle[0]}” does not stand in the text")
    return tuple(slots.values())


def find_block(name: str, phrasebook: Phrasebook) -> Block | None:
    """The block that "block.kind.id" names."""
    _, _, rest = name.partition(".")
    kind, _, id_ = rest.partition(".")
    return phrasebook.find(kind, id_)


def _is_word(name: str, path: Path, line: int) -> bool:
    table, dot, entry = name.partition(".")
    if table in TABLES:
        if entry not in TABLES[table]:
            raise TemplateProblem(path, line, f"“{name}” is unknown; {table} has {', '.join(sorted(TABLES[table]))}")
        return True
    if dot:
        raise TemplateProblem(path, line, f"“{name}” is unknown; dots are for shop, review and block")
    return name in PLAIN_WORDS


def _slot(name: str, own: Mapping[str, Any], phrasebook: Phrasebook, path: Path, line: int, text: str) -> Slot:
    if name not in own and name not in phrasebook.slots:
        raise TemplateProblem(path, line, f"“{name}” is no slot: describe it under [slots.{name}] with a label")
    table = {**phrasebook.slots.get(name, {}), **own.get(name, {})}
    at = line_of(text, f"slots.{name}") or line
    unknown = sorted(set(table) - _SLOT_FIELDS)
    if unknown:
        raise TemplateProblem(path, at, f"slot {name}: “{unknown[0]}” is unknown")
    try:
        slot = Slot(
            id=name,
            label=str(table["label"]),
            hint=str(table.get("hint", "")),
            kind=SlotKind(table.get("kind", "text")),
            choices=tuple(str(choice) for choice in table.get("choices", ())),
            optional=bool(table.get("optional", False)),
            default=str(table.get("default", "")),
        )
    except (KeyError, ValueError) as error:
        raise TemplateProblem(path, at, f"slot {name}: {error} is missing or cannot be used") from None
    if slot.kind is SlotKind.CHOICE and not slot.choices:
        raise TemplateProblem(path, at, f"slot {name}: a choice needs choices = [ … ]")
    return slot
