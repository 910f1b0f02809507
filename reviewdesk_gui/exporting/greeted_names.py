"""The name with which a reply begins, though nobody knows whose it is: a review without an author may be signed."""

import re
from functools import cache

from reviewdesk_gui.exporting.people_words import PeopleWords

_WORD = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"


def without_greeted_name(text: str, instead: str, words: PeopleWords) -> str:
    """``text`` with ``instead`` for up to three capitalised words between its first greeting and a comma, an
    exclamation mark or the end of the line; titles stay, and so do words such as "guests".
    """

    def named(found: re.Match[str]) -> str:
        spoken = found[2].split()
        titles = [word for word in spoken if word.lower() in words.titles]
        names = spoken[len(titles) :]
        if spoken[: len(titles)] != titles or not names or not all(_is_name(word, words) for word in names):
            return found[0]
        return found[1] + " ".join([*titles, instead])

    return _greeted(words.greetings).sub(named, text, count=1)


def _is_name(word: str, words: PeopleWords) -> bool:
    return word[0].isupper() and not any(part.lower() in words.no_names for part in (word, *word.split("-")))


@cache
def _greeted(greetings: frozenset[str]) -> re.Pattern[str]:
    known = "|".join(re.escape(greeting) for greeting in sorted(greetings, key=len, reverse=True))
    return re.compile(rf"\A(\s*(?i:{known}),?[^\S\n]+)({_WORD}\.?(?:[^\S\n]+{_WORD}\.?){{0,3}})(?=\s*(?:[,!:\n]|\Z))")
