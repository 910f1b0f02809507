"""Tables of unknown programs: columns guessed by their names in eight languages, or as the owner mapped them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.headers import header_word
from reviewdesk_gui.importing.profile import FormatInfo, Profile
from reviewdesk_gui.importing.ratings import BEST, parse_rating
from reviewdesk_gui.importing.trouble import RowError
from reviewdesk_gui.importing.vocabulary import Vocabulary

GENERIC = Profile(
    info=FormatInfo(
        "generic",
        "Any table of reviews",
        (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json", ".jsonl"),
        "A table with a header; columns such as Name, Rating, Date, Review, Reply are found in eight languages.",
    ),
    platform="other",
    columns={},
    scale=None,
)
_STEP = re.compile(r"[./]")
_ASIDE = re.compile(r"[(\[][^)\]]*[)\]]|[\d/:]+")
_NAMES = (Field.AUTHOR, Field.TITLE, Field.LOCATION, Field.PRODUCT)
_PARTS: Mapping[Field, Mapping[Field, Field]] = {
    Field.REPLY: {
        **dict.fromkeys((Field.TEXT, Field.REPLY), Field.REPLY),
        **dict.fromkeys((Field.DATE, Field.CHANGED, Field.REPLY_DATE), Field.REPLY_DATE),
    },
    Field.AUTHOR: {name: name for name in (Field.AUTHOR, Field.EMAIL, Field.IP)},
    Field.LOCATION: dict.fromkeys(_NAMES, Field.LOCATION),
    Field.PRODUCT: dict.fromkeys(_NAMES, Field.PRODUCT),
    Field.ORDER: dict.fromkeys((Field.ORDER, Field.EXTERNAL_ID), Field.ORDER),
}
_STARS = re.compile(r"\bstars?\b|stjärn|\bsterne?\b|\bsterren\b|\bstjerren\b|звезд|звёзд|зірк|зірок")
_SCALE = re.compile(r"(?:1\s*[-–—]\s*|/\s*|\b(?:of|av|von|van|из|з|от|fan)\s+)(5|10|100)\b")


def guess_places(header: Sequence[str], rows: Sequence[Sequence[object]], words: Vocabulary) -> dict[Field, int]:
    """Each field's column by its name; of several columns for one field the first counts, and one with the whole name
    before one whose path ends in it. ``rows`` are the first rows: a word such as "Bewertung" names both ratings and
    texts, and only the cells tell which.
    """
    named = _named(header, words)
    found = {field: places[0] for field, places in named.items()}
    ratings = named.get(Field.RATING, [])
    prose = [place for place in ratings if not _are_ratings(place, rows, words)]
    if prose and Field.TEXT not in found:
        found[Field.TEXT] = prose[0]
        rest = [place for place in ratings if place not in prose]
        found.pop(Field.RATING)
        found.update({Field.RATING: rest[0]} if rest else {})
    return found


def _named(header: Sequence[str], words: Vocabulary) -> dict[Field, list[int]]:
    """Every column whose name means a field, by field; those with the whole name come first."""
    named: dict[Field, list[int]] = {}
    for find in (_field_of_name, _field_of_path):
        for place, name in enumerate(header):
            field = find(name, words)
            if field is not None:
                named.setdefault(field, []).append(place)
    return named


def alternatives(
    header: Sequence[str], places: Mapping[Field, int], rows: Sequence[Sequence[object]], words: Vocabulary
) -> dict[Field, list[int]]:
    """Further columns of each field in ``places``: records of JSON may name one field differently, and a column counts
    where it never stands in a record beside those before it. ``rows`` are all rows, with None for what is missing.
    """
    taken = set(places.values())
    found: dict[Field, list[int]] = {}
    for field, named in _named(header, words).items():
        if field not in places:
            continue
        known = [places[field]]
        for place in named:
            if place not in taken and not any(_beside(known, place, row) for row in rows):
                known.append(place)
        if len(known) > 1:
            found[field] = known[1:]
    return found


def _beside(known: Sequence[int], place: int, row: Sequence[object]) -> bool:
    cell = row[place]
    return cell is not None and any(row[other] is not None and row[other] != cell for other in known)


def with_columns(header: Sequence[str], places: Mapping[Field, int], more: Mapping[Field, Sequence[int]]) -> Profile:
    """The profile of a table whose fields stand in these columns, ``more`` being read where the first is empty."""
    columns = {field: (place, *more.get(field, ())) for field, place in places.items()}
    names = {field: tuple(header_word(header[place]) for place in found) for field, found in columns.items()}
    return replace(GENERIC, columns=names)


def _are_ratings(place: int, rows: Sequence[Sequence[object]], words: Vocabulary) -> bool:
    """Whether at least half of a column's cells can be read as ratings."""
    cells = [row[place] for row in rows if place < len(row) and row[place] not in (None, "")]
    good = 0
    for cell in cells:
        try:
            parse_rating(cell, 100.0, words)
            good += 1
        except RowError:
            continue
    return not cells or good * 2 >= len(cells)


def _field_of_name(name: str, words: Vocabulary) -> Field | None:
    """By the whole name or the name without asides ("Rating (1-10)")."""
    for form in (name, _ASIDE.sub(" ", name)):
        field = words.headers.get(header_word(form))
        if field is not None:
            return field
    return None


def _field_of_path(name: str, words: Vocabulary) -> Field | None:
    """By the last step of a path that is not known as a whole ("customer.name"), in the light of whose it is: the text
    of a reply is none of the review, nor is the id of a customer.
    """
    if _field_of_name(name, words) is not None:
        return None
    *before, last = (words.headers.get(header_word(step)) for step in _STEP.split(name))
    owner = next((step for step in reversed(before) if step in _PARTS), None)
    if not before or last is None or owner is None:
        return last if before else None
    return _PARTS[owner].get(last)


def mapped_places(header: Sequence[str], mapping: Mapping[str, str]) -> dict[Field, list[int]]:
    """Each field's columns as the owner chose them; unknown columns and fields are passed over."""
    known = {name.value for name in Field}
    places: dict[Field, list[int]] = {}
    for place, name in enumerate(header):
        chosen = mapping.get(name, "")
        if chosen in known:
            places.setdefault(Field(chosen), []).append(place)
    return places


def enough(places: Mapping[Field, int]) -> bool:
    """Whether the fields make a table of reviews: words, or a rating with somebody or some day to it."""
    if not places.keys().isdisjoint((Field.TEXT, Field.POSITIVE, Field.NEGATIVE)):
        return True
    return Field.RATING in places and not places.keys().isdisjoint((Field.AUTHOR, Field.DATE, Field.TITLE))


def scale_in_header(name: str) -> float | None:
    """The best rating that the column's own name tells: "Score (1-10)", "Betyg av 10", "Stars"."""
    folded = name.casefold()
    found = _SCALE.search(folded)
    if found:
        return float(found[1])
    return BEST if _STARS.search(folded) else None
