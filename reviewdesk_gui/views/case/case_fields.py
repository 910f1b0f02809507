"""Type, cause, topics and facts of a case as small fields; each opens its choices in place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from reviewdesk_gui.domain.case import Case, CaseType, Cause
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.dialogs.text_dialog import TextDialog
from reviewdesk_gui.views.widgets.flow import FlowLayout

TOPICS = (
    "atmosphere",
    "cleanliness",
    "communication",
    "delivery",
    "food",
    "location",
    "order_mistake",
    "payment",
    "price",
    "quality",
    "return",
    "room",
    "staff",
    "wait",
    "website",
)


class CaseFields(QWidget):
    """Tells what the owner chose; shows what the case holds."""

    type_chosen = Signal(object)
    cause_chosen = Signal(object)
    topics_chosen = Signal(object)
    facts_written = Signal(str)

    def __init__(self, topics: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topic_ids = tuple(topics)
        self._case: Case | None = None
        self.type = self._field()
        self.cause = self._field()
        self.topics = self._field()
        self.facts = self._field()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=8)
        column.addLayout(row)
        for field in (self.type, self.cause, self.topics, self.facts):
            row.addWidget(field)
        self._fill_menus()
        self.facts.clicked.connect(self._ask_facts)

    def _field(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "field")
        return button

    def _fill_menus(self) -> None:
        types, causes = QMenu(self.type), QMenu(self.cause)
        for kind in CaseType:
            types.addAction(labels.case_type(kind)).triggered.connect(
                lambda _=False, kind=kind: self.type_chosen.emit(kind)
            )
        for cause in Cause:
            causes.addAction(labels.cause(cause)).triggered.connect(
                lambda _=False, cause=cause: self.cause_chosen.emit(cause)
            )
        self.type.setMenu(types)
        self.cause.setMenu(causes)
        self._topic_menu = QMenu(self.topics)
        self._topic_menu.aboutToShow.connect(self._fill_topics)
        self.topics.setMenu(self._topic_menu)

    def show_case(self, case: Case, reasons: str) -> None:
        """Show the fields; ``reasons`` says why the type was suggested."""
        self._case = case
        mark = "" if case.type_chosen else " ?"
        self.type.setText(self.tr("Type  {} ▾").format(labels.case_type(case.type) + mark))
        self.type.setToolTip(reasons if not case.type_chosen else self.tr("Chosen by you"))
        self.cause.setText(self.tr("Cause  {} ▾").format(labels.cause(case.cause)))
        topics = ", ".join(topic.replace("_", " ") for topic in case.topics)
        self.topics.setText(self.tr("Topics  {} ▾").format(topics or "–"))
        facts = case.facts if len(case.facts) <= 40 else case.facts[:39] + "…"
        self.facts.setText(self.tr("Facts  {}").format(facts or "–"))
        self.facts.setToolTip(case.facts or self.tr("What you know about the matter; stays on this computer"))

    def _fill_topics(self) -> None:
        self._topic_menu.clear()
        chosen = self._case.topics if self._case else ()
        for topic in sorted({*self._topic_ids, *chosen}):
            action = self._topic_menu.addAction(topic.replace("_", " "))
            action.setCheckable(True)
            action.setChecked(topic in chosen)
            action.triggered.connect(lambda on, topic=topic: self._toggle_topic(topic, on=on))

    def _toggle_topic(self, topic: str, *, on: bool) -> None:
        chosen = [old for old in (self._case.topics if self._case else ()) if old != topic]
        self.topics_chosen.emit((*chosen, topic) if on else tuple(chosen))

    def _ask_facts(self) -> None:
        if self._case is None:
            return
        question = self.tr("What do you know about the matter? It stays on this computer.")
        dialog = TextDialog(self.tr("Facts"), question, self.tr("Save"), self._case.facts, self)
        dialog.accepted.connect(lambda: self.facts_written.emit(dialog.text))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
