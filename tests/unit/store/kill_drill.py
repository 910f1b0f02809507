"""Run as a program: children write to a desk and are killed with SIGKILL at random moments; after each, the desk is
read.

Arguments: folder, number of kills, seed. Prints one line for every loss, and last how many kills fell into how many
changes.
"""

import json
import os
import random
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from killed_child import words_of_killed
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.store.desk import Desk

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
KILLS_PER_DESK = 50
LONGEST = 0.06  # seconds that a child may live
IDS = [f"c{number}" for number in range(12)]

State = dict[str, list[str]]


def case(case_id: str, facts: str) -> Case:
    return Case(id=case_id, review=Review(platform="google", received_at=NOON), type=CaseType.PRAISE, facts=facts)


def apply(state: State, change: dict) -> State:
    """What the desk holds after the change: facts and draft by case."""
    wanted = {case_id: value for case_id, value in state.items() if case_id not in change.get("delete", ())}
    wanted |= {case_id: [facts, ""] for case_id, facts in change.get("save", {}).items()}
    for case_id, text in change.get("draft", {}).items():
        if case_id in wanted:
            wanted[case_id] = [wanted[case_id][0], text]
    return wanted


def work(path: Path, seed: int, log: int) -> None:
    """The child: change after change, each announced before and acknowledged after."""
    dice = random.Random(seed)
    number = 0
    while True:
        with Desk.open(path) as desk:
            for _ in range(dice.randint(5, 60)):
                number += 1
                change = invent(dice, f"{seed}.{number}")
                os.write(log, json.dumps(change).encode() + b"\n")
                carry_out(desk, change, dice)
                os.write(log, b"ok\n")


def invent(dice: random.Random, mark: str) -> dict:
    kind = dice.random()
    if kind < 0.25:
        return {"draft": {dice.choice(IDS): f"Dear {mark}"}}
    if kind < 0.35:
        return {"delete": [dice.choice(IDS)]}
    return {"save": dict.fromkeys(dice.sample(IDS, dice.randint(1, 4)), mark)}


def carry_out(desk: Desk, change: dict, dice: random.Random) -> None:
    for case_id, text in change.get("draft", {}).items():
        desk.save_draft(case_id, text, at=NOON)
    padding = ("x" * dice.choice((10, 3000)),)
    saved = [replace(case(case_id, facts), topics=padding) for case_id, facts in change.get("save", {}).items()]
    if saved or "delete" in change:
        desk.save(saved, delete=change.get("delete", ()))
    if dice.random() < 0.1:
        desk.compact_in_background()


def judge(before: State, words: bytes) -> tuple[State, State, int]:
    """The acknowledged state, the state with the last announced change, and how many were acknowledged."""
    state, pending, count = before, before, 0
    for line in words.decode().splitlines():
        if line == "ok":
            state, count = pending, count + 1
        else:
            pending = apply(state, json.loads(line))
    return state, pending, count


def look(path: Path) -> State:
    with Desk.open(path, read_only=True) as desk:
        if desk.notices:
            print("told of damage:", desk.notices)
        return {found.id: [found.facts, found.draft] for found in desk.cases()}


def main(folder: Path, kills: int, seed: int) -> None:
    total, state = 0, {}
    for kill in range(kills):
        path = folder / f"{kill // KILLS_PER_DESK}" / "desk.json"
        state = state if kill % KILLS_PER_DESK else {}
        words = words_of_killed(partial(work, path, seed + kill), seed + kill, LONGEST)
        if words is None:
            print(f"kill {kill}: the child failed")
            return
        acknowledged, announced, count = judge(state, words)
        found = look(path)
        if found not in (acknowledged, announced):
            print(f"kill {kill}: found {found}, acknowledged {acknowledged}, announced {announced}")
        state, total = found, total + count
    print(f"{kills} kills among {total} changes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
