"""A phrase as a regular expression that matches the same words; dates are read with it."""

import re

from reviewdesk_gui.checks.nodes import TOKEN_SOURCES, Choice, Gap, Node, Nodes, Token, Word
from reviewdesk_gui.checks.phrases import Phrase
from reviewdesk_gui.checks.textwords import ANY_WORD
from reviewdesk_gui.checks.textwords import SEPARATOR as SEPARATOR  # noqa: PLC0414 - dates are found with it too

_ENDING = r"\w*+(?:'\w++)*"


def compile_phrase(phrase: Phrase) -> re.Pattern[str]:
    """A pattern over folded text, to be searched inside one sentence (or matched at its start where anchored)."""
    if phrase.raw:
        return re.compile(phrase.raw)
    source = _sequence(phrase.nodes)
    return re.compile(source + (r"(?=\W*\Z)" if phrase.ends else ""))


def _sequence(nodes: Nodes) -> str:
    """Consuming nodes joined by separators; what is optional before the first certain word brings its own after it."""
    parts: list[str] = []
    certain = False
    for node in nodes:
        source = _node(node)
        optional = (isinstance(node, Gap) and not node.least) or (isinstance(node, Choice) and node.optional)
        times = f"{{0,{node.most}}}?" if isinstance(node, Gap) else "?"
        if not optional:
            parts.append(SEPARATOR + source if certain else source)
            certain = True
        elif certain:
            parts.append(f"(?:{SEPARATOR}{source}){times}")
        else:
            parts.append(f"(?:{source}{SEPARATOR}){times}")
    return "".join(parts)


def _node(node: Node) -> str:
    if isinstance(node, Word):
        return _word(node)
    if isinstance(node, Choice):
        return "(?:" + "|".join(_sequence(option) for option in node.options) + ")"
    if isinstance(node, Token):
        return TOKEN_SOURCES[node.kind]
    return ANY_WORD


def _word(word: Word) -> str:
    literal = re.escape(word.text)
    if word.loose:
        literal = literal.replace("'", "'?")
    ending = _ENDING if word.after else r"(?!\w)" if word.text[-1].isalnum() else ""
    if word.before:
        return rf"(?<!\w)\w*?{literal}{ending}"
    first = word.text[0]
    if first.isalnum() and (len(word.text) < 2 or word.text[1] != "'"):
        # the look-behind follows the first letter so that the search can skip to that letter
        return f"{first}(?<!\\w{first}){literal[1:]}{ending}"
    return rf"(?<!\w){literal}{ending}"
