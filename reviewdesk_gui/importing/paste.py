"""Reviews out of text that was copied from a platform's page, one or several; everything is a guess for the owner to
correct.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from reviewdesk_gui import paths
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.importing.cleaning import clean, unwrap_translation
from reviewdesk_gui.importing.page_lines import Line, LineKind, LineReader, is_initials, is_name
from reviewdesk_gui.importing.pages import PageWords, load_pages
from reviewdesk_gui.importing.pasted import PastedReview
from reviewdesk_gui.importing.platform_names import PlatformNames
from reviewdesk_gui.importing.stay_pages import StayPages
from reviewdesk_gui.importing.vocabulary import load

_LONGEST = 200_000
_NAME_WITHIN = 5
_OWNER_WITHIN = 3
_STAYS = "booking"
_LINK = re.compile(r"https?://\S+")


def parse(text: str, *, today: date, platforms: Iterable[Platform] = ()) -> list[PastedReview]:
    """The reviews in ``text`` in their order; the whole text as one review where no ratings and dates divide it, none
    for blank text.
    """
    text = clean(text[:_LONGEST])
    if not text:
        return []
    folder = paths.resources() / "importing"
    words, pages, names = load(folder), load_pages(folder / "pages.toml"), PlatformNames(platforms)
    told = _platform(text, pages)
    if _LINK.fullmatch(text):
        return [PastedReview(link=text, platform=names.known(told))]
    platform, sure = names.known(told), told == _STAYS
    reader = LineReader(words, pages, datetime.combine(today, time(), UTC), out_of_ten=sure)
    lines = reader.read_all(text)
    found = StayPages(pages.stays, reader, lines).reviews(names.known(_STAYS), sure=sure)
    found = found or _divided(lines, platform) or [_undivided(lines, text, platform)]
    return [replace(one, author="") if one.author.casefold() in words.anonymous else one for one in found]


def _divided(lines: Sequence[Line], platform: str) -> list[PastedReview]:
    """The reviews that ratings and dates divide; none where there are none."""
    groups = _groups(lines)
    if len(groups) == 1:
        return [_single(lines, groups[0], platform)]
    return [_one_of_many(group, lines, platform) for group in groups]


def _undivided(lines: Sequence[Line], text: str, platform: str) -> PastedReview:
    written_at = next((line.moment for line in lines if line.moment), None)
    return PastedReview(text=unwrap_translation(_prose(lines)) or text, platform=platform, written_at=written_at)


@dataclass(frozen=True, slots=True)
class _Group:
    """The lines of one review: ``start`` is its author's line or first mark, ``body`` follows its marks, ``end`` is
    exclusive.
    """

    start: int
    body: int
    end: int


def _groups(lines: Sequence[Line]) -> list[_Group]:
    """Where each review begins: at a run of marks, or at the name above it."""
    starts: list[tuple[int, int]] = []
    number = 0
    while number < len(lines):
        if lines[number].kind is LineKind.OWNER:
            number = _after_owner(lines, number)
        elif lines[number].kind is LineKind.MARK:
            after = _after_marks(lines, number)
            name = _name_line(lines, number, starts[-1][1] if starts else 0)
            rated = any(line.rating_original for line in lines[number:after])
            if not starts or rated or name < number or lines[number].name:
                starts.append((name, after))
            number = after
        else:
            number += 1
    ends = [start for start, _body in starts[1:]] + [len(lines)]
    return [_Group(start, body, end) for (start, body), end in zip(starts, ends, strict=False)]


def _after_owner(lines: Sequence[Line], number: int) -> int:
    """The place after the line above the shop's reply; after its date too, which may stand below a name."""
    after = _after_marks(lines, number + 1)
    if lines[number].moment is not None or after > number + 1:
        return after
    for place in range(after, min(after + _OWNER_WITHIN, len(lines))):
        line = lines[place]
        if line.kind is LineKind.MARK and not line.rating_original:
            return place + 1
        if line.kind is LineKind.MARK or (line.kind is LineKind.WORDS and not is_name(line.text)):
            break
    return after


