"""All adapters, and which one a table or a document belongs to."""

from collections.abc import Sequence

from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.importing.formats import (
    amazon,
    app_store,
    booking,
    etsy,
    facebook,
    google_maps,
    google_play,
    judgeme,
    loox,
    reviewdesk,
    shopify,
    tripadvisor,
    trustpilot,
    wildberries,
    woocommerce,
    yelp,
    yotpo,
)
from reviewdesk_gui.importing.formats.app_store_feed import AppStoreFeedReader
from reviewdesk_gui.importing.formats.google_places import PlacesReader
from reviewdesk_gui.importing.formats.takeout import TakeoutReader
from reviewdesk_gui.importing.generic import GENERIC
from reviewdesk_gui.importing.profile import DocumentReader, FormatInfo, Profile

TABLES: tuple[Profile, ...] = (
    google_play.CONSOLE,
    google_play.SCRAPER,
    google_maps.OUTSCRAPER,
    google_maps.APIFY,
    google_maps.APIFY_NESTED,
    trustpilot.EXPORT,
    trustpilot.PRODUCTS,
    trustpilot.INTERFACE,
    booking.EXPORT,
    booking.COLLECTED,
    etsy.EXPORT,
    judgeme.EXPORT,
    judgeme.IMPORT,
    loox.EXPORT,
    loox.IMPORT,
    yotpo.FIRST,
    yotpo.SECOND,
    shopify.PRODUCT_REVIEWS,
    shopify.OKENDO,
    shopify.OKENDO_EXPORT,
    facebook.RECOMMENDATIONS,
    amazon.FEEDBACK,
    amazon.ABROAD,
    app_store.COLLECTED,
    app_store.COLLECTED_NESTED,
    wildberries.FEEDBACKS,
    woocommerce.COMMENTS,
    yelp.INTERFACE,
    yelp.DATA_SET,
    tripadvisor.REVIEWS,
    reviewdesk.TABLE,
)
DOCUMENTS: tuple[DocumentReader, ...] = (
    TakeoutReader(),
    app_store.AppStoreReader(),
    AppStoreFeedReader(),
    google_maps.OUTSCRAPER_PLACES,
    google_maps.APIFY_PLACES,
    PlacesReader(),
    facebook.FacebookReader(),
    yelp.YelpPageReader(),
)
AUTO = "auto"


def formats() -> tuple[FormatInfo, ...]:
    """Every format in words, the guessed table last."""
    documents = [reader.profile.info for reader in DOCUMENTS]
    found = {
        info.id: info
        for info in [*documents, *(profile.info for profile in TABLES), reviewdesk.CASES.info, GENERIC.info]
    }
    return tuple(found.values())


def check_format(format_id: str) -> None:
    """Raises UsageError where no adapter has this id."""
    known = [info.id for info in formats()]
    if format_id != AUTO and format_id not in known:
        raise UsageError(f"There is no import format {format_id!r}. Known are: auto, {', '.join(known)}.")


def best_profile(words: frozenset[str], format_id: str) -> Profile | None:
    """The most particular table adapter that fits these folded column names."""
    fitting = [profile for profile in _allowed(format_id) if profile.fits(words)]
    return max(fitting, key=lambda profile: len(profile.needs), default=None)


def _allowed(format_id: str) -> Sequence[Profile]:
    return TABLES if format_id == AUTO else [profile for profile in TABLES if profile.id == format_id]


def allows_generic(format_id: str) -> bool:
    """Whether columns may be guessed."""
    return format_id in (AUTO, GENERIC.id)


def documents(format_id: str) -> Sequence[DocumentReader]:
    """The document adapters to try."""
    return DOCUMENTS if format_id == AUTO else [reader for reader in DOCUMENTS if reader.profile.id == format_id]
