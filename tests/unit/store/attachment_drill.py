"""Run as a program: children attach and remove files, set and take away the pass-phrase, and are killed with SIGKILL at
random moments; after each, every file is read.

Arguments: folder, number of kills, seed. Prints one line for every loss, and last how many kills fell among how many
attached files.
"""

import os
import random
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from killed_child import words_of_killed

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.attachment import MissingAttachmentError
from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.store import sealing
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.errors import PhraseNeededError

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
PHRASE, CLEAR = "long enough", b"words in clear "
KILLS_PER_DESK = 20
LONGEST = 0.25  # seconds that a child may live
sealing._COST = 16  # how long a phrase is stretched is not what is tested


def opened(path: Path) -> Desk:
    try:
        return Desk.open(path)
    except PhraseNeededError:
        return Desk.open(path, passphrase=PHRASE)


def work(path: Path, seed: int, log: int) -> None:
    """The child: every file is told once it is attached, and before and after it is removed."""
    dice = random.Random(seed)
    number = 0
    while True:
        with opened(path) as desk:
            for _ in range(dice.randint(3, 20)):
                number += 1
                kind = dice.random()
                if kind < 0.25:
                    desk.protection.remove(PHRASE) if desk.protection.is_on else desk.protection.set(PHRASE)
                elif kind < 0.75:
                    attach(desk, dice, f"{seed}.{number} ", log)
                elif kind < 0.9:
                    remove(desk, dice, log)
                else:
                    desk.backups.keep_present()


def attach(desk: Desk, dice: random.Random, mark: str, log: int) -> None:
    case_id = f"c{dice.randrange(5)}"
    fresh = Case(id=case_id, review=Review(platform="google", received_at=NOON), type=CaseType.PRAISE)
    kept = desk.attachments.keep(mark, (CLEAR + mark.encode()) * dice.choice((3, 3000)))
    desk.save([steps.attach(desk.case(case_id) or fresh, kept, NOON)])
    os.write(log, f"+{case_id} {kept.sha256}\n".encode())


def remove(desk: Desk, dice: random.Random, log: int) -> None:
    cases = [case for case in desk.cases() if case.attachments]
    if cases:
        case = dice.choice(cases)
        gone = case.attachments[0].sha256
        os.write(log, f"?{case.id} {gone}\n".encode())
        desk.save([steps.remove_attachment(case, gone, NOON)])
        os.write(log, f"-{case.id} {gone}\n".encode())


def must_be_there(before: set[str], words: str) -> set[str]:
    """The files that were attached and that no removal may have taken."""
    found, doubtful = set(before), set()
    for line in words.splitlines():
        sign, file = line[0], line[1:]
        if sign == "+":
            found.add(file)
        elif sign == "?":
            doubtful.add(file)
        else:
            found.discard(file)
            doubtful.discard(file)
    return found - doubtful


def look(path: Path, kill: int, wanted: set[str]) -> set[str]:
    """The files that the desk holds now; what is wrong is printed."""
    with opened(path) as desk:
        files = {f"{case.id} {one.sha256}": one for case in desk.cases() for one in case.attachments}
        if wanted - set(files):
            print(f"kill {kill}: lost {wanted - set(files)}")
        for one in files.values():
            try:
                desk.attachments.read(one)
            except MissingAttachmentError as error:
                print(f"kill {kill}: {error}")
        lying = path.with_name(f"{path.name}.attachments").glob("*")
        if desk.protection.is_on and any(CLEAR in file.read_bytes() for file in lying):
            print(f"kill {kill}: a file lies in clear")
        return set(files)


def main(folder: Path, kills: int, seed: int) -> None:
    total, files = 0, set()
    for kill in range(kills):
        path = folder / f"{kill // KILLS_PER_DESK}" / "desk.json"
        told = words_of_killed(partial(work, path, seed + kill), seed + kill, LONGEST)
        if told is None:
            sys.exit("the child failed")
        words = told.decode()
        total += words.count("+")
        files = look(path, kill, must_be_there(files if kill % KILLS_PER_DESK else set(), words))
    print(f"{kills} kills among {total} files")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
