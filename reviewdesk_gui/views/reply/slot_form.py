"""Asks a template's slots once; what is left empty stays an open slot in the reply."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QLabel, QLineEdit, QWidget

from reviewdesk_gui.drafting.template import Slot, SlotKind
from reviewdesk_gui.views.widgets.date_field import DateField


class SlotForm(QWidget):
    """One field a slot: words, a choice, a day or an amount. No choice is made for the owner."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._slots: tuple[Slot, ...] = ()
        self._fields: dict[str, QWidget] = {}

    def show_slots(self, slots: Sequence[Slot]) -> None:
        """Ask these slots; what was typed for a slot of the same name is kept."""
        kept = self.values()
        while self._form.rowCount():
            self._form.removeRow(0)
        self._slots, self._fields = tuple(slots), {}
        for slot in self._slots:
            field = self._field(slot, kept.get(slot.id, ""))
            field.setToolTip(slot.hint)
            field.setAccessibleName(slot.label)
            self._fields[slot.id] = field
            label = QLabel(slot.label + (self.tr(" (optional)") if slot.optional else ""), self)
            label.setWordWrap(True)
            self._form.addRow(label, field)
        self.setVisible(bool(slots))

    def values(self) -> dict[str, str]:
        """What was filled in, by slot id; a day in ISO form."""
        found = {name: _value(field) for name, field in self._fields.items()}
        return {name: value for name, value in found.items() if value}

    def field(self, slot_id: str) -> QWidget:
        """The field of one slot."""
        return self._fields[slot_id]

    def _field(self, slot: Slot, value: str) -> QWidget:
        if slot.kind is SlotKind.CHOICE:
            box = QComboBox(self)
            box.setEditable(True)
            box.addItems(["", *slot.choices])
            box.setCurrentText(value)
            box.currentTextChanged.connect(self.changed)
            return box
        if slot.kind is SlotKind.DATE:
            return self._date(value, slot.default)
        line = QLineEdit(value, self)
        line.setPlaceholderText(slot.hint)
        line.textChanged.connect(self.changed)
        return line

    def _date(self, value: str, default: str) -> QDateEdit:
        """A day; a default such as "+3" shows the day that it means, so many days from today."""
        earliest = QDate(1900, 1, 1)
        ahead = int(default) if default.removeprefix("+").isdigit() else None
        shown = QDate.currentDate().addDays(ahead) if ahead is not None else earliest
        field = DateField(QDate.fromString(value, "yyyy-MM-dd") if value else shown, self)
        field.setMinimumDate(earliest)
        field.setSpecialValueText(self.tr("no day chosen"))
        field.dateChanged.connect(self.changed)
        return field


def _value(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text().strip()
    if isinstance(field, QComboBox):
        return field.currentText().strip()
    if isinstance(field, QDateEdit):
        return "" if field.date() == field.minimumDate() else field.date().toString("yyyy-MM-dd")
    return ""
