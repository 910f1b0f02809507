"""From the cells of a row to a review."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.importing.cleaning import clean, unguard, unwrap_translation
from reviewdesk_gui.importing.dates import DateReader
from reviewdesk_gui.importing.fields import PERSONAL, Field
from reviewdesk_gui.importing.identity import review_keys, stable_external_id
from reviewdesk_gui.importing.platform_names import PlatformNames
from reviewdesk_gui.importing.profile import Profile
from reviewdesk_gui.importing.ratings import parse_rating
from reviewdesk_gui.importing.scanned import FoundReply, ScannedReview, ScanOptions
from reviewdesk_gui.importing.trouble import RowError
from reviewdesk_gui.importing.vocabulary import Vocabulary

_REMEMBERED = 1000
_PLAIN = (
    Field.TITLE,
    Field.AUTHOR,
    Field.LANGUAGE,
    Field.EXTERNAL_ID,
    Field.LINK,
    Field.PRODUCT,
    Field.ORDER,
    Field.LOCATION,
)


class RowBuilder:
    """Builds the reviews of one file. ``careful`` says that its text may hold control characters or mojibake."""

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
    ) -> None:
        self._file = file
        # Members of an enumeration are slow keys, and every row needs these.
        self._rating_place = places.get(Field.RATING)
        self._platform_place = places.get(Field.PLATFORM)
        self._date_place = places.get(Field.DATE)
        self._changed_place = places.get(Field.CHANGED)
        self._reply_place, self._reply_date_place = places.get(Field.REPLY), places.get(Field.REPLY_DATE)
        self._plain = [(name.value, places[name]) for name in _PLAIN if name in places]
        self._body_places = [
            places[name] for name in (Field.TEXT, Field.POSITIVE, Field.NEGATIVE) if places.get(name) is not None
        ]
        self._personal = [places[name] for name in PERSONAL if name in places] if options.keep_personal else []
        self._source = profile.id
        self._scale = scale
        self._dates = dates
        self._words = words
        self._platforms = platforms
        self._now = options.now
        self._fallback = profile.platform if profile.platform != "other" else options.platform or "other"
        self._careful = careful
        self._ratings: dict[str, tuple[float | None, str]] = {}
        self._nameless: dict[tuple[str, ...], int] = {}

    def build(self, line: int, cells: Sequence[object]) -> ScannedReview:
        """The review of one row. Raises RowError with the reason where it cannot be used."""
        cell = self._cell
        plain = {name: cell(cells, place) for name, place in self._plain}
        text = self._body(cells)
        rating, original = self._rating(cells)
        if not text and rating is None and not plain.get("title"):
            raise RowError("has neither a text nor a rating")
        if plain.get("author", "").casefold() in self._words.anonymous:
            plain["author"] = ""
        platform = self._fallback if self._platform_place is None else self._platform(cells, self._platform_place)
        if "external_id" in plain:
            plain["external_id"] = stable_external_id(platform, plain["external_id"])
        written, changed = self._date(cells, self._date_place), self._date(cells, self._changed_place)
        review = Review(
            platform=platform,
            text=text,
            rating=rating,
            rating_original=original,
            written_at=written,
            received_at=self._now,
            changed_at=changed if changed and written and changed > written else None,
            source=self._source,
            **plain,  # type: ignore[arg-type]  # only names of text fields
        )
        # Reviews are frozen and their keys follow from the other fields; nobody else has seen this one yet.
        object.__setattr__(review, "keys", self._keys(review))
        reply = self._reply(cells) if self._reply_place is not None else None
        facts = self._facts(cells) if self._personal else ""
        return ScannedReview(review, reply, self._file, line, facts=facts)

    def _cell(self, cells: Sequence[object], place: int) -> str:
        try:
            value = cells[place]
        except IndexError:
            return ""
        if not value:
            return "" if value is None or isinstance(value, str) else _as_text(value)
        text = value if isinstance(value, str) else _as_text(value)
        if text[:1] == "'":
            text = unguard(text)
        return clean(text) if self._careful or "\r" in text else text.strip()

    def _body(self, cells: Sequence[object]) -> str:
        if len(self._body_places) == 1:
            text = self._cell(cells, self._body_places[0])
        else:
            parts = (self._cell(cells, place) for place in self._body_places)
            text = "\n\n".join(part for part in parts if part and part not in ("-", "–"))
        return unwrap_translation(text)

    def _rating(self, cells: Sequence[object]) -> tuple[float | None, str]:
        place = self._rating_place
        if place is None or place >= len(cells):
            return None, ""
        raw = cells[place]
        if not isinstance(raw, str):
            return parse_rating(raw, self._scale, self._words)
        known = self._ratings.get(raw)
        if known is None:
            known = parse_rating(raw, self._scale, self._words)
            if len(self._ratings) < _REMEMBERED:
                self._ratings[raw] = known
        return known

    def _platform(self, cells: Sequence[object], place: int) -> str:
        return self._platforms.find(self._cell(cells, place)) or self._fallback

    def _date(self, cells: Sequence[object], place: int | None) -> datetime | None:
        if place is None or place >= len(cells) or not cells[place]:
            return None
        return self._dates.read(cells[place])

    def _reply(self, cells: Sequence[object]) -> FoundReply | None:
        place = self._reply_place
        text = self._cell(cells, place) if place is not None else ""
        if not text or text == "-":
            return None
        try:
            at = self._date(cells, self._reply_date_place)
        except RowError:
            # A reply is worth more than its date.
            at = None
        return FoundReply(text, at)

    def _facts(self, cells: Sequence[object]) -> str:
        return ", ".join(filter(None, (self._cell(cells, place) for place in self._personal)))

    def _keys(self, review: Review) -> tuple[str, ...]:
        keys = review_keys(review)
        if review.external_id or review.author or review.text or review.title:
            return keys
        nth = self._nameless.get(keys, 0)
        self._nameless[keys] = nth + 1
        return review_keys(review, nth) if nth else keys


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(_as_text(part) for part in value if isinstance(part, (str, int, float)))
    return "" if isinstance(value, dict) else str(value)
