"""A reply that calls the customer by somebody else's name."""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.inserts import first_name
from reviewdesk_gui.checks.nameforms import author_forms, calls_like, is_form_of, plain_form
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.script import in_script
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Fix, Move, Severity

_SALUTATIONS = ("name.salutation", "name.opening")
_PART = re.compile(r"[\s.-]+")
_INITIALS = 2  # letters
_PET_ENDINGS = ("i", "y", "ie", "и", "і")
_SHORTEST = 4  # letters of a pet form: "Barty" for Bartholomew


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
        used = [word.strip(".,'-@") for word in hit.span.of(prepared.folded).split()]
        if self._may_be_right(used, prepared, context, pack):
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

    @staticmethod
    def _may_be_right(used: list[str], prepared: PreparedText, context: CheckContext, pack: LanguagePack) -> bool:
        """Whether the name ``used`` may be the author's after all, or nothing sure can be said of it."""
        author = context.author.split()
        if len(author) == 1 and (used[0] in pack.names.titles or author[0] != author[0].capitalize()):
            return True  # a surname nobody knows; a handle ("pixelpapa", "BookLover") that says no name
        if not in_script(context.author, "Cyrillic" if in_script(used[0], "Cyrillic") else "Latin"):
            return True  # Екатерина for Ekaterina
        if not set(used).isdisjoint(_PART.split(fold(context.author))):
            return True  # whatever the author goes by, initials ("Mr VW") and a part of a double name included
        forms = author_forms(context.author, pack.names)
        review = set(fold(context.review).replace(",", " ").replace(".", " ").split())
        if any(is_form_of(word, forms) or word in review for word in used):
            return True
        if any(len(word) == 1 or any(_may_be_short_for(word, form) for form in forms) for word in used):
            return True
        called = calls_like(forms, prepared.folded)  # the right name beside the other: a joke, or put right at once
        return any(plain_form(m.group(), forms) and prepared.text[m.start()].isupper() for m in called)


def _may_be_short_for(word: str, name: str) -> bool:
    """Whether ``word`` is two letters for a name that begins so, or a pet form by its end; "Paul" is not Pauline."""
    if len(word) <= _INITIALS:
        return word[0] == name[0]
    return len(name) > len(word) >= _SHORTEST and word.endswith(_PET_ENDINGS) and name.startswith(word[:-1])
