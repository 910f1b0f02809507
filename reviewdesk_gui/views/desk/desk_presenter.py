"""The list side of the window: which view, which search, which case; counts, ages and empty states."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from reviewdesk_gui.domain.clock import ReplyClock
from reviewdesk_gui.domain.listing import Filter, View, search_words
from reviewdesk_gui.models.case_list_model import CaseListModel
from reviewdesk_gui.services.desk_service import Change, DeskService
from reviewdesk_gui.services.wallclock import WallClock, shop_day, shop_zone
from reviewdesk_gui.views.case.case_presenter import CasePresenter
from reviewdesk_gui.views.desk.case_words import CaseWords
from reviewdesk_gui.views.desk.filter_bar import FilterBar
from reviewdesk_gui.views.desk.main_window import MainWindow

_MINUTE_MS = 60_000


class DeskPresenter(QObject):
    """Keeps list, side bar and open case in step with the desk."""

    case_opened = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        model: CaseListModel,
        filters: FilterBar,
        words: CaseWords,
        desk: DeskService,
        presenter: CasePresenter,
        clock: WallClock,
    ) -> None:
        super().__init__(window)
        self._window, self._model, self._filters, self._words = window, model, filters, words
        self._desk, self._presenter, self._clock = desk, presenter, clock
        self._view = View.TO_ANSWER
        self._told = 0
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.tick)
        window.sidebar.view_chosen.connect(self.choose_view)
        window.top.searched.connect(lambda _words: self._apply_filter())
        window.top.search_left.connect(window.cases.enter)
        filters.changed.connect(self._apply_filter)
        window.cases.chosen.connect(presenter.open)
        window.cases.opened.connect(window.panel.pane.editor.setFocus)
        window.cases.clear_asked.connect(self.clear_filter)
        model.counts_changed.connect(window.sidebar.set_counts)
        # slots of its own: a lambda's connection would outlive the window
        model.filtered.connect(self._show_state)
        desk.changed.connect(self._desk_changed)
        desk.shop_changed.connect(self.reload)

    def start(self) -> None:
        """Show the desk and open its most urgent case."""
        self.reload()
        self._minute.start()
        self.choose_first()
        self._window.cases.table.setFocus()

    def reload(self) -> None:
        """Read the whole desk anew."""
        self._set_moment()
        self._window.top.shop.setText(self._desk.shop().name)
        self._model.load(self._desk.cases())
        self._filters.set_topics(self._model.topics())
        self._show_counts()

    def tick(self) -> None:
        """A minute has passed: ages change, and what went wrong in the background is told."""
        self._set_moment()
        troubles = self._desk.desk.troubles
        for trouble in troubles[self._told :]:
            self._window.notices.tell(trouble, error=True)
        self._told = len(troubles)

    def choose_view(self, view: View) -> None:
        """Show another list."""
        self._view = view
        self._window.sidebar.choose(view)
        self._apply_filter()

    def clear_filter(self) -> None:
        """Show everything of the view."""
        self._window.top.search.clear()
        self._filters.clear()
        self._apply_filter()

    def choose_first(self) -> None:
        """Open the first case of the list, if there is one."""
        entry = self._model.entry(0)
        if entry is not None:
            self.show_case(entry.case.id)

    def show_case(self, case_id: str) -> None:
        """Open a case and bring its row into sight; where the view hides it, show all."""
        if self._model.row_of(case_id) < 0:
            self.choose_view(View.ALL)
        self._presenter.open(case_id)
        self._window.cases.select_case(case_id)

    def _set_moment(self) -> None:
        shop, now = self._desk.shop(), self._clock.now()
        zone, today = shop_zone(shop), shop_day(shop, now)
        reply_clock = ReplyClock(shop, zone)
        self._words.set_moment(reply_clock, now, zone, today)
        self._model.set_moment(reply_clock, now, today)

    def _apply_filter(self) -> None:
        words = search_words(self._window.top.search.text())
        with self._window.cases.quietly():
            self._model.set_filter(self._filters.onto(replace(Filter(self._view), words=words)))
        case = self._presenter.case
        if case is not None:
            self._window.cases.select_case(case.id)

    def _desk_changed(self, change: Change) -> None:
        with self._window.cases.quietly():
            self._model.apply(change.saved, change.removed)
        self._presenter.desk_changed(change)
        if len(change.saved) > 1 or change.removed:
            self._filters.set_topics(self._model.topics())
        self._show_counts()
        self._show_state()
        if change.focus and self._presenter.case is None and self._model.row_of(change.focus) >= 0:
            self._presenter.open(change.focus)
        case = self._presenter.case
        if case is not None:
            self._window.cases.select_case(case.id)

    def _show_counts(self) -> None:
        count = len(self._desk.cases())
        words = self.tr("1 case") if count == 1 else self.tr("{} cases").format(f"{count:n}")
        self._window.count.setText(words)

    def _show_state(self) -> None:
        if self._model.rowCount() or self._model.is_scanning:
            self._window.cases.show_list()
            return
        chosen = self._model.filter
        filtered = chosen != Filter(chosen.view)
        self._window.cases.show_empty(desk_empty=not self._desk.cases(), filtered=filtered)
