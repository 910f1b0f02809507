"""What the platform keeps out of replies: links, numbers, addresses, names, lists and quotes of the review."""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.mending import fix_for
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import ContactKind, PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Move, Severity, Span
from reviewdesk_gui.domain.platform import Banned

_BY_KIND = {
    ContactKind.URL: Banned.LINK,
    ContactKind.HANDLE: Banned.LINK,
    ContactKind.PHONE: Banned.PHONE,
    ContactKind.EMAIL: Banned.EMAIL,
    ContactKind.ADDRESS: Banned.ADDRESS,
}
_BULLET = re.compile(r"(?m)^[ \t]*(?:[-*•·▪–]|\d{1,2}[.)])[ \t]+\S[^\n]*")
_QUOTE = re.compile(r'"([^"\n]{12,400})"')
_LIST_LINES = 2


class BansCheck:
    """One finding for each thing that the case's platform bans."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def __call__(self, prepared: PreparedText, context: CheckContext, _pack: LanguagePack) -> Iterator[Finding]:
        """The findings of all bans."""
        if context.platform is None or not context.platform.banned:
            return
        for banned, span in sorted(self._found(prepared, context), key=lambda entry: entry[1]):
            if banned in context.platform.banned:
                yield self._wording.finding(
                    f"banned.{banned.value}",
                    Severity.MUST,
                    check="banned",
                    key=f"banned.{banned.value}",
                    span=span,
                    fixes=(fix_for(prepared.text, span, "", self._wording.label("remove")),),
                    values={"platform": context.platform.name},
                )

    def _found(self, prepared: PreparedText, context: CheckContext) -> Iterator[tuple[Banned, Span]]:
        for contact in prepared.contacts:
            yield _BY_KIND[contact.kind], contact.span
        name = prepared.span_of(Move.NAME)
        if name:
            yield Banned.PERSONAL_NAME, name
        bullets = list(_BULLET.finditer(prepared.text))
        if len(bullets) >= _LIST_LINES:
            for bullet in bullets:
                yield Banned.LIST, Span(bullet.start(), bullet.start() + len(bullet.group().rstrip()))
        review = " ".join(fold(context.review).split())
        for quote in _QUOTE.finditer(prepared.folded):
            if " ".join(quote[1].split()) in review:
                yield Banned.QUOTE, Span(*quote.span())
