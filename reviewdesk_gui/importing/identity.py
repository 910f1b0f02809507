"""Under which keys a review is known again: the platform's id where it has one, else a hash of what the review says."""

import re
from datetime import datetime
from hashlib import blake2b

from reviewdesk_gui.domain.review import Review

_TEXT_START = 60
_TEXT_READ = 90
_LOOSE_MINIMUM = 20
_NEW_HASH = blake2b(digest_size=10).copy  # copying one is quicker than making one anew
_STABLE = {
    "google": re.compile(r"(locations/[^/]+/reviews/.+)"),
    "google_play": re.compile(r"[?&#]review_?id=([^&#]+)", re.IGNORECASE),
}


def stable_external_id(platform: str, external_id: str) -> str:
    """The part of a platform's id that does not change. Google's names begin with an account that differs from export
    to export, so only ``locations/<l>/reviews/<r>`` counts; of Google Play's links only the review's own id does.
    """
    pattern = _STABLE.get(platform)
    found = pattern.search(external_id) if pattern is not None and external_id else None
    return found[1] if found else external_id


def review_keys(review: Review, nth: int = 0) -> tuple[str, ...]:
    """All keys of ``review``, the main one first; see ``keys_of``."""
    return keys_of(
        review.platform,
        review.external_id,
        review.author,
        review.text or review.title,
        review.written_at,
        review.rating,
        review.product,
        nth,
    )


def keys_of(
    platform: str,
    external_id: str,
    author: str,
    words: str,
    written_at: datetime | None,
    rating: float | None,
    product: str,
    nth: int = 0,
) -> tuple[str, ...]:
    """All keys of the review that says so, the main one first. ``words`` is its text, or its title where it has none.

    Main: platform and id, or a hash of platform, author, day and start of the text. Further: that hash, and for texts
    of 20 code points and more a loose one of author and text alone that finds the same review in another kind of
    export. ``nth`` tells wordless nameless ratings of one file apart, which nothing else does.
    """
    name = " ".join(author.split()).casefold()
    start = _start(words)
    if name or start:
        when = written_at.toordinal() if written_at else ""
        exact = "#" + _digest(f"{platform}\0{name}\0{when}\0{start or rating}")
    else:
        moment = written_at.isoformat(timespec="seconds") if written_at else ""
        exact = "#" + _digest(f"{platform}\0{moment}\0{rating}\0{product}\0{nth}")
    loose = ("~" + _digest(f"{name}\0{start}"),) if len(start) >= _LOOSE_MINIMUM else ()
    if not external_id:
        return exact, *loose
    return f"{platform}:{stable_external_id(platform, external_id)}", exact, *loose


def case_id(review: Review) -> str:
    """The id of the case of ``review``: 12 hex digits of its main key, the same on every machine."""
    main = review.keys[0] if review.keys else review_keys(review)[0]
    return main[1:13] if main.startswith("#") else _digest(main)[:12]


def fold(text: str) -> str:
    """``text`` without regard to case and white space."""
    return " ".join(text.split()).casefold()


def _start(words: str) -> str:
    """The first letters of ``words``, folded."""
    start = words[: _TEXT_START + 1]
    # The only white space that is printable is the plain blank: most texts need no splitting.
    if start.isprintable() and "  " not in start and len(start) > _TEXT_START and start[0] != " ":
        return start.casefold()[:_TEXT_START]
    return fold(words[:_TEXT_READ])[:_TEXT_START]


def _digest(text: str) -> str:
    hashed = _NEW_HASH()
    try:
        hashed.update(text.encode())
    except UnicodeEncodeError:
        hashed.update(text.encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()
