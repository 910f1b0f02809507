"""Where sentences begin and end in a reply, as owners write it: line breaks, emoji and missing blanks included."""

import re
from collections.abc import Iterator, Sequence

from reviewdesk_gui.domain.finding import Span

EMOJI = (
    "[\u219a-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff\ufe0f\u200d\u20e3\U000e0020-\U000e007f]"
)
# one class of signs stands first, since the search can skip to it
_END = re.compile(
    rf"""[\n!?….:;=(){EMOJI[1:-1]}](?:
      (?P<line>(?<=\n)\s*)
    | (?P<emoji>(?<={EMOJI}){EMOJI}* | (?<=[:;=])-?[)(]+ | (?<=\))\)+ | (?<=\()\(+)
    | (?P<hard>(?<=[!?…])[!?….]*["')\]]*)
    | (?P<dots>(?<=\.)\.*["')\]]*))""",
    re.VERBOSE,
)
_WORD = re.compile(r"[\[{]?[\w@#+]")  # a bracket belongs to the place that it leaves open: "[link]"
_SOFT_LINE = 50  # a line at least this long that breaks before a small letter was wrapped, not ended
_LONGEST = 1_000  # code points; what goes on longer without a stop is cut, so that no check sees more at once
LOOK_BACK, LOOK_AHEAD = 13, 2  # code points around a place that say whether a sentence ends there

Cut = tuple[int, Span]
"""A sentence, and the place behind the end of the one before it; parts of one that was too long share that place."""


def cut_sentences(
    text: str, folded: str, shielded: Sequence[Span], abbreviations: frozenset[str], start: int = 0
) -> Iterator[Cut]:
    """The sentences in order from ``start`` on, which is the text's start or the place behind a sentence's end.

    Each goes from its first word to its last sign; what has no word is left out. No sentence ends inside a ``shielded``
    span (addresses, numbers) or after one of the folded ``abbreviations`` (written without their last dot).
    """
    shields = iter(shielded)
    shield = next(shields, None)
    for match in _END.finditer(folded, start):
        begins, ends = match.span()
        while shield and shield.end <= begins:
            shield = next(shields, None)
        if shield and shield.start <= begins and ends < shield.end:
            continue
        if _ends(text, folded, match, abbreviations, start):
            for span in _pieces(folded, start, begins if match.lastgroup in ("line", "emoji") else ends):
                yield start, span
            start = ends
    for span in _pieces(folded, start, len(folded)):
        yield start, span


def _pieces(folded: str, start: int, end: int) -> Iterator[Span]:
    """What stands from ``start`` to ``end``: a sentence, none, or several where it is too long for one."""
    while end - start > _LONGEST:
        cut = max(folded.rfind(" ", start + 1, start + _LONGEST), folded.rfind("\n", start + 1, start + _LONGEST))
        cut = cut if cut > start else start + _LONGEST
        yield from _pieces(folded, start, cut)
        start = cut
    first = _WORD.search(folded, start, end)
    if first:
        while folded[end - 1].isspace():
            end -= 1
        yield Span(first.start(), end)


def _ends(text: str, folded: str, match: re.Match[str], abbreviations: frozenset[str], start: int) -> bool:
    if match.lastgroup == "dots":
        return _dot_ends(text, folded, match, abbreviations)
    if match.lastgroup == "line":
        return not _soft_break(text, folded, match, start)
    return True


def _dot_ends(text: str, folded: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    before, after = match.start() - 1, match.end()
    if after >= len(folded):
        return True
    following = folded[after]
    if following.isalnum():
        missing_blank = text[after].isupper() and before > 0 and folded[before].isalpha() and text[before].islower()
        return missing_blank and folded[before - 1].isalpha()
    if following in ",;:-/" or after - before > 2:
        return after - before > 2
    word = folded[max(0, before + 1 - LOOK_BACK) : before + 1].rsplit(None, 1)
    if word and word[-1].strip("(\"'") in abbreviations:
        return False
    if before >= 0 and folded[before].isdigit() and folded[after : after + 2].lstrip()[:1].isalpha():
        return not text[after : after + 2].lstrip()[:1].islower()
    return True


def _soft_break(text: str, folded: str, match: re.Match[str], start: int) -> bool:
    if match.group().count("\n") > 1 or match.end() >= len(text):
        return False
    before = folded[max(0, match.start() - 2) : match.start()].rstrip()[-1:]
    line_start = max(start, folded.rfind("\n", 0, match.start()) + 1)
    wrapped = match.start() - line_start >= _SOFT_LINE
    return wrapped and (before.isalnum() or before == ",") and text[match.end()].islower()
