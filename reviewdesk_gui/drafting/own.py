"""The owner's own templates: made from a draft, copied, edited, shared as a file, taken in from one."""

import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.datafile import parse_toml
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting.context import Scene
from reviewdesk_gui.drafting.facts import CaseFacts
from reviewdesk_gui.drafting.generalise import generalise
from reviewdesk_gui.drafting.phrasebook import Phrasebook
from reviewdesk_gui.drafting.render import Draft, render
from reviewdesk_gui.drafting.template import Slot, Template, TemplateProblem, Voice
from reviewdesk_gui.drafting.template_files import FENCE, read_template, split

_LONGEST_FILE = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A template file looked at before it is taken in: what it holds and how it shows itself."""

    template: Template
    text: str
    preview: Draft


class OwnTemplates:
    """The folder of the owner's own templates. ``phrasebooks`` are those of the catalogue."""

    def __init__(self, folder: Path, phrasebooks: Mapping[str, Phrasebook]) -> None:
        self._folder = folder
        self._phrasebooks = phrasebooks

    def parse(self, text: str, language: str, type_: CaseType, name: str = "draft") -> Template:
        """The template that ``text`` would be, for the editor's live preview.

        Raises TemplateProblem (or DataFileError) with the line of ``text`` that cannot be used.
        """
        path = self._folder / "replies" / language / type_.value / f"{name}.j2"
        place = (language, type_, f"own/{language}/{type_.value}/{name}")
        return read_template(text, path, place, self._book(language), own=True)

    def save(self, text: str, language: str, type_: CaseType, *, replaces: Template | None = None) -> Template:
        """Writes the template whole or not at all, named after its title; ``replaces`` is the one being edited.

        Raises TemplateProblem where ``text`` cannot be used, ReviewDeskError where the folder cannot be written.
        """
        name = self._name(self.parse(text, language, type_), replaces)
        template = self.parse(text, language, type_, name)
        _write(template.path, text)
        if replaces is not None and replaces.own and replaces.path != template.path:
            replaces.path.unlink(missing_ok=True)
        return template

    def copy(self, template: Template, title: str) -> Template:
        """An own template that starts as ``template`` does, under a title of its own."""
        return self.save(self.file_text(template, title=title), template.language, template.type)

    def remove(self, template: Template) -> str:
        """Deletes an own template; gives its text, so that the step can be undone with ``save``."""
        if not template.own:
            raise ReviewDeskError(f"“{template.title}” came with the program and stays; make a copy to change it")
        text = template.path.read_text("utf-8")
        template.path.unlink()
        return text

    def share(self, template: Template, target: Path) -> None:
        """Writes the template to ``target`` with its slots, language and type inside, for another desk."""
        _write(target, self.file_text(template))

    def look_at(self, path: Path, shop: Shop, now: datetime) -> Incoming:
        """What a shared file holds, with its preview. Raises TemplateProblem (or DataFileError) with the line."""
        try:
            if path.stat().st_size > _LONGEST_FILE:
                raise TemplateProblem(path, 0, "the file is far too large for a reply template")
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateProblem(path, 0, f"cannot be read: {error}") from None
        front = parse_toml(split(text, path)[0], path)
        language, type_name = str(front.get("language", "")), str(front.get("type", ""))
        if language not in self._phrasebooks or type_name not in {type_.value for type_ in CaseType}:
            wanted = 'language = "sv" and type = "praise"'
            raise TemplateProblem(path, 1, f"the file must say which language and type it is for, such as {wanted}")
        type_ = CaseType(type_name)
        place = (language, type_, f"own/{language}/{type_name}/{path.stem}")
        template = read_template(text, path, place, self._book(language), own=True)
        return Incoming(template=template, text=text, preview=preview(template, shop, now))

    def take_in(self, incoming: Incoming) -> Template:
        """Keeps a shared template as one's own; another own one of the same title stays."""
        return self.save(incoming.text, incoming.template.language, incoming.template.type)

    def file_text(self, template: Template, title: str = "") -> str:
        """The template as one self-contained file."""
        slots = {slot.id: _slot_table(slot) for slot in template.slots}
        head = {
            "title": title or template.title,
            "language": template.language,
            "type": template.type.value,
            "voice": template.voice.value,
            "moves": sorted(template.moves),
        }
        return front_matter(head, slots, template.example) + template.source + "\n"

    def _book(self, language: str) -> Phrasebook:
        return self._phrasebooks.get(language) or Phrasebook(language=language)

    def _name(self, template: Template, replaces: Template | None) -> str:
        stem = re.sub(r"[\W_]+", "-", template.title.casefold()).strip("-")[:60] or "template"
        folder = template.path.parent
        name, number = stem, 1
        while (folder / f"{name}.j2").exists() and not (replaces and replaces.path == folder / f"{name}.j2"):
            number += 1
            name = f"{stem}-{number}"
        return name


def from_draft(text: str, scene: Scene, title: str, voice: Voice, type_: CaseType) -> str:
    """A template file made of a draft: names, dates, amounts and numbers have become slots and stand nowhere in it."""
    made = generalise(text.strip(), scene)
    head = {"title": title, "language": scene.phrasebook.language, "type": type_.value, "voice": voice.value}
    sample = scene.phrasebook.labels.get("sample", "")
    example = {"author": sample, **made.example} if sample else made.example
    return front_matter(head, made.slots, example) + made.source + "\n"


def preview(template: Template, shop: Shop, now: datetime) -> Draft:
    """The template with its own example."""
    facts = CaseFacts(author=template.example.get("author", ""), language=template.language, type=template.type)
    return render(template, facts, shop, template.example, now=now)


def front_matter(
    head: Mapping[str, object], slots: Mapping[str, Mapping[str, object]], example: Mapping[str, str]
) -> str:
    """The TOML between the ``+++`` lines, with both lines."""
    lines = [FENCE, *(f"{key} = {_toml(value)}" for key, value in head.items())]
    for id_, table in slots.items():
        lines += ["", f"[slots.{id_}]", *(f"{key} = {_toml(value)}" for key, value in table.items())]
    if example:
        lines += ["", "[example]", *(f"{key} = {_toml(value)}" for key, value in example.items())]
    return "\n".join([*lines, FENCE, ""])


def _slot_table(slot: Slot) -> dict[str, object]:
    # Everything is written, empty or not: the other desk's own slot of that name must not shine through.
    return {
        "label": slot.label,
        "hint": slot.hint,
        "kind": slot.kind.value,
        "choices": list(slot.choices),
        "optional": slot.optional,
        "default": slot.default,
    }


def _toml(value: object) -> str:
    # A TOML basic string reads JSON's escapes; both forbid raw control characters, DEL only TOML does.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".template-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReviewDeskError(f"{path} cannot be written ({error.strerror}); choose another folder") from None
