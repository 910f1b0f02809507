"""Paints one case as a readable row: stars, author, clock, two lines of the review, type and platform."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewdesk_gui.domain.listing import Entry
from reviewdesk_gui.models.case_list_model import ENTRY_ROLE
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.desk.case_words import CaseWords
from reviewdesk_gui.views.theme.theme import Theme
from reviewdesk_gui.views.widgets.text_map import TextMap

_PAD = 16
_GAP = 8


class CaseDelegate(QStyledItemDelegate):
    """Rows have one height, so that 100,000 of them cost nothing to lay out."""

    def __init__(self, words: CaseWords, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._theme = theme

    def row_height(self, font: QFont) -> int:
        """Pixels of one row in ``font``: four lines and the space around them."""
        return QFontMetrics(font).height() * 4 + 48

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(240, self.row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        font: QFont = option.font
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, self._colour("selected" if chosen else "pane"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._colour("line"))
        if chosen and _is_current(option, index):
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), self._colour("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._colour("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        inner = rect.adjusted(_PAD, 12, -_PAD, -12)
        line = QFontMetrics(font).height()
        self._head(painter, QRect(inner.left(), inner.top(), inner.width(), line), entry, font)
        body = QRect(inner.left(), inner.top() + line + 6, inner.width(), line * 2 + 4)
        self._excerpt(painter, body, entry, font)
        self._meta(painter, QRect(inner.left(), body.bottom() + 7, inner.width(), line), entry, font)
        painter.restore()

    def _colour(self, token: str) -> QColor:
        return self._theme.colour(token)

    def _head(self, painter: QPainter, rect: QRect, entry: Entry, font: QFont) -> None:
        age, haste = self._words.age(entry)
        small = _sized(font, -1.5, bold=haste)
        width = QFontMetrics(small).horizontalAdvance(age)
        painter.setFont(small)
        painter.setPen(self._colour("late" if haste else "muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, age)
        bold, star_font = _sized(font, 0, bold=True), _sized(font, -0.5)
        name, stars = labels.author(entry.case.review.author), labels.stars(entry.case.review.rating)
        taken = QFontMetrics(star_font).horizontalAdvance(stars) + width + 2 * _GAP
        if taken + QFontMetrics(bold).horizontalAdvance(name) > rect.width():
            stars = labels.stars_short(entry.case.review.rating)
        painter.setFont(star_font)
        painter.setPen(self._colour("star" if entry.case.review.rating is not None else "muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, stars)
        left = rect.left() + QFontMetrics(star_font).horizontalAdvance(stars) + _GAP
        room = QRect(left, rect.top(), rect.right() - width - _GAP - left, rect.height())
        painter.setFont(bold)
        painter.setPen(self._colour("ink"))
        name = QFontMetrics(bold).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _excerpt(self, painter: QPainter, rect: QRect, entry: Entry, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(self._colour("muted"))
        text = self._words.excerpt(entry)[:400]
        layout = QTextLayout(text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        metrics = QFontMetrics(font)
        for number in range(2):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(rect.width())
            top = rect.top() + number * (metrics.height() + 2)
            if number == 1:
                start = TextMap(text).to_code_points(line.textStart())
                rest = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, rect.width())
                painter.drawText(QRect(rect.left(), top, rect.width(), metrics.height()), 0, rest)
            else:
                line.draw(painter, QPointF(rect.left(), top))
        layout.endLayout()

    def _meta(self, painter: QPainter, rect: QRect, entry: Entry, font: QFont) -> None:
        small = _sized(font, -1.5)
        metrics = QFontMetrics(small)
        tag = labels.case_type(entry.case.type)
        width = metrics.horizontalAdvance(tag) + 16
        painter.setFont(small)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top() - 1, width, rect.height() + 2), 6, 6)
        painter.setPen(self._colour("ink"))
        painter.drawText(QRect(rect.left(), rect.top(), width, rect.height()), Qt.AlignmentFlag.AlignCenter, tag)
        painter.setPen(self._colour("muted"))
        room = QRect(rect.left() + width + _GAP, rect.top(), rect.width() - width - _GAP, rect.height())
        meta = metrics.elidedText(self._words.meta(entry), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, meta)


def _is_current(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the row is that of the open case, which bears a bar among all that are marked."""
    view = option.widget
    return not isinstance(view, QAbstractItemView) or view.currentIndex() == index


def _sized(font: QFont, points: float, *, bold: bool = False) -> QFont:
    sized = QFont(font)
    if font.pointSizeF() > 0:
        sized.setPointSizeF(font.pointSizeF() + points)
    else:
        sized.setPixelSize(round(font.pixelSize() + points * 4 / 3))
    if bold:
        sized.setWeight(QFont.Weight.DemiBold)
    return sized
