"""Setting HTML on pages: margins, the shop's name on top, page numbers below; the same for PDF and printer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

_MARGIN_MM = 18.0
_POINTS_PER_INCH = 72.0
_HEAD_POINTS = 24.0
_SMALL_POINTS = 8.0
_PRINT_POINTS = 10.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on every page beside the text."""

    head: str
    page_words: Callable[[int], str]


def print_font(font: QFont) -> QFont:
    """``font`` in the size of print."""
    printed = QFont(font)
    printed.setPointSizeF(_PRINT_POINTS)
    return printed


def set_up(device: QPagedPaintDevice) -> None:
    """A4, upright, with margins that printers can keep."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
    device.setPageLayout(layout)


def paint(device: QPagedPaintDevice, documents: Iterable[str], sheet: Sheet, font: QFont) -> Iterator[int]:
    """Paint the HTML ``documents`` one after the other, each from a new page; yields the pages painted so far.

    Stop pulling to stop painting: what was painted until then lies on the device.
    """
    painter = QPainter(device)
    if not painter.isActive():
        return
    try:
        pages = 0
        for html in documents:
            document = _document(html, font, device)
            for number in range(document.pageCount()):
                if pages:
                    device.newPage()
                pages += 1
                _page(painter, document, number, sheet, pages)
            yield pages
    finally:
        painter.end()


def page_count(device: QPagedPaintDevice, html: str, font: QFont) -> int:
    """How many pages of ``device`` the document fills."""
    return _document(html, font, device).pageCount()


def _document(html: str, font: QFont, device: QPagedPaintDevice) -> QTextDocument:
    """Set for the device itself: a point is a point on paper, and emoji are drawn as finely as the paper takes them."""
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(device)
    document.setHtml(html)
    document.setPageSize(QSizeF(device.width(), device.height() - 2 * _head(device)))
    _keep_headings(document)
    return document


def _keep_headings(document: QTextDocument) -> None:
    """A heading goes to the next page with the first two lines of what it is the heading of."""
    layout, height = document.documentLayout(), document.pageSize().height()
    block = document.begin()
    while block.isValid():
        following = block.next()
        if block.blockFormat().headingLevel() and following.isValid():
            top = layout.blockBoundingRect(block).top()
            second = _second_line(following)
            below = layout.blockBoundingRect(second).top() + _first_line_height(second)
            if top % height > 0 and top // height < (below - 1) // height:
                breaking = block.blockFormat()
                breaking.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(breaking)
                # Qt moves only the nearest of what follows, and words behind tables would be left unset.
                document.markContentsDirty(0, document.characterCount())
        block = following


def _second_line(first: QTextBlock) -> QTextBlock:
    """The block with the second line below a heading; ``first`` itself where nothing but another heading follows."""
    after = first.next()
    short = first.layout().lineCount() == 1 and after.isValid() and not after.blockFormat().headingLevel()
    return after if short else first


def _first_line_height(block: QTextBlock) -> float:
    """How far below the block's top its first line ends, which Qt may have moved to the next page."""
    inside = block.layout()
    return inside.lineAt(0).rect().bottom() - inside.boundingRect().top() if inside.lineCount() else 0.0


def _head(device: QPagedPaintDevice) -> float:
    return _HEAD_POINTS * device.logicalDpiY() / _POINTS_PER_INCH


def _page(painter: QPainter, document: QTextDocument, number: int, sheet: Sheet, page: int) -> None:
    device, body = painter.device(), document.pageSize()
    head = (device.height() - body.height()) / 2
    small = QFont(document.defaultFont())
    small.setPointSizeF(_SMALL_POINTS)
    painter.save()
    painter.setFont(small)
    whole = QRectF(0, 0, device.width(), device.height())
    painter.drawText(whole, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, sheet.head)
    painter.drawText(whole, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, sheet.page_words(page))
    part = QRectF(0, number * body.height(), body.width(), body.height())
    painter.translate(0, head - part.top())
    painter.setClipRect(part)
    context = QAbstractTextDocumentLayout.PaintContext()
    # Qt paints what touches the edge as well: the accents of the next page's first line would show at the foot.
    context.clip = part.adjusted(0, 1, 0, -1)
    context.palette.setColor(QPalette.ColorRole.Text, painter.pen().color())
    document.documentLayout().draw(painter, context)
    painter.restore()
