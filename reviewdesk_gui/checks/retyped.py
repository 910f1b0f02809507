"""What a text keeps of the one before it: while a reply is typed, all but a few sentences stay as they were.

Nothing here changes what is found, only how much of it is looked for again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reviewdesk_gui.checks.prepared import Contact, ContactKind, PreparedText
from reviewdesk_gui.checks.sentence_memory import REACH
from reviewdesk_gui.checks.sentences import LOOK_AHEAD, LOOK_BACK, cut_sentences
from reviewdesk_gui.domain.finding import Span

Place = tuple[int, int, ContactKind]


class Unchanged(NamedTuple):
    """The code points of a text before ``head`` and from ``tail`` on stood in the one before it, their contacts too;
    those of the tail stand ``shift`` further from the start now.
    """

    head: int
    tail: int
    shift: int


class Recut(NamedTuple):
    """The sentences of a text, where the search for each began, and the memory keys that are known already."""

    begins: tuple[int, ...]
    sentences: tuple[Span, ...]
    keys: tuple[str | None, ...]


def unchanged(earlier: PreparedText, text: str, folded: str, contacts: Sequence[Contact]) -> Unchanged:
    """What ``text`` shares with the ``earlier`` one."""
    shift = len(text) - len(earlier.text)
    most = min(len(text), len(earlier.text))
    head = _same_start(earlier.folded, folded, _same_start(earlier.text, text, most))
    end = _same_start(earlier.text[::-1], text[::-1], most - head)
    tail = len(text) - _same_start(earlier.folded[::-1], folded[::-1], end)
    before = [(contact.span.start, contact.span.end, contact.kind) for contact in earlier.contacts]
    now = [(contact.span.start, contact.span.end, contact.kind) for contact in contacts]
    head = min([head, *(start for start, _, _ in _first_other(before, now))])
    moved = [(start + shift, end + shift, kind) for start, end, kind in before]
    tail = max([tail, *(end for _, end, _ in _first_other(moved[::-1], now[::-1]))])
    return Unchanged(head, tail, shift)


def cut_again(
    earlier: PreparedText,
    same: Unchanged,
    text: str,
    folded: str,
    shielded: Sequence[Span],
    abbreviations: frozenset[str],
) -> Recut:
    """The sentences of ``text``, cut anew only where it differs from the ``earlier`` one."""
    old = earlier.begins
    first = bisect_right(old, same.head - LOOK_AHEAD) - 1
    kept = bisect_left(old, old[first]) if first >= 0 else 0
    begins, spans = list(old[:kept]), list(earlier.sentences[:kept])
    rest = len(old)
    for begin, span in cut_sentences(text, folded, shielded, abbreviations, old[kept] if first >= 0 else 0):
        if begin >= same.tail + LOOK_BACK:
            number = bisect_left(old, begin - same.shift)
            if old[number : number + 1] == (begin - same.shift,):
                rest = number
                break
        begins.append(begin)
        spans.append(span)
    cut = len(spans)
    begins += [begin + same.shift for begin in old[rest:]]
    spans += [_moved(span, same.shift) for span in earlier.sentences[rest:]]
    kept = max(kept - 1, 0)  # a key also says what follows, and the last one kept may be followed by another now
    while kept and spans[kept - 1].end + REACH > same.head:
        kept -= 1
    keys = earlier.keys.each
    return Recut(tuple(begins), tuple(spans), keys[:kept] + (None,) * (cut - kept) + keys[rest:])


def _first_other(one: list[Place], other: list[Place]) -> list[Place]:
    """The first two that are not the same, fewer where a list ends there."""
    same = next((number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    same = min(len(one), len(other)) if same is None else same
    return one[same : same + 1] + other[same : same + 1]


def _moved(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)


def _same_start(one: str, other: str, most: int) -> int:
    """How many code points, at most ``most``, two texts share from their start."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
