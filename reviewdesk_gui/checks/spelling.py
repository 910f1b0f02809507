"""Spelling against the dictionaries of this computer (P19)."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.speller import Speller
from reviewdesk_gui.checks.spelling_words import WordFilter, WordFinder, known_words, places_of
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Fix, Severity, Span

_MOST_FINDINGS = 100
_MOST_FIXES = 5
_MOST_REMEMBERED = 5_000  # unknown words
# British spellings and the American ones by which an American dictionary knows them
_BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"our(?=$|s$|ed$|ing$|ite|ful|able|hood|ly|er|'s$)", "or"),
        (r"is(?=e$|ed$|es$|ing$|er$|ers$|ation)", "iz"),
        (r"ys(?=e$|ed$|es$|ing$)", "yz"),
        (r"(?<=[aeo])ll(?=ed$|ing$|er$|ers$|ery$|ous$)", "l"),
        (r"re(?=$|s$|d$)", "er"),
        (r"ence(?=$|s$)", "ense"),
        (r"ogue(?=$|s$)", "og"),
        (r"programme", "program"),
        (r"cheque", "check"),
        (r"grey", "gray"),
        (r"l(?=ment$|ful$)", "ll"),
        (r"tyre", "tire"),
        (r"jewell", "jewel"),
        (r"plough", "plow"),
        (r"mould", "mold"),
        (r"storey", "story"),
        (r"ae(?=[tdn])", "e"),
    )
)


class SpellingCheck:
    """Marks words that neither the dictionary, the case nor the owner knows; fixes are the suggestions fetched so far.

    A capitalised word, which may be a name, weighs less than others.
    """

    def __init__(self, speller: Speller, wording: Wording, everyday: Mapping[str, frozenset[str]]) -> None:
        """``everyday`` maps languages to words that their dictionaries may lack (see ``read_everyday``)."""
        self._speller = speller
        self._everyday = everyday
        self._wording = wording
        self._finder = WordFinder()
        self._other: dict[tuple[str, str], list[frozenset[str]]] = {}
        self._case: tuple[tuple[object, ...], WordFilter | None] = ((), None)

    def __call__(self, prepared: PreparedText, context: CheckContext, pack: LanguagePack, /) -> Iterator[Finding]:
        """At most a hundred findings."""
        country = context.shop.country
        words = self._filter(context, pack)
        sentences = self._finder.sentences(prepared)
        spelt = [words.spellings(different) for _, (different, _) in sentences]
        unknown = self._wrong(frozenset[str]().union(*(one.plain for one in spelt)), pack.code, country)
        if not unknown:
            return
        wrong = {
            word: plain
            for one in spelt
            if not one.plain.isdisjoint(unknown)
            for word, plain in one.plain_of.items()
            if plain in unknown
        }
        for span in islice(words.shown(prepared, places_of(wrong, sentences)), _MOST_FINDINGS):
            yield self._finding(span, wrong[span.of(prepared.text)], pack.code, country)

    def _filter(self, context: CheckContext, pack: LanguagePack) -> WordFilter:
        """Kept while the same case is open in the same language."""
        key = (context.author, context.review, context.shop, context.words, pack)
        held, words = self._case
        if words is None or any(one is not other for one, other in zip(held, key, strict=True)):
            known = known_words(context) | self._everyday.get(pack.code, frozenset())
            words = WordFilter(known, pack)
            self._case = (key, words)
        return words

    def _wrong(self, words: frozenset[str], language: str, country: str) -> frozenset[str]:
        """The misspelt ones; a compound with a hyphen is right when its parts are, and English may be British."""
        first = self._speller.wrong(words, language, country)
        if not first:
            return first
        other = {word: self._ways(word, language) for word in first}
        again = {way for ways in other.values() for parts in ways for way in parts}
        unknown = self._speller.wrong(again, language, country) if again else frozenset[str]()
        return frozenset(word for word in first if not any(unknown.isdisjoint(parts) for parts in other[word]))

    def _ways(self, word: str, language: str) -> list[frozenset[str]]:
        known = self._other.get((word, language))
        if known is None:
            if len(self._other) > _MOST_REMEMBERED:
                self._other = {}
            known = self._other[word, language] = _other_ways(word, language)
        return known

    def _finding(self, span: Span, word: str, language: str, country: str) -> Finding:
        fixes = tuple(
            Fix(self._wording.label("replace", text=suggestion), suggestion, span)
            for suggestion in self._speller.suggestions(word, language, country)[:_MOST_FIXES]
        )
        severity = Severity.HINT if word[0].isupper() else Severity.SHOULD
        return self._wording.finding("spelling", severity, why="P19", span=span, fixes=fixes, values={"word": word})


def _other_ways(word: str, language: str) -> list[frozenset[str]]:
    """Sets of words; the word is right where all of one set are."""
    ways = []
    if "-" in word:
        ways.append(frozenset(part for part in word.split("-") if len(part) > 1))
    if language == "en":
        lowered = word.lower()
        spelt = (pattern.sub(american, lowered) for pattern, american in _BRITISH)
        ways += [frozenset({american}) for american in spelt if american != lowered]
    return ways
