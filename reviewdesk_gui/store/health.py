"""How a desk is: what an opening would find, without changing anything; and mending it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.errors import DeskError
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.keys import is_protected
from reviewdesk_gui.store.lock import Owner, read_owner


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthReport:
    """``problems`` need the owner, ``facts`` are for information; one line each. ``size`` and ``journal_size`` are
    bytes.
    """

    path: Path
    exists: bool
    protected: bool = False
    cases: int = 0
    size: int = 0
    journal_size: int = 0
    owner: Owner | None = None
    last_backup: datetime | None = None
    backups: int = 0
    damaged: tuple[Path, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def is_well(self) -> bool:
        """Whether nothing needs mending."""
        return not self.problems

    def lines(self) -> list[str]:
        """The report in plain lines, problems first."""
        if not self.exists:
            return [f"Desk: none yet at {self.path}"]
        lines = [f"Problem: {problem}" for problem in self.problems]
        lines.append(f"Desk: {self.path} ({self.size:,} bytes, {self.cases} cases{', protected' * self.protected})")
        lines.append(f"Journal: {self.journal_size:,} bytes not yet in the desk file")
        if self.owner:
            lines.append(f"Opened on {self.owner.host} by process {self.owner.pid} since {_local(self.owner.since)}")
        lines.append(
            f"Backups: {self.backups}, the last one {_local(self.last_backup) if self.last_backup else 'never'}"
        )
        lines += [f"Kept aside after damage: {path}" for path in self.damaged]
        return lines


def examine(path: Path, passphrase: str | None = None) -> HealthReport:
    """Look at the desk as the next opening would, changing nothing; works while another has it open. Never raises
    DeskError: what is wrong stands in ``problems``.
    """
    files = DeskFiles(path.expanduser().resolve())
    if not files.desk.exists() and not files.has_companions():
        return HealthReport(path=files.desk, exists=False)
    problems: list[str] = []
    cases, backups, last_backup, protected = 0, 0, None, False
    try:
        protected = is_protected(files.desk)
        with Desk.open(files.desk, read_only=True, passphrase=passphrase) as desk:
            problems += desk.notices
            cases = len(desk.cases())
            problems += desk.attachments.problems(desk.cases())
            shelved = desk.backups.all()
            backups, last_backup = len(shelved), desk.backups.last_made_at()
            problems += [f"The backup {backup.path.name} cannot be read." for backup in shelved if not backup.manifest]
    except DeskError as error:
        problems.append(str(error))
    return HealthReport(
        path=files.desk,
        exists=True,
        protected=protected,
        cases=cases,
        size=_size(files.desk),
        journal_size=sum(_size(file) for _, file in files.journals()),
        owner=read_owner(files),
        last_backup=last_backup,
        backups=backups,
        damaged=tuple(files.damaged()),
        problems=tuple(problems),
    )


def repair(path: Path, passphrase: str | None = None) -> tuple[str, ...]:
    """Open the desk for writing, which brings everything into order, and close it: what was done, one line each. The
    note of another computer that is gone is overruled.

    Raises LockedError where the desk is open on this computer, and DeskError where it cannot be mended.
    """
    with Desk.open(path, passphrase=passphrase, take_over=True) as desk:
        done = desk.notices
    return (*done, *desk.troubles) or ("Nothing needed mending.",)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
