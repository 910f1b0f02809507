"""Which cases of the desk a sub-command is about: named ones, those of a view, those in which words occur."""

import argparse
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reviewdesk_gui.domain.case import Status
from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.domain.listing import View

if TYPE_CHECKING:
    from reviewdesk_gui.domain.case import Case
    from reviewdesk_gui.domain.shop import Shop


def add_choosing(parser: argparse.ArgumentParser) -> None:
    """``--case``, ``--status``, ``--platform``, ``--view`` and ``--find``; what is given must all hold."""
    states = [status.value for status in Status]
    views = [view.value for view in View]
    parser.add_argument("--case", metavar="ID", action="append", help="only this case; may be given several times")
    parser.add_argument("--status", choices=states, action="append", help="only cases that stand there (several times)")
    parser.add_argument(
        "--platform", metavar="ID", action="append", help="only reviews of this platform (several times)"
    )
    parser.add_argument("--view", choices=views, default=View.ALL.value, help="only what this list of the window shows")
    parser.add_argument("--find", metavar="WORDS", default="", help="only cases in which all these words occur")


def chosen(args: argparse.Namespace, cases: Sequence["Case"], shop: "Shop") -> list["Case"]:
    """The cases that the call means, in the order of the desk. Raises UsageError for a case or platform that is not
    on it.
    """
    from reviewdesk_gui.domain.clock import ReplyClock
    from reviewdesk_gui.domain.listing import Entry, Filter, matches, search_words

    _must_be_there("case", args.case, (case.id for case in cases))
    _must_be_there("platform", args.platform, (case.review.platform for case in cases))
    wanted = Filter(View(args.view), search_words(args.find), frozenset(args.platform or ()))
    now, clock = datetime.now(UTC), ReplyClock(shop, UTC)
    return [
        case
        for case in cases
        if (not args.case or case.id in args.case)
        and (not args.status or case.status.value in args.status)
        and matches(Entry(case, clock, now, now.date()), wanted, now, now.date())
    ]


def _must_be_there(what: str, asked: Iterable[str] | None, there: Iterable[str]) -> None:
    known = set(there)
    missing = next((name for name in asked or () if name not in known), None)
    if missing is not None:
        few = f" There are: {', '.join(sorted(known))}." if what == "platform" and known else ""
        raise UsageError(f"There is no {what} {missing} on this desk.{few}")
