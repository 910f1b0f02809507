"""Who signs a reply: "- Anna", "/AB", a name line at the end, the shop, a closing formula with somebody after it."""

import re

from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.domain.shop import Shop

_TAIL = 240  # code points at the end in which a signature is looked for
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ"
_DASHED = re.compile(
    rf"(?:^|(?<=[\s.!?,)…\ufe0f]))(?:[-–—~*∞^•|]{{1,2}}|/{{1,2}})[ ]?"
    rf"(?P<who>[{_CAPITAL}][\w.'’&-]*(?:,?[ ][\w.'’&-]+){{0,6}}?)[.!)]?\s*\Z"
)
_INITIALS = re.compile(rf"[.!?…)][ \n]+(?P<who>[{_CAPITAL}]{{2,3}})[.]?\s*\Z")
_NAME_LINE = re.compile(rf"[{_CAPITAL}\d][\w.'’-]*(?:(?:,| [&+/|-])? [\w.'’-]+){{0,5}},?")
_WORD = re.compile(r"[^\W_][\w.'’-]*")
_LOWER_OK = 2
_FEW = 2  # words of a signature that follows the text without a stop
_AFTER_FORMULA = re.compile(rf"[\s,:!;.\n-]{{1,6}}(?P<who>[{_CAPITAL}][^\n]{{1,60}})")
_NOBODY = re.compile(r"\W*\Z")


def find_signature(prepared: PreparedText, pack: LanguagePack, shop: Shop) -> Span | None:
    """The words that close the reply with who is answering."""
    start = max(0, len(prepared.text) - _TAIL)
    return (
        _known(prepared, (shop.answerer, shop.name), start)
        or _dashed(prepared, pack, start)
        or _after_formula(prepared, pack)
        or _name_line(prepared, pack)
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


def _dashed(prepared: PreparedText, pack: LanguagePack, start: int) -> Span | None:
    match = _INITIALS.search(prepared.text, start)
    if match:
        return Span(*match.span("who"))
    match = _DASHED.search(prepared.text, start)
    if not match or " - " in match["who"] or _is_sentence(match):
        return None
    before = prepared.text[: match.start()].rstrip(" \t")
    line = before[before.rfind("\n") + 1 :]
    inside = before[-1:].isalnum() or before[-1:] == ","
    if inside and (" - " in line or len(match["who"].split()) > _FEW or pack.common.match(_first_word(match["who"]))):
        return None
    return Span(match.start("who"), match.end("who"))


def _is_sentence(match: re.Match[str]) -> bool:
    """Whether what follows the dash ends with a stop as a sentence does, small words included."""
    words = match["who"].split()
    small = sum(not word[0].isupper() for word in words)
    return len(words) > _FEW and small > 1 and match.group().rstrip()[-1] == "."


def _first_word(text: str) -> str:
    """The first word, folded; "" where there is none."""
    match = _WORD.search(text)
    return fold(match.group()) if match else ""


def _after_formula(prepared: PreparedText, pack: LanguagePack) -> Span | None:
    """A closing formula of the pack with a capitalised name, team or company after it."""
    for hit in pack.closings.search(prepared, prepared.zone("closing")):
        match = _AFTER_FORMULA.match(prepared.text, hit.span.end)
        if match:
            first = _first_word(match["who"])
            if first and not pack.common.match(first):
                return Span(match.start("who"), match.start("who") + len(match["who"].rstrip()))
    return None


def _name_line(prepared: PreparedText, pack: LanguagePack) -> Span | None:
    """A last line of capitalised words only, such as "Erik Lund" or "Team Nord"; one below the first line."""
    body = prepared.text.rstrip(" \n\r\t.!❤️😊🙏")
    start = body.rfind("\n") + 1
    line = body[start:]
    if start == 0 or not _NAME_LINE.fullmatch(line.strip()):
        return None
    words = _WORD.findall(line)
    small = [word for word in words if not (word[0].isupper() or word[0].isdigit())]
    named = [word for word in words if word not in small]
    if len(small) > min(_LOWER_OK, len(words) - 1) or any(pack.common.match(fold(word)) for word in named):
        return None
    offset = start + len(line) - len(line.lstrip())
    return Span(offset, offset + len(line.strip()))
