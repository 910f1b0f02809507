"""A reply that tells in public what the review itself does not hold about the customer (P24).

Two dental practices paid fines for exactly this. Only what is certain is marked: a number, date, amount, address or
illness beside words that tie it to the reader, and not to be found in the review.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.leak_words import LeakWords
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.phrasebook import PhraseHit
from reviewdesk_gui.checks.prepared import ContactKind, PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Fix, Move, Severity, Span

_ORDER = re.compile(r"""[\s:#№"'(.-]{0,4}(?P<value>(?=[\w/-]{0,30}\d)[a-z0-9][\w/-]{3,30})(?![\w%€$£])""")
_ROOM = re.compile(r"""[\s:#№"'(.-]{0,4}(?P<value>\d{1,4}[a-z]?)(?![\w%:€$£]|[.,]\d)""")
_AMOUNT = re.compile(
    r"(?:[€$£₴₽]\s?\d[\d\s.,]*|\d[\d\s.,]*\s?(?:[€$£₴₽]|kr\b|:-|sek\b|eur\w*|usd\b|gbp\b|dollar\w*|pound\w*|лв\b|лева\b|грн\b|гривн\w*|руб\w*|р\b))"
)
_MONTH = (
    r"(?:jan|feb|mar|apr|may|maj|mai|mei|jun|jul|aug|sep|okt|oct|nov|dec|dez|des|yan|март|янв|фев|апр|мая|май|юн|юл|июн|июл|авг|сеп"
    r"|сен|окт|ное|ноя|дек|яну|січ|лют|бер|квіт|трав|черв|лип|серп|вер|жовт|лист|груд)\w*"
)
_DATE = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d\d)\b|\d{{1,2}}(?:st|nd|rd|th|:e|:a|e|-?го|-?ти)?\.?\s(?:of\s|de\s)?{_MONTH}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b"
)
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS_TO_DATE, _WORDS_TO_AMOUNT, _WORDS_TO_CONTACT = 5, 4, 5
_STEM = 5
_SURNAME = re.compile(r"[ \u00a0](?P<value>[^\W\d_][\w'’-]{2,})")


class LeakCheck:
    """``words`` are the phrases by language (see ``leak_words``). Languages without any are checked for names alone."""

    def __init__(self, words: Mapping[str, LeakWords], wording: Wording) -> None:
        self._words = words
        self._wording = wording

    def __call__(self, prepared: PreparedText, context: CheckContext, pack: LanguagePack, /) -> Iterator[Finding]:
        """One finding for each thing that is given away."""
        marked: set[Span] = set()
        for kind, span in (*self._facts(prepared, context), *_surnames(prepared, context, pack)):
            if span not in marked:
                marked.add(span)
                yield self._finding(kind, span, context)

    def _facts(self, prepared: PreparedText, context: CheckContext) -> Iterator[tuple[str, Span]]:
        words = self._words.get(prepared.language)
        hits = words.phrases.search(prepared) if words else ()
        values = [(hit, found) for hit in hits if (found := _value(hit, prepared, context))]
        if not values:
            return
        review = fold(context.review)
        numbers = {number.lstrip("0") for number in _DIGITS.findall(review)}
        for hit, found in values:
            said = found.of(prepared.folded)
            known = _says(review, said) if hit.key == "health" else _holds(numbers, review, said)
            if not known:
                yield hit.key, found

    def _finding(self, kind: str, span: Span, context: CheckContext) -> Finding:
        fixes = (Fix(self._wording.label("remove"), "", Span(span.start - 1, span.end)),) if kind == "name" else ()
        return self._wording.finding(
            "leak",
            Severity.SHOULD,
            key=f"leak.{kind}",
            why="P24",
            span=span,
            fixes=fixes,
            values={"author": context.author},
        )


def _value(hit: PhraseHit, prepared: PreparedText, context: CheckContext) -> Span | None:
    """What stands beside the words of ``hit``: the number, date, amount or address that they introduce."""
    text, start, end = prepared.folded, hit.span.end, hit.sentence.end
    if hit.key == "health":
        return hit.span
    if hit.key in ("order", "room"):
        match = (_ORDER if hit.key == "order" else _ROOM).match(text, start, end)
        return Span(*match.span("value")) if match else None
    if hit.key == "reach":
        return _own_contact(hit, prepared, context)
    pattern, reach = (_DATE, _WORDS_TO_DATE) if hit.key == "visit" else (_AMOUNT, _WORDS_TO_AMOUNT)
    match = pattern.search(text, start, end)
    if match and len(_LETTERS.findall(text, start, match.start())) <= reach:
        return Span(match.start(), match.start() + len(match.group().rstrip(" .,")))
    return None


def _own_contact(hit: PhraseHit, prepared: PreparedText, context: CheckContext) -> Span | None:
    """The phone or e-mail after the words, unless it is the shop's."""
    for contact in prepared.contacts:
        span = contact.span
        if contact.kind in (ContactKind.PHONE, ContactKind.EMAIL) and hit.span.end <= span.start < hit.sentence.end:
            between = len(_LETTERS.findall(prepared.folded, hit.span.end, span.start))
            if between <= _WORDS_TO_CONTACT and not _is_shops(span.of(prepared.folded), context):
                return span
    return None


def _is_shops(address: str, context: CheckContext) -> bool:
    shop = context.shop
    digits = "".join(_DIGITS.findall(address))
    if "@" in address:
        return address == fold(shop.email)
    return bool(digits) and "".join(_DIGITS.findall(shop.phone)).endswith(digits.lstrip("0")[-7:])


def _holds(numbers: set[str], review: str, said: str) -> bool:
    """Whether the review holds the words or one of their numbers itself."""
    return said in review or any(number.lstrip("0") in numbers for number in _DIGITS.findall(said))


def _says(review: str, said: str) -> bool:
    """Whether the review uses one of the telling words too: the last ones of the phrase, in any form."""
    return any(word[:_STEM] in review for word in _LETTERS.findall(said)[-2:] if len(word) >= _STEM)


def _surnames(prepared: PreparedText, context: CheckContext, pack: LanguagePack) -> Iterable[tuple[str, Span]]:
    """A family name after the customer's first name, where the platform shows the first name or an initial at most."""
    shown = [word.rstrip(".") for word in fold(context.author).split()]
    if not shown or len(shown[0]) < 2 or len(shown) > 2 or (len(shown) == 2 and len(shown[1]) > 1):
        return
    hit = prepared.moves.get(Move.NAME)
    spans = [hit.span] if hit and hit.span else []
    for span in spans:
        first = re.search(rf"(?<!\w){re.escape(shown[0])}(?!\w)", prepared.folded[span.start : span.end])
        if first is None:
            continue
        match = _SURNAME.match(prepared.text, span.start + first.end())
        if match and match["value"][0].isupper() and _is_surname(fold(match["value"]), shown, context, pack):
            yield "name", Span(*match.span("value"))


def _is_surname(word: str, shown: list[str], context: CheckContext, pack: LanguagePack) -> bool:
    initial_fits = len(shown) == 1 or word.startswith(shown[1])
    known = set(_LETTERS.findall(fold(context.review)))
    return initial_fits and word not in known and not pack.common.match(word)
