"""Words in capitals that shout."""

import re
from collections.abc import Callable, Iterator

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.nameforms import author_forms, plain_form
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Fix, Move, Severity, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITAL = "A-ZÀ-ÖØ-ÞЀ-Я"
_LOUD = re.compile(rf"[{_CAPITAL}][ ,]{{1,3}}[{_CAPITAL}]")
_LONG = 4  # letters from which on a word in capitals is no abbreviation
_LONG_WORDS = 2
_RUN = 3  # words; two shout only before an exclamation mark, since many brands are two words in capitals


class ShoutingCheck:
    """Words in a row in capitals; names, a firm that signs, words the owner added and words of another script may stand
    so.
    """

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def __call__(self, prepared: PreparedText, context: CheckContext, pack: LanguagePack) -> Iterator[Finding]:
        """One finding for each run."""
        loud = dict.fromkeys(prepared.sentence_at(match.start()) for match in _LOUD.finditer(prepared.text))
        if not loud:
            return
        known = {fold(word) for word in context.words} | set(fold(f"{context.shop.name} {context.author}").split())
        called = author_forms(context.author, pack.names)
        latin = pack.script == "Latin"

        def shouts(match: re.Match[str]) -> bool:
            word = match.group()
            own = word.isupper() and (word[0] < "\u0250") == latin and fold(word) not in known
            return own and not plain_form(fold(word), called) and not self._inside_contact(prepared, match)

        for sentence in loud:
            if sentence:
                yield from self._in(sentence, prepared, shouts)

    def _in(self, sentence: Span, prepared: PreparedText, shouts: Callable[[re.Match[str]], bool]) -> Iterator[Finding]:
        run: list[re.Match[str]] = []
        for match in _WORD.finditer(prepared.text, sentence.start, sentence.end):
            joined = not run or prepared.text[run[-1].end() : match.start()].strip(" ,") == ""
            loud = shouts(match)
            if not (loud and joined):
                yield from self._judge(prepared, run)
                run = []
            if loud:
                run.append(match)
        yield from self._judge(prepared, run)

    @staticmethod
    def _inside_contact(prepared: PreparedText, match: re.Match[str]) -> bool:
        spans = (*(contact.span for contact in prepared.contacts), *prepared.slots)
        return any(span.start <= match.start() < span.end for span in spans)

    def _judge(self, prepared: PreparedText, run: list[re.Match[str]]) -> Iterator[Finding]:
        if sum(len(match.group()) >= _LONG for match in run) < _LONG_WORDS:
            return
        span = Span(run[0].start(), run[-1].end())
        exclaimed = prepared.text[span.end : span.end + 1] == "!"
        if not exclaimed and (len(run) < _RUN or _signs(prepared, span)):
            return
        quiet = span.of(prepared.text).lower()
        if any(sentence.start == span.start for sentence in prepared.sentences):
            quiet = quiet[0].upper() + quiet[1:]
        label = self._wording.label("replace", text=quiet)
        yield self._wording.finding("shouting", Severity.SHOULD, why="P21", span=span, fixes=(Fix(label, quiet, span),))


def _signs(prepared: PreparedText, span: Span) -> bool:
    signature = prepared.span_of(Move.SIGNATURE)
    return signature is not None and span.start >= signature.start
