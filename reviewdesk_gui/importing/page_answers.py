"""What stands below the head of a review on a page: its words, what was bought, and the shop's reply."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reviewdesk_gui.importing.cleaning import unwrap_translation
from reviewdesk_gui.importing.page_lines import Line, LineKind
from reviewdesk_gui.importing.pages import PageWords
from reviewdesk_gui.importing.pasted import PastedReview


@dataclass(frozen=True, slots=True)
class Answered:
    """``written_at`` and ``reply_at`` are dates that stand among the words of the review and of the reply."""

    text: str
    product: str
    written_at: datetime | None
    reply: str
    reply_at: datetime | None

    def review(
        self, *, author: str, rated: Line | None, written_at: datetime | None, platform: str, title: str = ""
    ) -> PastedReview:
        """The review of ``author`` with these texts, ``rated`` by the stars of that line; without what was bought."""
        return PastedReview(
            author=author,
            rating=rated.rating if rated else None,
            rating_original=rated.rating_original if rated else "",
            written_at=written_at,
            title=title,
            text=self.text,
            platform=platform,
            reply=self.reply,
            reply_at=self.reply_at,
        )


def answered(lines: Sequence[Line], pages: PageWords) -> Answered:
    """Both texts of one review, without buttons; a reply that says there is none is none."""
    owner = next((number for number, line in enumerate(lines) if line.kind is LineKind.OWNER), len(lines))
    heading, below = lines[owner : owner + 1], lines[owner + 1 :]
    review, product = _without_product(_without_picture(lines[:owner], heading), pages)
    reply = unwrap_translation(prose([*(Line(LineKind.WORDS, line.words) for line in heading if line.words), *below]))
    if pages.no_reply.is_said_by(reply):
        reply = ""
    dated = [line.moment for line in (*heading, *below) if line.moment and line.kind is not LineKind.NOISE]
    return Answered(
        text=unwrap_translation(prose(_without_no_reply(review, pages))),
        product=product,
        written_at=next((line.moment for line in review if line.moment), None),
        reply=reply,
        reply_at=dated[0] if dated and reply else None,
    )


def prose(lines: Iterable[Line]) -> str:
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


def _without_no_reply(lines: Sequence[Line], pages: PageWords) -> list[Line]:
    """The lines without "No reply yet" below buttons. Elsewhere these are words of the review."""
    kept: list[Line] = []
    above: Line | None = None
    for line in lines:
        below_buttons = above is not None and above.kind is LineKind.NOISE
        if not (below_buttons and line.kind is LineKind.WORDS and pages.no_reply.is_said_by(line.text)):
            kept.append(line)
        above = above if line.kind is LineKind.BLANK else line
    return kept


def _without_picture(lines: Sequence[Line], heading: Sequence[Line]) -> Sequence[Line]:
    """The lines without the name beside a picture above the heading of a reply that ends in the same name."""
    name = lines[-1].text.casefold() if heading and len(lines) > 1 and lines[-1].kind is LineKind.WORDS else ""
    return lines[:-1] if name and heading[0].text.casefold().endswith(f" {name}") else lines


def _without_product(lines: Sequence[Line], pages: PageWords) -> tuple[list[Line], str]:
    """The lines without "Purchased item:" and the name of what was bought, which stands behind it or below."""
    for number, line in enumerate(lines):
        product = pages.product(line.text) if line.kind is LineKind.WORDS else None
        if product is not None:
            rest = list(lines[number + 1 :])
            at = next((place for place, other in enumerate(rest) if other.kind is not LineKind.BLANK), len(rest))
            if not product and at < len(rest) and rest[at].kind is LineKind.WORDS:
                product = rest.pop(at).text
            return [*lines[:number], *rest], product
    return list(lines), ""
