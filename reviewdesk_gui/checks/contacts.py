"""E-mail addresses, links, handles, phone numbers and street addresses in a text, masked ones included.

Every search is anchored at a sign or word that such a thing must hold, and looks a bounded way around it: time stays
linear in the text whatever stands there. What holds a number is looked for around the text's numbers alone.
"""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.numbered import find_by_number
from reviewdesk_gui.checks.prepared import Contact, ContactKind
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


def find_contacts(text: str, folded: str) -> tuple[Contact, ...]:
    """Every way to reach someone that ``text`` holds, in order and without overlaps; ``folded`` is the folded text."""
    found = [*_emails(text, folded), *_links(text, folded), *_handles(folded)]
    found += find_by_number(text, folded)
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
