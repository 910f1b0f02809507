"""The phrase language of the rule packs: a phrase's text becomes a small tree.

``word  wor*  *ord  ?  (a|b c)  [a|b]  <list>  [<list>]  ..  ..N  ^  ^^  $  {number} {email} {phone} {url} {handle}``
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.nodes import Choice, Gap, Node, Nodes, Token, Word
from reviewdesk_gui.checks.textwords import drawn_in

TOKENS = ("number", "email", "phone", "url", "handle")
DEFAULT_GAP = 4
MAX_GAP = 12
MIN_ENDING = 3
_WORD = re.compile(r"(?:[\w'/.@#-]*\w[\w'/.@#+-]*)|[&+%€$£]|№")
_PIECE = re.compile(r"\^\^|\^|\$|\.\.\d*|<[^<>\s]+>|\{\w+\}|[()\[\]|]|[^\s()\[\]|<>{}^$]+|\S")


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A whole phrase: ``starts`` is "", "^" or "^^", ``ends`` asks for the sentence's end, ``raw`` is a regex."""

    source: str
    nodes: Nodes = ()
    starts: str = ""
    ends: bool = False
    raw: str = ""


class Lists:
    """The named lists of a pack, each parsed once and when first used; ``loose`` lets apostrophes be missing."""

    def __init__(
        self, entries: Mapping[str, Iterable[str]], parent: "Lists | None" = None, *, loose: bool | None = None
    ) -> None:
        self.loose: bool = loose if loose is not None else bool(parent and parent.loose)
        self._entries = dict(entries)
        self._parent = parent
        self._parsed: dict[str, Choice] = {}
        self._open: set[str] = set()
        self.pool: dict[str, Word] = parent.pool if parent else {}  # one for the pack

    def choice(self, name: str) -> Choice:
        """The list as a choice. Raises PhraseError where it is unknown, empty or contains itself."""
        if name in self._parsed:
            return self._parsed[name]
        if name not in self._entries:
            if self._parent is None:
                raise PhraseError(f"there is no list <{name}>")
            return self._parent.choice(name)
        if name in self._open:
            raise PhraseError(f"the list <{name}> contains itself")
        self._open.add(name)
        options = tuple(_parse_sequence(entry, self) for entry in self._entries[name])
        self._open.discard(name)
        if not options:
            raise PhraseError(f"the list <{name}> is empty")
        self._parsed[name] = Choice(options)
        return self._parsed[name]

    def word(self, text: str) -> Word:
        """The word ``text`` as a part of phrases, the same for all phrases of the pack."""
        known = self.pool.get(text)
        if known is None:
            known = self.pool[text] = Word(drawn_in(text))
        else:
            known.uses += 1
        return known

    def words(self, name: str) -> tuple[str, ...]:
        """The folded entries of a list as written; empty where there is no such list."""
        if name in self._entries:
            return tuple(fold(entry) for entry in self._entries[name])
        return self._parent.words(name) if self._parent else ()


def parse_phrase(source: str, lists: Lists) -> Phrase:
    """The tree of ``source``. Raises PhraseError."""
    text = source.strip()
    if len(text) > 1 and text[0] == text[-1] == "/":
        try:
            re.compile(text[1:-1])
        except re.error as error:
            raise PhraseError(f"not a regular expression: {error}") from None
        starts = "^" if text[1] == "^" else ""
        return Phrase(source, starts=starts, raw=text[1 + len(starts) : -1])
    starts = "^^" if text.startswith("^^") else "^" if text.startswith("^") else ""
    ends = text.endswith("$")
    body = text[len(starts) : len(text) - ends].strip()
    nodes = _parse_sequence(body, lists)
    if (_is_open(nodes[0]) and not starts) or (_is_open(nodes[-1]) and not ends):
        raise PhraseError(f"{source!r} begins or ends with a gap")
    return Phrase(source, nodes, starts, ends)


def _parse_sequence(source: str, lists: Lists) -> Nodes:
    if source.isalnum():
        return (lists.word(fold(source)),)
    _require_blanks(source)
    pieces = _PIECE.findall(fold(source))
    nodes, rest = _sequence(pieces, 0, lists)
    if rest != len(pieces):
        raise PhraseError(f"unexpected {pieces[rest]!r} in {source!r}")
    _validate(nodes, source)
    return nodes


