"""Who signs a reply: "- Anna", "/AB", a name line at the end, the shop, a closing formula with somebody after it."""

import re
from collections.abc import Sequence

from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.last_words import CAPITAL, CHAT, FROM, WORD, find_last_words
from reviewdesk_gui.checks.nameforms import PARTICLES, author_forms, only_calls
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import ContactKind, PreparedText
from reviewdesk_gui.checks.sentences import EMOJI
from reviewdesk_gui.checks.signzone import closes
from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.domain.shop import Shop

_TAIL = 240  # code points at the end in which a signature is looked for
_DASHED = re.compile(
    rf"(?:^|(?<=[\s.!?,)…\ufe0f]))"
    rf"(?:[-–—~*∞^•|]{{1,2}}|/{{1,2}}|#(?=[{CAPITAL}]{{2,3}}\s*\Z)|x{{2,3}}(?=[ ])|<3(?=[ ]))[ ]?"
    rf"(?P<who>[{CAPITAL}][\w.'’&-]*(?:,?[ ][\w.'’&-]+){{0,6}}?)[.!)*~]?\s*\Z"
)
_WRITTEN_BY = re.compile(
    rf"(?:^|(?<=\n))[ ]*(?:[-–—~]|x{{1,3}}(?=[ ]))[ ]?"
    rf"(?P<who>(?:[^\W\d_]+[ ]){{0,2}}[{CAPITAL}][\w.'’-]*(?:,?[ ][\w.'’-]+){{0,4}})[.!]?\s*\Z"
)
_INITIALS = re.compile(rf"(?:(?<!\d)[.!?…)][ \n]+(?P<who>[{CAPITAL}]{{2,3}})[.]?|\s/(?P<small>[a-zåäö]{{2,3}}))\s*\Z")
_BULLET = re.compile(r"[ ]*[-–—*•·▪][ ]*\S")
_NUMBERED = re.compile(r"[ ]*\d{1,2}[.)][ ]")
_STEP = re.compile(r" [-–—→›>] ")  # of a way through menus
_NAME_LINE = re.compile(
    rf"(?P<who>[{CAPITAL}\d][\w.'’-]*(?:(?:,| [&+/|-])? [\w.'’-]+){{0,5}},?)(?P<role>[ ]?\([^()\n]{{2,40}}\))?"
)
# "Bakery "The Ear"", "«Окна-Лайт», Ижевск": a firm's name in quotation marks, with what it is before it
_QUOTED_LINE = re.compile(
    rf"(?P<what>[^\W\d_][^\n.!?…:«„“\"]{{0,48}}[ ])?[«„“\"][{CAPITAL}\d][^\n«„“”»\"!?…]{{1,40}}[»“”\"]"
    rf"(?:,? [{CAPITAL}][\w'’-]*){{0,3}}"
)
_ROLE_LINE = re.compile(r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,3}")
_LOWER_OK = 2
_TEAM = "team"  # in all languages
_LETTERS = 16  # code points of initials at the end
_FEW = 2  # words of a signature that follows the text without a stop
_YOUR = "ihre?|deine?|eure?|euer|jo|jim|jimme|uw|je|jullie|your|din|er|ваша?|вашият|твоят|твой"
_AFTER_FORMULA = re.compile(
    rf"[\s,:!;.\n-]{{1,6}}(?:(?:{FROM})[ ])?(?:(?:{_YOUR})[ ])?(?P<who>[«„“\"]?[{CAPITAL}][^\n]{{1,60}})"
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
        or find_last_words(prepared, pack, author, start, end)
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
    if match:
        initials = Span(*match.span("who" if match["who"] else "small"))
        if fold(initials.of(prepared.text)) not in CHAT and not any(pack.closings.search(prepared, (initials,))):
            return initials
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
    long = len(words) > _FEW and not (words[1] in FROM.split("|") and len(words) <= _MOST_BEFORE + 1)
    if inside and (_STEP.search(line) or long or _begins_everyday(match["who"], pack)):
        return None
    return Span(match.start("who"), match.end("who"))


def _begins_everyday(who: str, pack: LanguagePack) -> bool:
    first = _first_word(who)
    return first != _TEAM and bool(pack.common.match(first))


def _first_capital(text: str) -> str:
    """The first capitalised word, folded: the name after small words such as "your"."""
    return next((fold(word) for word in WORD.findall(text) if word[0].isupper()), "")


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
    match = WORD.search(text)
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
        hails = _TRAIL.sub("", who).endswith("!") or only_calls(who, author_forms(author, pack.names))
        if beside and hails:  # "Have a nice day, Anna"
            continue
        first = _first_word(who)
        if first and (not pack.common.match(first) or _is_body(prepared, match)):
            return Span(match.start("who"), match.start("who") + len(who))
    return None


def _runs_on(who: str, pack: LanguagePack) -> bool:
    """Whether a sentence of several words goes on after a stop inside ``who``."""
    for stop in _INNER_STOP.finditer(who):
        rest = who[stop.end() :]
        number = "@" in rest or sum(map(str.isdigit, rest)) >= _NUMBER
        if len(rest.split()) >= _SENTENCE and not number and fold(stop["word"] or "") not in pack.abbreviations:
            return True
    return False


def _is_body(prepared: PreparedText, match: re.Match[str]) -> bool:
    """Whether the last line names a group, by one word or mostly by capitalised ones, and has no stop."""
    words = match["who"].split()
    loud = sum(word[0].isupper() for word in words)
    last = not prepared.text[match.end() :].strip() and "\n" in match.group()
    many = len(words) == 1 or len(words) >= _SENTENCE
    return last and many and loud >= _GROUP * len(words) and match["who"].rstrip()[-1] not in ".!?…:"


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
    before = [fold(word) for word in WORD.findall(found["what"] or "")]
    if len(before) > _MOST_BEFORE or any(pack.common.match(word) or _ORDERS.search(word) for word in before):
        return None
    offset = start + len(line) - len(line.lstrip())
    return Span(offset, offset + len(shown))


def _named(line: str, start: int, pack: LanguagePack) -> Span | None:
    """The span of ``line``, which begins at ``start``, where it is a name; a title in small letters may lead it, and
    everyday words may follow where all are capitalised ("Luvair Baggage Team"). A step of a numbered list is none.
    """
    if _NUMBERED.match(line):
        return None
    shown = line.strip()
    title = WORD.match(shown)
    lead = title.end() if title and fold(title.group()).rstrip(".") in pack.names.titles else 0
    match = _NAME_LINE.fullmatch(shown[lead:].lstrip())
    if not match:
        return None
    words = WORD.findall(match["who"])
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
