"""Reviews that a person brings, pasted or typed, as rows of an import."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.importing.identity import review_keys
from reviewdesk_gui.importing.scanned import FoundReply, ScannedReview

SOURCE = "paste"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedReview:
    """One guessed review. ``platform`` is a platform id or ""; ``reply`` is the shop's reply if it was copied too."""

    author: str = ""
    rating: float | None = None
    rating_original: str = ""
    written_at: datetime | None = None
    title: str = ""
    text: str = ""
    product: str = ""
    platform: str = ""
    link: str = ""
    reply: str = ""
    reply_at: datetime | None = None

    def to_row(self, line: int, *, now: datetime) -> ScannedReview:
        """The review as received at ``now`` (UTC) with the reply found below it; ``line`` is its 1-based place."""
        review = Review(
            platform=self.platform or "other",
            title=self.title,
            text=self.text,
            author=self.author,
            rating=self.rating,
            rating_original=self.rating_original,
            written_at=self.written_at,
            received_at=now,
            link=self.link,
            product=self.product,
            source=SOURCE,
        )
        reply = FoundReply(self.reply, self.reply_at) if self.reply else None
        return ScannedReview(replace(review, keys=review_keys(review)), reply, SOURCE, line)


@dataclass(frozen=True, slots=True)
class PastedPage:
    """What a copied page holds. ``date_order`` is how dates of figures alone were read, "dmy" or "mdy";
    ``two_way_date`` is one of them that could be meant either way, "" where none is. ``cut`` says that the text was
    too long and its end was not read.
    """

    reviews: tuple[PastedReview, ...]
    date_order: str = ""
    two_way_date: str = ""
    cut: bool = False

    def rows(self, now: datetime) -> list[ScannedReview]:
        """The reviews as received at ``now`` (UTC)."""
        return [review.to_row(line, now=now) for line, review in enumerate(self.reviews, 1)]


def redated(
    rows: Iterable[ScannedReview], before: Iterable[ScannedReview], after: Iterable[ScannedReview]
) -> list[ScannedReview]:
    """``rows``, corrected perhaps, with the dates of ``after`` in place of those of ``before`` (two readings of one
    page) wherever they were left as they had been read.
    """
    old, new = ({row.line: row for row in reading} for reading in (before, after))
    return [_redated(row, old[row.line], new[row.line]) if row.line in old and row.line in new else row for row in rows]


def _redated(row: ScannedReview, old: ScannedReview, new: ScannedReview) -> ScannedReview:
    review, reply = row.review, row.reply
    if review.written_at == old.review.written_at:
        review = replace(review, written_at=new.review.written_at)
    if reply and old.reply and new.reply and reply.at == old.reply.at:
        reply = FoundReply(reply.text, new.reply.at)
    return replace(row, review=review, reply=reply)


def keyed(rows: Iterable[ScannedReview], known: Collection[str]) -> list[ScannedReview]:
    """``rows``, corrected perhaps, with the keys that follow from what they say now. Ratings that nothing tells apart
    are each a review of their own; where not even a day is given, ``known`` keys of the desk are none of theirs.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for row in rows:
        review = row.review
        keys = review_keys(review)
        if not (review.author or review.full_text or review.external_id):
            nth = seen[keys]
            while review.written_at is None and review_keys(review, nth)[0] in known:
                nth += 1
            seen[keys] = nth + 1
            keys = review_keys(review, nth)
        made.append(replace(row, review=replace(review, keys=keys)))
    return made
