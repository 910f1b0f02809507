"""Any sequence of changes, crashes and reopenings against a plain dictionary."""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.steps import save_draft
from reviewdesk_gui.store.desk import Desk

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
IDS = st.sampled_from([f"c{number}" for number in range(6)])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
CASES = st.builds(
    lambda case_id, text, facts: Case(
        id=case_id, review=Review(platform="google", text=text, received_at=NOON), type=CaseType.MIXED, facts=facts
    ),
    IDS,
    TEXTS,
    TEXTS,
)


class DeskMachine(RuleBasedStateMachine):
    """``model`` holds the cases by id, ``options`` the settings."""

    phrase = None

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.path, self.model, self.options = self.folder / "desk.json", {}, {}
        self.desk = Desk.open(self.path)
        if self.phrase:
            self.desk.protection.set(self.phrase)

    @rule(cases=st.lists(CASES, max_size=4), gone=st.sets(IDS, max_size=2))
    def save(self, cases, gone):
        self.desk.save(cases, delete=gone)
        for case_id in gone:
            self.model.pop(case_id, None)
        self.model |= {case.id: case for case in cases}

    @rule(options=st.dictionaries(TEXTS, st.integers() | TEXTS, max_size=3))
    def keep_settings(self, options):
        self.desk.save([], settings=options)
        self.options = options

    @rule(case_id=IDS, text=TEXTS)
    def type_draft(self, case_id, text):
        self.desk.save_draft(case_id, text, at=NOON)
        case = self.model.get(case_id)
        if case and case.draft != text:
            self.model[case_id] = save_draft(case, text, NOON)

    @rule()
    def compact(self):
        self.desk.compact_in_background()

    @rule()
    def close_and_open(self):
        self.desk.close()
        self.desk = Desk.open(self.path, passphrase=self.phrase)
        assert self.desk.notices == ()

    @rule()
    def crash_and_open(self):
        """What lies on the disk at this moment is what a killed process leaves."""
        self.desk.wait()
        left = self.folder.with_name(self.folder.name + "-left")
        shutil.copytree(self.folder, left)
        self.desk.close()
        shutil.rmtree(self.folder)
        left.rename(self.folder)
        self.desk = Desk.open(self.path, passphrase=self.phrase)
        assert self.desk.notices == ()

    @invariant()
    def holds_what_the_model_holds(self):
        if hasattr(self, "desk"):
            assert {case.id: case for case in self.desk.cases()} == self.model
            assert self.desk.settings() == self.options
            assert all(self.desk.case(case_id) == case for case_id, case in self.model.items())

    def teardown(self):
        if hasattr(self, "desk"):
            self.desk.close()
            assert self.desk.troubles == ()
            shutil.rmtree(self.folder)


class ProtectedDeskMachine(DeskMachine):
    """The same under a pass-phrase."""

    phrase = "correct horse"


DeskMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
ProtectedDeskMachine.TestCase.settings = settings(max_examples=6, stateful_step_count=20, deadline=None)
TestDeskAgainstADict = DeskMachine.TestCase
TestProtectedDeskAgainstADict = pytest.mark.slow(ProtectedDeskMachine.TestCase)
