"""Paints given marks into the reply: waves under what harms, a ground behind open slots. It checks nothing itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from reviewdesk_gui.views.theme.theme import Theme

KINDS = ("must", "should", "hint", "slot")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """UTF-16 offsets in the document and one of ``KINDS``."""

    start: int
    end: int
    kind: str


class FindingMarks(QSyntaxHighlighter):
    """Only the blocks whose marks changed are painted anew."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._marks: tuple[Mark, ...] = ()
        self._forms: dict[str, QTextCharFormat] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        for kind, token in (("must", "must"), ("should", "should"), ("hint", "muted")):
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(theme.colour(token))
            self._forms[kind] = form
        slot = QTextCharFormat()
        slot.setBackground(theme.colour("soft"))
        slot.setForeground(theme.colour("accent"))
        self._forms["slot"] = slot
        self.rehighlight()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is painted now."""
        return self._marks

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Paint these marks instead of the former ones."""
        new = tuple(sorted(marks))
        touched = set(new) ^ set(self._marks)
        self._marks = new
        blocks: dict[int, QTextBlock] = {}
        for mark in touched:
            block = self.document().findBlock(mark.start)
            while block.isValid() and block.position() < max(mark.end, mark.start + 1):
                blocks[block.blockNumber()] = block
                block = block.next()
        for block in blocks.values():
            self.rehighlightBlock(block)

    def highlightBlock(self, _text: str) -> None:
        start = self.currentBlock().position()
        end = start + self.currentBlock().length()
        for mark in self._marks:
            if mark.end > start and mark.start < end:
                first = max(mark.start - start, 0)
                self.setFormat(first, mark.end - start - first, self._forms[mark.kind])
