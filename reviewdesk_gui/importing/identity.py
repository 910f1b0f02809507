"""Under which keys a review is known again: the platform's id where it has one, else a hash of what the review says."""

import re
from hashlib import blake2b

from reviewdesk_gui.domain.review import Review

_TEXT_START = 60
_TEXT_READ = 90
_LOOSE_MINIMUM = 20
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
    """All keys of ``review``, the main one first.

    Main: platform and id, or a hash of platform, author, day and start of the text. Further: that hash, and for texts
    of 20 code points and more a loose one of author and text alone that finds the same review in another kind of
    export. ``nth`` tells wordless nameless ratings of one file apart, which nothing else does.
    """
    platform, written, external_id = review.platform, review.written_at, review.external_id
    author, start = fold(review.author), fold((review.text or review.title)[:_TEXT_READ])[:_TEXT_START]
    if author or start:
        when = written.toordinal() if written else ""
        exact = f"{platform}\0{author}\0{when}\0{start or review.rating}"
    else:
        when = written.isoformat(timespec="seconds") if written else ""
        exact = f"{platform}\0{when}\0{review.rating}\0{review.product}\0{nth}"
    hashed: tuple[str, ...] = ("#" + _digest(exact),)
    if len(start) >= _LOOSE_MINIMUM:
        hashed = (hashed[0], "~" + _digest(f"{author}\0{start}"))
    if not external_id:
        return hashed
    return (f"{platform}:{stable_external_id(platform, external_id)}", *hashed)


def case_id(review: Review) -> str:
    """The id of the case of ``review``: 12 hex digits of its main key, the same on every machine."""
    main = review.keys[0] if review.keys else review_keys(review)[0]
    return main[1:13] if main.startswith("#") else _digest(main)[:12]


def fold(text: str) -> str:
    """``text`` without regard to case and white space."""
    return " ".join(text.split()).casefold()


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
