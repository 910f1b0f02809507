"""Reviews of a page that ratings and dates divide, whichever platform it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewdesk_gui.importing.cleaning import unwrap_translation
from reviewdesk_gui.importing.page_answers import answered, prose
from reviewdesk_gui.importing.page_lines import Line, LineKind, is_initials, is_name
from reviewdesk_gui.importing.pages import PageWords
from reviewdesk_gui.importing.pasted import PastedReview

_NAME_WITHIN = 5
_OWNER_WITHIN = 3


def divided(lines: Sequence[Line], platform: str, pages: PageWords) -> list[PastedReview]:
    """The reviews that ratings and dates divide; none where there are none."""
    groups = _groups(lines)
    if len(groups) == 1:
        return [_single(lines, groups[0], platform, pages)]
    return [_build(lines[one.start : one.body], lines[one.body : one.end], platform, pages) for one in groups]


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


def _single(lines: Sequence[Line], group: _Group, platform: str, pages: PageWords) -> PastedReview:
    """A lone review may also have its words above the marks, and its name below them."""
    found = _build(lines[group.start : group.body], lines[group.body :], platform, pages)
    above = prose(lines[: group.start])
    if found.text and above and is_name(found.text):
        found = replace(found, author=found.text, text="")
    if found.text or not above:
        return found
    return replace(found, text=unwrap_translation(above))


def _build(head: Sequence[Line], rest: Sequence[Line], platform: str, pages: PageWords) -> PastedReview:
    marks = [line for line in head if line.kind is LineKind.MARK or line.name]
    rated = next((line for line in marks if line.rating_original), None)
    name = next((line.name for line in marks if line.name), "")
    first = [Line(LineKind.WORDS, line.words) for line in marks if line.words]
    told = answered([*first, *rest], pages)
    words = next((line.text for line in head if line.kind is LineKind.WORDS and not is_initials(line.text)), "")
    written_at = next((line.moment for line in marks if line.moment), None) or told.written_at
    found = told.review(author=name or words, rated=rated, written_at=written_at, platform=platform)
    return replace(found, product=told.product)
