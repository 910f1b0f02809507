"""Where a reply is signed: a name that stands there is the writer's, not the reader's."""

import re
from functools import cached_property

from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.phrasebook import PhraseHit
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.domain.finding import Span

_ZONE = 60  # code points at the end
_NAME_WORD = re.compile(r"@?[^\W\d_][\w.'-]*")
_BESIDE = 3  # code points that may stand between a closing formula and a name
_BREAK = 30  # code points after a line break in which a name at the end is the writer's
_FEW = 6  # words of a line that may be a signature


def closes(prepared: PreparedText, hit: PhraseHit) -> bool:
    """Whether a formula stands by itself: a lone word inside a sentence ("you are the best Anna") closes nothing."""
    before = prepared.text[: hit.span.start].rstrip(" \t")
    after = prepared.text[hit.span.end : hit.span.end + 1]
    return not before[-1:].isalnum() or " " in hit.span.of(prepared.text) or after in (",", "\n")


class SigningZone:
    """The end of one prepared text."""

    def __init__(self, prepared: PreparedText, pack: LanguagePack) -> None:
        self._prepared = prepared
        self._pack = pack

    def other(self, offset: int) -> bool:
        """Whether anybody's name at ``offset`` signs: on the last lines, after a dash or formula, or before a role."""
        folded = self._prepared.folded
        if not self._at_end(offset):
            return False
        if self._after_dash(offset) or "\n" in folded[max(0, offset - _BREAK) : offset] or self._after_formula(offset):
            return True
        last = self._prepared.sentences[-1]
        followed = bool(_NAME_WORD.sub("", folded[offset:], count=1).strip(" .,!?:;)"))
        return followed and last.start <= offset and len(self._prepared.sentences) > 1

    def own(self, offset: int, end: int) -> bool:
        """Whether the author's own name at ``offset`` signs: the writer may bear it too."""
        folded = self._prepared.folded
        if not self._at_end(offset):
            return False
        start = folded.rfind("\n", 0, offset) + 1
        stop = folded.find("\n", end)
        line = folded[start : stop if stop >= 0 else len(folded)]
        alone = start > 0 and len(line.split()) <= _FEW and not any(sign in line for sign in "!?,")
        if alone and any(start <= thanks.start < offset for thanks in self._thanks):
            alone = False
        first = start > 0 and not folded[start:offset].strip(" -/~")
        hailed = folded[end : end + 1] == "!"
        return alone or first or self._after_dash(offset) or (self._after_formula(offset) and not hailed)

    def _at_end(self, offset: int) -> bool:
        return len(self._prepared.folded) - offset < _ZONE

    def _after_dash(self, offset: int) -> bool:
        return self._prepared.folded[max(0, offset - 3) : offset].endswith(("-", "- ", "/", "\n"))

    def _after_formula(self, offset: int) -> bool:
        """Whether a closing formula that thanks nobody stands right before ``offset``."""
        return any(offset - _BESIDE <= end <= offset for end in self._formula_ends)

    @cached_property
    def _formula_ends(self) -> frozenset[int]:
        thanks = {span.end for span in self._thanks}
        closings = self._pack.closings.search(self._prepared, self._prepared.zone("closing"))
        return frozenset(hit.span.end for hit in closings if closes(self._prepared, hit)) - thanks

    @cached_property
    def _thanks(self) -> frozenset[Span]:
        return frozenset(hit.span for hit in self._pack.address.search(self._prepared))
