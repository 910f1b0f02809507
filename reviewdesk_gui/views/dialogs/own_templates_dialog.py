"""The owner's own templates: edit, copy, share, take in, remove."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.drafting.template import Template
from reviewdesk_gui.services.drafting_service import DraftingService
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser


class OwnTemplatesDialog(QDialog):
    """``edit_asked`` carries the template to edit, or None for a new one."""

    edit_asked = Signal(object)

    def __init__(self, service: DraftingService, files: FileChooser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Templates of your own"))
        self._service, self._files = service, files
        self._removed: tuple[str, Template] | None = None
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Your templates"))
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.state.setProperty("role", "small")
        verbs: list[tuple[str, Callable[[], object]]] = [
            (self.tr("New"), lambda: self.edit_asked.emit(None)),
            (self.tr("Edit"), self._edit),
            (self.tr("Copy"), self._copy),
            (self.tr("Share …"), self._share),
            (self.tr("Take in …"), self._take_in),
            (self.tr("Remove"), self._remove),
        ]
        side = QVBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        for words, verb in verbs:
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, verb=verb: verb())
            self.buttons[words] = button
            side.addWidget(button)
        side.addStretch(1)
        self.back = QPushButton(self.tr("Put it back"), self)
        self.back.setProperty("kind", "link")
        self.back.clicked.connect(self._put_back)
        self.back.hide()
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(side)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addLayout(foot)
        service.templates_changed.connect(self._fill)
        self.resize(560, 420)
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        for template in self._service.own_list():
            words = f"{template.title}  ·  {labels.case_type(template.type)}  ·  {labels.language(template.language)}"
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, template)
        self.list.setCurrentRow(0)
        if not self.list.count():
            self.state.setText(self.tr("None yet. “Save as template” in the Case menu makes one of a draft."))

    def _chosen(self) -> Template | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _edit(self) -> None:
        template = self._chosen()
        if template is not None:
            self.edit_asked.emit(template)

    def _copy(self) -> None:
        template = self._chosen()
        if template is not None:
            text = self._service.own.file_text(template, title=self.tr("{} (copy)").format(template.title))
            self._try(lambda: self._service.save_own(text, template.language, template.type))

    def _share(self) -> None:
        template = self._chosen()
        if template is None:
            return
        name = f"{template.path.stem}.j2"
        path = self._files.to_save(self, self.tr("Share a template"), name, self.tr("Template"), ".j2")
        if path is not None:
            self.share_to(path)

    def share_to(self, path: Path) -> None:
        """Write the chosen template to a file for others, and say so."""
        template = self._chosen()
        if template is None:
            return

        def share() -> None:
            self._files.keep_off(path)
            self._service.own.share(template, path)

        if self._try(share):
            self.state.setText(self.tr("Written to {}").format(path))

    def _take_in(self) -> None:
        path = self._files.to_read(self, self.tr("Take in a template"), self.tr("Templates (*.j2)"))
        if path is not None:
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Show what a shared file holds; it is kept only when the owner agrees."""
        try:
            incoming = self._service.look_at(path)
        except ReviewDeskError as error:
            self.state.setText(str(error))
            return
        box = QMessageBox(QMessageBox.Icon.NoIcon, incoming.template.title, incoming.preview.text, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(lambda: self._try(lambda: self._service.take_in(incoming)))
        box.finished.connect(box.deleteLater)
        box.open()

    def _remove(self) -> None:
        template = self._chosen()
        if template is not None and self._try(lambda: self._keep_removed(template)):
            self.state.setText(self.tr("“{}” is removed.").format(template.title))
            self.back.show()

    def _keep_removed(self, template: Template) -> None:
        self._removed = self._service.remove_own(template), template

    def _put_back(self) -> None:
        if self._removed is not None:
            text, template = self._removed
            self._try(lambda: self._service.save_own(text, template.language, template.type))
            self.back.hide()

    def _try(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except (ReviewDeskError, OSError) as error:
            self.state.setText(str(error))
            return False
        return True
