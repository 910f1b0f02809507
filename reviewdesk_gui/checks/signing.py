"""Who signs a reply: "- Anna", "/AB", a name line at the end, the shop, a closing formula with somebody after it."""

import re
from collections.abc import Sequence

from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.nameforms import PARTICLES, author_forms, is_form_of, plain_form
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import ContactKind, PreparedText
from reviewdesk_gui.checks.script import in_script
from reviewdesk_gui.checks.sentences import EMOJI
from reviewdesk_gui.checks.signzone import closes
from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.domain.shop import Shop

_TAIL = 240  # code points at the end in which a signature is looked for
_FROM = "vom|von|from|från|fra|van|fan|от|из|від|з"
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ"
_DASHED = re.compile(
    rf"(?:^|(?<=[\s.!?,)…\ufe0f]))"
    rf"(?:[-–—~*∞^•|]{{1,2}}|/{{1,2}}|#(?=[{_CAPITAL}]{{2,3}}\s*\Z)|x{{2,3}}(?=[ ])|<3(?=[ ]))[ ]?"
    rf"(?P<who>[{_CAPITAL}][\w.'’&-]*(?:,?[ ][\w.'’&-]+){{0,6}}?)[.!)*~]?\s*\Z"
)
_WRITTEN_BY = re.compile(
    rf"(?:^|(?<=\n))[ ]*(?:[-–—~]|x{{1,3}}(?=[ ]))[ ]?"
    rf"(?P<who>(?:[^\W\d_]+[ ]){{0,2}}[{_CAPITAL}][\w.'’-]*(?:,?[ ][\w.'’-]+){{0,4}})[.!]?\s*\Z"
)
_INITIALS = re.compile(rf"(?:(?<!\d)[.!?…)][ \n]+(?P<who>[{_CAPITAL}]{{2,3}})[.]?|\s/(?P<small>[a-zåäö]{{2,3}}))\s*\Z")
_BARE = re.compile(
    rf"(?:[^\W_]{{2}}[.!…)]|{EMOJI})[ ]+(?P<who>(?:(?<=[^\W_]{{3}}[.!…)] )[{_CAPITAL}]\. )?"
    rf"[{_CAPITAL}][^\W\d_]+(?: [{_CAPITAL}][^\W\d_]{{2,}})?"
    rf"(?P<firm>(?:,| (?:{_FROM})) [{_CAPITAL}][\w.'’-]*(?: (?:[&+]|[{_CAPITAL}][\w'’-]*)){{0,4}})?)\Z"
)
# "..., Hessel de Boer (owner)": a name with its role in brackets at the very end
_WITH_ROLE = re.compile(
    rf"[.!?,…][ \n]+(?P<who>[{_CAPITAL}][^\W\d_]+(?: [\w'’-]+){{0,3}} \([^\W\d_][^()\n\d!?.:]{{2,28}}\))[.]?\s*\Z"
)
# "See ya soon, Big Al": somebody behind the comma who is not the reader
_BEHIND_COMMA = re.compile(rf"[^\W\d_], (?P<who>[{_CAPITAL}][^\W\d_]+(?: [{_CAPITAL}][^\W\d_]+)?)\Z")
_BULLET = re.compile(r"[ ]*[-–—*•·▪][ ]*\S")
_STEP = re.compile(r" [-–—→›>] ")  # of a way through menus
_CHAT = frozenset({"gg", "wp", "ggwp", "ty", "thx", "lol", "xd", "ok", "ps", "np", "omg", "xx", "xxx", "лол", "ок"})
_NAME_LINE = re.compile(
    rf"(?P<who>[{_CAPITAL}\d][\w.'’-]*(?:(?:,| [&+/|-])? [\w.'’-]+){{0,5}},?)(?P<role>[ ]?\([^()\n]{{2,40}}\))?"
)
# "Bakery "The Ear"", "«Окна-Лайт», Ижевск": a firm's name in quotation marks, with what it is before it
_QUOTED_LINE = re.compile(
    rf"(?P<what>[^\W\d_][^\n.!?…:«„“\"]{{0,48}}[ ])?[«„“\"][{_CAPITAL}\d][^\n«„“”»\"!?…]{{1,40}}[»“”\"]"
    rf"(?:,? [{_CAPITAL}][\w'’-]*){{0,3}}"
)
_ROLE_LINE = re.compile(r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,3}")
_WORD = re.compile(r"[^\W_][\w.'’-]*")
_LOWER_OK = 2
_TEAM = "team"  # in all languages
_LETTERS, _TWO_NAMES = 16, 64  # code points of initials or two names at the end
_SHORT_CLOSING = 6  # words before a name
_FEW = 2  # words of a signature that follows the text without a stop
_AFTER_FORMULA = re.compile(
    rf"[\s,:!;.\n-]{{1,6}}(?:(?:{_FROM})[ ])?(?P<who>[{_CAPITAL}][^\n]{{1,60}})"
)
_INNER_STOP = re.compile(r"""[!?…]+["'»”“]*\s+|(?P<word>[^\W\d_]{2,})["'»”“]*\.["'»”“]*\s+""")
_SENTENCE = 3  # words after a stop from which on they are a sentence, not an address or a second name
_NUMBER = 5  # digits of a telephone number
_MOST_IN_LINE, _MOST_BEFORE = 7, 3  # words
_ORDERS = re.compile(r"(?:йте|[иі]те|[иі]ть|ьте|ете)\Z")  # what a Slavic verb ends with that asks for something
_SILENT = frozenset(" \n\r\t❤️😊🙏")  # what may follow a name that is no end of a sentence
_GROUP = 0.6  # share of capitalised words from which on a line after a formula is a body ("Members of the Board")
_NOBODY = re.compile(r"\W*\Z")
_TRAIL = re.compile(rf"(?:[\s\u200d\ufe0f]|{EMOJI}|[:;=]-?[)D])+\Z")


