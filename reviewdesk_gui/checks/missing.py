"""What the policy asks for and the reply lacks, and what it holds though the type of review shuns it."""

from collections.abc import Iterator

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.inserts import insert_fix
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Move, Severity
from reviewdesk_gui.domain.policy import Need, Policy

WHY = {
    Move.GREETING: "P6",
    Move.NAME: "P7",
    Move.THANKS: "P8",
    Move.EMPATHY: "P9",
    Move.APOLOGY: "P6",
    Move.EXPLANATION: "P13",
    Move.RESOLUTION: "P10",
    Move.COMPENSATION: "P11",
    Move.CONTACT: "P14",
    Move.OFFLINE: "P15",
    Move.SIGNATURE: "P14",
}
_SEVERITY = {Need.NEEDS: Severity.MUST, Need.WANTS: Severity.SHOULD}


def find_missing(
    prepared: PreparedText, context: CheckContext, pack: LanguagePack, policy: Policy, wording: Wording
) -> Iterator[Finding]:
    """A finding without a span for each missing move that is needed or wanted, with an insert where there is one."""
    known = bool(context.author.strip())
    for move in Move:
        need = policy.need(move, context.platform, author_known=known)
        hit = prepared.moves.get(move)
        if need in _SEVERITY and hit is None:
            fix = insert_fix(move, prepared, context, pack, wording.label("insert"))
            yield wording.finding(
                f"{move.value}.missing",
                _SEVERITY[need],
                check=move.value,
                key=f"{move.value}.missing",
                why=WHY[move],
                fixes=(fix,) if fix else (),
            )
        elif need is Need.SHUNS and hit is not None:
            yield wording.finding(
                f"{move.value}.shunned",
                Severity.HINT,
                check=move.value,
                key=f"{move.value}.shunned",
                why=WHY[move],
                span=hit.span,
            )
