"""The Tab key goes as one reads: layouts from first to last item, tabs before their pages, panes side by side in turn.

Qt keeps the order in which widgets were made, which for what comes later, such as the lines of a checklist, is last.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

_SCROLLED = (QScrollArea, QAbstractItemView)


class WorkOrder(QWidget):
    """What one works with in another order than it stands: ``order`` holds the fields as Tab shall visit them."""

    order: Sequence[QWidget] = ()


def go_on(window: QWidget, forward: bool) -> bool:
    """Give the focus to the next field of ``window`` (the one before), round its end, and bring it into sight.

    For ``focusNextPrevChild`` of a window; False where no field can take the focus.
    """
    fields = list(_fields(window))
    if not forward:
        fields.reverse()
    present = QApplication.focusWidget()
    place = fields.index(present) + 1 if present in fields else 0
    following = next(filter(_reachable, fields[place:] + fields[:place]), None)
    if following is None:
        return False
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_sight(following)
    return True


def _reachable(field: QWidget) -> bool:
    return field.isVisible() and field.isEnabled() and bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _bring_into_sight(field: QWidget) -> None:
    around = field.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(field)
        around = around.parentWidget()


def _fields(widget: QWidget) -> Iterator[QWidget]:
    """What can have the focus in ``widget``, itself first, but not the parts of a field, such as its arrows."""
    field = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not isinstance(widget, QTabWidget)
    if field:
        yield widget
    if not field or isinstance(widget, _SCROLLED):
        for part in _parts(widget):
            yield from _fields(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, WorkOrder):
        yield from widget.order
    elif isinstance(widget, QTabWidget):
        yield widget.tabBar()
        yield from filter(None, map(widget.widget, range(widget.count())))
    elif isinstance(widget, QSplitter | QStackedWidget):
        yield from filter(None, map(widget.widget, range(widget.count())))
    elif isinstance(widget, QAbstractItemView):
        yield from _children(widget.viewport())
    else:
        laid_out = list(_laid_out(widget.layout()))
        yield from laid_out
        yield from (child for child in _children(widget) if child not in laid_out)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for item in _items(layout) if layout is not None else ():
        widget = item.widget()
        if widget is not None:
            yield widget
        else:
            yield from _laid_out(item.layout())


def _items(layout: QLayout) -> Iterator[QLayoutItem]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        cells: list[tuple[int, ...]] = [layout.getItemPosition(place) for place in places]  # type: ignore[misc]
        places.sort(key=cells.__getitem__)
    return filter(None, map(layout.itemAt, places))


def _children(widget: QWidget) -> Iterator[QWidget]:
    """In the order of their making; windows of their own, such as menus, are left out."""
    return (child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow())
