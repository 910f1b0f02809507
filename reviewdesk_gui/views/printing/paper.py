"""Setting HTML on pages: margins, the shop's name on top, page numbers below; the same for PDF and printer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QTextDocument

_MARGIN_MM = 18.0
_POINTS_PER_INCH = 72.0
_HEAD_POINTS = 24.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on every page beside the text."""

    head: str
    page_words: Callable[[int], str]


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
        scale = device.logicalDpiX() / _POINTS_PER_INCH
        area = QSizeF(device.width() / scale, device.height() / scale)
        body = QSizeF(area.width(), area.height() - 2 * _HEAD_POINTS)
        pages = 0
        for html in documents:
            document = _document(html, font, body)
            for number in range(document.pageCount()):
                if pages:
                    device.newPage()
                pages += 1
                _page(painter, document, number, sheet, pages, area, scale)
            yield pages
    finally:
        painter.end()


def _document(html: str, font: QFont, body: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(None)  # type: ignore[arg-type]
    document.setHtml(html)
    document.setPageSize(body)
    return document


def _page(
    painter: QPainter, document: QTextDocument, number: int, sheet: Sheet, page: int, area: QSizeF, scale: float
) -> None:
    body = document.pageSize()
    painter.save()
    painter.scale(scale, scale)
    small = QFont(document.defaultFont())
    small.setPixelSize(8)
    painter.setFont(small)
    head = QRectF(0, 0, area.width(), _HEAD_POINTS - 8)
    foot = QRectF(0, area.height() - _HEAD_POINTS + 8, area.width(), _HEAD_POINTS - 8)
    painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, sheet.head)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, sheet.page_words(page))
    painter.translate(0, _HEAD_POINTS - number * body.height())
    painter.setClipRect(QRectF(0, number * body.height(), body.width(), body.height()))
    document.drawContents(painter, QRectF(0, number * body.height(), body.width(), body.height()))
    painter.restore()
