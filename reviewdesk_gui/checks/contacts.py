"""E-mail addresses, links, handles, phone numbers and street addresses in a text, masked ones included.

Every search is anchored at a sign or word that such a thing must hold, and looks a bounded way around it: time stays
linear in the text whatever stands there. What holds a number is looked for around the text's numbers alone.
"""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.prepared import Contact, ContactKind
from reviewdesk_gui.checks.streets import find_streets
from reviewdesk_gui.domain.finding import Span

_LOCAL_LENGTH = 65  # code points, one for a blank
_LOCAL = re.compile(r"[\w.+*-]{1,64}\Z")
_DOMAIN = re.compile(r"[\w*-]{2,63}+(?:\.[\w*-]{1,63}+){0,5}")
_GLUED = re.compile(r"(?<=[a-z])\.(?=[A-ZА-ЯІЇЄҐ][a-zа-яіїєґ])")  # a sentence that begins without a blank
_MASKED_DOMAIN = re.compile(r"\[[^\]\n]{1,20}\](?:\.\w{2,12})?|…|\.{3}")
_SPELT_AT = re.compile(
    r"[(\[{]\s?(?:at|a|snabela|собака|ед)\s?[)\]}]\s?[\w-]{2,63}"
    r"(?:\s?(?:\.|[(\[]\s?\w{2,7}\s?[)\]])\s?\w{2,12}){0,3}"
)
_SPELT_LOCAL = re.compile(r"[\w.+-]{1,64}\s?\Z")
_SAID_EMAIL = re.compile(
    r"\b[\w-]{2,30}(?: dot [\w-]{2,30})? at [\w-]{2,40} dot (?:[\w-]{2,20} dot )?"
    r"(?:com|net|org|in|uk|ie|au|nz|za|eu|info)\b"
)
_MASKED_EMAIL = re.compile(r"\[(?:e-?mail|mail|epost|имейл|мейл|почта|пошта)[^\]\n]{0,20}\]")
_HANDLE = re.compile(r"@(?<![\w.@*-]@)[a-z0-9_*][\w.*]{1,38}[\w*]")
_ACCOUNT = re.compile(r":\s?(?P<account>[a-z][a-z0-9]*(?:[._][a-z0-9_]+)+)")
_NETWORK = re.compile(
    r"\b(?:insta|instagram|ig|facebook|fb|tiktok|telegram|tg|инстаграм\w*|инста|телеграм\w*|тг|тикток)\s?\Z"
)
_JUST_BEFORE = 24  # code points
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,2000}")
_TLD = re.compile(
    r"\.(?:com|net|org|info|biz|shop|store|app|io|eu|frl|se|nl|de|bg|ru|ua|by|kz|uk|ie|at|ch|be|dk|fi|fr|us|ca|au|nz|in"
    r"|gl|ly|gle|me|su|gg|tv|co|pl|cz|pro|club|dev|xyz|games|live|cafe|hotel|рф|укр|бг|online|site|help|support|example|test)(?![\w-])(?:/[^\s<>\"]{0,2000})?"
)
_HOST = re.compile(r"(?<![\w@.-])\w[\w*-]{0,62}(?:\.\w[\w*-]{0,62}){0,4}\Z")
# one class of signs stands first, since the search can skip to it
_PHONE = re.compile(r"[+(\d](?<![\w.,/@#№-][+(\d])(?:(?<=\+)\s?[(\d]|(?<=[(\d]))[\dx*()\s./-]{4,22}[\dx*](?![\w%€$£#])")
_DATE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[.:]\d{2}\s?-\s?\d{1,2}[.:]\d{2}|(?:19|20)\d\d\s?[/-]\s?(?:19|20)?\d\d"
)
# shapes that nothing but a telephone number has: 555-0128, (213) 555-0128, 555-12-34, 2291/70-415, 5519 - 30 62 44
_SURE_PHONE = re.compile(
    r"(?:\(?\d{3}\)?[ .-])?\d{3}-\d{4}|\d{3}-\d{2}-\d{2}|\d{3,5}/\d{2,6}-\d{1,4}|\d{4,5} - \d\d(?: \d\d){2,3}"
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
_LOOK_BACK = 72
_NUMBER = re.compile(r"\d\d{0,4}")  # not {1,5}: the search can skip to what stands once
_BEFORE_NUMBER, _AFTER_NUMBER = 100, 80  # code points in which the rest of an address or telephone number may stand


def find_contacts(text: str, folded: str) -> tuple[Contact, ...]:
    """Every way to reach someone that ``text`` holds, in order and without overlaps; ``folded`` is the folded text."""
    found = [*_emails(text, folded), *_links(text, folded), *_handles(folded)]
    for start, end in _around_numbers(folded):
        found += _phones(folded, start, end)
        found += _short_numbers(folded, start, end)
        found += find_streets(text, folded, start, end)
    found.sort(key=lambda contact: (contact.span.start, -contact.span.end))
    taken: list[Contact] = []
    for contact in found:
        if not taken or contact.span.start >= taken[-1].span.end:
            taken.append(contact)
    return tuple(taken)


def _emails(text: str, folded: str) -> Iterator[Contact]:
    at = folded.find("@")
    while at >= 0:
        local = _LOCAL.search(folded, max(0, at - 64), at)
        domain = _DOMAIN.match(folded, at + 1) or _MASKED_DOMAIN.match(folded, at + 1)
        if local and domain:
            start = local.start() + len(local.group()) - len(local.group().lstrip(".-"))
            glued = _GLUED.search(text, at, domain.end())
            end = glued.start() if glued else domain.end()
            while end > at + 1 and folded[end - 1] in ".-":
                end -= 1
            yield Contact(ContactKind.EMAIL, Span(start, end))
            at = end
        at = folded.find("@", at + 1)
    for match in _MASKED_EMAIL.finditer(folded):
        yield Contact(ContactKind.EMAIL, Span(*match.span()))
    for match in _SAID_EMAIL.finditer(folded) if " dot " in folded else ():
        yield Contact(ContactKind.EMAIL, Span(*match.span()))
    for match in _SPELT_AT.finditer(folded):
        local = _SPELT_LOCAL.search(folded, max(0, match.start() - _LOCAL_LENGTH), match.start())
        if local:
            yield Contact(ContactKind.EMAIL, Span(local.start(), match.end()))


def _links(text: str, folded: str) -> Iterator[Contact]:
    if "://" in folded or "www." in folded:
        for match in _LINK.finditer(folded):
            yield Contact(ContactKind.URL, Span(match.start(), _trimmed(folded, *match.span())))
    for match in _TLD.finditer(folded):
        host = _HOST.search(folded, max(0, match.start() - 100), match.start())
        label = text[match.start() + 1 : match.start() + 3]
        if host and (label.islower() or label.isupper()) and any(sign.isalpha() for sign in host.group()):
            yield Contact(ContactKind.URL, Span(host.start(), _trimmed(folded, *match.span())))


def _trimmed(folded: str, start: int, end: int) -> int:
    """End of an address without the sentence's own signs after it."""
    while end > start + 1 and folded[end - 1] in ".,;:!?)]}'\"*-…":
        if folded[end - 1] == ")" and folded.count("(", start, end) >= folded.count(")", start, end):
            break
        end -= 1
    return end


def _handles(folded: str) -> Iterator[Contact]:
    if "@" in folded:
        for match in _HANDLE.finditer(folded):
            yield Contact(ContactKind.HANDLE, Span(*match.span()))
    for match in _ACCOUNT.finditer(folded):
        if _NETWORK.search(folded, max(0, match.start() - _JUST_BEFORE), match.start()):
            yield Contact(ContactKind.HANDLE, Span(*match.span("account")))


def _phones(folded: str, first: int, last: int) -> Iterator[Contact]:
    for match in _PHONE.finditer(folded, first, last):
        start, end = match.span()
        opened = folded.rfind("(", start + 1, end)
        if opened >= 0 and ")" not in folded[opened:end]:
            end = opened  # of what follows the number: "555-0128 (9 to 5)"
        hanging = " .-/(\n" if _masked(match.group()) else " .-/(\n*x"
        while end > start and folded[end - 1] in hanging:
            end -= 1
        shape = folded[start:end]
        if end > start and "\n" not in shape and _is_phone(folded, start, shape):
            yield Contact(ContactKind.PHONE, Span(start, end))


def _short_numbers(folded: str, first: int, last: int) -> Iterator[Contact]:
    for match in _SHORT_NUMBER.finditer(folded, first, last):
        if _DIAL.search(folded, max(0, match.start() - _JUST_BEFORE), match.start()):
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
