"""Runs of signs, and blanks that are missing or too many."""

import re
from collections.abc import Callable, Iterator

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Fix, Severity, Span

Mend = Callable[[re.Match[str]], str | None]
"""The signs as they should be, None where they are right."""
_LOUD = re.compile(r"([!?])[!?]\1")


def _run(match: re.Match[str]) -> str | None:
    if not _LOUD.search(match.group()):
        return None
    return "?" if "?" in match.group() else "!"


def _sign(match: re.Match[str]) -> str:
    return match[1]


def _sign_and_blank(match: re.Match[str]) -> str:
    return match[1] + " "


def _one_of_two(match: re.Match[str]) -> str:
    return "." if "." in match.group() else match.group()[0]


_BEFORE_SIGN = tuple(blank + sign for blank in " \t" for sign in ",;!?.")
# the pairs of which one stands in every match, where there are such: without them there is nothing to look for
_KINDS: tuple[tuple[str, tuple[str, ...], re.Pattern[str], Mend], ...] = (
    ("punctuation.run", ("!!", "??", "!?", "?!"), re.compile(r"[!?][!?]{2,}"), _run),
    (
        "punctuation.space_before",
        _BEFORE_SIGN,
        re.compile(r"[ \t](?=[ \t,;!?.])(?<=[^\W_][ \t])[ \t]{0,19}([,;!?]|\.(?!\.))(?=\s|\Z)"),
        _sign,
    ),
    (
        "punctuation.space_after",
        (),
        re.compile(r"([,;!?])(?<=[^\W\d_]{2}[,;!?])(?=[^\W\d_]{2})"),
        _sign_and_blank,
    ),
    (
        "punctuation.twice",
        (",,", ";;", ",."),
        re.compile(r"[,;](?<![,;.][,;])(?:(?<=,),+|(?<=;);+|(?<=,)\.)(?![,;.\d])"),
        _one_of_two,
    ),
)


class PunctuationCheck:
    """Slips that every language of the desk shares; packs add rules of their own language."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def __call__(self, prepared: PreparedText, _context: CheckContext, _pack: LanguagePack) -> Iterator[Finding]:
        """One finding for each slip, with the sign as it should be."""
        shields = [contact.span for contact in prepared.contacts] + list(prepared.slots)
        text = prepared.text
        for rule, pairs, pattern, mend in _KINDS:
            for match in pattern.finditer(text) if not pairs or any(pair in text for pair in pairs) else ():
                mended = mend(match)
                if mended is not None and not any(
                    shield.start < match.end() and match.start() < shield.end for shield in shields
                ):
                    yield self._finding(rule, Span(*match.span()), mended)

    def _finding(self, rule: str, span: Span, mended: str) -> Finding:
        label = self._wording.label("replace", text=mended.strip())
        return self._wording.finding(
            rule, Severity.HINT, check="punctuation", key=rule, why="P19", span=span, fixes=(Fix(label, mended, span),)
        )
