"""The reply is in another language than the review (P7, P43)."""

from collections.abc import Callable, Iterable

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.language import LanguageGuess
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Severity

_FEWEST_WORDS = 6  # a draft that has only begun is not judged
_FEWEST_REVIEW_WORDS = 4


class WrongLanguageCheck:
    """Compares the languages of review and reply as far as both are sure; ``name`` says a code's language."""

    def __init__(self, recognise: Callable[[str], LanguageGuess], name: Callable[[str], str], wording: Wording) -> None:
        self._recognise = recognise
        self._name = name
        self._wording = wording
        self._review = ("", LanguageGuess("", sure=False))

    def __call__(self, prepared: PreparedText, context: CheckContext, _pack: LanguagePack, /) -> Iterable[Finding]:
        """One finding without a span, or none. Where the owner chose the reply's language it is a hint only."""
        if len(context.review.split()) < _FEWEST_REVIEW_WORDS or len(prepared.text.split()) < _FEWEST_WORDS:
            return ()
        review = self._language_of_review(context.review)
        if not (review.sure and review.code):
            return ()
        reply = self._recognise(prepared.text)
        if not (reply.sure and reply.code) or reply.code == review.code:
            return ()
        chosen = context.language not in ("", review.code)
        return (
            self._wording.finding(
                "language",
                Severity.HINT if chosen else Severity.SHOULD,
                why="P7",
                values={"review": self._name(review.code), "reply": self._name(reply.code)},
            ),
        )

    def _language_of_review(self, text: str) -> LanguageGuess:
        """The review stays the same while the reply is typed, so its guess is kept."""
        known, guess = self._review
        if known != text:
            guess = self._recognise(text)
            self._review = (text, guess)
        return guess
