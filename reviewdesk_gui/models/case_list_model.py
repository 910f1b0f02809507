"""The list of cases, most urgent first, filtered as the owner types, at 100,000 rows without a stall.

Loading and filtering run in pieces of a few milliseconds: the first hits show at once, the rest follow on a 0 ms timer,
so that no piece holds the window longer than a frame.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from time import perf_counter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.clock import ReplyClock
from reviewdesk_gui.domain.listing import Entry, Filter, SortKey, counts, in_order, matches

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_PIECE_SECONDS = 0.006
_STEP = 100
_AT_ONCE = 2_000
_REBUILD_FROM = 500

Index = QModelIndex | QPersistentModelIndex


def _key(entry: Entry) -> SortKey:
    return entry.key


class CaseListModel(QAbstractListModel):
    """Rows are entries; ``ENTRY_ROLE`` gives the entry, the display role one spoken line for screen readers."""

    filtered = Signal(int)
    counts_changed = Signal(object)

    def __init__(self, spoken: Callable[[Entry], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._entries: dict[str, Entry] = {}
        self._order: list[Entry] = []
        self._rows: list[Entry] = []
        self._filter = Filter()
        self._next = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work_on)
        self._coming: Iterator[list[Entry]] | None = None
        self._make: Callable[[Case], Entry] | None = None
        self._now: datetime | None = None
        self._today = date.min

    def set_moment(self, clock: ReplyClock, now: datetime, today: date) -> None:
        """The moment (UTC) and the shop's day from which ages are told; call once a minute."""
        new_day = today != self._today
        self._now, self._today = now, today
        self._make = lambda case: Entry(case, clock, now, today)
        if new_day and self._entries:
            self.load([entry.case for entry in self._entries.values()])
        elif self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self._tell_counts()

    @property
    def now(self) -> datetime:
        """The moment from which ages are told."""
        assert self._now is not None
        return self._now

    def load(self, cases: Iterable[Case]) -> None:
        """Show these cases instead of the present ones."""
        assert self._make is not None
        cases = list(cases)
        self._entries, self._order = {}, []
        self._coming = in_order(map(self._make, cases))
        self._restart()
        if len(cases) <= _AT_ONCE:
            self._finish_loading()

    def apply(self, saved: Sequence[Case], removed: Sequence[str]) -> None:
        """Cases changed, came or went."""
        assert self._make is not None
        self._finish_loading()
        if len(saved) + len(removed) > _REBUILD_FROM:
            kept = {case_id: entry.case for case_id, entry in self._entries.items()}
            kept.update((case.id, case) for case in saved)
            for case_id in removed:
                kept.pop(case_id, None)
            self.load(kept.values())
            return
        for case_id in removed:
            self._take(case_id)
        for case in saved:
            self._put(self._make(case))
        self._tell_counts()

    def set_filter(self, chosen: Filter) -> None:
        """Show what ``chosen`` lets through; the first hits at once."""
        if chosen != self._filter:
            self._filter = chosen
            self._restart()

    @property
    def filter(self) -> Filter:
        """What the list shows now."""
        return self._filter

    @property
    def is_scanning(self) -> bool:
        """Whether more hits may still come."""
        return self._timer.isActive()

    def entry(self, row: int) -> Entry | None:
        """The entry in ``row``, None outside the list."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, case_id: str) -> int:
        """The row that shows the case, -1 where none does."""
        entry = self._entries.get(case_id)
        if entry is None:
            return -1
        row = bisect_left(self._rows, entry.key, key=_key)
        return row if row < len(self._rows) and self._rows[row] is entry else -1

    def cases_shown(self) -> list[Case]:
        """Every case that the filter lets through, in the list's order."""
        while self._timer.isActive():
            self._work_on()
        return [entry.case for entry in self._rows]

    def topics(self) -> list[str]:
        """Every topic on the desk, the most frequent first."""
        found: dict[str, int] = {}
        for entry in self._order:
            for topic in entry.case.topics:
                found[topic] = found.get(topic, 0) + 1
        return sorted(found, key=lambda topic: (-found[topic], topic))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.case.review.full_text
        return None

    def _matches(self, entry: Entry) -> bool:
        return matches(entry, self._filter, self.now, self._today)

    def _restart(self) -> None:
        self.beginResetModel()
        self._rows = []
        self._next = 0
        self.endResetModel()
        self._timer.start()
        self._work_on()

    def _work_on(self) -> None:
        """One piece of loading and filtering."""
        until = perf_counter() + _PIECE_SECONDS
        hits: list[Entry] = []
        while perf_counter() < until:
            piece = self._order[self._next : self._next + _STEP]
            self._next += len(piece)
            hits += [entry for entry in piece if self._matches(entry)]
            if not piece and not self._bring_more():
                self._timer.stop()
                break
        if hits:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(hits) - 1)
            self._rows.extend(hits)
            self.endInsertRows()
        if not self._timer.isActive():
            self.filtered.emit(len(self._rows))

    def _bring_more(self) -> bool:
        """Take the next entries that are in order; False where all have come."""
        if self._coming is None:
            return False
        batch = next(self._coming, None)
        if batch is None:
            self._coming = None
            self._tell_counts()
            return False
        self._order += batch
        self._entries.update((entry.case.id, entry) for entry in batch)
        return True

    def _finish_loading(self) -> None:
        while self._coming is not None:
            self._work_on()

    def _take(self, case_id: str) -> None:
        entry = self._entries.pop(case_id, None)
        if entry is None:
            return
        place = bisect_left(self._order, entry.key, key=_key)
        del self._order[place]
        if place < self._next:
            self._next -= 1
        row = bisect_left(self._rows, entry.key, key=_key)
        if row < len(self._rows) and self._rows[row] is entry:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()

    def _put(self, entry: Entry) -> None:
        old = self._entries.get(entry.case.id)
        if old is not None and old.key == entry.key:
            self._replace(old, entry)
            return
        self._take(entry.case.id)
        self._entries[entry.case.id] = entry
        place = bisect_left(self._order, entry.key, key=_key)
        self._order.insert(place, entry)
        if place >= self._next and self._timer.isActive():
            return
        self._next += 1
        if self._matches(entry):
            row = bisect_left(self._rows, entry.key, key=_key)
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, entry)
            self.endInsertRows()

    def _replace(self, old: Entry, entry: Entry) -> None:
        self._entries[entry.case.id] = entry
        self._order[bisect_left(self._order, old.key, key=_key)] = entry
        row = bisect_left(self._rows, old.key, key=_key)
        shown = row < len(self._rows) and self._rows[row] is old
        if shown and self._matches(entry):
            self._rows[row] = entry
            self.dataChanged.emit(self.index(row), self.index(row))
        elif shown:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
        elif self._matches(entry):
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, entry)
            self.endInsertRows()

    def _tell_counts(self) -> None:
        if self._now is not None:
            self.counts_changed.emit(counts(self._order, self._now))
