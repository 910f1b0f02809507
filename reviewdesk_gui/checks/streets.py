"""Street addresses in a text: told by the kind of street, by its end, by where it lies, or by what follows it.

What is looked for holds a number; the search is given what stands around one.
"""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.prepared import Contact, ContactKind
from reviewdesk_gui.domain.finding import Span

_STREET = re.compile(
    r"\b\w*(?:gatan|vagen|torget|grand|strasse|straße|straat|laan|plein|kade|gracht|strjitte|leane|allee|gasse|\w\wstr\.?)"
    r"\s\d{1,4}\s?[a-z]?\b"
    r"|\b\d{1,5}[a-z]?,?\s(?:\w+\s){1,3}(?:street|road|avenue|lane|drive|boulevard|square|st|rd|ave|blvd)\b"
    r"|\b(?:ул|улица|вул|вулиця|бул|булевард|бульвар|пр-т|проспект\w*|просп|пл|площад|площа|пер|наб)\b\.?\s?"
    r"\"?(?:(?:[\w'-]+|\w{1,3}\.)\"?\s){0,3}[\w'-]+\"?,?\s(?:№\s?|д\.?\s?|буд\.?\s?)?\d{1,3}[^\W\d]?\b"
    r"|\b(?:шосе|шоссе|проспект|бульвар|набережна|набережная|узвіз|провулок|переулок|тракт),?\s\d{1,3}\b"
)

# the name of a Slavic street is an adjective or somebody's name in the genitive: "на Лесной, 14", "на Гагарина, 31"
_NAMED_STREET = re.compile(
    r"(?:(?<=\b[нН]а )|(?<=дрес: ))[А-ЯІЇЄҐ][а-яіїєґ]{2,20}"
    r"(?:ая|ой|ую|[сц]ьк(?:а|ій|у)|ов[аіу]й?|ев[аіу]й?|кина|рина|ого), \d{1,3}\b(?![\d:%])"
)
# behind the house that stands there any name is a street's: "в аптеке на Бандеры, 14"
_SHOPS_STREET = re.compile(
    r"\b(?:апте[кц]|магазин|салон|відділенн|отделени|офис|офіс|клиник|клінік|поликлиник|поліклінік|филиал|філі|пункт|склад"
    r"|кофейн|кав['ʼ’]ярн|пекарн|пиццери|піцері|ресторан|мастерск|майстерн|ателье|ательє|студи|студі|шоурум|сервис|сервіс)\w{0,4}"
    r" на (?P<street>[А-ЯІЇЄҐ][\w'ʼ’-]{2,24}, \d{1,3}\b)(?![\d:%])"
)
# a German street may begin with where it lies; inside a sentence the capital tells it: ", Am Hang 3,"
_PLACED_STREET = re.compile(
    r"(?:(?<=[,:] )|(?<=[(\n]))(?P<street>(?:Am|Im|Zum|Zur|Beim|(?:An|Auf|In|Bei|Vor|Unter|Hinter) (?:der|dem|den)) "
    r"(?:[A-ZÄÖÜ][\wäöüß-]{2,24} ){1,2}(?<!Zimmer )(?<!Raum )(?<!Gleis )(?<!Saal )(?<!Platz )(?<!Tisch )"
    r"\d{1,3}[a-z]?)(?=[,;)\n]|\.?\Z)"
)
# whatever the street is called, a house number, a postcode and a town follow it: "Zeil 106, 60313 Frankfurt"
_WITH_POSTCODE = re.compile(
    r"[A-ZÅÄÖÜ][\w.'’-]{1,24}(?:[ ][\w.'’-]{2,24}){0,3}[ ]\d{1,3}(?:[/-]\d{1,3}){0,2}[ ]?[a-zA-Z]?,[ ]"
    r"(?:[A-Z]{1,2}-)?(?:\d{5}|\d{4}(?:[ ]?[A-Z]{2})?|\d{3}[ ]\d\d)[ ][A-ZÅÄÖÜ][\w-]{2,24}"
)
# "in der Lange Str. 14", "Berliner Str 5"; "str 38" alone is a size in Swedish
_SHORT_STREET = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,24}[ -]Str\.?[ ]\d{1,3}[ ]?[a-zA-Z]?\b")
_HOUSE_FIRST = re.compile(
    r"\b\d{1,4}[a-z]?[ ](?:[A-Z][a-z]{2,20}(?:gate|side|way|row|hill|wharf|quay|mews|court)|Broadway|Cheapside)\b"
)
_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]?[ ]\d[A-Z]{2}\b")
# streets that are told by their end and a capital: "Industrieweg 8", "Markt 2"
_CAPITAL_STREET = re.compile(
    r"\b(?:[A-ZÅÄÖÜÂÊÔÛ]\w{2,24}(?:weg|dijk|dyk|steeg|stege|steech|platz|damm|ufer|singel|paad|buorren|stig|stigen|gränd"
    r"|kai|kaai|quai|(?:schotten|stadt|park|süd|nord|ost|west|markt)ring|zeile|lände|graben|stieg|markt|haven|werf|dreef"
    r"|strand|bron|brinken|brink|plan|esplanaden|promenaden|backen|gate|side)|Markt|Brink|Buorren|Graben|Ring|Esplanaden|Promenaden)"
    r"[ ]\d{1,3}(?:[ ]?[a-zA-Z])?\b"
    r"(?=[,;:)!?\n]|\.(?!\d)|\Z|[ ](?:in|yn|te|en|och|und|is|ist|från|ab|vanaf|naast|neist|bij|by|boppe|neben)\b)"
)
_BY_FOLDED, _BY_TEXT = (
    (_STREET,),
    (
        _NAMED_STREET,
        _CAPITAL_STREET,
        _SHORT_STREET,
        _WITH_POSTCODE,
        _HOUSE_FIRST,
        _UK_POSTCODE,
    ),
)
_AS_GROUP = (_SHOPS_STREET, _PLACED_STREET)


def find_streets(text: str, folded: str, first: int) -> Iterator[Contact]:
    """The street addresses of ``text`` from ``first`` on, which may overlap; ``folded`` is the folded text."""
    for patterns, said, group in ((_BY_FOLDED, folded, 0), (_BY_TEXT, text, 0), (_AS_GROUP, text, "street")):
        for pattern in patterns:
            for match in pattern.finditer(said, first):
                yield Contact(ContactKind.ADDRESS, Span(*match.span(group)))
