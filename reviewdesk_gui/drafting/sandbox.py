"""What a template may say: names, slots, conditions, a few filters. Bounded by what it cannot write.

A template is judged on its syntax tree before it is compiled. It has no loop, assignment, macro, call, include or
arithmetic, so it runs once through its own text: time and size are bounded by construction, and nothing that reaches
Python's objects can be written. Jinja's immutable sandbox stands behind as the second wall.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reviewdesk_gui.drafting.filters import FILTERS
from reviewdesk_gui.drafting.marks import finalize
from reviewdesk_gui.drafting.template import TemplateProblem

LONGEST_SOURCE = 20_000
LONGEST_TEXT = 40_000
DEEPEST = 30

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.CondExpr, nodes.Compare,
    nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Getattr, nodes.Concat, nodes.Filter, nodes.Test,
)  # fmt: skip
_TESTS = frozenset({"defined", "undefined", "none", "string"})
_WORDS: dict[type[nodes.Node], str] = {
    nodes.For: "a loop", nodes.Assign: "{% set %}", nodes.AssignBlock: "{% set %}", nodes.Macro: "a macro",
    nodes.CallBlock: "a call", nodes.Call: "a call with ( )", nodes.Include: "an include", nodes.Import: "an import",
    nodes.FromImport: "an import", nodes.Extends: "{% extends %}", nodes.Block: "{% block %}", nodes.With: "{% with %}",
    nodes.Getitem: "an index with [ ]", nodes.FilterBlock: "{% filter %}", nodes.Mul: "a calculation",
    nodes.Pow: "a calculation",
    nodes.Add: "a calculation", nodes.Sub: "a calculation", nodes.Div: "a calculation", nodes.FloorDiv: "a calculation",
    nodes.Mod: "a calculation", nodes.List: "a list", nodes.Dict: "a table", nodes.Tuple: "a list",
}  # fmt: skip


class ReplyEnvironment(ImmutableSandboxedEnvironment):
    """Plain text, strict, without globals, and with attributes read from plain tables only."""

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=finalize,
            cache_size=0,
        )
        self.globals.clear()
        self.filters = dict(FILTERS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``obj.attribute`` where ``obj`` is a plain table that has it; undefined otherwise."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The entry of a plain table; undefined for anything else."""
        if type(obj) is dict and argument in obj:
            return obj[argument]
        return self.undefined(obj=obj, name=str(argument))

    def call(self, *_args: Any, **_kwargs: Any) -> Any:
        """Refuses: a template calls nothing."""
        raise SecurityError("a template calls nothing")


def parse(environment: ReplyEnvironment, source: str, path: Path | str, line: int = 1) -> nodes.Template:
    """The syntax tree of a harmless template. ``line`` is the file's line on which ``source`` starts.

    Raises TemplateProblem with file and line for everything else.
    """
    if len(source) > LONGEST_SOURCE:
        raise TemplateProblem(path, line, f"the template is longer than {LONGEST_SOURCE} characters; shorten it")
    try:
        tree = environment.parse(source)
        _judge(environment, tree, path, line)
    except TemplateSyntaxError as error:
        raise TemplateProblem(path, line + error.lineno - 1, _plain(error.message or "cannot be read")) from None
    except (RecursionError, ValueError, OverflowError, MemoryError):
        raise TemplateProblem(path, line, "the template is nested too deeply or holds too long a number") from None
    return tree


def _plain(message: str) -> str:
    return f"{message.rstrip('.')}; write {{{{ slot }}}} for a gap and {{% if slot %}} … {{% endif %}} for a condition"


def _judge(environment: ReplyEnvironment, tree: nodes.Template, path: Path | str, line: int) -> None:
    for node, depth in _walk(tree, 0):
        here = line + (node.lineno or 1) - 1
        if depth > DEEPEST:
            raise TemplateProblem(path, here, f"the template is nested more than {DEEPEST} levels deep; simplify it")
        if not isinstance(node, _ALLOWED):
            what = _WORDS.get(type(node), f"“{type(node).__name__.lower()}”")
            raise TemplateProblem(path, here, f"{what} is not possible in a reply template; use a slot or a condition")
        if isinstance(node, nodes.Filter):
            _judge_filter(environment, node, path, here)
        elif isinstance(node, nodes.Test) and (node.name not in _TESTS or node.args or node.kwargs):
            raise TemplateProblem(
                path, here, f"the test “{node.name}” is unknown; possible are {', '.join(sorted(_TESTS))}"
            )
        elif isinstance(node, nodes.Getattr | nodes.Name):
            _judge_name(node, path, here)


def _judge_filter(environment: ReplyEnvironment, node: nodes.Filter, path: Path | str, line: int) -> None:
    if node.name not in environment.filters:
        known = ", ".join(sorted(environment.filters))
        raise TemplateProblem(path, line, f"the filter “{node.name}” is unknown; possible are {known}")
    if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) > 1:
        raise TemplateProblem(path, line, f"the filter “{node.name}” takes one value at most")


def _judge_name(node: nodes.Getattr | nodes.Name, path: Path | str, line: int) -> None:
    name = node.attr if isinstance(node, nodes.Getattr) else node.name
    if name.startswith("_"):
        raise TemplateProblem(path, line, f"“{name}” starts with an underscore, which no word of a template does")
    if isinstance(node, nodes.Name) and node.ctx != "load":
        raise TemplateProblem(path, line, f"“{name}” cannot be set in a template")


def _walk(node: nodes.Node, depth: int) -> Iterator[tuple[nodes.Node, int]]:
    pending = [(node, depth)]
    while pending:
        current, level = pending.pop()
        yield current, level
        pending.extend((child, level + 1) for child in current.iter_child_nodes())


def names_used(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """Dotted names that the template reads ("name", "shop.phone", "block.offline.door"), with their lines."""
    inner: set[int] = set()
    for node, _ in _walk(tree, 0):
        if isinstance(node, nodes.Getattr):
            if id(node) not in inner:
                yield _dotted(node), node.lineno
            inner.add(id(node.node))
        elif isinstance(node, nodes.Name) and id(node) not in inner:
            yield node.name, node.lineno


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "?"
