"""What must hold for every text: spans on the text, fixes that mend, the same answer in any order of the rules."""

import random
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.examples import parse_examples
from reviewdesk_gui.checks.factory import build_engine
from reviewdesk_gui.checks.moves import scan, sends_to_others
from reviewdesk_gui.checks.packs import load_pack
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.trigger_index import TriggerIndex
from reviewdesk_gui.checks.trigger_table import table_of
from reviewdesk_gui.domain.finding import Move, Severity
from reviewdesk_gui.domain.shop import Shop

LANGUAGES = paths.resources() / "languages"
CODES = sorted(folder.parent.name for folder in LANGUAGES.glob("*/pack.toml"))
SHOP = Shop(name="The Oven", answerer="Petra Lind", email="hello@oven.example")
JUNK = st.sampled_from(
    ["", "!!!", " the the ", "[name]", "PLEASE READ THIS NOW", "\u202e", "😀", "\0", ",we", "a" * 50]
)


@cache
def the_engine():
    return build_engine(paths.resources())


@cache
def sentences(code):
    pack = load_pack(LANGUAGES / code, examples=True)
    return [example.text for rule in pack.rules for example in parse_examples(rule)]


def drafts():
    return st.sampled_from(CODES).flatmap(
        lambda code: st.tuples(
            st.just(code),
            st.lists(st.one_of(st.sampled_from(sentences(code)), JUNK, st.text(max_size=30)), max_size=5).map(" ".join),
        )
    )


def check(code, text, **more):
    context = CheckContext(language=code, author="Anna Berg", rating=1, shop=SHOP, today=date(2026, 3, 4), **more)
    return the_engine().check(text, context)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(drafts())
def test_spans_lie_in_the_text_and_checking_again_says_the_same(draft):
    code, text = draft
    report = check(code, text)
    spans = [hit.span for hit in report.moves] + [finding.span for finding in report.findings] + list(report.slots)
    assert all(span is None or 0 <= span.start < span.end <= len(text) for span in spans)
    assert check(code, text) == report


@settings(max_examples=100, deadline=None, derandomize=True)
@given(drafts())
def test_a_fix_clears_its_finding_and_raises_no_new_must(draft):
    code, text = draft
    report = check(code, text)
    must = [finding.rule for finding in report.findings if finding.severity is Severity.MUST]
    for finding in report.findings:
        for fix in finding.fixes:
            after = check(code, fix.apply(text))
            key = (finding.rule, finding.span.of(text) if finding.span else "")
            left = [(f.rule, f.span.of(fix.apply(text)) if f.span else "") for f in after.findings]
            before = [(f.rule, f.span.of(text) if f.span else "") for f in report.findings]
            assert left.count(key) < before.count(key), (finding.rule, fix)
            new = [f.rule for f in after.findings if f.severity is Severity.MUST]
            assert all(new.count(rule) <= must.count(rule) for rule in new), (finding.rule, fix, new, must)


@pytest.mark.parametrize("code", CODES)
def test_the_moves_do_not_depend_on_the_order_of_the_rules(code):
    pack = load_pack(LANGUAGES / code)
    shuffled = list(pack.calls)
    random.Random(7).shuffle(shuffled)
    index = TriggerIndex(table_of(matcher.triggers() for _, matcher in shuffled))
    other = replace(pack, calls=tuple(shuffled), index=index, rules=tuple(reversed(pack.rules)))
    context = CheckContext(language=code)
    texts = sentences(code)
    for start in range(0, len(texts), 5):
        prepared = prepare(" ".join(texts[start : start + 5]), code, pack.abbreviations)
        moves, hits = scan(prepared, context, pack)
        other_moves, other_hits = scan(prepared, context, other)
        assert other_moves == moves
        assert {(rule.id, span) for rule, span in other_hits} == {(rule.id, span) for rule, span in hits}


def sentence_of(prepared, span):
    return prepared.sentence_at(span.start)


@pytest.mark.parametrize("code", CODES)
def test_triggers_call_every_rule_that_would_hit(code):
    pack = load_pack(LANGUAGES / code)
    for text in sentences(code)[::7]:
        prepared = prepare(text, code, pack.abbreviations)
        calls = pack.index.over(prepared)
        called = {(pack.calls[number][0].id, sentence) for sentence in prepared.sentences for number in calls(sentence)}
        moves, hits = scan(prepared, CheckContext(language=code), pack)
        for rule in pack.rules:
            alone = list(rule.hits(prepared))
            assert all((rule.id, sentence_of(prepared, span)) in called for span in alone)
            if rule.kind == "phrase":
                assert [span for hit, span in hits if hit is rule] == alone, (rule.id, text)
            elif alone and not (
                rule.check == "offline" and sends_to_others(prepared, pack, sentence_of(prepared, alone[0]))
            ):
                assert moves[Move(rule.check)].span.start <= alone[0].start, (rule.id, text)
