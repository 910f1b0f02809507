"""Words of a text as search terms, for any language of the desk."""

import re

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6


def terms(text: str) -> list[tuple[str, str]]:
    """Each word of three letters or more, cut to six letters so that most endings fall away, with its full form."""
    return [(word[:_STEM], word) for word in _WORD.findall(text.casefold())]
