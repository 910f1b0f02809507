"""From the cells of a row to a review."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from operator import itemgetter

from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.importing.cells import TextCells
from reviewdesk_gui.importing.cleaning import unwrap_translation
from reviewdesk_gui.importing.dates import DateReader
from reviewdesk_gui.importing.fields import PERSONAL, Field
from reviewdesk_gui.importing.identity import keys_of, stable_external_id
from reviewdesk_gui.importing.markup import Markup
from reviewdesk_gui.importing.platform_names import PlatformNames
from reviewdesk_gui.importing.profile import Profile
from reviewdesk_gui.importing.quoting import LONGEST, TOO_LONG
from reviewdesk_gui.importing.ratings import parse_rating
from reviewdesk_gui.importing.scanned import FoundReply, ScannedReview, ScanOptions
from reviewdesk_gui.importing.trouble import RowError
from reviewdesk_gui.importing.vocabulary import Vocabulary

_REMEMBERED = 1000
_EMPTY = (None, "")
_TEXTS = (
    Field.TITLE,
    Field.AUTHOR,
    Field.LANGUAGE,
    Field.EXTERNAL_ID,
    Field.LINK,
    Field.PRODUCT,
    Field.ORDER,
    Field.LOCATION,
    Field.REPLY,
    Field.PLATFORM,
    Field.TEXT,
)
_WHOLE = len(_TEXTS)
_HALVES = (Field.POSITIVE, Field.NEGATIVE)


class RowBuilder:
    """Builds the reviews of one file. ``careful`` says that its text may hold control characters or mojibake;
    ``spares`` are further columns of a field, read where its own is empty; ``markup`` tells of columns with HTML.
    """

    def __init__(
        self,
        file: str,
        places: Mapping[Field, int],
        profile: Profile,
        *,
        scale: float | None,
        dates: DateReader,
        words: Vocabulary,
        platforms: PlatformNames,
        options: ScanOptions,
        careful: bool,
        spares: Mapping[Field, Sequence[int]],
        markup: Mapping[int, Markup],
    ) -> None:
        self._file = file
        self._spares = [(places[name], others) for name, others in spares.items()]
        self._spares_figures = any(name not in _TEXTS + _HALVES for name in spares)
        # Members of an enumeration are slow keys, and every row needs these.
        self._rating_place = places.get(Field.RATING)
        self._date_place = places.get(Field.DATE)
        self._changed_place = places.get(Field.CHANGED)
        self._reply_date_place = places.get(Field.REPLY_DATE)
        halves = _HALVES if any(name in places for name in _HALVES) else ()
        self._texts = TextCells([*map(places.get, _TEXTS + halves)], careful=careful, markup=markup)
        personal = [places[name] for name in PERSONAL if name in places] if options.keep_personal else []
        self._personal = TextCells(personal, careful=careful) if personal else None
        self._received_at = options.now
        self._source = profile.id
        self._scale = scale
        self._dates = dates
        self._words = words
        self._platforms = platforms
        self._fallback = profile.platform if profile.platform != "other" else options.platform or "other"
        self._ratings: dict[object, tuple[float | None, str]] = {}
        self._nameless: dict[tuple[str, ...], int] = {}

    def texts(self, rows: Sequence[Sequence[object]]) -> Iterator[tuple[str, ...]]:
        """What ``build`` needs beside the cells of each of ``rows``."""
        return self._texts.read([*map(self._filled, rows)] if self._spares and not self._are_filled(rows) else rows)

    def _are_filled(self, rows: Sequence[Sequence[object]]) -> bool:
        """Whether no cell is empty for which another column could stand in."""
        last = max(place for place, _ in self._spares)
        if min(map(len, rows), default=0) <= last:
            return False
        return all(all(map(itemgetter(place), rows)) for place, _ in self._spares)

    def build(self, line: int, cells: Sequence[object], texts: tuple[str, ...]) -> ScannedReview:
        """The review of one row with its ``texts``. Raises RowError with the reason where it cannot be used."""
        if self._spares_figures:
            cells = self._filled(cells)
        title, author, language, external_id, link, product, order, location, answer, site, text = texts[:_WHOLE]
        if len(texts) > _WHOLE:
            text = _joined([text, *texts[_WHOLE:]])
        if len(text) > LONGEST or len(answer) > LONGEST or len(title) > LONGEST or len(author) > LONGEST:
            raise RowError(TOO_LONG)
        if "(" in text:
            text = unwrap_translation(text)
        rating, original = self._rating(cells)
        if not text and rating is None and not title:
            raise RowError("has neither a text nor a rating")
        if author and author.casefold() in self._words.anonymous:
            author = ""
        platform = self._platforms.find(site) or self._fallback if site else self._fallback
        if external_id:
            external_id = stable_external_id(platform, external_id)
        written = self._date(cells, self._date_place)
        changed = self._date(cells, self._changed_place) if self._changed_place is not None else None
        later = changed if changed and written and changed > written else None
        keys = keys_of(platform, external_id, author, text or title, written, rating, product)
        if not (external_id or author or text or title):
            keys = self._told_apart(keys, platform, written, rating, product)
        # By place, since names cost ten times as much with so many of them.
        review = Review(
            platform,
            self._received_at,
            text,
            title,
            author,
            rating,
            original,
            language,
            written,
            later,
            external_id,
            link,
            product,
            order,
            location,
            self._source,
            keys,
        )
        reply = self._reply(answer, cells) if answer else None
        facts = "" if self._personal is None else ", ".join(filter(None, next(self._personal.read([cells]))))
        return ScannedReview(review, reply, self._file, line, None, facts)

    def _filled(self, cells: Sequence[object]) -> Sequence[object]:
        """``cells`` with what stands in another column of the same field in the place of an empty one."""
        filled = cells
        for place, others in self._spares:
            if place < len(cells) and cells[place] in _EMPTY:
                filled = list(filled)
                filled[place] = next((cells[at] for at in others if at < len(cells) and cells[at] not in _EMPTY), None)
        return filled

    def _rating(self, cells: Sequence[object]) -> tuple[float | None, str]:
        place = self._rating_place
        if place is None or place >= len(cells):
            return None, ""
        raw = cells[place]
        known = self._ratings.get(raw) if raw.__class__ is str else None
        if known is None:
            known = parse_rating(raw, self._scale, self._words)
            if isinstance(raw, str) and len(self._ratings) < _REMEMBERED:
                self._ratings[raw] = known
        return known

    def _date(self, cells: Sequence[object], place: int | None) -> datetime | None:
        if place is None or place >= len(cells) or not cells[place]:
            return None
        return self._dates.read(cells[place])

    def _reply(self, text: str, cells: Sequence[object]) -> FoundReply | None:
        if self._words.no_reply.is_said_by(text):
            return None
        try:
            at = self._date(cells, self._reply_date_place)
        except RowError:
            # A reply is worth more than its date.
            at = None
        return FoundReply(text, at)

    def _told_apart(
        self, keys: tuple[str, ...], platform: str, written: datetime | None, rating: float | None, product: str
    ) -> tuple[str, ...]:
        """The keys of a nameless rating without a word, of which a file may hold several on one day."""
        nth = self._nameless.get(keys, 0)
        self._nameless[keys] = nth + 1
        return keys_of(platform, "", "", "", written, rating, product, nth) if nth else keys


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part and part not in ("-", "–"))
