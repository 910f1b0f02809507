"""Scores the moves that the checks find against labelled replies, per move and language.

A row is one JSON line with ``lang``, ``author``, ``review``, ``rating``, ``reply`` and ``labels`` (move to true, false
or null; a null counts nowhere).
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.factory import build_engine
from reviewdesk_gui.checks.packs import main as run_examples
from reviewdesk_gui.checks.report import Report
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.finding import Finding, Move
from reviewdesk_gui.domain.shop import Shop

MOVES = ("greeting", "name", "thanks", "apology", "resolution", "contact", "offline", "signature")
FAULTS = ("attack", "empty_promise")
NOT_COUNTED = frozenset({"spelling", "sameness"})


@dataclass
class Score:
    """Counts of one move: found rightly, found wrongly, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def read_rows(path: Path, language: str, split: str) -> Iterator[dict[str, Any]]:
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        for number, line in enumerate(file.read_text("utf-8").splitlines()):
            if line.strip() and split in ("", ("even", "odd")[number % 2]):
                row = json.loads(line)
                if language in ("", row["lang"]):
                    yield row


def check_row(engine: Engine, row: dict[str, Any]) -> Report:
    rating = row.get("rating")
    context = CheckContext(
        language=row["lang"],
        author=row.get("author") or "",
        review=row.get("review") or "",
        rating=float(rating) if str(rating or "").replace(".", "", 1).isdigit() else None,
        shop=Shop(language=row["lang"]),
        today=date(2026, 1, 5),
    )
    return engine.check(row["reply"], context)


def judge(scores: dict[tuple[str, str], Score], row: dict[str, Any], report: Report) -> None:
    found: dict[str, str] = {hit.move.value: _place(row["reply"], hit.span, hit.rule) for hit in report.moves}
    for finding in report.findings:
        if finding.check in FAULTS:
            found.setdefault(finding.check, _place(row["reply"], finding.span, finding.rule))
    for move in (*MOVES, *FAULTS):
        label = row["labels"].get(move)
        if label is None:
            continue
        score = scores[row["lang"], move]
        if label and move in found:
            score.right += 1
        elif label:
            score.missed += 1
            score.misses.append(f"- {row['id']} ({row.get('author') or '?'}): {_line(row['reply'])}")
        elif move in found:
            score.wrong += 1
            score.misses.append(f"+ {row['id']} ({row.get('author') or '?'}) {found[move]}: {_line(row['reply'])}")


def _place(text: str, span: Any, rule: str) -> str:
    return f"{rule} [[{span.of(text) if span else ''}]]".replace("\n", "\\n")


def _line(text: str) -> str:
    return text.replace("\n", "\\n")


def fault_findings(report: Report) -> list[Finding]:
    """What the report says against the text, other than missing moves, spelling and sameness."""
    moves = {move.value for move in Move}
    return [finding for finding in report.findings if finding.check not in moves | NOT_COUNTED]


def print_scores(scores: dict[tuple[str, str], Score], *, misses: bool) -> None:
    print(f"{'language':<9}{'move':<14}{'precision':>10}{'recall':>8}{'F1':>7}{'yes':>6}{'wrong':>6}{'missed':>7}")
    for (language, move), score in sorted(
        scores.items(), key=lambda item: (item[0][0], (*MOVES, *FAULTS).index(item[0][1]))
    ):
        yes = score.right + score.missed
        print(
            f"{language:<9}{move:<14}{score.precision:>10.3f}{score.recall:>8.3f}{score.f1:>7.3f}"
            f"{yes:>6}{score.wrong:>6}{score.missed:>7}"
        )
        if misses:
            print(*score.misses, sep="\n", end="\n" if score.misses else "")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="accuracy", description=__doc__)
    parser.add_argument("--rows", type=Path, help="a .jsonl file of labelled replies, or a folder of them")
    parser.add_argument("--language", default="", help="only rows of this language")
    parser.add_argument("--misses", action="store_true", help="list what was missed (-) and found wrongly (+)")
    parser.add_argument("--faults", action="store_true", help="list every fault finding")
    parser.add_argument("--split", choices=("odd", "even"), default="", help="only every second row")
    parser.add_argument("--move", default="", help="only this move in the list of misses")
    parser.add_argument("--examples", metavar="CODE", help="run the examples of a language pack instead")
    return parser.parse_args(argv)


def main(argv: Sequence[str]) -> int:
    options = parse(argv)
    if options.examples:
        return run_examples([options.examples])
    if not options.rows:
        print("accuracy: give --rows or --examples", file=sys.stderr)
        return 2
    engine = build_engine(paths.resources())
    available = set(engine.languages)
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    faults: dict[str, list[str]] = defaultdict(list)
    replies: dict[str, int] = defaultdict(int)
    for row in read_rows(options.rows, options.language, options.split):
        if row["lang"] not in available:
            continue
        report = check_row(engine, row)
        judge(scores, row, report)
        replies[row["lang"]] += 1
        faults[row["lang"]] += [f"{row['id']} {_place(row['reply'], f.span, f.rule)}" for f in fault_findings(report)]
    if options.move:
        scores = {key: score for key, score in scores.items() if key[1] == options.move}
    print_scores(scores, misses=options.misses)
    for language, found in sorted(faults.items()):
        share = 100 * len(found) / replies[language]
        print(f"{language}: {len(found)} fault findings on {replies[language]} replies, {share:.1f} per 100")
        if options.faults:
            print(*found, sep="\n", end="\n" if found else "")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ReviewDeskError as error:
        sys.exit(f"accuracy: {error}")
