"""How the verbs of the window tell the owner what became of them."""

from collections.abc import Callable

from reviewdesk_gui.domain.errors import ReviewDeskError

Tell = Callable[..., None]
"""Shows a notice: text, then action, do and error as NoticeBar.tell takes them."""

Ask = Callable[[str, str, Callable[[], object]], None]
"""Shows a notice that waits for its answer: text, action, do as NoticeBar.ask takes them."""


def went_through(tell: Tell, verb: Callable[[], object]) -> bool:
    """Carry out ``verb`` and say whether it went through; an expected error is told to the owner."""
    try:
        verb()
    except ReviewDeskError as error:
        tell(str(error), error=True)
        return False
    return True
