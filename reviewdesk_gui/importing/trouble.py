"""Why a single row cannot be used."""

from reviewdesk_gui.domain.errors import ReviewDeskError


class RowError(ReviewDeskError):
    """The row is rejected; its words, one line whatever the cell held, are shown with file and line."""

    def __init__(self, reason: str) -> None:
        super().__init__(" ".join(reason.split()))


class AmbiguousDateError(RowError):
    """The date could be read day first or month first, and nothing in the file tells which."""
