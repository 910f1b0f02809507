"""A reply that calls the customer by somebody else's name."""

from collections.abc import Iterator

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.inserts import first_name
from reviewdesk_gui.checks.naming import author_forms, is_form_of
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Fix, Move, Severity

_SALUTATIONS = ("name.salutation", "name.opening")


class WrongNameCheck:
    """The name after the salutation against the author's; a name that the review itself holds is left alone."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def __call__(self, prepared: PreparedText, context: CheckContext, pack: LanguagePack) -> Iterator[Finding]:
        """At most one finding."""
        hit = prepared.moves.get(Move.NAME)
        wanted = first_name(context.author, pack)
        if not hit or not hit.span or not wanted or hit.rule not in _SALUTATIONS:
            return
        forms = author_forms(context.author, pack.names)
        review = set(fold(context.review).replace(",", " ").replace(".", " ").split())
        used = [word.strip(".,'-@") for word in hit.span.of(prepared.folded).split()]
        if any(is_form_of(word, forms) or word in review for word in used):
            return
        if any(len(word) == 1 or (word[0] in (form[0] for form in forms) and len(word) <= 2) for word in used):
            return
        label = self._wording.label("replace", text=wanted)
        yield self._wording.finding(
            "wrong_name",
            Severity.MUST,
            why="P7",
            span=hit.span,
            fixes=(Fix(label, wanted, hit.span),),
            values={"used": hit.span.of(prepared.text), "author": context.author},
        )
