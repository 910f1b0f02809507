"""Known ways out of template sandboxes, and templates that never end: refused with file, line and a sentence."""

from collections.abc import Callable
from datetime import datetime

import pytest

from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting import CaseFacts, Template, TemplateProblem, render

Make = Callable[..., Template]

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ name.__class__ }}",
    "{{ name.__class__.__base__ }}",
    "{{ shop.__class__.__init__.__globals__ }}",
    "{{ shop._private }}",
    "{{ self.__init__.__globals__.__builtins__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ url_for.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ config.items() }}",
    "{{ request.application.__globals__ }}",
    "{{ request['application']['\\x5f\\x5fglobals\\x5f\\x5f'] }}",
    "{{ name['__class__'] }}",
    "{{ name | attr('__class__') }}",
    "{{ name | attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ ['__class__'] | map('upper') | list }}",
    "{{ [name] | map(attribute='__class__') | list }}",
    "{{ '%s' | format(name) }}",
    "{{ '{0.__class__}'.format(name) }}",
    "{{ name.format }}",
    "{{ '{0.__class__.__init__.__globals__}'.format_map({}) }}",
    "{{ ''.join(['a']) }}",
    "{{ () | xmlattr }}",
    "{{ dict(a=1) }}",
    "{{ range(10) }}",
    "{{ open('/etc/passwd').read() }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../etc/passwd' ignore missing %}",
    "{% import 'os' as os %}",
    "{% from 'os' import path %}",
    "{% extends '/etc/passwd' %}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{{ m() }}",
    "{% set x = shop.update %}{{ x({'a': 1}) }}",
    "{% set shop = 1 %}",
    "{% set x %}a{% endset %}",
    "{% with x = name.__class__ %}{{ x }}{% endwith %}",
    "{% do shop.clear() %}",
    "{% call shop.items() %}{% endcall %}",
    "{% filter upper %}a{% endfilter %}",
    "{% block title %}{% endblock %}",
    "{% autoescape false %}{{ name }}{% endautoescape %}",
    "{% raw %}{% endraw",
    "{% trans %}a{% endtrans %}",
    "{% debug %}",
    "{{ debug() }}",
    "{{ shop.items() }}",
    "{{ shop.items }}",
    "{{ shop.pop('name') }}",
    "{{ shop.name.upper() }}",
    "{{ block.greeting.hello.__class__ }}",
    "{{ block.__class__.x }}",
    "{{ name is callable }}",
    "{{ name is sameas(name) }}",
    "{{ name if name is mapping else shop }}",
    "{{ caller() }}",
    "{{ super() }}",
    "{{ loop.index }}",
    "{{ varargs }}",
    "{{ 1 .__class__ }}",
    "{{ name | tojson }}",
    "{{ name | pprint }}",
    "{{ name | default(name.__class__) }}",
    "{{ name | cap(1, 2) }}",
    "{{ [c for c in ().__class__] }}",
    "{{ name[0:1] }}",
    "{{ {'a': name}['a'] }}",
    "{{ (name,) }}",
    "{{ true.real.imag }}",
]
ENDLESS = [
    "{% for i in range(999999999) %}x{% endfor %}",
    "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% set x = 'a' %}{% for i in [1,2,3] %}{% set x = x ~ x %}{% endfor %}",
    "{{ 'a' * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 999999999 ** 999999999 }}",
    "{{ 'a' | center(999999999) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ lipsum(n=99999) }}",
    "{{ 'a' | indent(999999999) }}",
    "{{ " + "(" * 5_000 + "name" + ")" * 5_000 + " }}",
    "{{ " + "not " * 4_000 + "name }}",
    "{% if name %}" * 900 + "{% endif %}" * 900,
    "{{ " + "9" * 9_000 + " }}",
    "{{ name }}" * 5_000,
    "{{ name " + "~ name " * 3_000 + "}}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_no_way_out_of_the_sandbox(template: Make, source: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        template("Fine.\n" + source)
    assert caught.value.line in (4, 5)
    assert "\n" not in str(caught.value)
    assert "Traceback" not in str(caught.value)


@pytest.mark.parametrize("source", ENDLESS)
def test_no_template_runs_on(template: Make, source: str) -> None:
    with pytest.raises(TemplateProblem):
        template(source)


def test_the_largest_template_with_a_huge_value_stops(template: Make, shop: Shop, now: datetime) -> None:
    made = template("{{ bad }}" * 2_000)
    with pytest.raises(TemplateProblem, match="longer than 40000 characters"):
        render(made, CaseFacts(), shop, {"bad": "x" * 10_000}, now=now)


def test_a_huge_value_or_fact_does_not_swell_a_reply(template: Make, shop: Shop, now: datetime) -> None:
    chained = template("{{ bad " + "~ bad " * 2_000 + "}}")
    with pytest.raises(UsageError, match="what went wrong: no more than 10000 characters"):
        render(chained, CaseFacts(), shop, {"bad": "x" * 1_000_000}, now=now)
    facts = CaseFacts(author="x" * 1_000_000, product="a\nb" * 1_000_000)
    shown = render(template("{{ review.author }} {{ review.product }}"), facts, shop, {}, now=now).text
    assert len(shown) < 500
    assert "\n" not in shown


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("One\nTwo\n{{ nonsense }}", 6, "nonsense"),
        ("One\n{% if name %}", 5, "Unexpected end"),
        ("{{ name | loud }}", 4, "the filter “loud” is unknown"),
        ("One\n\n{% for a in b %}{% endfor %}", 6, "a loop is not possible"),
        ("{{ shop.bank }}", 4, "shop has address"),
        ("{{ block.greeting.none }}", 4, "there is no block.greeting.none"),
    ],
)
def test_a_problem_names_its_line_and_says_what_is_wrong(template: Make, source: str, line: int, words: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        template(source)
    assert caught.value.line == line
    assert words in str(caught.value)