def find_signature(prepared: PreparedText, pack: LanguagePack, shop: Shop, author: str) -> Span | None:
    """The words that close the reply with who is answering; ``author`` is the reader's name."""
    start = max(0, len(prepared.text) - _TAIL)
    end = _end(prepared.text, start)
    return (
        _known(prepared, (shop.answerer, shop.name), start)
        or _dashed(prepared, pack, start, end)
        or _after_formula(prepared, pack, author)
        or _name_line(prepared, pack)
        or _last_word(prepared, pack, start, end)
        or _with_role(prepared, pack, author, start, end)
        or _behind_comma(prepared, pack, author, start, end)
    )


def _known(prepared: PreparedText, names: tuple[str, ...], start: int) -> Span | None:
    """The shop's or the answerer's own name as the last words, or on one of the last lines."""
    for name in names:
        wanted = fold(name).strip()
        at = prepared.folded.rfind(wanted, start) if wanted else -1
        if at >= 0:
            line_start = prepared.folded.rfind("\n", 0, at) + 1
            rest = prepared.folded[at + len(wanted) :]
            if (line_start and not prepared.folded[line_start:at].strip(" -/~*")) or _NOBODY.match(rest):
                return Span(at, at + len(wanted))
    return None


def _end(text: str, start: int) -> int:
    """Where the words end that emoji and blanks may follow."""
    match = _TRAIL.search(text, start)
    return match.start() if match else len(text)


def _dashed(prepared: PreparedText, pack: LanguagePack, start: int, end: int) -> Span | None:
    match = _INITIALS.search(prepared.text, max(start, end - _LETTERS), end)
    if match and fold(match["who"] or match["small"]) not in _CHAT:
        return Span(*match.span("who" if match["who"] else "small"))
    if sum(map(bool, map(_BULLET.match, prepared.text.split("\n")))) > 1:
        return None
    match = _WRITTEN_BY.search(prepared.text, start, end)
    if match and not pack.common.match(_first_capital(match["who"])) and not _is_sentence(match):
        return Span(*match.span("who"))
    match = _DASHED.search(prepared.text, start, end)
    if not match or " - " in match["who"] or _is_sentence(match):
        return None
    before = prepared.text[: match.start()].rstrip(" \t")
    line = before[before.rfind("\n") + 1 :]
    inside = before[-1:].isalnum() or before[-1:] == ","
    words = match["who"].split()
    long = len(words) > _FEW and not (words[1] in _FROM.split("|") and len(words) <= _MOST_BEFORE + 1)
    if inside and (_STEP.search(line) or long or pack.common.match(_first_word(match["who"]))):
        return None
    return Span(match.start("who"), match.end("who"))


def _first_capital(text: str) -> str:
    """The first capitalised word, folded: the name after small words such as "your"."""
    return next((fold(word) for word in _WORD.findall(text) if word[0].isupper()), "")