def _after_marks(lines: Sequence[Line], number: int) -> int:
    """The place after a run of marks with buttons and blanks among them."""
    after = number
    while number < len(lines) and lines[number].kind in (LineKind.MARK, LineKind.NOISE, LineKind.BLANK):
        number += 1
        if lines[number - 1].kind is LineKind.MARK:
            after = number
    return after


def _name_line(lines: Sequence[Line], mark: int, floor: int) -> int:
    """The line of the author's name above a mark, or the mark itself where it names the author or nothing above can
    be a name.
    """
    if lines[mark].name:
        return mark
    for number in range(mark - 1, max(floor, mark - _NAME_WITHIN) - 1, -1):
        line = lines[number]
        if line.name and number == mark - 1:
            return number
        if line.kind is not LineKind.WORDS or is_initials(line.text) or line.text.isdecimal():
            continue
        above = lines[number - 1] if number > floor else None
        if ", " in line.text and above and above.kind is LineKind.WORDS and is_name(above.text):
            return number - 1  # "Malmö, Sweden" below the name
        return number if is_name(line.text) else mark
    return mark


def _one_of_many(group: _Group, lines: Sequence[Line], platform: str) -> PastedReview:
    head, rest = lines[group.start : group.body], lines[group.body : group.end]
    return _build(head, rest, platform)


def _single(lines: Sequence[Line], group: _Group, platform: str) -> PastedReview:
    """A lone review may also have its words above the marks, and its name below them."""
    found = _build(lines[group.start : group.body], lines[group.body :], platform)
    above = _prose(lines[: group.start])
    if found.text and above and is_name(found.text):
        found = replace(found, author=found.text, text="")
    if found.text or not above:
        return found
    return replace(found, text=unwrap_translation(above))


def _build(head: Sequence[Line], rest: Sequence[Line], platform: str) -> PastedReview:
    marks = [line for line in head if line.kind is LineKind.MARK or line.name]
    rated = next((line for line in marks if line.rating_original), None)
    owner = next((number for number, line in enumerate(rest) if line.kind is LineKind.OWNER), len(rest))
    reply = [Line(LineKind.WORDS, line.words) for line in rest[owner : owner + 1] if line.words] + [*rest[owner + 1 :]]
    dated = [*rest[owner : owner + 1], *(line for line in reply if line.kind is LineKind.MARK)]
    name = next((line.name for line in marks if line.name), "")
    return PastedReview(
        author=name
        or next((line.text for line in head if line.kind is LineKind.WORDS and not is_initials(line.text)), ""),
        rating=rated.rating if rated else None,
        rating_original=rated.rating_original if rated else "",
        written_at=next((line.moment for line in (*marks, *rest[:owner]) if line.moment), None),
        text=unwrap_translation(_prose([*_first_words(marks), *rest[:owner]])),
        platform=platform,
        reply=unwrap_translation(_prose(reply)),
        reply_at=next((line.moment for line in dated if line.moment), None) if owner < len(rest) else None,
    )


def _first_words(marks: Sequence[Line]) -> list[Line]:
    """The words of the review that stand in the line of its rating."""
    return [Line(LineKind.WORDS, line.words) for line in marks if line.words]


def _prose(lines: Iterable[Line]) -> str:
    """The words among ``lines``, paragraphs kept."""
    kept = [
        line.text if line.kind is LineKind.WORDS else ""
        for line in lines
        if line.kind in (LineKind.WORDS, LineKind.BLANK)
    ]
    text = "\n".join(kept).strip()
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def _platform(text: str, pages: PageWords) -> str:
    """The platform whose words stand on the page most often; "" where none do."""
    folded = f" {text.casefold()} ".replace("\n", " \n ")
    counts = {name: sum(folded.count(words) for words in marks) for name, marks in pages.platforms.items()}
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best and counts[best] else ""
