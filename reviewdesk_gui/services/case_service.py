"""What the owner does to one case; every verb is one durable, undoable step."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QObject

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.case import Case, CaseType, Cause, Outcome
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.followup import FollowUpKind
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.services.desk_service import DeskService
from reviewdesk_gui.services.wallclock import WallClock, shop_day


class CaseService(QObject):
    """Verbs on cases. Raises StepError where a step does not fit and the store's errors where the disk says no."""

    def __init__(self, desk: DeskService, clock: WallClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock

    def get(self, case_id: str) -> Case:
        """The case as last saved. Raises ReviewDeskError where it is gone."""
        case = self._desk.case(case_id)
        if case is None:
            raise ReviewDeskError("This case is no longer on the desk.")
        return case

    def all(self) -> list[Case]:
        """Every case of the desk."""
        return self._desk.cases()

    def shop(self) -> Shop:
        """The shop's profile."""
        return self._desk.shop()

    def today(self) -> date:
        """The shop's calendar day."""
        return shop_day(self._desk.shop(), self._clock.now())

    def save_draft(self, case_id: str, text: str, template: str | None = None) -> Case:
        """Keep the draft; nothing happens where it is as saved. The editor holds its own undo."""
        case = self.get(case_id)
        if case.draft == text and template in (None, case.draft_template):
            return case
        kept = steps.save_draft(case, text, self._clock.now(), template=template)
        if kept.status is case.status:
            self._desk.keep_draft(kept)
        else:
            self._desk.save_silently(kept)
        return self.get(case_id)

    def copied(self, case_id: str, text: str) -> None:
        """The reply has been put into the clipboard."""
        self._step("copy", case_id, lambda case: steps.mark_copied(case, text, self._clock.now()))

    def posted(self, case_id: str) -> None:
        """The owner pasted the copied reply on the platform."""
        self._step("mark as posted", case_id, lambda case: steps.mark_posted(case, self._clock.now()))

    def add_note(self, case_id: str, text: str) -> None:
        """Write down what happened."""
        self._step("note", case_id, lambda case: steps.add_note(case, text, self._clock.now()))

    def add_followup(self, case_id: str, kind: FollowUpKind, due: date, note: str) -> None:
        """Put a dated duty on the case."""
        self._step("follow-up", case_id, lambda case: steps.add_followup(case, kind, due, note, self._clock.now()))

    def complete_followup(self, case_id: str, followup_id: str) -> None:
        """Tick a duty off."""
        self._step(
            "follow-up done", case_id, lambda case: steps.complete_followup(case, followup_id, self._clock.now())
        )

    def choose_type(self, case_id: str, type_: CaseType) -> None:
        """Overrule the suggested type."""
        self._step("type", case_id, lambda case: steps.choose_type(case, type_))

    def choose_cause(self, case_id: str, cause: Cause) -> None:
        """Say whose fault it was."""
        self._step("cause", case_id, lambda case: steps.choose_cause(case, cause))

    def choose_language(self, case_id: str, language: str) -> None:
        """Overrule the language of the reply; "" goes back to the review's."""
        self._step("language", case_id, lambda case: replace(case, reply_language=language))

    def set_topics(self, case_id: str, topics: tuple[str, ...]) -> None:
        """What the review is about."""
        self._step("topics", case_id, lambda case: replace(case, topics=topics))

    def set_facts(self, case_id: str, facts: str) -> None:
        """What the owner knows about the matter (P25)."""
        self._step("facts", case_id, lambda case: replace(case, facts=facts.strip()))

    def ignore(self, case_id: str, content_hash: str) -> None:
        """Keep a finding quiet in this case from now on."""
        self._step("ignore", case_id, lambda case: replace(case, ignored=(*case.ignored, content_hash)))

    def close(self, case_id: str, outcome: Outcome) -> None:
        """End the case."""
        self._step("close", case_id, lambda case: steps.close(case, outcome, self._clock.now()))

    def reopen(self, case_id: str) -> None:
        """Take a closed case up again."""
        self._step("reopen", case_id, lambda case: steps.reopen(case, self._clock.now()))

    def delete(self, case_id: str) -> None:
        """Take the case off the desk; undo brings it back."""
        self._desk.save("delete", [], delete=[case_id])

    def _step(self, label: str, case_id: str, step: Callable[[Case], Case]) -> None:
        self._desk.save(label, [step(self.get(case_id))], focus=case_id)
