"""Telephone numbers and street addresses: looked for around the text's numbers alone, and kept from check to check."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewdesk_gui.checks.prepared import Contact, ContactKind
from reviewdesk_gui.checks.streets import find_streets
from reviewdesk_gui.domain.finding import Span

# one class of signs stands first, since the search can skip to it
_PHONE = re.compile(r"[+(\d](?<![\w.,/@#№-][+(\d])(?:(?<=\+)\s?[(\d]|(?<=[(\d]))[\dx*()\s./-]{4,22}[\dx*](?![\w%€$£#])")
_DATE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[.:]\d{2}\s?-\s?\d{1,2}[.:]\d{2}|(?:19|20)\d\d\s?[/-]\s?(?:19|20)?\d\d"
)
# shapes that nothing but a telephone number has: 555-0128, (213) 555-0128, 555-12-34, 2291/70-415, 4117 602-3300,
# 5519 - 30 62 44
_SURE_PHONE = re.compile(
    r"(?:\(?\d{3}\)?[ .-])?\d{3}-\d{4}|\d{3}-\d{2}-\d{2}|\d{3,5} ?/ ?\d{2,6}-\d{1,4}|\d{4,5} - \d\d(?: \d\d){2,3}"
    r"|(?!(?:19|20)\d\d )\d{4,5} \d{3}-\d{3,4}"
)
_PHONE_WORD = re.compile(
    r"(?:\b(?:tel|telefon\w*|phone|mobil\w*|mobiel|mob|call|ring|ringa|bel|belje|bell\w*|whatsapp|viber|signal|sms|text|nummer|number|"
    r"anruf\w*|ruf\w*|hotline|skilje|"
    r"line|desk|extension|ext|durchwahl|apparat|vaxel\w*|toestel)|\b(?:тел|телефон\w*|звон\w*|обад\w*|дзвон\w*|телефонуй\w*|моб\w*|номер\w*|вайбър|вайбер|"
    r"вотсап\w*|ватсап\w*|набер\w*|линия|лінія|лінію)|☎|📞|📱)[^\w\n]{0,6}(?:\w{1,14}[^\w\n]{1,4}){0,4}\Z"
)
# a short number is one to dial right behind the verb, where the clause ends or goes on without a thing counted; a code
# that ends in # is asked of the network alone (a balance) unless it leads to a choice
_SHORT_NUMBER = re.compile(
    r"[*\d](?<![\w.,/+-][*\d])(?:(?<=\*)\d{2,4}|(?<=\d)\d{2,3}(?<!19\d\d)(?<!20\d\d))(?:\*\d{1,3})?"
    r"(?:#?(?=[ ](?:and choose|and press|och valj|und wahl\w*|en kies|и выберите|та оберіть|[сз] моб\w*)\b)"
    r"|(?=$|[.,;:!?)\n]))"
)
_DIAL = re.compile(
    r"\b(?:dial|dialling|ring|ringa|call|calling|sla|text|sms|sms:a|tel|bel|belje|wahl\w*"
    r"|\w{0,4}(?:набер|звон|телефонуй)\w*|обад\w*|телефон(?:у|ом|а)?|короткий номер|кратък номер)"
    r"[.:]?[ ](?:(?:on|pa|till|unter|op|naar|nei|по|на|за|номер|номеру)[ ]){0,2}\Z"
)
_ORDER_WORD = re.compile(
    r"\b(?:order\w*|case|ticket|booking|report|invoice|under number|serial|bestallning\w*|arende\w*|bestel\w*|"
    r"onder nummer|under nummer|unter der nummer|geregistreerd|dossier\w*|klacht\w*|auftrag\w*|vorgang\w*|"
    r"(?:rechnungs|ticket|ersatzteil|serien|kunden|chargen|steuer|arende|serie)(?:nummer|nr)\w*|art|artikel\w*|modell?|sn|fargkod|"
    r"reservdel\w*|договор\w*|договір|рахун\w*|накладн\w*|артикул\w*|счет\w*|трек\w*|код\w*|aktenzeichen|"
    r"заказ\w*|заявк\w*|замовлен\w*|звернен\w*|под номером|поръчк\w*)"
    r"[^\w\n]{0,3}(?:(?:number|no|nummer) (?:is|är|ist) |\w{1,8}[^\w\n]{1,3})?\Z"
)
_FEWEST_MASKED = 3  # signs in place of digits
_LOOK_BACK, _BEFORE_DIALLED = 72, 24  # code points before a number, before a short one
_SEEN_BEFORE = _LOOK_BACK + 1  # code points before a window that a search may look back at
_NUMBER = re.compile(r"\d\d{0,4}")  # not {1,5}: the search can skip to what stands once
_BEFORE_NUMBER, _AFTER_NUMBER = 100, 80  # code points in which the rest of an address or telephone number may stand
_REMEMBERED = 512  # windows: while a reply is typed, all but one stay as they were


def find_by_number(text: str, folded: str) -> Iterator[Contact]:
    """The telephone numbers and street addresses of ``text``, which may overlap; ``folded`` is the folded text."""
    for first, last in _around_numbers(folded):
        start = max(0, first - _SEEN_BEFORE)
        for kind, found, end in _in_window(text[start:last], folded[start:last], first - start):
            yield Contact(kind, Span(start + found, start + end))


@lru_cache(maxsize=_REMEMBERED)
def _in_window(text: str, folded: str, first: int) -> tuple[tuple[ContactKind, int, int], ...]:
    """What stands in ``text`` from ``first`` on, counted from its start."""
    found = (
        *_phones(folded, first),
        *_short_numbers(folded, first),
        *find_streets(text, folded, first),
    )
    return tuple((contact.kind, contact.span.start, contact.span.end) for contact in found)


def _phones(folded: str, first: int) -> Iterator[Contact]:
    for match in _PHONE.finditer(folded, first):
        start, end = match.span()
        opened = folded.rfind("(", start + 1, end)
        if opened >= 0 and ")" not in folded[opened:end]:
            end = opened  # of what follows the number: "555-0128 (9 to 5)"
        hanging = " .-/(\n" if _masked(match.group()) else " .-/(\n*x"
        while end > start and folded[end - 1] in hanging:
            end -= 1
        if folded[start] == "(" and ")" not in folded[start:end]:
            start += 1  # of the brackets around the number
        shape = folded[start:end]
        if end > start and "\n" not in shape and _is_phone(folded, start, shape):
            yield Contact(ContactKind.PHONE, Span(start, end))


def _short_numbers(folded: str, first: int) -> Iterator[Contact]:
    for match in _SHORT_NUMBER.finditer(folded, first):
        if _DIAL.search(folded, max(0, match.start() - _BEFORE_DIALLED), match.start()):
            yield Contact(ContactKind.PHONE, Span(*match.span()))


def _masked(shape: str) -> int:
    """How many signs stand in place of digits; one or two say something else."""
    signs = shape.count("x") + shape.count("*")
    return signs if signs >= _FEWEST_MASKED else 0


def _is_phone(folded: str, start: int, shape: str) -> bool:
    digits = sum(map(str.isdigit, shape)) + _masked(shape)
    if not 5 <= digits <= 15:
        return False
    before = max(0, start - _LOOK_BACK)
    if shape[0] != "+" and _ORDER_WORD.search(folded, before, start):
        return False
    if _SURE_PHONE.fullmatch(shape):
        return True
    if _DATE.fullmatch(shape.strip("() ")):
        return False
    if shape[0] == "+":
        return True
    introduced = bool(_PHONE_WORD.search(folded, before, start))
    if digits < 7:
        return introduced
    grouped = any(sign in shape for sign in " -/()")
    trunk = shape.lstrip("(").startswith(("0", "8 ", "8-", "8(", "1-800", "1 800", "1800"))
    return introduced or (grouped and trunk)


def _around_numbers(folded: str) -> Iterator[tuple[int, int]]:
    """Where a number may be part of an address or telephone number: around it; what overlaps is one."""
    start = end = 0
    for number in _NUMBER.finditer(folded):
        first = max(0, number.start() - _BEFORE_NUMBER)
        if first > end and end:
            yield start, end
            start = first
        elif not end:
            start = first
        end = number.end() + _AFTER_NUMBER
    if end:
        yield start, end
