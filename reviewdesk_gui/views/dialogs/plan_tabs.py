"""The plan of an import, one tab for each thing that the owner may want to look at or decide."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.plan import Change, Entry, Plan
from reviewdesk_gui.importing.removed import Gone
from reviewdesk_gui.importing.scanned import FileScan, Scan
from reviewdesk_gui.views.dialogs.choice_list import ChoiceList
from reviewdesk_gui.views.dialogs.column_table import ColumnTable
from reviewdesk_gui.views.dialogs.plan_tables import (
    SHOWN,
    changed_table,
    files_table,
    new_table,
    rejected_table,
    review_words,
)

_SAYING = (Field.TEXT, Field.POSITIVE, Field.NEGATIVE, Field.TITLE, Field.RATING)


class PlanTabs(QTabWidget):
    """``mapped`` carries a header's key and which column is which field. ``removed`` and ``twins`` are the owner's
    choices: reviews that are gone, reviews that are one with another.
    """

    mapped = Signal(str, dict)

    def __init__(
        self, platforms: Mapping[str, Platform], format_name: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._platforms, self._format_name = platforms, format_name
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.removed = self.twins = ChoiceList("", (), ticked=False, parent=self)
        self.removed.hide()
        self._changed = ("", "")

    def show_plan(self, scan: Scan, plan: Plan) -> None:
        """Fill the tabs anew. The columns come first where nothing could be read without them, and while the owner is
        about correcting them.
        """
        for page in filter(None, map(self.widget, range(self.count()))):
            page.deleteLater()
        self.clear()
        new, changed = plan.of(Change.NEW), plan.of(Change.CHANGED)
        if new:
            self.addTab(new_table(new, self._platforms), self._title(self.tr("New"), len(new)))
        if changed:
            self.addTab(changed_table(changed, self._platforms), self._title(self.tr("Changed"), len(changed)))
        self._add_choices(plan)
        if plan.rejected:
            self.addTab(rejected_table(plan.rejected), self._title(self.tr("Rejected"), len(plan.rejected)))
        if scan.files:
            self.addTab(files_table(scan, plan, self._format_name), self._title(self.tr("Files"), len(scan.files)))
        self._add_columns(scan)
        for place in range(self.count()):
            self.setTabToolTip(place, self.tabText(place))

    def _title(self, words: str, count: int) -> str:
        if count > SHOWN:
            return self.tr("{} ({:n}, first {})").format(words, count, SHOWN)
        return f"{words} ({count})"

    def _add_choices(self, plan: Plan) -> None:
        """Reviews that have vanished, and reviews that may be known already: the owner decides."""
        gone = [(one.case.id, self._absence(one)) for one in plan.removed]
        known: dict[str, Entry] = {entry.id: entry for entry in plan.entries}
        double = [(entry.id, self._pair(entry, plan, known)) for entry in plan.twins]
        meaning = self.tr(
            "A full export holds every review, and these are missing. Tick those that are gone from the platform; "
            "their cases are closed."
        )
        self.removed = ChoiceList(meaning, gone, ticked=False, parent=self)
        meaning = self.tr("By the same author and with the same words. What is ticked becomes one case.")
        self.twins = ChoiceList(meaning, double, ticked=True, parent=self)
        for box, lines, title in ((self.removed, gone, self.tr("Gone?")), (self.twins, double, self.tr("Double?"))):
            box.setVisible(bool(lines))
            if lines:
                self.addTab(box, self._title(title, len(lines)))

    def _absence(self, gone: Gone) -> str:
        review = " · ".join(review_words(gone.case.review, self._platforms))
        return self.tr("{}\nnot in {}").format(review, gone.why)

    def _pair(self, entry: Entry, plan: Plan, known: Mapping[str, Entry]) -> str:
        other = plan.existing[entry.twin].review if entry.twin in plan.existing else known[entry.twin].review
        one, two = (" · ".join(review_words(review, self._platforms)[:4]) for review in (entry.review, other))
        return self.tr("{}\nis the same as {}\n{}").format(one, two, review_words(entry.review, self._platforms)[4])

    def _add_columns(self, scan: Scan) -> None:
        by_header: dict[str, list[FileScan]] = {}
        for file in scan.files:
            if file.columns and not _is_fixed(file):
                by_header.setdefault(file.header_key, []).append(file)
        for key, files in by_header.items():
            table = ColumnTable(files[0], self)
            table.mapping_changed.connect(lambda mapping, header, key=key: self._map(key, mapping, header))
            several = self.tr("{} files").format(len(files))
            name = Path(files[0].file).name if len(files) == 1 else several
            place = self.addTab(table, self.tr("Columns of {}").format(name) + (" ?" if files[0].guessed else ""))
            changed_key, changed = self._changed
            if key == changed_key or not says_a_review(files[0]):
                self.setCurrentIndex(place)
                table.go_to(changed)
        self._changed = ("", "")

    def _map(self, key: str, mapping: dict[str, str], header: str) -> None:
        self._changed = key, header
        self.mapped.emit(key, mapping)


def says_a_review(file: FileScan) -> bool:
    """Whether some column holds words or ratings, without which nothing is a review."""
    return any(use.field in _SAYING for use in file.columns)


def _is_fixed(file: FileScan) -> bool:
    """Whether the program made the columns itself, out of a document whose parts are known."""
    return not file.guessed and all(use.header == use.field for use in file.columns)
