"""The shop's profile: who answers, how to reach them, when the clock runs; also the welcome on the first start."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from reviewdesk_gui.domain.shop import OpenHours, Shop, looks_like_email
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.dialogs.buttons import dialog_buttons
from reviewdesk_gui.views.widgets.tab_order import go_on

_TEXTS = ("name", "answerer", "role", "email", "phone", "website", "address")
_LISTS = ("staff", "words", "jargon", "offers")


class ShopDialog(QDialog):
    """``shop`` holds the profile as filled in; ``sample_asked`` tells that a newcomer wants the sample desk."""

    sample_asked = Signal()

    def __init__(self, shop: Shop, *, welcome: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Welcome to ReviewDesk") if welcome else self.tr("Your shop"))
        self._shop = shop
        self._texts = {name: QLineEdit(getattr(shop, name), self) for name in _TEXTS}
        self._lists = {name: QLineEdit(", ".join(getattr(shop, name)), self) for name in _LISTS}
        self._language = QComboBox(self)
        for code in labels.LANGUAGES:
            self._language.addItem(labels.language(code), code)
        self._language.setCurrentIndex(max(self._language.findData(shop.language), 0))
        self._hours = HoursGrid(shop, self)
        tabs = QTabWidget(self)
        tabs.addTab(self._about(), self.tr("Who answers"))
        tabs.addTab(self._hours, self.tr("Opening hours"))
        tabs.addTab(self._more(), self.tr("Words and people"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        if welcome:
            self._greet(column)
        self._tabs = tabs
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("role", "error")
        self.trouble.hide()
        column.addWidget(tabs)
        column.addWidget(self.trouble)
        column.addWidget(dialog_buttons(self, self.tr("Start") if welcome else self.tr("Save")))
        self._texts["name"].setFocus()
        self.resize(520, 480)

    def accept(self) -> None:
        """Close, unless the replies would name an e-mail address that nobody can write to."""
        email = self._texts["email"]
        said = email.text().strip()
        if said not in ("", self._shop.email) and not looks_like_email(said):
            words = self.tr("“{}” is no e-mail address; it should look like hello@shop.com.")
            self.trouble.setText(words.format(said))
            self.trouble.show()
            self._tabs.setCurrentIndex(0)
            email.setFocus()
            return
        super().accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    def _greet(self, column: QVBoxLayout) -> None:
        words = self.tr(
            "Tell who answers and how to reach them; replies are signed with it. Everything stays on this computer."
        )
        label = QLabel(words, self)
        label.setWordWrap(True)
        sample = QPushButton(self.tr("Look around with a sample desk instead"), self)
        sample.setAutoDefault(False)
        sample.clicked.connect(self.sample_asked)
        sample.clicked.connect(self.reject)
        column.addWidget(label)
        column.addWidget(sample)

    def _about(self) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setSpacing(8)
        words = {
            "name": self.tr("Shop"),
            "answerer": self.tr("Your name"),
            "role": self.tr("Your role"),
            "email": self.tr("E-mail"),
            "phone": self.tr("Phone"),
            "website": self.tr("Website"),
            "address": self.tr("Address"),
        }
        for name, label in words.items():
            form.addRow(label, self._texts[name])
        form.addRow(self.tr("Language"), self._language)
        return page

    def _more(self) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setSpacing(8)
        words = {
            "staff": (self.tr("People who work here"), self.tr("first names a review may praise, with commas between")),
            "words": (self.tr("Your own words"), self.tr("names of dishes, brands … that spelling should know")),
            "jargon": (self.tr("Words to avoid"), self.tr("trade words your customers do not know")),
            "offers": (self.tr("What you can offer"), self.tr("a free coffee, 10 % off the next visit …")),
        }
        for name, (label, hint) in words.items():
            self._lists[name].setPlaceholderText(hint)
            self._lists[name].setToolTip(hint)
            form.addRow(label, self._lists[name])
        return page

    @property
    def shop(self) -> Shop:
        """The profile as filled in."""
        texts = {name: field.text().strip() for name, field in self._texts.items()}
        lists = {name: _split(field.text()) for name, field in self._lists.items()}
        language = str(self._language.currentData())
        return replace(self._shop, **texts, **lists, language=language, hours=self._hours.hours())  # type: ignore[arg-type]


class HoursGrid(QWidget):
    """One line a weekday; without any, the clock always runs."""

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setSpacing(8)
        days = [
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        ]
        self._days: list[tuple[QCheckBox, QTimeEdit, QTimeEdit]] = []
        for number, name in enumerate(days):
            known = shop.hours.get(number)
            box = QCheckBox(name, self)
            box.setChecked(known is not None)
            opens = QTimeEdit(_qtime(known.opens if known else time(9)), self)
            closes = QTimeEdit(_qtime(known.closes if known else time(18)), self)
            for column, field in enumerate((opens, closes), 1):
                field.setDisplayFormat("HH:mm")
                field.setAlignment(Qt.AlignmentFlag.AlignCenter)
                field.setEnabled(box.isChecked())
                field.setAccessibleName(f"{name} {self.tr('opens') if column == 1 else self.tr('closes')}")
                box.toggled.connect(field.setEnabled)
                grid.addWidget(field, number, column)
            grid.addWidget(box, number, 0)
            self._days.append((box, opens, closes))
        hint = QLabel(self.tr("The reply clock runs while you are open. With no day ticked it always runs."), self)
        hint.setWordWrap(True)
        hint.setProperty("role", "small")
        grid.addWidget(hint, 7, 0, 1, 3)
        grid.setRowStretch(8, 1)

    def hours(self) -> dict[int, OpenHours]:
        """Opening hours by weekday; a day that closes before it opens is left out."""
        found = {}
        for number, (box, opens, closes) in enumerate(self._days):
            first, last = _time(opens.time()), _time(closes.time())
            if box.isChecked() and first < last:
                found[number] = OpenHours(first, last)
        return found


def _split(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in words.replace(";", ",").split(",") if word.strip()))


def _qtime(value: time) -> QTime:
    return QTime(value.hour, value.minute)


def _time(value: QTime) -> time:
    return time(value.hour(), value.minute())
