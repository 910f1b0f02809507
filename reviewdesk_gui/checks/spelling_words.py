"""Which words of a reply a dictionary is asked about: no names, addresses, brands, acronyms or words of the owner's."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.script import in_script, other_script
from reviewdesk_gui.checks.sentence_memory import SentenceMemory
from reviewdesk_gui.domain.datafile import read_toml
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.finding import Move, Span

_WORD = re.compile(r"(?<![\w@#/\\.])[^\W\d_]+(?:['’ʼ‑-][^\W\d_]+)*(?![\w@/\\]|\.\w)")
_NAME = re.compile(r"[^\W\d_]+")
_LONGEST = 60  # letters
_MOST_CHOICES = 2_000  # sentences
_AHEAD = 2  # code points behind a word that say whether it is one
_LONGEST_ACRONYM = 6
_APOSTROPHES = str.maketrans("’ʼ‑", "''-")
_NOUNS_ARE_CAPITALISED = frozenset({"de"})
_SENTENCE_END = '.!?…:\n"»”“)•*-–—'


def plain(word: str) -> str:
    """The word with typewriter apostrophes and hyphens, as dictionaries have it."""
    return word.translate(_APOSTROPHES)


def known_words(context: CheckContext) -> frozenset[str]:
    """Words in small letters that are right because they belong to the case, the shop or its owner."""
    shop = context.shop
    sources: Iterable[str] = (
        context.author,
        shop.name,
        shop.answerer,
        shop.role,
        shop.address,
        shop.website,
        *shop.staff,
        *shop.words,
        *shop.offers,
        *context.words,
    )
    found = {word.lower() for source in sources for word in _NAME.findall(source)}
    found.update(plain(word).lower() for word in (*shop.words, *context.words))
    found.update(word.lower() for word in _NAME.findall(context.review) if word[0].isupper())
    return frozenset(found)


def read_everyday(path: Path) -> Mapping[str, frozenset[str]]:
    """The words of ``spelling.toml`` by language, those of every language included. Raises DataFileError."""
    lists: dict[str, list[str]] = {}
    for code, entry in read_toml(path).items():
        words = entry.get("words") if isinstance(entry, dict) else None
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise DataFileError(path, 0, f"[{code}] needs a list of words")
        lists[code] = words
    everywhere = lists.pop("all", [])
    return {code: frozenset((*everywhere, *words)) for code, words in lists.items()}


class WordFinder:
    """Finds the words of a text, remembering those of each sentence. Safe to share between threads."""

    def __init__(self) -> None:
        self._memory: SentenceMemory[SentenceWords] = SentenceMemory()

    def sentences(self, prepared: PreparedText) -> list[tuple[int, "SentenceWords"]]:
        """The code point at which each sentence starts, and its words."""
        text, spans = prepared.text, prepared.sentences
        keys = [text[max(0, span.start - 1) : span.end + _AHEAD] for span in spans]
        if spans and spans[0].start == 0:
            keys[0] = "\n" + keys[0]
        words = self._memory.of_keys(keys, lambda place: _words_between(text, spans[place].start, spans[place].end))
        return [(span.start, found) for span, found in zip(spans, words, strict=True)]


SentenceWords = tuple[frozenset[str], tuple[tuple[str, int], ...]]
"""The different words of a sentence, and each word with its place counted from the sentence's start."""


def places_of(words: Collection[str], sentences: Iterable[tuple[int, SentenceWords]]) -> Iterator[Span]:
    """Where one of ``words`` stands in ``sentences``, in order."""
    for start, (found, places) in sentences:
        if not found.isdisjoint(words):
            for word, offset in places:
                if word in words:
                    yield Span(start + offset, start + offset + len(word))


def _words_between(text: str, start: int, end: int) -> SentenceWords:
    matches = _WORD.finditer(text, start, end + _AHEAD)
    places = tuple((match.group(), match.start() - start) for match in matches if match.start() < end)
    return frozenset(word for word, _ in places), places


class Spellings(NamedTuple):
    """Words of a sentence with the dictionary's plain spelling of each, and all of these."""

    plain_of: Mapping[str, str]
    plain: frozenset[str]


class WordFilter:
    """Chooses the words worth asking a dictionary about, for one case in one language; it remembers its choices."""

    def __init__(self, known: frozenset[str], pack: LanguagePack) -> None:
        """``known`` are words in small letters that need no asking."""
        self._known = known
        self._pack = pack
        self._foreign = other_script(pack.script)
        self._names_show = pack.code not in _NOUNS_ARE_CAPITALISED
        self._choices: dict[frozenset[str], Spellings] = {}

    def spellings(self, words: frozenset[str]) -> Spellings:
        """Those of a sentence's ``words`` that may be worth asking about."""
        known = self._choices.get(words)
        if known is None:
            if len(self._choices) > _MOST_CHOICES:
                self._choices = {}
            plain_of = {word: chosen for word in words if (chosen := self._choose(word))}
            known = self._choices[words] = Spellings(plain_of, frozenset(plain_of.values()))
        return known

    def shown(self, prepared: PreparedText, places: Iterable[Span]) -> Iterator[Span]:
        """Those of the words at ``places``, in order, that are neither part of an address nor a name by its place."""
        text = prepared.text
        shields = iter(sorted(_shields(prepared)))
        shield = next(shields, None)
        for span in places:
            while shield and shield.end <= span.start:
                shield = next(shields, None)
            if shield and shield.start <= span.start:
                continue
            if not (self._names_show and span.of(text).istitle() and _mid_sentence(text, span.start)):
                yield span

    def _choose(self, word: str) -> str:
        """The plain spelling, "" for a word that is not asked about."""
        spelt = plain(word)
        skipped = (
            not 2 <= len(word) <= _LONGEST
            or spelt.lower() in self._known
            or _is_made_up(word)
            or in_script(word, self._foreign)
            or _is_short_form(word, self._pack)
        )
        return "" if skipped else spelt


def _shields(prepared: PreparedText) -> tuple[Span, ...]:
    """Addresses, slots, and where names stand by rights: the salutation's name and the signature."""
    spans = [contact.span for contact in prepared.contacts]
    spans += prepared.slots
    spans += [span for move in (Move.NAME, Move.SIGNATURE) if (span := prepared.span_of(move))]
    return tuple(spans)


def _is_made_up(word: str) -> bool:
    """Acronyms and brands: "SMS", "iPhone", "PayPal"."""
    if word.isupper():
        return len(word) <= _LONGEST_ACRONYM
    return any(sign.isupper() for sign in word[1:]) and "-" not in word


def _is_short_form(word: str, pack: LanguagePack) -> bool:
    folded = fold(word)
    return folded in pack.abbreviations or folded in pack.names.titles


def _mid_sentence(text: str, offset: int) -> bool:
    before = text[max(0, offset - 4) : offset].rstrip(" \t\u00a0")
    return bool(before) and before[-1] not in _SENTENCE_END and "\n" not in text[max(0, offset - 4) : offset]
