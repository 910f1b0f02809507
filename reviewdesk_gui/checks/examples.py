"""The examples of the rules: texts that a rule must find something in, and texts it must leave alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.rule import Rule
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.datafile import line_of
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.finding import Span

_FIELDS = {"text", "fixed", "author", "platform", "type", "review", "rating"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text that a rule must find something in (``marks``) or must leave alone (no marks).

    ``fixed`` is the text after the first finding's first fix, None where it is not stated. ``line`` is 1-based.
    """

    text: str
    marks: tuple[Span, ...] = ()
    fixed: str | None = None
    author: str = ""
    platform: str = ""
    type: CaseType | None = None
    review: str = ""
    rating: float | None = None
    line: int = 0


def parse_example(raw: Any, rule: Rule) -> Example:
    """An example from its text, or its table with ``text``; [[ ]] mark the words. Raises DataFileError."""
    fields: dict[str, Any] = {"text": raw} if isinstance(raw, str) else dict(raw) if isinstance(raw, dict) else {}
    if not isinstance(fields.get("text"), str) or set(fields) - _FIELDS:
        raise DataFileError(rule.path, rule.line, f"{rule.id}: an example is a text or a table of {sorted(_FIELDS)}")
    text, marks = parse_marks(fields.pop("text"))
    try:
        type_ = CaseType(fields.pop("type")) if fields.get("type") else None
    except ValueError as error:
        raise DataFileError(rule.path, rule.line, f"{rule.id}: {error}") from None
    return Example(text=text, marks=marks, type=type_, line=example_line(rule, raw), **fields)


def parse_marks(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its [[ ]] and the spans they stood around."""
    parts = re.split(r"\[\[|\]\]", marked)
    text, spans = "", []
    for number, part in enumerate(parts):
        if number % 2 and part:
            spans.append(Span(len(text), len(text) + len(part)))
        text += part
    return text, tuple(spans)


def example_line(rule: Rule, raw: Any) -> int:
    """The 1-based line of an example in its rule's file, the rule's own line where it cannot be told."""
    text = raw if isinstance(raw, str) else str(raw.get("text", ""))
    first = text.split("\n")[0].replace("\\", "\\\\").replace('"', '\\"')
    return line_of(rule.path.read_text("utf-8"), first[:60]) or rule.line


def parse_examples(rule: Rule) -> Iterator[Example]:
    """All examples of a rule, those to be found first."""
    yield from (parse_example(raw, rule) for raw in (*rule.find, *rule.leave))


def examples_of(pack: LanguagePack) -> Iterator[tuple[Rule, Example, bool]]:
    """Every example of a pack with its rule; True for those in which something must be found."""
    for rule in pack.rules:
        for raw in rule.find:
            yield rule, parse_example(raw, rule), True
        for raw in rule.leave:
            yield rule, parse_example(raw, rule), False
