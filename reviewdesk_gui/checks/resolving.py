"""From everything that the checks say to what the owner sees: nothing twice, in a fixed order."""

from collections.abc import Iterable

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.domain.finding import Finding, Severity
from reviewdesk_gui.domain.platform import Banned

_WEIGHT = {Severity.MUST: 0, Severity.SHOULD: 1, Severity.HINT: 2}


def resolve(found: Iterable[Finding], text: str, context: CheckContext) -> tuple[Finding, ...]:
    """``found`` without what is turned off or ignored. Of findings that overlap, the weightiest, then the longest, then
    the first by rule id stays. Ordered by severity, then by place; those on the whole text come last.
    """
    wanted = [
        finding
        for finding in found
        if not context.is_off(finding.rule, finding.check)
        and _applies(finding, context)
        and (not context.ignored or finding.content_hash(text) not in context.ignored)
    ]
    kept: list[Finding] = []
    taken = bytearray(len(text))
    for finding in sorted(wanted, key=_rank):
        span = finding.span
        if span is None:
            kept.append(finding)
        elif not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            kept.append(finding)
    return tuple(sorted(kept, key=_order))


def _applies(finding: Finding, context: CheckContext) -> bool:
    """Asking for a change of the review counts only where the platform bans it; where that is unknown it does not."""
    return finding.check != "ask_change" or bool(context.platform and Banned.ASK_CHANGE in context.platform.banned)


def _rank(finding: Finding) -> tuple[int, int, int, str]:
    span = finding.span
    return (
        _WEIGHT[finding.severity],
        span.start - span.end if span else 0,
        span.start if span else 0,
        finding.rule,
    )


def _order(finding: Finding) -> tuple[int, int, int, str]:
    start = finding.span.start if finding.span else 1 << 40
    return _WEIGHT[finding.severity], start, -finding.span.end if finding.span else 0, finding.rule