def _is_sentence(match: re.Match[str]) -> bool:
    """Whether ``who`` ends with a stop as a sentence does, is mostly small words after a dash without a comma, or has
    any after a heart, which stands before wishes too.
    """
    words = match["who"].split()
    small = sum(not word[0].isupper() for word in words)
    stopped = match.group().rstrip()[-1] == "."
    sign = match.group().lstrip()[0]
    item = sign in "-–—" and small > _LOWER_OK and "," not in match["who"]
    wish = sign == "<" and small > 0
    return item or wish or (len(words) > _FEW and small > 1 and stopped)


def _first_word(text: str) -> str:
    """The first word, folded; "" where there is none."""
    match = _WORD.search(text)
    return fold(match.group()).rstrip(".'-") if match else ""


def _after_formula(prepared: PreparedText, pack: LanguagePack, author: str) -> Span | None:
    """A closing formula of the pack with a capitalised name, team or company after it."""
    for hit in pack.closings.search(prepared, prepared.zone("closing")):
        match = _AFTER_FORMULA.match(prepared.text, hit.span.end)
        if not match or not closes(prepared, hit) or _runs_on(match["who"], pack):
            continue
        who = match["who"].rstrip()
        small = sum(not word[0].isupper() for word in who.split())
        if small > _LOWER_OK and who.endswith("."):  # "Best pizza in town, they say."
            continue
        beside = "\n" not in match.group()
        if beside and (_TRAIL.sub("", who).endswith("!") or _all_of(who, author, pack)):  # "Have a nice day, Anna" hails the reader
            continue
        first = _first_word(who)
        if first and (not pack.common.match(first) or _is_body(prepared, match)):
            return Span(match.start("who"), match.start("who") + len(who))
    return None


def _all_of(who: str, author: str, pack: LanguagePack) -> bool:
    """Whether the words of ``who`` are the author's name and nothing else."""
    forms = author_forms(author, pack.names)
    return bool(forms) and all(plain_form(fold(word).rstrip(".'-"), forms) for word in _WORD.findall(who))


def _runs_on(who: str, pack: LanguagePack) -> bool:
    """Whether a sentence of several words goes on after a stop inside ``who``."""
    for stop in _INNER_STOP.finditer(who):
        rest = who[stop.end() :]
        number = "@" in rest or sum(map(str.isdigit, rest)) >= _NUMBER
        if len(rest.split()) >= _SENTENCE and not number and fold(stop["word"] or "") not in pack.abbreviations:
            return True
    return False


def _is_body(prepared: PreparedText, match: re.Match[str]) -> bool:
    """Whether the last line names a group, mostly in capitalised words and without a stop."""
    words = match["who"].split()
    loud = sum(word[0].isupper() for word in words)
    last = not prepared.text[match.end() :].strip() and "\n" in match.group()
    return last and len(words) >= _SENTENCE and loud >= _GROUP * len(words) and match["who"].rstrip()[-1] not in ".!?…:"


def _name_line(prepared: PreparedText, pack: LanguagePack) -> Span | None:
    """A last line of capitalised words only, such as "Erik Lund" or "Team Nord", perhaps with a line for the role."""
    body = _above_address(prepared, prepared.text.rstrip(" \n\r\t.!❤️😊🙏"))
    start = body.rfind("\n") + 1
    if start == 0:
        return None
    stopped = not _SILENT.issuperset(prepared.text[len(body) :])
    found = _named(body[start:], start, pack) or (None if stopped else _quoted(body[start:], start, pack))
    if found or not _ROLE_LINE.fullmatch(body[start:].strip()) or body[start:].strip()[0].isupper():
        return found
    above = body[:start].rstrip()
    line = above.rfind("\n") + 1
    person = _named(above[line:], line, pack) if line else None
    words = person.of(body).split() if person else []
    return person if len(words) == _FEW and all(word[0].isupper() and word.isalpha() for word in words) else None


def _above_address(prepared: PreparedText, body: str) -> str:
    """``body`` without a last line that begins with a street: where somebody is to be found, not who."""
    start = body.rfind("\n") + 1
    street = any(contact.kind is ContactKind.ADDRESS and contact.span.start == start for contact in prepared.contacts)
    return body[:start].rstrip() if street else body


