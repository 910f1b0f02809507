"""What kind of review it is where nobody has said so."""

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.domain.case import CaseType

_MIXED_FROM, _PRAISE_FROM = 2.5, 3.5


def type_of(context: CheckContext) -> CaseType:
    """The case's type, or the one that its rating suggests: 1-2 complaint, 3 mixed, 4-5 praise, none complaint."""
    if context.type is not None:
        return context.type
    if context.rating is None or context.rating < _MIXED_FROM:
        return CaseType.COMPLAINT
    return CaseType.MIXED if context.rating < _PRAISE_FROM else CaseType.PRAISE
