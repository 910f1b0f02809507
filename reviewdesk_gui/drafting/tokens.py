"""The parts of a template file that an editor shows in colours."""

import re
from dataclasses import dataclass
from enum import StrEnum

from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.drafting.template_files import FENCE

_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_KEY = re.compile(r"^[ \t]*(?:\[[^\]\n]*\]|[\w.-]+(?=[ \t]*=))", re.MULTILINE)
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')


class TokenKind(StrEnum):
    """What a part is: the +++ lines, a key or a string of the description, a slot, a condition, a remark."""

    FENCE = "fence"
    KEY = "key"
    STRING = "string"
    SLOT = "slot"
    CONDITION = "condition"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Token:
    """One coloured part, in code points of the whole file."""

    span: Span
    kind: TokenKind


_KINDS = {"{{": TokenKind.SLOT, "{%": TokenKind.CONDITION, "{#": TokenKind.REMARK}


def template_tokens(text: str) -> list[Token]:
    """The tokens of a template file in order; broken files give what can be told."""
    fences = [found.span() for found in re.finditer(rf"^{re.escape(FENCE)}[ \t]*$", text, re.MULTILINE)][:2]
    body = fences[1][1] if len(fences) == 2 else 0
    tokens = [Token(Span(start, end), TokenKind.FENCE) for start, end in fences]
    if len(fences) == 2:
        tokens += _description(text, fences[0][1], fences[1][0])
    for found in _TAGS.finditer(text, body):
        tokens.append(Token(Span(*found.span()), _KINDS[found[0][:2]]))
    return sorted(tokens, key=lambda token: token.span)


def _description(text: str, start: int, end: int) -> list[Token]:
    keys = [Token(Span(*found.span()), TokenKind.KEY) for found in _KEY.finditer(text, start, end)]
    strings = [Token(Span(*found.span()), TokenKind.STRING) for found in _STRING.finditer(text, start, end)]
    return [*keys, *strings]
