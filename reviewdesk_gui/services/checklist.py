"""The checklist beside the editor: what the reply needs, what betters it, and the way out of each (P6-P16)."""

from dataclasses import dataclass
from enum import StrEnum

from reviewdesk_gui.checks.report import Report, Twin
from reviewdesk_gui.domain.finding import Finding, Fix, Move, Severity
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.policy import Need, Policy


class RowState(StrEnum):
    """How a line of the checklist stands."""

    OK = "ok"
    MUST = "must"
    SHOULD = "should"
    HINT = "hint"


class Section(StrEnum):
    """The two parts of the checklist."""

    NEEDED = "needed"
    BETTER = "better"


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One line. ``moves`` are the moves it speaks of where it is ticked (several may share a line); ``why`` is then the
    words of the reply that make it so.
    """

    section: Section
    state: RowState
    title: str = ""
    detail: str = ""
    why: str = ""
    moves: tuple[Move, ...] = ()
    finding: Finding | None = None
    fix: Fix | None = None


def build_checklist(
    report: Report, policy: Policy, platform: Platform | None, *, author_known: bool, quote: str
) -> list[ChecklistRow]:
    """The lines in reading order; ``quote`` is the reply's text, from which marked words are shown."""
    held = {hit.move: f"“{hit.span.of(quote).strip()}”" if hit.span else "" for hit in report.moves}
    rows: list[ChecklistRow] = []
    for section, need in ((Section.NEEDED, Need.NEEDS), (Section.BETTER, Need.WANTS)):
        asked = [move for move in Move if policy.need(move, platform, author_known=author_known) is need]
        ticked = tuple(move for move in asked if move in held)
        if section is Section.NEEDED:
            rows += [ChecklistRow(section, RowState.OK, why=held[move], moves=(move,)) for move in ticked]
        rows += [_finding_row(finding, section, quote) for finding in report.findings if _section(finding) is section]
        if section is Section.BETTER and ticked:
            why = "\n".join(filter(None, (held[move] for move in ticked)))
            rows.append(ChecklistRow(section, RowState.OK, why=why, moves=ticked))
    if report.twin is not None and not any(finding.check == "sameness" for finding in report.findings):
        rows.append(_unlike_row(report.twin))
    return rows


def _unlike_row(twin: Twin) -> ChecklistRow:
    """How close the draft comes to an earlier reply, where that is close enough to be its own (P20)."""
    when = f" of {twin.reply.at:%Y-%m-%d}" if twin.reply.at else ""
    where = f" on {twin.reply.platform}" if twin.reply.platform else ""
    detail = f"at most {twin.share:.0%} as your reply{when}{where}"
    return ChecklistRow(Section.BETTER, RowState.OK, "Unlike your earlier replies", detail)


def _section(finding: Finding) -> Section:
    return Section.NEEDED if finding.severity is Severity.MUST else Section.BETTER


def _finding_row(finding: Finding, section: Section, quote: str) -> ChecklistRow:
    detail = f"“{finding.span.of(quote)}”" if finding.span else finding.message
    why = f"{finding.message} {finding.because}".strip() if finding.because else finding.message
    fix = finding.fixes[0] if finding.fixes else None
    return ChecklistRow(section, RowState(finding.severity.value), finding.title, detail, why, (), finding, fix)
