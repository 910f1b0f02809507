"""Words in capitals that shout."""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Fix, Severity, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONG = 4  # letters from which on a word in capitals is no abbreviation
_RUN = 2


class ShoutingCheck:
    """Two or more words in a row in capitals; the names of the shop and words the owner added may stand so."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def __call__(self, prepared: PreparedText, context: CheckContext, _pack: LanguagePack) -> Iterator[Finding]:
        """One finding for each run."""
        if not any(sign.isupper() for sign in prepared.text):
            return
        known = {fold(word) for word in context.words} | set(fold(f"{context.shop.name} {context.author}").split())
        run: list[re.Match[str]] = []
        for match in _WORD.finditer(prepared.text):
            word = match.group()
            joined = not run or prepared.text[run[-1].end() : match.start()].strip(" ,") == ""
            if word.isupper() and joined and fold(word) not in known and not self._inside_contact(prepared, match):
                run.append(match)
                continue
            yield from self._judge(prepared, run)
            run = [match] if word.isupper() and fold(word) not in known else []
        yield from self._judge(prepared, run)

    @staticmethod
    def _inside_contact(prepared: PreparedText, match: re.Match[str]) -> bool:
        spans = (*(contact.span for contact in prepared.contacts), *prepared.slots)
        return any(span.start <= match.start() < span.end for span in spans)

    def _judge(self, prepared: PreparedText, run: list[re.Match[str]]) -> Iterator[Finding]:
        if sum(len(match.group()) >= _LONG for match in run) < _RUN:
            return
        span = Span(run[0].start(), run[-1].end())
        quiet = span.of(prepared.text).lower()
        if any(sentence.start == span.start for sentence in prepared.sentences):
            quiet = quiet[0].upper() + quiet[1:]
        label = self._wording.label("replace", text=quiet)
        yield self._wording.finding("shouting", Severity.SHOULD, why="P21", span=span, fixes=(Fix(label, quiet, span),))
