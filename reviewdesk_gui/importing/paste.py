"""Reviews out of text that was copied from a platform's page, one or several; everything is a guess for the owner to
correct.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from reviewdesk_gui import paths
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.importing.bylines import byline, spaced
from reviewdesk_gui.importing.cleaning import clean, unwrap_translation
from reviewdesk_gui.importing.craft_pages import CraftPages
from reviewdesk_gui.importing.date_order import find_order
from reviewdesk_gui.importing.divided_pages import divided
from reviewdesk_gui.importing.page_answers import prose
from reviewdesk_gui.importing.page_dates import DAY_FIRST, PageDates
from reviewdesk_gui.importing.page_lines import DIRECTIONS, Line, LineKind, LineReader
from reviewdesk_gui.importing.pages import PageWords, load_pages
from reviewdesk_gui.importing.pasted import PastedPage, PastedReview
from reviewdesk_gui.importing.platform_names import PlatformNames
from reviewdesk_gui.importing.play_pages import PlayPages
from reviewdesk_gui.importing.social_pages import SocialPages
from reviewdesk_gui.importing.stay_pages import StayPages
from reviewdesk_gui.importing.stays import after_label
from reviewdesk_gui.importing.store_pages import StorePages
from reviewdesk_gui.importing.trip_pages import TripPages
from reviewdesk_gui.importing.vocabulary import Vocabulary, load

LONGEST = 1_000_000  # characters; far more reviews than anyone walks through one by one
_STAYS = "booking"
_BYLINES = ("app_store", "etsy")
_LINK = re.compile(r"https?://\S+")
_ICON_STARS = re.compile(r"^(?:(?:star_border|star_outline|star_half|star)\s{0,3}){5}$", re.MULTILINE)


def read_page(text: str, *, today: date, platforms: Iterable[Platform] = (), date_order: str = "") -> PastedPage:
    """The reviews in ``text`` in their order; the whole text as one review where no ratings and dates divide it, none
    for blank text. ``date_order`` is how 11/3 is meant, "dmy" or "mdy"; found out where it is "".
    """
    folder = paths.resources() / "importing"
    reader = PageReader(load(folder), load_pages(folder), PlatformNames(platforms), today)
    return replace(reader.read(clean(text[:LONGEST]), date_order), cut=len(text) > LONGEST)


class PageReader:
    """Reads copied text on the day ``today``."""

    def __init__(self, words: Vocabulary, pages: PageWords, names: PlatformNames, today: date) -> None:
        self._words, self._pages, self._names, self._today = words, pages, names, today
        self._now = datetime.combine(today, time(), UTC)

    def read(self, text: str, date_order: str) -> PastedPage:
        """What the page holds."""
        if not text:
            return PastedPage(())
        told = self._pages.platform_of(text)
        if _LINK.fullmatch(text):
            return PastedPage((PastedReview(link=text, platform=self._names.known(told)),))
        text = _ICON_STARS.sub(_as_stars, text)
        reader = self._reader(told, date_order or DAY_FIRST)
        lines = reader.read_all(text)
        dated = [line.text for line in lines if self._is_dated(told, reader, line)]
        found = find_order(lines, dated, text, self._pages, self._today)
        order = date_order or found.order
        if order not in (date_order, DAY_FIRST):
            reader = self._reader(told, order)
            lines = reader.read_all(text)
        reviews = [self._named(review) for review in self._reviews(told, reader, lines, text)]
        return PastedPage(tuple(reviews), order, found.two_way)

    def _reader(self, told: str, order: str) -> LineReader:
        dates = PageDates(self._words, self._pages, self._now, order, short=told == "facebook")
        return LineReader(self._words, self._pages, dates, out_of_ten=told == _STAYS)

    @staticmethod
    def _is_dated(told: str, reader: LineReader, line: Line) -> bool:
        """Whether the line holds a date that its platform's page is read by."""
        if line.moment is not None or line.kind is not LineKind.WORDS:
            return line.moment is not None
        if told in _BYLINES:
            return byline(line.text, reader.dates) is not None or spaced(line.text, reader.dates) is not None
        return told == _STAYS and reader.dates.read(after_label(line.text)) is not None

    def _reviews(self, told: str, reader: LineReader, lines: Sequence[Line], text: str) -> list[PastedReview]:
        sure = told == _STAYS
        stays = StayPages(self._pages.stays, reader, lines).reviews(self._names.known(_STAYS), sure=sure)
        if stays:
            return stays
        platform = self._names.known(told)
        if told == "app_store" and (found := StorePages(self._pages, reader, lines).reviews(platform)):
            return found
        if trips := TripPages(self._pages, reader, lines).reviews(self._names.known("tripadvisor")):
            return trips
        lines = self._laid_out(told, reader, lines)
        return divided(lines, platform, self._pages) or [_undivided(lines, text, platform)]

    def _laid_out(self, told: str, reader: LineReader, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines of a platform's page in the shape of all others."""
        if told == "google_play":
            return PlayPages(self._pages, reader, lines).told()
        if told == "etsy":
            return CraftPages(self._pages, reader, lines).told()
        if told == "facebook":
            return SocialPages(self._pages, reader, lines).told()
        return lines

    def _named(self, review: PastedReview) -> PastedReview:
        """The review with its author's name in plain blanks, and none where the name stands for an unknown one."""
        name = " ".join(DIRECTIONS.sub("", review.author).split())
        unknown = name.casefold() in self._words.anonymous or name.casefold() in self._pages.anonymous
        return replace(review, author="" if unknown else name)


def _undivided(lines: Sequence[Line], text: str, platform: str) -> PastedReview:
    written_at = next((line.moment for line in lines if line.moment), None)
    return PastedReview(text=unwrap_translation(prose(lines)) or text, platform=platform, written_at=written_at)


def _as_stars(found: re.Match[str]) -> str:
    """The names of five pictures of stars as stars, in one line."""
    names: list[str] = re.findall(r"star_border|star_outline|star_half|star", found[0])
    full = names.count("star")
    half = "½" if "star_half" in names else ""
    return "★" * full + half + "☆" * (len(names) - full - len(half))
