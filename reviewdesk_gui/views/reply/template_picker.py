"""Choosing how to start: templates for this type first, searched as one types, shown with the case's own data."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.drafting.render import Draft
from reviewdesk_gui.drafting.template import Template, Voice
from reviewdesk_gui.services.template_service import TemplateService
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.reply.slot_form import SlotForm
from reviewdesk_gui.views.widgets.tab_order import go_on

_TEMPLATE = Qt.ItemDataRole.UserRole


class TemplatePicker(QDialog):
    """``accepted`` with ``draft`` set; ``at_caret`` says whether it joins the text or takes its place."""

    favourite_toggled = Signal(object)

    def __init__(self, service: TemplateService, case: Case, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Start from a template"))
        self._service, self._case, self._language = service, case, language
        self.draft: Draft | None = None
        self.template: Template | None = None
        self.at_caret = False
        self._build()
        self._lay_out()
        self.resize(860, 560)
        self._fill()
        self.search.setFocus()

    def _build(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search titles and texts …"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search templates"))
        self.search.installEventFilter(self)
        self.voice = QComboBox(self)
        self.voice.setAccessibleName(self.tr("Voice"))
        self.voice.addItem(self.tr("Any voice"), None)
        for voice, words in (
            (Voice.WARM, self.tr("Warm")),
            (Voice.FORMAL, self.tr("Formal")),
            (Voice.PLAYFUL, self.tr("Playful")),
        ):
            self.voice.addItem(words, voice)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = QPlainTextEdit(self)
        self.preview.setObjectName("pickerPreview")
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.used = QLabel(self)
        self.used.setProperty("role", "small")
        self.slots = SlotForm(self)
        self.star = QPushButton(self)
        self.star.setProperty("kind", "quiet")
        self.insert = QPushButton(self.tr("Insert"), self)
        self.insert.setProperty("kind", "primary")
        self.insert.setDefault(True)
        self.caret = QPushButton(self.tr("Insert at the cursor"), self)
        self.search.textChanged.connect(self._fill)
        self.voice.currentIndexChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.list.itemDoubleClicked.connect(lambda *_: self._take(at_caret=False))
        self.slots.changed.connect(self._show_draft)
        self.star.clicked.connect(self._toggle_star)
        self.insert.clicked.connect(lambda: self._take(at_caret=False))
        self.caret.clicked.connect(lambda: self._take(at_caret=True))

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        choose = QVBoxLayout(left)
        choose.setContentsMargins(0, 0, 8, 0)
        for widget in (self.search, self.voice):
            choose.addWidget(widget)
        choose.addWidget(self.list, 1)
        look = QVBoxLayout(right)
        look.setContentsMargins(8, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self.used, 1)
        head.addWidget(self.star)
        look.addLayout(head)
        look.addWidget(self.preview, 1)
        look.addWidget(self.slots)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(right)
        split.setHandleWidth(1)
        split.setSizes([320, 540])
        split.setChildrenCollapsible(False)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        self.caret.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.caret)
        buttons.addWidget(self.insert)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(split, 1)
        column.addLayout(buttons)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self._walk(step)
                return True
        return super().eventFilter(watched, event)

    def shown(self) -> Sequence[Template]:
        """The templates in the list, top to bottom."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_TEMPLATE) for item in items]

    def choose(self, template_id: str) -> None:
        """Make one template the chosen one."""
        for row, template in enumerate(self.shown()):
            if template.id == template_id:
                self.list.setCurrentRow(row)

    def _walk(self, step: int) -> None:
        row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
        self.list.setCurrentRow(row)

    def _fill(self) -> None:
        self.list.clear()
        starred = self._service.favourites()
        for template in self._service.suited(self._case, self._language, self.search.text(), self.voice.currentData()):
            star = "★ " if template.id in starred else ""
            item = QListWidgetItem(f"{star}{template.title}\n{labels.case_type(template.type)}")
            item.setData(_TEMPLATE, template)
            item.setToolTip(template.title)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if not self.list.count():
            self._show_chosen()

    def _chosen(self) -> Template | None:
        item = self.list.currentItem()
        return item.data(_TEMPLATE) if item else None

    def _show_chosen(self) -> None:
        template = self._chosen()
        for button in (self.insert, self.caret, self.star):
            button.setEnabled(template is not None)
        if template is None:
            self.slots.show_slots(())
            words = self.tr("No template fits. Try other words, or another language above the editor.")
            self.preview.setPlainText(words)
            self.used.clear()
            return
        self.slots.show_slots(template.slots)
        starred = template.id in self._service.favourites()
        self.star.setText(self.tr("★ Favourite") if starred else self.tr("☆ Favourite"))
        self.used.setText(self._used_words(template))
        self._show_draft()

    def _used_words(self, template: Template) -> str:
        last = self._service.last_use(template)
        if last is None:
            return self.tr("Not used yet")
        days, customer = last
        when = (
            self.tr("today") if days < 1 else self.tr("yesterday") if days == 1 else self.tr("{} days ago").format(days)
        )
        return self.tr("Used {} for {}").format(when, customer) if customer else self.tr("Used {}").format(when)

    def _show_draft(self) -> None:
        template = self._chosen()
        if template is not None:
            draft = self._render(template)
            if draft is not None:
                self.preview.setPlainText(draft.text)

    def _render(self, template: Template) -> Draft | None:
        try:
            return self._service.draft(template, self._case, self._language, self.slots.values())
        except ReviewDeskError as error:
            self.preview.setPlainText(str(error))
            return None

    def _toggle_star(self) -> None:
        template = self._chosen()
        if template is not None:
            self._service.toggle_favourite(template)
            self._fill()
            self.choose(template.id)

    def _take(self, *, at_caret: bool) -> None:
        template = self._chosen()
        draft = self._render(template) if template else None
        if draft is None:
            return
        self.draft, self.template, self.at_caret = draft, template, at_caret
        self.accept()
