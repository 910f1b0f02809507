"""Which moves a reply holds, and the words that make it so."""

from collections.abc import Iterable, Mapping, Set

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.naming import NameFinder
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.phrasebook import Calls
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.rule import Rule, Tried
from reviewdesk_gui.checks.signing import find_signature
from reviewdesk_gui.domain.finding import Move, MoveHit, Span

RuleHit = tuple[Rule, Span]


def scan(
    prepared: PreparedText, context: CheckContext, pack: LanguagePack
) -> tuple[dict[Move, MoveHit], list[RuleHit]]:
    """The best hit of each move (the earliest, then the longest, whatever the rules' order) and all hits of faults.

    A move that an earlier sentence holds is looked for no further.
    """
    best: dict[Move, MoveHit] = {}
    faults: list[RuleHit] = []
    zones = {where: frozenset(prepared.zone(where)) for where in ("opening", "closing")}
    for sentence, calls in pack.index.called(prepared):
        known = {move.value for move in best}
        for rule, tried in _by_rule(pack, calls, known):
            if rule.where != "anywhere" and sentence not in zones[rule.where]:
                continue
            for span in rule.spans(prepared, sentence, tried):
                if rule.kind == "phrase":
                    faults.append((rule, span))
                else:
                    _keep(best, MoveHit(Move(rule.check), span, rule.id))
    for hit in _by_code(prepared, context, pack, best):
        _keep(best, hit)
    return best, faults


def _by_rule(pack: LanguagePack, calls: Mapping[int, Calls], known: Set[str]) -> Iterable[tuple[Rule, list[Tried]]]:
    """The called matchers by rule, without the rules of moves that are ``known``."""
    found: dict[Rule, list[Tried]] = {}
    for number, words in calls.items():
        rule, matcher = pack.calls[number]
        if rule.check not in known:
            found.setdefault(rule, []).append((matcher, words))
    return found.items()


def _keep(best: dict[Move, MoveHit], hit: MoveHit) -> None:
    known = best.get(hit.move)
    if known is None or _place(hit) < _place(known):
        best[hit.move] = hit


def _place(hit: MoveHit) -> tuple[int, int, str]:
    span = hit.span or Span(0, 1)
    return span.start, -span.end, hit.rule


def _by_code(
    prepared: PreparedText, context: CheckContext, pack: LanguagePack, best: dict[Move, MoveHit]
) -> Iterable[MoveHit]:
    if prepared.contacts:
        first = prepared.contacts[0]
        yield MoveHit(Move.CONTACT, first.span, f"contact.{first.kind.value}")
    yield from _names(prepared, context, pack, best)
    signature = find_signature(prepared, pack, context.shop)
    if signature and Move.SIGNATURE not in best:
        yield MoveHit(Move.SIGNATURE, signature, "signature.name")


def _names(
    prepared: PreparedText, context: CheckContext, pack: LanguagePack, best: dict[Move, MoveHit]
) -> Iterable[MoveHit]:
    finder = NameFinder(prepared, pack, context.author)
    greeting = best.get(Move.GREETING)
    opens = bool(greeting and greeting.span and greeting.span.start == prepared.sentences[0].start)
    opening = None if opens else finder.at_start()
    if opening:
        yield MoveHit(Move.GREETING, opening, "greeting.name")
        yield MoveHit(Move.NAME, opening, "name.opening")
        return
    if greeting and greeting.span:
        end = min(len(prepared.text), prepared.sentences[0].end)
        after = finder.inside(greeting.span) or finder.after(greeting.span.end, end)
        if after:
            yield MoveHit(Move.NAME, after, "name.salutation")
            return
    late = next(iter(finder.late()), None)
    if late:
        yield MoveHit(Move.NAME, late, "name.address")
