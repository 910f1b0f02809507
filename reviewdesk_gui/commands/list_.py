"""`reviewdesk list`: the cases of the desk, the most urgent first."""

import argparse
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reviewdesk_gui.commands.choosing import add_choosing, chosen
from reviewdesk_gui.commands.desk_access import add_desk_option, existing_desk, open_desk

if TYPE_CHECKING:
    from reviewdesk_gui.domain.case import Case
    from reviewdesk_gui.domain.shop import Shop

_EXCERPT = 60


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("list", help="list the cases of the desk")
    add_desk_option(parser)
    add_choosing(parser)
    parser.add_argument("--json", action="store_true", help="whole cases as a JSON array")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0. Raises DeskError, or UsageError for a case or platform that is not on the desk."""
    with open_desk(existing_desk(args), read_only=True) as desk:
        cases, shop = desk.cases(), desk.shop()
    cases = _by_urgency(chosen(args, cases, shop), shop)
    if args.json:
        from reviewdesk_gui.exporting.json_writer import encode_document

        sys.stdout.write(f"[{','.join(encode_document(case).decode() for case in cases)}]\n")
    else:
        sys.stdout.writelines(_line(case) + "\n" for case in cases)
    return 0


def _by_urgency(cases: "list[Case]", shop: "Shop") -> "list[Case]":
    from reviewdesk_gui.domain.clock import ReplyClock
    from reviewdesk_gui.domain.urgency import urgency

    now = datetime.now(UTC)
    clock = ReplyClock(shop, UTC)
    return sorted(cases, key=lambda case: (urgency(case, clock, now, now.date()), case.id))


def _line(case: "Case") -> str:
    review = case.review
    stars = "-" if review.rating is None else f"{review.rating:g}"
    day = review.clock_starts.date().isoformat()
    excerpt = " ".join(review.full_text.split())
    if len(excerpt) > _EXCERPT:
        excerpt = excerpt[: _EXCERPT - 1] + "…"
    author = review.author or "(unknown)"
    return f"{case.id}  {case.status.value:9} {day}  {stars:>3}  {review.platform:12} {author:20} {excerpt}".rstrip()
