"""A name that closes a reply behind its last sentence: bare, with a title, a role or a firm, or behind a comma."""

import re

from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.nameforms import PARTICLES, author_forms, is_form_of, only_calls
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.script import in_script
from reviewdesk_gui.checks.sentences import EMOJI
from reviewdesk_gui.domain.finding import Span

CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ"
FROM = "vom|von|from|från|fra|van|fan|от|из|від|з"
CHAT = frozenset({"gg", "wp", "ggwp", "ty", "thx", "lol", "xd", "ok", "ps", "np", "omg", "xx", "xxx", "лол", "ок"})
WORD = re.compile(r"[^\W_][\w.'’-]*")
_AT = "i|in|te|yn|в|у|at|på|bei|bij|by|ot"
_NAME = rf"[{CAPITAL}](?:['’ʼ]?[^\W\d_])+(?:-[{CAPITAL}][^\W\d_]+)?"
_FIRM = rf"[{CAPITAL}][\w.'’-]*(?: (?:[&+]|[{CAPITAL}][\w'’-]*)){{0,4}}\+?"
_BARE = re.compile(
    rf"(?:[^\W_]{{2}}[.!…)]{{1,3}}|\d[ ]?[^\W\d_]{{1,4}}\.|{EMOJI}|[:;=]-?[)D])[ ]+"
    rf"(?P<who>(?:(?<=[^\W_]{{3}}[.!…)] )[{CAPITAL}]\. )?{_NAME}(?: (?:& )?(?=\w{{3}}){_NAME})?"
    rf"(?P<firm>(?:,| (?:{FROM}|{_AT})) {_FIRM})?)\Z"
)
# "..., Hessel de Boer (owner)": a name with its role in brackets at the very end
_WITH_ROLE = re.compile(
    rf"[.!?,…][ \n]+(?P<who>[{CAPITAL}][^\W\d_]+(?: [\w'’-]+){{0,3}} \([^\W\d_][^()\n\d!?.:]{{2,28}}\))[.]?\s*\Z"
)
# "... for the trouble. Dr B. Chalk"
_WITH_TITLE = re.compile(
    rf"[.!?…)][ ]+(?P<who>(?P<title>[^\W\d_][\w-]{{0,7}})\.? (?:[{CAPITAL}]\. ?){{0,2}}[{CAPITAL}][\w'’-]+"
    rf"(?: [{CAPITAL}][\w'’-]+)?)\Z"
)
# a firm that stands alone in quotation marks after the last sentence: "... an answer soon. «Cedar Mobile»"
_QUOTED = re.compile(rf"[.!…)][ ]+(?P<who>[«„“\"][{CAPITAL}\d][^\n«„“”»\"!?.…]{{1,40}}[»“”\"])\Z")
# "See ya soon, Big Al": somebody behind the comma who is not the reader
_BEHIND_COMMA = re.compile(rf"[^\W\d_], (?P<who>{_NAME}(?: {_NAME})?(?P<firm> (?:{FROM}) {_FIRM})?)\Z")
_FEW = 2  # sentences of a reply that may end so
_END = 64  # code points in which two names stand
_SHORT_CLOSING = 6  # words before a name


def find_last_words(prepared: PreparedText, pack: LanguagePack, author: str, start: int, end: int) -> Span | None:
    """Who signs at the ``end`` of a text's words, looked for from ``start`` on; ``author`` is the reader's name."""
    if len(prepared.sentences) < _FEW:
        return None
    return (
        _bare(prepared, pack, start, end)
        or _with_title(prepared, pack, start, end)
        or _quoted(prepared, start, end)
        or _with_role(prepared, pack, author, start, end)
        or _behind_comma(prepared, pack, author, end)
    )


def _bare(prepared: PreparedText, pack: LanguagePack, start: int, end: int) -> Span | None:
    """A bare name after the last sentence: "Call us any time. Robyn"."""
    match = _BARE.search(prepared.text, start, end)
    if not match:
        return None
    span = Span(*match.span("who"))
    if _is_shortened(prepared.folded[start : span.start], pack):
        return None
    words = WORD.findall(prepared.folded, span.start, match.start("firm") if match["firm"] else span.end)
    taken = (*pack.closings.search(prepared, (span,)), *pack.address.search(prepared, (span,)))
    return None if taken or words[0] in CHAT or any(pack.common.match(word) for word in words) else span


def _with_title(prepared: PreparedText, pack: LanguagePack, start: int, end: int) -> Span | None:
    match = _WITH_TITLE.search(prepared.text, max(start, end - _END), end)
    if not match or fold(match["title"]) not in pack.names.titles:
        return None
    return None if _is_shortened(prepared.folded[start : match.start("who")], pack) else Span(*match.span("who"))


def _is_shortened(before: str, pack: LanguagePack) -> bool:
    """Whether the folded text ``before`` a name ends with an abbreviation ("z.Hd. Frau Pohl") that counts nothing, as
    that of hours does ("open till 8 p.m. Robyn").
    """
    words = before.split()
    counts = len(words) > 1 and words[-2][-1].isdigit()
    return bool(words) and words[-1].rstrip(".") in pack.abbreviations and not counts


def _quoted(prepared: PreparedText, start: int, end: int) -> Span | None:
    match = _QUOTED.search(prepared.text, start, end)
    return Span(*match.span("who")) if match else None


def _with_role(prepared: PreparedText, pack: LanguagePack, author: str, start: int, end: int) -> Span | None:
    """A name with its role in brackets after the last words: "Sorry once more, Hessel de Boer (owner)"."""
    match = _WITH_ROLE.search(prepared.text, start, end) if prepared.text.endswith((")", ")."), 0, end) else None
    if not match:
        return None
    name = match["who"].partition(" (")[0].split()
    small = [word for word in name if not word[0].isupper() and fold(word) not in PARTICLES]
    if small or pack.common.match(fold(name[0])) or only_calls(" ".join(name), author_forms(author, pack.names)):
        return None
    return Span(*match.span("who"))


def _behind_comma(prepared: PreparedText, pack: LanguagePack, author: str, end: int) -> Span | None:
    """A name that ends a short last sentence behind a comma, where the reader is known by another."""
    match = _BEHIND_COMMA.search(prepared.text, max(0, end - _END), end)
    forms = author_forms(author, pack.names) if match else None
    if not match or not forms:
        return None
    said = prepared.text[prepared.sentences[-1].start : match.start("who")]
    name = match["who"].removesuffix(match["firm"] or "")
    words = [fold(word) for word in name.split()]
    long = len(said.split()) > _SHORT_CLOSING and not match["firm"]
    if prepared.contacts_in(prepared.sentences[-1]) or name.isupper() or long:
        return None
    other = in_script(author, pack.script) and not any(
        is_form_of(word, forms) or pack.common.match(word) for word in words
    )
    return Span(*match.span("who")) if other else None
