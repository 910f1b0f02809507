"""In which encoding the letters of old text files were written, where these fit several."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from reviewdesk_gui.importing.scanned import FileScan, ScanOptions

_FILES_SHOWN = 3


class EncodingQuestion(QWidget):
    """Asks only where an encoding was guessed and not sure; each answer shows words of the files as they would be
    read. ``answered`` tells that the files should be read anew.
    """

    answered = Signal()

    def __init__(self, encodings: Mapping[str, str], parent: QWidget | None = None) -> None:
        """``encodings`` has the words for each."""
        super().__init__(parent)
        self._encodings = encodings
        self._doubtful: frozenset[str] = frozenset()
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Letters read as"))
        label = QLabel(self.tr("&Letters read as"), self)
        label.setBuddy(self.choice)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(label)
        line.addWidget(self.choice, 1)
        self.choice.activated.connect(self.answered)

    def ask(self, files: Sequence[FileScan]) -> None:
        """Show the question where it arises; once answered it stays as it is."""
        if self.choice.currentIndex() <= 0:
            self._offer([file for file in files if file.encoding_guessed])
        self.setVisible(bool(self._doubtful))

    def answer(self, options: ScanOptions) -> ScanOptions:
        """``options`` with what the owner chose for the files in doubt; the others stay as they were read."""
        return replace(options, encoding=self.choice.currentData() or "", encoding_for=self._doubtful)

    def _offer(self, doubtful: Sequence[FileScan]) -> None:
        self._doubtful = frozenset(file.file for file in doubtful)
        self.choice.clear()
        if not doubtful:
            return
        shown = list({file.letters: file for file in doubtful}.values())[:_FILES_SHOWN]
        guesses = {file.encoding for file in doubtful}
        guess = self._encodings[guesses.pop()] if len(guesses) == 1 else self.tr("each file by itself")
        words = " · ".join(_words(file, file.encoding) for file in shown)
        self.choice.addItem(self.tr("{}, as guessed: {}").format(guess, words), "")
        for encoding, name in self._encodings.items():
            words = " · ".join(_words(file, encoding) for file in shown)
            self.choice.addItem(self.tr("{}: {}").format(name, words), encoding)


def _words(file: FileScan, encoding: str) -> str:
    return " ".join(file.letters.decode(encoding, "replace").split())