def _is_open(node: Node) -> bool:
    return isinstance(node, Gap) and not node.least


def _require_blanks(source: str) -> None:
    glued = re.search(r"[^\s(\[|<{^.][(\[<{]|[)\]>}][^\s)\]|>}$.]", source)
    if glued:
        raise PhraseError(f"write a blank around brackets near {glued.group()!r} in {source!r}")


def _validate(nodes: Nodes, source: str) -> None:
    if nodes and type(nodes[0]) is Word:
        return
    if not any(
        isinstance(node, Word | Token)
        or (isinstance(node, Gap) and node.least)
        or (isinstance(node, Choice) and not node.optional)
        for node in nodes
    ):
        raise PhraseError(f"{source!r} could match nothing at all")


def _sequence(pieces: list[str], at: int, lists: Lists) -> tuple[Nodes, int]:
    nodes: list[Node] = []
    while at < len(pieces) and pieces[at] not in ("|", ")", "]"):
        piece = pieces[at]
        if piece.isalnum():
            nodes.append(lists.word(piece))
            at += 1
        elif piece in ("(", "["):
            options, at = _options(pieces, at + 1, ")" if piece == "(" else "]", lists)
            nodes.append(_flat(Choice(options, optional=piece == "[")))
        else:
            nodes.append(_single(piece, lists))
            at += 1
    return tuple(nodes), at


def _flat(choice: Choice) -> Node:
    """``[..N]`` as the gap, which may be empty anyway, and ``[?]`` as the gap of one word that may be missing."""
    if len(choice.options) == 1 and len(choice.options[0]) == 1 and isinstance(choice.options[0][0], Gap):
        gap = choice.options[0][0]
        return Gap(gap.most) if choice.optional else gap
    return choice


def _options(pieces: list[str], at: int, closing: str, lists: Lists) -> tuple[tuple[Nodes, ...], int]:
    options: list[Nodes] = []
    last = len(pieces) - 1
    while True:
        if at < last and pieces[at].isalnum() and pieces[at + 1] in ("|", closing):  # a word alone, as most are
            options.append((lists.word(pieces[at]),))
            at += 1
        else:
            nodes, at = _option(pieces, at, closing, lists)
            options.append(nodes)
        if at > last:
            raise PhraseError(f"{closing!r} is missing")
        at += 1
        if pieces[at - 1] == "|":
            continue
        if pieces[at - 1] != closing:
            raise PhraseError(f"{closing!r} expected, {pieces[at - 1]!r} found")
        return tuple(options), at


def _option(pieces: list[str], at: int, closing: str, lists: Lists) -> tuple[Nodes, int]:
    nodes, at = _sequence(pieces, at, lists)
    if not nodes:
        raise PhraseError("an alternative is empty")
    if not (closing == "]" and len(nodes) == 1 and isinstance(nodes[0], Gap)):
        _validate(nodes, "an alternative")
    return nodes, at


def _single(piece: str, lists: Lists) -> Node:
    if piece.startswith("..") and set(piece[2:]) <= set("0123456789"):
        most = int(piece[2:] or DEFAULT_GAP)
        if not 0 < most <= MAX_GAP:
            raise PhraseError(f"a gap holds 1 to {MAX_GAP} words, not {most}")
        return Gap(most)
    if piece == "?":
        return Gap(1, 1)
    if piece[0] == "<" and piece[-1] == ">":
        return lists.choice(piece[1:-1])
    if piece[0] == "{":
        if piece[1:-1] not in TOKENS:
            raise PhraseError(f"{piece} is not known; there are {', '.join(TOKENS)}")
        return Token(piece[1:-1])
    if piece in ("^", "^^", "$"):
        raise PhraseError(f"{piece} stands only at the phrase's {'end' if piece == '$' else 'beginning'}")
    return _word(piece, loose=lists.loose)


def _word(piece: str, *, loose: bool) -> Word:
    text = drawn_in(piece.strip("*").rstrip("."))  # as the words of a text are
    before, after = piece.startswith("*"), piece.endswith("*")
    if not (text.isalnum() or _WORD.fullmatch(text)):
        raise PhraseError(f"{piece!r} is not a word; a phrase holds no punctuation")
    if before and (len(text) < MIN_ENDING or not text.isalnum()):
        raise PhraseError(f"{piece!r} needs at least {MIN_ENDING} letters after the star")
    return Word(text, before, after, loose and "'" in text)
