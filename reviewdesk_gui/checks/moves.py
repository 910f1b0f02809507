"""Which moves a reply holds, and the words that make it so."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import pairwise

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.nameforms import author_forms, plain_form
from reviewdesk_gui.checks.naming import NameFinder
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import Contact, ContactKind, PreparedText
from reviewdesk_gui.checks.rule import Rule, RuleHits, Tried
from reviewdesk_gui.checks.script import in_script
from reviewdesk_gui.checks.signing import find_signature
from reviewdesk_gui.checks.trigger_index import Calls
from reviewdesk_gui.domain.finding import Move, MoveHit, Span

RuleHit = tuple[Rule, Span]
_TOLD_BY_ADDRESS = (Move.CONTACT, Move.OFFLINE)
_COMPOUND = 24  # code points
_SALUTATION, _ADDRESS_LINE = 6, 4  # words
_TO_WRITE_OR_CALL = (ContactKind.EMAIL, ContactKind.PHONE, ContactKind.HANDLE)


def scan(
    prepared: PreparedText,
    context: CheckContext,
    pack: LanguagePack,
    doubts: Callable[[MoveHit, Span], bool] | None = None,
) -> tuple[dict[Move, MoveHit], list[RuleHit]]:
    """The best hit of each move (the earliest, then the longest, whatever the rules' order) and all hits of faults.

    A move that an earlier sentence holds is looked for no further; a hit that ``doubts`` denies in its sentence does
    not count, nor do words in an address but as a way to reach the shop.
    """
    best: dict[Move, MoveHit] = {}
    faults: list[RuleHit] = []
    known: set[str] = set()
    for sentence, found in _hits(prepared, pack, known):
        for rule, start, end in found:
            if rule.kind == "phrase":
                faults.append((rule, Span(sentence.start + start, sentence.start + end)))
            elif rule.check not in known:
                hit = MoveHit(Move(rule.check), Span(sentence.start + start, sentence.start + end), rule.id)
                if not (_no_move(prepared, hit, pack, sentence) or (doubts and doubts(hit, sentence))):
                    _keep(best, hit)
        known.update(best)
    for hit in _by_code(prepared, context, pack, best):
        _keep(best, hit)
    return best, faults


def _goes_on(prepared: PreparedText, hit: MoveHit) -> bool:
    """Whether what looks like a signature stands before the reply itself: "Dear guest, greetings from the Oak Inn!"."""
    if hit.move is not Move.SIGNATURE or hit.span is None:
        return False
    opening = prepared.text[: hit.span.start].count(" ") <= _SALUTATION
    later = (sentence for sentence in prepared.sentences if sentence.start >= hit.span.end)
    return opening and any(len(sentence.of(prepared.text).split()) > _ADDRESS_LINE for sentence in later)


def one_of_name_and_signature(
    moves: Mapping[Move, MoveHit], prepared: PreparedText, context: CheckContext, pack: LanguagePack
) -> dict[Move, MoveHit]:
    """``moves`` without a signature that speaks to the reader ("Have a nice day, Anna"), or without a name that signs
    ("Thanks, Ruairi" where the reader is Morgan).
    """
    name, signature = moves.get(Move.NAME), moves.get(Move.SIGNATURE)
    if name is None or name.span is None or signature is None or signature.span is None:
        return dict(moves)
    if not signature.span.holds(name.span):
        return dict(moves)
    forms = author_forms(context.author, pack.names)
    called = any(plain_form(word, forms) for word in name.span.of(prepared.folded).split())
    goes_on = any(map(str.isalnum, prepared.text[name.span.end : signature.span.end]))
    if called and not goes_on:
        return {move: hit for move, hit in moves.items() if move is not Move.SIGNATURE}
    if forms and not called and name.span == signature.span and in_script(context.author, pack.script):
        return {move: hit for move, hit in moves.items() if move is not Move.NAME}
    return dict(moves)


def _no_move(prepared: PreparedText, hit: MoveHit, pack: LanguagePack, sentence: Span) -> bool:
    elsewhere = hit.move is Move.OFFLINE and sends_to_others(prepared, pack, sentence)
    return elsewhere or _only_address(prepared, hit) or _goes_on(prepared, hit) or _in_compound(prepared, hit)


def sends_to_others(prepared: PreparedText, pack: LanguagePack, sentence: Span) -> bool:
    """Whether ``sentence`` sends the reader to somebody outside the shop without an address: "Please ask your bank"."""
    return not prepared.contacts_in(sentence) and any(True for _ in pack.others.search(prepared, (sentence,)))


def _in_compound(prepared: PreparedText, hit: MoveHit) -> bool:
    """Whether a greeting is the beginning of a longer word: "Hejsan-disken", not "hej-hej"."""
    if hit.move is not Move.GREETING or hit.span is None:
        return False
    greeting, rest = hit.span.of(prepared.folded).split()[-1], prepared.folded[hit.span.end : hit.span.end + _COMPOUND]
    return rest[:1] == "-" and rest[1:2].isalpha() and not rest[1:].startswith(greeting)


def _only_address(prepared: PreparedText, hit: MoveHit) -> bool:
    return hit.move not in _TOLD_BY_ADDRESS and hit.span is not None and prepared.in_address(hit.span)


def _hits(
    prepared: PreparedText, pack: LanguagePack, known: Set[str]
) -> Iterator[tuple[Span, tuple[tuple[Rule, int, int], ...]]]:
    """Every sentence with what the rules find in it; moves that are ``known`` by then may be left out."""
    memory = pack.memory
    called: Callable[[Span], Mapping[int, Calls]] | None = None
    zones = {where: {sentence.start for sentence in prepared.zone(where)} for where in ("opening", "closing")}
    for sentence, key in zip(prepared.sentences, prepared.keys.each, strict=True):
        hits = memory.get(key)
        if hits is None or not hits.skipped <= known:
            called = called or pack.index.over(prepared)
            if hits is None:
                hits = _judge(prepared, pack, sentence, called(sentence), known, zones)
            else:
                looked_for = pack.checks - (hits.skipped - known)
                more = _judge(prepared, pack, sentence, called(sentence), looked_for, zones)
                hits = RuleHits(hits.found + more.found, hits.skipped & known)
            memory.keep(key, hits)
        yield sentence, hits.found


def _judge(
    prepared: PreparedText,
    pack: LanguagePack,
    sentence: Span,
    calls: Mapping[int, Calls],
    without: Set[str],
    zones: Mapping[str, Set[int]],
) -> RuleHits:
    """What the called rules find, those of the checks ``without`` left out; ``zones`` hold where sentences start."""
    tried: dict[Rule, list[Tried]] = {}
    skipped: set[str] = set()
    for number, words in calls.items():
        rule, matcher = pack.calls[number]
        if rule.check in without:
            skipped.add(rule.check)
        elif rule.where == "anywhere" or sentence.start in zones[rule.where]:
            tried.setdefault(rule, []).append((matcher, words))
    found = tuple(
        (rule, span.start - sentence.start, span.end - sentence.start)
        for rule, matchers in tried.items()
        for span in rule.spans(prepared, sentence, matchers)
    )
    return RuleHits(found, frozenset(skipped))


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
    if Move.OFFLINE not in best:
        yield from _answers(prepared)
    yield from _names(prepared, context, pack, best)
    signed = best.get(Move.SIGNATURE)
    signature = signed.span if signed else find_signature(prepared, pack, context.shop, context.author)
    if signature and not signed:
        yield MoveHit(Move.SIGNATURE, signature, "signature.name")
    first = next((contact for contact in prepared.contacts if not names_firm(prepared, contact, signature)), None)
    if first:
        yield MoveHit(Move.CONTACT, first.span, f"contact.{first.kind.value}")


def names_firm(prepared: PreparedText, contact: Contact, signature: Span | None) -> bool:
    """Whether a bare domain that signs is the firm's name and no link: "Your team at shoes.example"."""
    if contact.kind is not ContactKind.URL or signature is None:
        return False
    bare = not any(sign in contact.span.of(prepared.folded) for sign in ("/", "www."))
    return bare and signature.holds(contact.span)


def _answers(prepared: PreparedText) -> Iterator[MoveHit]:
    """An address or number that is all that follows a question: "Still no luck? help@shop.example"."""
    for question, sentence in pairwise(prepared.sentences):
        contact = next(iter(prepared.contacts_in(sentence)), None)
        if contact and contact.kind in _TO_WRITE_OR_CALL and question.of(prepared.text).rstrip().endswith("?"):
            beside = prepared.text[sentence.start : contact.span.start] + prepared.text[contact.span.end : sentence.end]
            if not any(map(str.isalnum, beside)):
                yield MoveHit(Move.OFFLINE, contact.span, "offline.answer")


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
