"""Help with words beyond templates: the same said differently, earlier replies, offers, templates of one's own."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.followup import FollowUpKind
from reviewdesk_gui.drafting.blocks import Swap, say_differently
from reviewdesk_gui.drafting.offers import Offer, offers, propose_offer, propose_promise
from reviewdesk_gui.drafting.own import Incoming, OwnTemplates, from_draft, preview
from reviewdesk_gui.drafting.past import PastReplies, PastReply
from reviewdesk_gui.drafting.render import Draft
from reviewdesk_gui.drafting.template import Template, Voice
from reviewdesk_gui.services.desk_service import Change, DeskService
from reviewdesk_gui.services.template_service import TemplateService
from reviewdesk_gui.services.wallclock import WallClock


class DraftingService(QObject):
    """Past replies are indexed when first asked for and kept in step with the desk."""

    templates_changed = Signal()

    def __init__(
        self,
        templates: TemplateService,
        own_folder: Path,
        desk: DeskService,
        clock: WallClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._templates, self._own_folder, self._desk, self._clock = templates, own_folder, desk, clock
        self._past: PastReplies | None = None
        desk.changed.connect(self._keep_in_step)

    def differently(self, case: Case, language: str, text: str, caret: int) -> Swap | None:
        """Other ways to say the passage at ``caret`` (code points), None where no block says the like."""
        scene = self._templates.scene(case, language)
        return say_differently(text, caret, scene, {}) if scene else None

    def past(self, case: Case, language: str) -> list[PastReply]:
        """The owner's best earlier replies to reviews like this one, solved cases first."""
        if self._past is None:
            self._past = PastReplies(self._desk.cases())
        return self._past.like(case, language=language)

    def offers(self) -> list[Offer]:
        """What the shop can offer for a trouble."""
        return offers(self._desk.shop())

    def offer_texts(self, case: Case, language: str, offer: Offer, due: date) -> list[str]:
        """Sentences that offer it, the first suits best."""
        scene = self._templates.scene(case, language)
        if scene is None:
            return []
        proposal = propose_offer(offer, due, scene, lambda: "")
        return list(dict.fromkeys(draft.text for draft in proposal.texts))

    def promise_texts(self, case: Case, language: str, kind: FollowUpKind, due: date) -> list[str]:
        """Sentences that promise ``kind`` for the day ``due``; none where the language has no such block."""
        scene = self._templates.scene(case, language)
        if scene is None:
            return []
        proposal = propose_promise(kind, due, scene, lambda: "")
        return list(dict.fromkeys(draft.text for draft in proposal.texts))

    def record_offer(self, case_id: str, offer: Offer, due: date) -> None:
        """Put the compensation and the duty to give it on the case, as one step. Raises ReviewDeskError."""
        case = self._desk.case(case_id)
        if case is None:
            raise ReviewDeskError("This case is no longer on the desk.")
        now = self._clock.now()
        case = steps.offer_compensation(case, offer.what, offer.worth, now)
        case = steps.add_followup(case, FollowUpKind.COMPENSATION, due, offer.what, now)
        self._desk.save("compensation", [case], focus=case_id)

    @property
    def own(self) -> OwnTemplates:
        """The owner's own templates."""
        return OwnTemplates(self._own_folder, self._templates.catalogue.phrasebooks)

    def own_list(self) -> Sequence[Template]:
        """The owner's own templates, by title."""
        mine = (template for template in self._templates.catalogue.all if template.own)
        return sorted(mine, key=lambda template: template.title.casefold())

    def as_template(self, case: Case, language: str, text: str, title: str, voice: Voice) -> str:
        """A template file made of a draft: names, dates, amounts and numbers have become slots."""
        scene = self._templates.scene(case, language)
        if scene is None:
            raise ReviewDeskError("There are no blocks in this language yet, so no template can be made in it.")
        return from_draft(text, scene, title, voice, case.type)

    def try_out(self, text: str, language: str, type_: CaseType) -> Draft:
        """The template that ``text`` would be, with its own example. Raises TemplateProblem with the line."""
        template = self.own.parse(text, language, type_)
        return preview(template, self._desk.shop(), self._templates.local_now())

    def save_own(self, text: str, language: str, type_: CaseType, replaces: Template | None = None) -> Template:
        """Keep a template. Raises TemplateProblem or ReviewDeskError."""
        saved = self.own.save(text, language, type_, replaces=replaces)
        self._changed()
        return saved

    def remove_own(self, template: Template) -> str:
        """Delete an own template; its text is returned so that it can be put back."""
        text = self.own.remove(template)
        self._changed()
        return text

    def look_at(self, path: Path) -> Incoming:
        """What a shared template file holds. Raises TemplateProblem."""
        return self.own.look_at(path, self._desk.shop(), self._templates.local_now())

    def take_in(self, incoming: Incoming) -> Template:
        """Keep a shared template as one's own."""
        taken = self.own.take_in(incoming)
        self._changed()
        return taken

    def _changed(self) -> None:
        self._templates.reload()
        self.templates_changed.emit()

    def _keep_in_step(self, change: Change) -> None:
        if self._past is not None:
            for case in change.saved:
                self._past.put(case)
            for case_id in change.removed:
                self._past.drop(case_id)
