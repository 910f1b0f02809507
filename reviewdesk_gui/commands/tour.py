"""`reviewdesk tour FOLDER`: the main job on the sample files, without a window, to see that everything works."""

import argparse
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from reviewdesk_gui import assembly, paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.errors import ReviewDeskError, UsageError
from reviewdesk_gui.domain.finding import Severity
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.store.guarding import keep_off

_DESK = "desk.json"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("tour", help="do the main job on the sample files in a folder of its own")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where desk, replies and exports are written")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 where every step worked and every reply was free of must-findings, else 1. Raises UsageError where the folder
    holds a desk that is in use.
    """
    from reviewdesk_gui.store.desk import Desk

    args.folder.mkdir(parents=True, exist_ok=True)
    rooms, path = assembly.Rooms(), args.folder / _DESK
    with Desk.open(path) as desk:
        if desk.cases() and desk.shop() != rooms.sample_shop():
            raise UsageError(f"{path} is a desk in use; choose another folder for the tour.")
        desk.save([], shop=rooms.sample_shop())
        _say(_import(rooms, desk.cases(), desk.save))
        answered, clean = [], True
        for case in _one_of_each(desk.cases()):
            done, remarks = _answer(rooms, case, desk.shop())
            answered.append(done)
            clean = clean and not remarks
            _say(f"  {case.type.value:12} {case.review.language:2} {remarks or 'reply drafted, checked and clean'}")
        desk.save(answered)
        _export(desk.cases(), desk.shop(), args.folder)
    _say(f"desk      {path}")
    return 0 if clean and len(answered) == len(CaseType) else 1


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")


def _import(rooms: assembly.Rooms, existing: list[Case], save: object) -> str:
    from reviewdesk_gui.importing import make_plan, scan_paths
    from reviewdesk_gui.importing.samples import brought_up_to

    now = datetime.now(UTC)
    scan = brought_up_to(scan_paths([paths.resources() / "samples"]), now)
    plan = make_plan(scan, existing, now=now)
    assert callable(save)
    save(rooms.classified(plan.cases_to_save(), rooms.sample_shop(), existing))
    counts = plan.summary()
    return f"imported  {counts['new']} new, {counts['same']} already there, {len(counts['rejected'])} rejected"


def _one_of_each(cases: Iterable[Case]) -> list[Case]:
    """A case of every type: one that the sample holds, else any case taken as that type."""
    by_type: dict[CaseType, Case] = {}
    for case in sorted(cases, key=lambda case: (not case.awaits_answer, case.id)):
        by_type.setdefault(case.type, case)
    spare = next(iter(by_type.values()), None)
    if spare is None:
        raise ReviewDeskError("The sample files hold no reviews.")
    return [by_type.get(kind) or replace(spare, id=f"{spare.id}-{kind.value}", type=kind) for kind in CaseType]


def _answer(rooms: assembly.Rooms, case: Case, shop: Shop) -> tuple[Case, str]:
    """The case with a copied and posted reply from the first template, and what the checks say must be mended."""
    from reviewdesk_gui.drafting.catalogue import Catalogue
    from reviewdesk_gui.drafting.facts import CaseFacts
    from reviewdesk_gui.drafting.render import render

    catalogue = Catalogue.load([paths.templates()])
    platform = rooms.platforms.get(case.review.platform)
    language = case.review.language if case.review.language in catalogue.languages() else shop.language
    template = catalogue.ranked(case.type, language)[0]
    now = datetime.now(UTC)
    draft = render(template, CaseFacts.of(case, platform, language), shop, template.example, now=now.astimezone())
    context = CheckContext(
        language=language,
        type=case.type,
        platform=platform,
        author=case.review.author,
        rating=case.review.rating,
        review=case.review.full_text,
        shop=shop,
        today=assembly.today(),
    )
    remarks = _musts(rooms.judge, draft.text, context)
    return steps.mark_posted(steps.mark_copied(case, draft.text, now), now), remarks


def _musts(engine: Engine, text: str, context: CheckContext) -> str:
    found = engine.check(text, context).findings
    return "; ".join(f"{finding.title}: {finding.message}" for finding in found if finding.severity is Severity.MUST)


def _export(cases: list[Case], shop: Shop, folder: Path) -> None:
    from reviewdesk_gui.exporting import snapshot, write

    taken = snapshot(cases, shop=shop, now=datetime.now(UTC))
    for form in ("csv", "json", "html"):
        out = folder / f"history.{form}"
        keep_off(out, folder / _DESK)
        write(taken, out, form)
        _say(f"exported  {out}")
