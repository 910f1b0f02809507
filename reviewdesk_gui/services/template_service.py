"""Templates for the case at hand: ranked, rendered, remembered."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.drafting.blocks import render_block
from reviewdesk_gui.drafting.catalogue import Catalogue
from reviewdesk_gui.drafting.context import Scene
from reviewdesk_gui.drafting.facts import CaseFacts
from reviewdesk_gui.drafting.ranking import Usage
from reviewdesk_gui.drafting.render import Draft, render
from reviewdesk_gui.drafting.template import Template, Voice
from reviewdesk_gui.services.desk_service import DeskService
from reviewdesk_gui.services.wallclock import WallClock, shop_zone

_RECENT = 20


class TemplateService(QObject):
    """Picks and fills templates; usage lives in the desk's settings. The catalogue is read when first needed."""

    def __init__(
        self,
        load: Callable[[], Catalogue],
        platforms: Mapping[str, Platform],
        desk: DeskService,
        clock: WallClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load = load
        self._kept: Catalogue | None = None
        self._platforms = platforms
        self._desk = desk
        self._clock = clock

    @property
    def catalogue(self) -> Catalogue:
        """Every template at hand, read when first asked for."""
        if self._kept is None:
            self._kept = self._load()
        return self._kept

    def reload(self) -> None:
        """Read the templates anew, for after the owner's own ones have changed."""
        self._kept = None

    def scene(self, case: Case, language: str) -> Scene | None:
        """What texts for this case are drawn from; None where the language has no blocks."""
        book = self.catalogue.phrasebooks.get(language)
        if book is None:
            return None
        facts = CaseFacts.of(case, self._platforms.get(case.review.platform), language)
        return Scene(facts=facts, shop=self._desk.shop(), phrasebook=book, now=self.local_now())

    @property
    def problems(self) -> Sequence[DataFileError]:
        """Template files that could not be used."""
        return self.catalogue.problems

    def find(self, template_id: str) -> Template | None:
        """The template with this id."""
        return self.catalogue.find(template_id)

    def suited(
        self, case: Case, language: str, query: str = "", voice: Voice | None = None, kind: CaseType | None = None
    ) -> list[Template]:
        """Templates in ``language``: those for the case's type first, least used and least alike first (P20).

        A ``query`` searches all of them; ``kind`` None means every type.
        """
        if query.strip():
            return self.catalogue.search(query, language, kind, voice)
        ranked = self.catalogue.ranked(
            kind,
            language,
            self._usage(),
            self._recent(case),
            voice=voice,
            favourites=self.favourites(),
            platform=self._platforms.get(case.review.platform),
            now=self._clock.now(),
        )
        return sorted(ranked, key=lambda template: template.type is not case.type)

    def draft(self, template: Template, case: Case, language: str, values: Mapping[str, str]) -> Draft:
        """The template filled with the case, the shop and ``values`` by slot id. Raises TemplateProblem."""
        facts = CaseFacts.of(case, self._platforms.get(case.review.platform), language)
        return render(template, facts, self._desk.shop(), values, now=self.local_now())

    def blocks(self, case: Case, language: str) -> list[tuple[str, list[str]]]:
        """Blocks to set at the cursor: (kind, texts filled with the case), in the order a reply has them."""
        scene = self.scene(case, language)
        if scene is None:
            return []
        found = []
        for kind, blocks in scene.phrasebook.blocks.items():
            texts = (render_block(block, scene, {}).text for block in blocks)
            if distinct := list(dict.fromkeys(text for text in texts if text.strip())):
                found.append((kind, distinct))
        return found

    def used(self, template: Template, case: Case) -> None:
        """Remember that the template was used."""
        usage = self._usage().with_use(template.id, self._clock.now(), case.review.author)
        self._desk.save_settings({"template_usage": usage.as_table()})

    def last_use(self, template: Template) -> tuple[int, str] | None:
        """Days since the last use and for whom, None where it was never used."""
        last = self._usage().last(template.id)
        return ((self._clock.now() - last.when).days, last.customer) if last else None

    def favourites(self) -> frozenset[str]:
        """Ids of the templates that the owner starred."""
        return frozenset(self._desk.settings().get("template_favourites", ()))

    def toggle_favourite(self, template: Template) -> None:
        """Star the template or take the star away."""
        starred = set(self.favourites()) ^ {template.id}
        self._desk.save_settings({"template_favourites": sorted(starred)})

    def _usage(self) -> Usage:
        return Usage.from_table(self._desk.settings().get("template_usage", {}))

    def _recent(self, case: Case) -> list[str]:
        replies = [
            reply
            for other in self._desk.cases()
            if other.review.platform == case.review.platform and other.id != case.id
            for reply in other.replies
        ]
        return [reply.text for reply in sorted(replies, key=lambda reply: reply.at)[-_RECENT:]]

    def local_now(self) -> datetime:
        """Now in the shop's time zone."""
        return self._clock.now().astimezone(shop_zone(self._desk.shop()))