def _quoted(line: str, start: int, pack: LanguagePack) -> Span | None:
    """The span of ``line``, which begins at ``start``, where it is the name of a firm in quotation marks, with what
    the firm is before it and no sentence ("Ask for "The Fire"").
    """
    shown = line.strip()
    found = _QUOTED_LINE.fullmatch(shown)
    if not found or len(shown.split()) > _MOST_IN_LINE:
        return None
    before = [fold(word) for word in _WORD.findall(found["what"] or "")]
    if len(before) > _MOST_BEFORE or any(pack.common.match(word) or _ORDERS.search(word) for word in before):
        return None
    offset = start + len(line) - len(line.lstrip())
    return Span(offset, offset + len(shown))


def _named(line: str, start: int, pack: LanguagePack) -> Span | None:
    """The span of ``line``, which begins at ``start``, where it is a name; a title in small letters may lead it, and
    everyday words may follow where all are capitalised ("Luvair Baggage Team").
    """
    shown = line.strip()
    title = _WORD.match(shown)
    lead = title.end() if title and fold(title.group()).rstrip(".") in pack.names.titles else 0
    match = _NAME_LINE.fullmatch(shown[lead:].lstrip())
    if not match:
        return None
    words = _WORD.findall(match["who"])
    small = [word for word in words if not (word[0].isupper() or word[0].isdigit())]
    named = [word for word in words if word not in small]
    everyday = [word for word in named if pack.common.match(fold(word)) and not _is_particle(word, words)]
    if len(small) > min(_LOWER_OK, len(words) - 1) or (everyday and (small or words[0] in everyday)):
        return None
    if words[-1] in everyday and not fold(words[-1]).startswith(_TEAM):  # "Merry Christmas Everyone"
        return None
    offset = start + len(line) - len(line.lstrip())
    return Span(offset, offset + len(shown))


def _is_particle(word: str, words: Sequence[str]) -> bool:
    """Whether ``word`` is part of a surname, as it stands in a firm's name: "Thee & Koffie Van der Wal"."""
    return fold(word) in PARTICLES and word not in (words[0], words[-1])


def _last_word(prepared: PreparedText, pack: LanguagePack, start: int, end: int) -> Span | None:
    """A bare name after the last sentence: "Call us any time. Robyn"."""
    match = _BARE.search(prepared.text, start, end)
    if not match or len(prepared.sentences) < _FEW:
        return None
    span = Span(*match.span("who"))
    before = prepared.folded[start : span.start].split()
    if before and before[-1].rstrip(".") in pack.abbreviations:  # "z.Hd. Frau Pohl"
        return None
    words = _WORD.findall(prepared.folded, span.start, match.start("firm") if match["firm"] else span.end)
    taken = (*pack.closings.search(prepared, (span,)), *pack.address.search(prepared, (span,)))
    return None if taken or words[0] in _CHAT or any(pack.common.match(word) for word in words) else span


def _with_role(prepared: PreparedText, pack: LanguagePack, author: str, start: int, end: int) -> Span | None:
    """A name with its role in brackets after the last words: "Sorry once more, Hessel de Boer (owner)"."""
    match = _WITH_ROLE.search(prepared.text, start, end) if prepared.text.endswith((")", ")."), 0, end) else None
    if not match or len(prepared.sentences) < _FEW:
        return None
    name = match["who"].partition(" (")[0].split()
    small = [word for word in name if not word[0].isupper() and fold(word) not in PARTICLES]
    if small or pack.common.match(fold(name[0])) or _all_of(" ".join(name), author, pack):
        return None
    return Span(*match.span("who"))


def _behind_comma(prepared: PreparedText, pack: LanguagePack, author: str, start: int, end: int) -> Span | None:
    """A name that ends a short last sentence behind a comma, where the reader is known by another."""
    match = _BEHIND_COMMA.search(prepared.text, max(start, end - _TWO_NAMES), end)
    forms = author_forms(author, pack.names) if match else None
    if not match or not forms or len(prepared.sentences) < _FEW:
        return None
    said = prepared.text[prepared.sentences[-1].start : match.start("who")]
    words = [fold(word) for word in match["who"].split()]
    if prepared.contacts_in(prepared.sentences[-1]) or match["who"].isupper() or len(said.split()) > _SHORT_CLOSING:
        return None
    other = in_script(author, pack.script) and not any(
        is_form_of(word, forms) or pack.common.match(word) for word in words
    )
    return Span(*match.span("who")) if other else None
