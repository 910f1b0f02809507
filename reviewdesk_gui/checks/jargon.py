"""Words that the owner wants kept out of replies."""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Severity, Span


class OwnersJargonCheck:
    """The shop profile's list, each entry a word or phrase; ``word*`` takes every ending."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def __call__(self, prepared: PreparedText, context: CheckContext, _pack: LanguagePack) -> Iterator[Finding]:
        """One finding for each place where an entry stands."""
        for entry in context.shop.jargon:
            word = fold(entry).strip()
            stem = word.removesuffix("*")
            if not stem or stem not in prepared.folded:
                continue
            ending = r"\w*" if word.endswith("*") else r"(?!\w)"
            for match in re.finditer(rf"(?<!\w){re.escape(stem)}{ending}", prepared.folded):
                yield self._wording.finding(
                    "jargon.own",
                    Severity.SHOULD,
                    check="jargon",
                    key="jargon.own",
                    why="P18",
                    span=Span(*match.span()),
                    values={"word": entry},
                )
