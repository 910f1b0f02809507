"""Every reply template at hand: the shipped ones and the owner's own."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting.context import Scene
from reviewdesk_gui.drafting.facts import CaseFacts
from reviewdesk_gui.drafting.phrasebook import Block, Phrasebook
from reviewdesk_gui.drafting.phrasebook_files import merged, read_phrasebook
from reviewdesk_gui.drafting.ranking import Usage, rank
from reviewdesk_gui.drafting.template import Template, TemplateProblem, Voice
from reviewdesk_gui.drafting.template_files import read_template


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """``all`` holds the templates in file order, ``problems`` what was left out and why (file, line, sentence)."""

    all: tuple[Template, ...] = ()
    phrasebooks: dict[str, Phrasebook] = field(default_factory=dict)
    problems: tuple[DataFileError, ...] = ()

    @classmethod
    def load(cls, folders: Sequence[Path]) -> "Catalogue":
        """Reads ``blocks/<code>/*.toml`` and ``replies/<code>/<type>/*.j2`` of each folder, the shipped one first.

        A file that cannot be used becomes a problem and is left out; nothing is raised.
        """
        problems: list[DataFileError] = []
        phrasebooks = _phrasebooks(folders, problems)
        templates: list[Template] = []
        for number, folder in enumerate(folders):
            for path in sorted(folder.glob("replies/*/*/*.j2")):
                try:
                    templates.append(_template(path, phrasebooks, own=number > 0))
                except DataFileError as problem:
                    problems.append(problem)
        return cls(all=tuple(templates), phrasebooks=phrasebooks, problems=tuple(problems))

    def find(self, id_: str) -> Template | None:
        """The template with that id."""
        return next((template for template in self.all if template.id == id_), None)

    def templates(self, type_: CaseType | None, language: str, voice: Voice | None = None) -> list[Template]:
        """The templates of one language, of one type and voice where these are given."""
        return [
            template
            for template in self.all
            if template.language == language
            and (type_ is None or template.type is type_)
            and (voice is None or template.voice is voice)
        ]

    def search(
        self, query: str, language: str = "", type_: CaseType | None = None, voice: Voice | None = None
    ) -> list[Template]:
        """Templates that hold every word of ``query`` (title, type, text, slots), those with it in the title first."""
        words = query.casefold().split()
        found = [
            template
            for template in self.all
            if (not language or template.language == language)
            and (type_ is None or template.type is type_)
            and (voice is None or template.voice is voice)
            and all(word in _haystack(template) for word in words)
        ]
        return sorted(found, key=lambda template: not all(word in template.title.casefold() for word in words))

    def ranked(
        self,
        type_: CaseType | None,
        language: str,
        usage: Usage | None = None,
        recent: Sequence[str] = (),
        *,
        voice: Voice | None = None,
        favourites: Collection[str] = (),
        platform: Platform | None = None,
        now: datetime | None = None,
    ) -> list[Template]:
        """As ``templates``, best first, as ``ranking.rank`` says."""
        found = self.templates(type_, language, voice)
        return rank(found, usage or Usage(), recent, favourites=favourites, platform=platform, now=now)

    def languages(self) -> list[str]:
        """Codes of the languages that have templates."""
        return sorted({template.language for template in self.all})

    def blocks(self, language: str, kind: str, voice: str = "") -> list[Block]:
        """The blocks of one kind (greeting, thanks, apology, step, offline, signoff ...), those of the voice only."""
        book = self.phrasebooks.get(language)
        return list(book.of_kind(kind, voice)) if book else []

    def kinds(self, language: str) -> list[str]:
        """The kinds of blocks that the language has, in the order of a reply."""
        book = self.phrasebooks.get(language)
        return list(book.blocks) if book else []

    def scene(self, facts: CaseFacts, shop: Shop, now: datetime) -> Scene:
        """What blocks, offers and promises for one review are drawn with; ``now`` is the shop's local time."""
        book = self.phrasebooks.get(facts.language) or Phrasebook(language=facts.language)
        return Scene(facts=facts, shop=shop, phrasebook=book, now=now)


def _phrasebooks(folders: Sequence[Path], problems: list[DataFileError]) -> dict[str, Phrasebook]:
    books: dict[str, Phrasebook] = {}
    for folder in folders:
        for place in sorted(path for path in folder.glob("blocks/*") if path.is_dir()):
            shared = books[place.name].slots if place.name in books else {}
            book = read_phrasebook(place, shared, problems)
            books[place.name] = merged(books[place.name], book) if place.name in books else book
    return books


def _template(path: Path, phrasebooks: dict[str, Phrasebook], *, own: bool) -> Template:
    language, type_name = path.parts[-3], path.parts[-2]
    try:
        type_ = CaseType(type_name)
    except ValueError:
        known = ", ".join(_type_names())
        raise TemplateProblem(path, 0, f"the folder “{type_name}” is no type of review; possible: {known}") from None
    id_ = f"{'own/' if own else ''}{language}/{type_name}/{path.stem}"
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateProblem(path, 0, f"cannot be read: {error}") from None
    book = phrasebooks.get(language) or Phrasebook(language=language)
    return read_template(text, path, (language, type_, id_), book, own=own)


def _type_names() -> Iterator[str]:
    return (type_.value for type_ in CaseType)


def _haystack(template: Template) -> str:
    labels = " ".join(slot.label for slot in template.slots)
    return f"{template.title} {template.id} {template.voice} {labels} {template.source}".casefold()
