"""Which moves a reply holds, and the words that make it so."""

from collections.abc import Iterable

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.naming import NameFinder
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.rule import Rule, Tried
from reviewdesk_gui.checks.signing import find_signature
from reviewdesk_gui.domain.finding import Move, MoveHit, Span

Called = dict[Rule, list[tuple[Span, list[Tried]]]]


def called_rules(prepared: PreparedText, pack: LanguagePack) -> Called:
    """The rules whose trigger words stand in the text, with the sentences and phrases to try."""
    called: Called = {}
    zones = {where: frozenset(prepared.zone(where)) for where in ("opening", "closing")}
    for sentence, calls in pack.index.called(prepared):
        for number in sorted(calls):
            rule, matcher = pack.calls[number]
            if rule.where != "anywhere" and sentence not in zones[rule.where]:
                continue
            tries = called.setdefault(rule, [])
            if not tries or tries[-1][0] is not sentence:
                tries.append((sentence, []))
            tries[-1][1].append((matcher, calls[number]))
    return called


def find_moves(
    prepared: PreparedText, context: CheckContext, pack: LanguagePack, called: Called
) -> dict[Move, MoveHit]:
    """The best hit of each move: the earliest, then the longest, whatever the order of the rules."""
    best: dict[Move, MoveHit] = {}
    by_place = sorted(
        (
            (sentence, rule, tried)
            for rule, tries in called.items()
            if rule.kind == "presence"
            for sentence, tried in tries
        ),
        key=lambda entry: (entry[0].start, entry[1].id),
    )
    for sentence, rule, tried in by_place:
        move = Move(rule.check)
        known = best.get(move)
        if known and known.span and known.span.start < sentence.start:
            continue
        for span in rule.spans(prepared, sentence, tried):
            _keep(best, MoveHit(move, span, rule.id))
    for hit in _by_code(prepared, context, pack, best):
        _keep(best, hit)
    return best


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
        after = finder.after(greeting.span.end, end) or finder.inside(greeting.span)
        if after:
            yield MoveHit(Move.NAME, after, "name.salutation")
            return
    late = next(iter(finder.late()), None)
    if late:
        yield MoveHit(Move.NAME, late, "name.address")
