"""From a phrase's tree to a compiled pattern, and to the trigger words without which it cannot match."""

import re

from reviewdesk_gui.checks.nodes import TOKEN_SOURCES, Choice, Gap, Node, Nodes, Token, Word
from reviewdesk_gui.checks.phrases import Phrase, PhraseError
from reviewdesk_gui.checks.textwords import ANY_WORD
from reviewdesk_gui.checks.textwords import SEPARATOR as SEPARATOR  # noqa: PLC0414 - dates are found with it too

_ENDING = r"\w*+(?:'\w++)*+"
_MIN_TRIGGER = 2
_LONG_ENOUGH = 5

Trigger = tuple[str, str]  # kind ("exact", "prefix", "inside", "contact") and literal
Triggers = frozenset[Trigger]


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


def triggers_of(phrase: Phrase) -> Triggers:
    """Words of which one stands in every match; empty for a regex. Raises PhraseError where no word is long enough."""
    if phrase.raw:
        return frozenset()
    found = _of_sequence(phrase.nodes)
    if not found or _weight(found) < _MIN_TRIGGER:
        raise PhraseError(
            f"{phrase.source!r} has no certain word of {_MIN_TRIGGER} or more letters; write words out or use a /regex/"
        )
    return found


def _weight(triggers: Triggers) -> int:
    return min(len(literal) for _, literal in triggers)


def _of_sequence(nodes: Nodes) -> Triggers:
    """The rarest triggers among the certain nodes: long ones first, then few ones."""
    best: Triggers = frozenset()
    for node in nodes:
        found = _of_node(node)
        if found and (not best or _rank(found) > _rank(best)):
            best = found
    return best


def _rank(triggers: Triggers) -> tuple[int, int]:
    return min(_weight(triggers), _LONG_ENOUGH), -len(triggers)


def _of_node(node: Node) -> Triggers:
    if isinstance(node, Word):
        return _of_word(node)
    if isinstance(node, Token) and node.kind != "number":
        return frozenset({("contact", node.kind)})
    if not isinstance(node, Choice) or node.optional:
        return frozenset()
    found = [_of_sequence(option) for option in node.options]
    return frozenset().union(*found) if all(found) else frozenset()


def _of_word(word: Word) -> Triggers:
    if word.loose:
        strict, bare = (_of_word(Word(spelling, word.before, word.after)) for spelling in word.spellings)
        return strict | bare if strict else strict
    pieces = list(re.finditer(r"\w+", word.text))
    if not pieces:
        return frozenset()
    longest = max(pieces, key=lambda piece: piece.end() - piece.start())
    if word.before and longest.start() == 0:
        kind = "inside"
    elif word.after and longest.end() == len(word.text):
        kind = "prefix"
    else:
        kind = "exact"
    return frozenset({(kind, longest.group())})
