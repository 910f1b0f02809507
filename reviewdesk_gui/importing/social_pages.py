"""Copied pages of Facebook: a line that says who recommends the shop, the words, the buttons, then comments; the page's
own comment is its reply.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reviewdesk_gui.importing.furniture import Lines
from reviewdesk_gui.importing.page_lines import Line, LineKind, LineReader
from reviewdesk_gui.importing.pages import PageWords
from reviewdesk_gui.importing.recommending import Recommending

_DATE_WITHIN = 3
_BADGE_WITHIN = 2
_BUTTONS = 2
_MOST_DATE = 6


@dataclass(slots=True)
class _Comment:
    """Lines of words below the buttons, and the date that ends them."""

    words: list[str] = field(default_factory=list)
    moment: datetime | None = None
    ended: bool = False


class SocialPages:
    """Reads the lines of one page."""

    def __init__(self, pages: PageWords, reader: LineReader, lines: Sequence[Line]) -> None:
        layout = pages.layouts["facebook"]
        self._badges, self._actions = frozenset(layout["author"]), frozenset(layout["actions"])
        self._noise = Lines(layout["noise"])
        self._unfold, self._responded = frozenset(layout["unfold"]), pages.responded
        self._recommending, self._reader = Recommending(pages), reader
        self._lines = self._joined(lines)
        self._has_buttons = len({line.text.casefold() for line in self._lines} & self._actions) >= _BUTTONS

    def _joined(self, lines: Sequence[Line]) -> list[Line]:
        """The lines, those of a name, a verb and the shop's name as one."""
        joined: list[Line] = []
        at = 0
        while at < len(lines):
            around = lines[at : at + 3]
            split = len(around) > 2 and self._recommending.is_verb(around[1].text)
            if split and around[0].kind is LineKind.WORDS and around[2].kind is LineKind.WORDS:
                joined.append(self._reader.read(" ".join(line.text for line in around)))
                at += 4 if at + 3 < len(lines) and lines[at + 3].text == "." else 3
            else:
                joined.append(lines[at])
                at += 1
        return joined

    def told(self) -> list[Line]:
        """The lines with who recommends as a mark, the page's comment as its reply, and without other comments."""
        heads = self._heads()
        if not heads:
            return self._lines
        told = [Line(LineKind.NOISE, line.text) for line in self._lines[: heads[0]]]
        for start, end in zip(heads, [*heads[1:], len(self._lines)], strict=True):
            told += self._card(start, end)
        return told

    def _heads(self) -> list[int]:
        """The lines that say who recommends: a date stands below them, or they name the same page as those. Where none
        has a date, the buttons of a post tell that they are no words of a review.
        """
        shops = {place: self._shop(line.text) for place, line in enumerate(self._lines) if line.name}
        dated = {shop for place, shop in shops.items() if shop and self._is_dated(place)}
        if not dated and self._has_buttons:
            return [place for place, shop in shops.items() if shop]
        return [place for place, shop in shops.items() if shop in dated]

    def _shop(self, text: str) -> str:
        """The page that the line recommends, folded; "" where it is no such line."""
        recommended = self._recommending.read(text)
        return recommended.shop.casefold() if recommended else ""

    def _is_dated(self, place: int) -> bool:
        near = [line for line in self._lines[place + 1 : place + 2 + _DATE_WITHIN] if line.kind is not LineKind.BLANK]
        return any(line.moment and not line.rating_original for line in near[:_DATE_WITHIN])

    def _card(self, start: int, end: int) -> list[Line]:
        """The lines of one recommendation: who and when, the words, and the page's comment as a reply."""
        head = self._lines[start]
        bar = next((at for at in range(start + 1, end) if self._is_action(self._lines[at].text)), end)
        comments = self._comments(bar, end)
        while bar < end and bar > start + 1 and self._lines[bar - 1].text.strip(" +").isdecimal():
            bar -= 1
        body = self._lines[start + 1 : bar]
        when = next((at for at, line in enumerate(body[:_DATE_WITHIN]) if line.moment), None)
        told = [Line(LineKind.MARK, head.text, head.rating, head.rating_original, name=head.name)]
        told += [line if at == when else _as_words(line) for at, line in enumerate(body)]
        shop = self._shop(head.text)
        for comment in comments:
            reply = self._reply(comment.words, shop)
            if reply:
                told.append(Line(LineKind.OWNER, shop, moment=comment.moment))
                told += [Line(LineKind.WORDS if text else LineKind.BLANK, text) for text in reply]
                break
        return told

    def _comments(self, bar: int, end: int) -> list[_Comment]:
        """What people wrote below the buttons; each comment ends with its date and buttons."""
        found: list[_Comment] = []
        for line in self._lines[bar:end]:
            if line.kind is LineKind.NOISE and not any(map(str.isalnum, line.text)):
                continue
            moment = self._tail(line)
            if moment is not None or self._is_furniture(line):
                if found:
                    found[-1].ended = True
                    found[-1].moment = found[-1].moment or moment
            elif line.kind is not LineKind.BLANK:
                if not found or found[-1].ended:
                    found.append(_Comment())
                found[-1].words.append(line.text)
            elif found and not found[-1].ended:
                found[-1].words.append("")
        return found

    def _reply(self, words: Sequence[str], shop: str) -> list[str]:
        """What the page wrote, below its badge and name; nothing where someone else did."""
        head = [text for text in words[: _BADGE_WITHIN + 1] if text]
        badge = any(text.casefold() in self._badges for text in head[:_BADGE_WITHIN])
        told = [text for at, text in enumerate(words) if at > _BADGE_WITHIN or text.casefold() not in self._badges]
        name = told[0] if told else ""
        if badge or (shop and name.casefold() == shop):
            return told[1:]
        if shop and name.casefold().startswith(f"{shop} "):
            return [name[len(shop) + 1 :], *told[1:]]
        return []

    def _tail(self, line: Line) -> datetime | None:
        """The date of a comment, with buttons beside it or not."""
        kept = [word for word in line.text.split() if word.casefold().strip("·.,") not in self._actions]
        return self._reader.dates.bare(" ".join(kept)) if kept and len(kept) <= _MOST_DATE else None

    def _is_furniture(self, line: Line) -> bool:
        folded = line.text.casefold().strip(" ·.")
        if line.kind is LineKind.NOISE or self._is_action(folded) or self._noise.holds(folded) or folded.isdecimal():
            return True
        words = folded.split()
        counts = any(map(str.isdecimal, folded)) and len(words) <= _MOST_DATE
        unfolds = bool(words) and (words[0] in self._unfold or words[-1] in self._unfold)
        return counts and (unfolds or self._responded.search(folded) is not None)

    def _is_action(self, text: str) -> bool:
        """Whether the line is one of the buttons, or several."""
        folded = text.casefold().strip(" ·")
        if folded in self._actions:
            return True
        words = folded.split()
        return len(words) > 1 and all(word in self._actions or word.isdecimal() for word in words)


def _as_words(line: Line) -> Line:
    return Line(LineKind.WORDS, line.text) if line.kind is LineKind.MARK else line
