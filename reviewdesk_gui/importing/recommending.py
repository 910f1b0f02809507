"""Lines that say who recommends the shop, as on Facebook: "Ada recommends Kvarnen", "Ada raadt Kvarnen niet aan"."""

from dataclasses import dataclass

from reviewdesk_gui.importing.pages import PageWords

_LONGEST = 120
_MOST_VERB = 3
_HELPS = frozenset({"does"})


@dataclass(frozen=True, slots=True)
class Recommendation:
    """``verdict`` is "recommends" or "not recommended"."""

    author: str
    shop: str
    verdict: str


class Recommending:
    """Takes such lines apart."""

    def __init__(self, pages: PageWords) -> None:
        self._verbs, self._negations = pages.recommends, pages.negations
        self._aside = pages.negations | pages.particles

    def is_verb(self, line: str) -> bool:
        """Whether the line is nothing but such a verb: "recommends", "doesn't recommend"."""
        words = line.casefold().split()
        aside = self._negations | _HELPS
        return 1 <= len(words) <= _MOST_VERB and words[-1] in self._verbs and all(word in aside for word in words[:-1])

    def read(self, line: str) -> Recommendation | None:
        """What the line says; None where it is no such line."""
        words = line.split() if len(line) <= _LONGEST and not line.endswith("?") else []
        folded = [word.casefold().strip(".:") for word in words]
        verb = next((at for at, word in enumerate(folded) if word in self._verbs), 0)
        name = [word for word, low in zip(words[:verb], folded, strict=False) if low not in self._negations | _HELPS]
        if not name or len(words) == verb + 1:
            return None
        rest = zip(words[verb + 1 :], folded[verb + 1 :], strict=True)
        shop = " ".join(word for word, low in rest if low not in self._aside).removesuffix(".")
        against = any(word in self._negations for word in folded)
        return Recommendation(" ".join(name), shop, "not recommended" if against else "recommends")
