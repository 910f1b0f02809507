"""The reader's name as an address: after a salutation, alone at the start, or beside words such as "thank you"."""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.nameforms import (
    PARTICLES,
    author_forms,
    calls_like,
    initials_like,
    is_form_of,
    plain_form,
)
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import ContactKind, PreparedText
from reviewdesk_gui.checks.script import in_script
from reviewdesk_gui.checks.signzone import SigningZone
from reviewdesk_gui.checks.textwords import SEPARATOR, drawn_in
from reviewdesk_gui.domain.finding import Span

_NAME_WORD = re.compile(r"@?[^\W\d_][\w.'-]*")
_BLANK = re.compile(r"\.?[ ]")
_CALLED_BEFORE = re.compile(r"([^\W\d_][\w'-]*)\s*,\s*\Z")
_GAP = re.compile(SEPARATOR)
_ENDING = re.compile(r"[/*:_(-]{1,2}[a-zа-яіїє]{1,2}\)?(?=[ ])")  # "geehrte/r", "käre/a", "дорогой(ая)"
_MOST_WORDS = 3
_SHORT = 3
_COMPOUND = 5  # letters of a last part in small letters from which on a word is a compound ("Winter-bedingt")
_SHORT_SENTENCE = 7
_NEAR = 5  # words after a name at the start within which a comma or a word for the reader shows the address
_TRAILING = re.compile(r",\s+([^\W\d_a-zà-öø-ÿа-яёіїєґ][\w'’-]+(?: [^\W\d_a-zà-öø-ÿа-яёіїєґ][\w'’-]+)?)\W*\Z")
# Slavic verbs that say what we do or ask for something open sentences without a subject; no name ends so.
_VERB = re.compile(r"(?:ємо|ємос[ья]|ємося|имос[ья]|имся|емся|[уюяа]ю|юсь|аме|яме|[йиь]те|[иі]ть)\Z")


class NameFinder:
    """Finds names used as an address in one prepared text."""

    def __init__(self, prepared: PreparedText, pack: LanguagePack, author: str) -> None:
        self._prepared = prepared
        self._names = pack.names
        self._pack = pack
        self._author = author
        self._forms = author_forms(author, pack.names)
        if not in_script(author, pack.script) and not any(calls_like(self._forms, prepared.folded)):
            self._forms = frozenset()  # the shop writes the name in its own letters, so any name may be it
        self._zone = SigningZone(prepared, pack)

    def after(self, offset: int, sentence_end: int) -> Span | None:
        """The name that follows a salutation ending at ``offset``: "Hello| Anna Berg," "Hej|, Anna!"."""
        ending = _ENDING.match(self._prepared.folded, offset, sentence_end)
        gap = _GAP.match(self._prepared.folded, ending.end() if ending else offset, sentence_end)
        if not gap or "(" in gap.group():
            return None
        span = self._run(gap.end(), sentence_end)
        if span is None or "," not in gap.group():
            return span
        return span if self._closed(span.end, sentence_end) or self._is_author(span) else None

    def inside(self, span: Span) -> Span | None:
        """A name among the words of a salutation itself, such as that of a pattern with a gap."""
        for match in _NAME_WORD.finditer(self._prepared.folded, span.start, span.end):
            found = self._run(match.start(), span.end)
            if found and self._is_author(found):
                return found
        return None

    def at_start(self) -> Span | None:
        """A name that opens the reply as an address: "Anna, thank you", "Anna!", "Anna you are the best"."""
        for number, sentence in enumerate(self._prepared.zone("opening")):
            span = self._run(sentence.start, sentence.end)
            if span is None or (number and self._prepared.text[span.end : span.end + 1] != ","):
                continue  # below a heading only the comma tells an address from a signature
            if self._opens(span, sentence):
                return span
        return None

    def _opens(self, span: Span, sentence: Span) -> bool:
        words = self._words(span)
        closed = self._closed(span.end, len(self._prepared.text))
        stop = self._prepared.folded[span.end : span.end + 2].lstrip(".")[:1]
        if self._is_author(span):
            first = next(word for word in words if word not in self._names.titles)
            called = is_form_of(first, self._forms) or stop != "!"  # "Oh dear Anna!" is no salutation
            return called if closed else bool(plain_form(first, self._forms)) and self._meets_reader(span, sentence)
        titled = words[0] in self._names.titles
        stops = (",", "!", "\n") if titled or not self._forms else ("!",)
        shouted = (len(words) > 1 or bool(self._forms)) and span.of(self._prepared.text).isupper()
        named = closed and stop in stops and not shouted and all(self._unknown(word) for word in words)
        return named and (titled or not _VERB.search(words[0]))

    def _meets_reader(self, span: Span, sentence: Span) -> bool:
        """Whether a comma or a word for the reader follows a name at the start soon, or one for the shop at once."""
        rest = self._prepared.folded[span.end : sentence.end]
        if not rest.startswith(" "):
            return False
        words = rest.split()[:_NEAR]
        till = next((number for number, word in enumerate(words, 1) if word.endswith(",")), 0)
        soon = [word.strip(",.!?").partition("'")[0] for word in (words[:till] if till else words)]
        readers = {*self._pack.lists.words("you"), *self._pack.lists.words("your")}
        limit = span.end + rest.find(soon[-1]) + 1 if soon else 0
        thanked = any(span.end <= hit.span.start < limit for hit in self._pack.address.search(self._prepared))
        speaks = bool(soon) and soon[0] in self._pack.lists.words("we")
        return till == 1 or speaks or thanked or any(word in readers for word in soon)

    def late(self) -> Iterator[Span]:
        """Names further on: the author's own anywhere before the signature, others beside a word of address."""
        for match in initials_like(self._author, self._prepared.text):
            if not self._zone.own(*match.span()):
                yield Span(*match.span())
        addressed = list(self._pack.address.search(self._prepared))
        thanked = {hit.sentence for hit in addressed}
        for match in calls_like(self._forms, self._prepared.folded):
            if not self._zone.own(match.start(), match.end()) and self._calls(match, thanked):
                yield Span(*match.span())
        for hit in addressed:
            opens = hit.span.start == hit.sentence.start
            span = self.after(hit.span.end, hit.sentence.end)
            if span and not opens and not self._closed(span.end, hit.sentence.end) and not self._is_author(span):
                span = None  # a third person, such as a colleague: "after your review Anna went ..."
            span = span or self._before(hit.span.start, hit.sentence.start)
            if span and not self._zone.other(span.start) and all(self._unknown(word) for word in self._words(span)):
                yield span
        yield from self._trailing(thanked)

    def _calls(self, match: re.Match[str], thanked: set[Span]) -> bool:
        """Whether a word of the author's forms is a call: capitalised, a handle, or small in a reply all in small."""
        form = plain_form(match.group(), self._forms)
        if not form:
            return False
        text, start = self._prepared.text, match.start()
        if text[start].isupper() or text[start - 1 : start] == "@":
            return True
        if text[self._prepared.sentences[0].start].isupper() or len(form) <= _SHORT or self._pack.common.match(form):
            return False
        beside = text[:start].rstrip()[-1:] == "," or text[match.end() : match.end() + 1] in (",", "!")
        return beside or any(sentence.start < start < sentence.end for sentence in thanked)

    def _trailing(self, addressed: set[Span]) -> Iterator[Span]:
        """A comma and a name at the end of a short sentence, or of one that holds a word of address."""
        for sentence in self._prepared.sentences:
            match = _TRAILING.search(self._prepared.text, sentence.start, sentence.end)
            if not match or self._zone.other(match.start(1)):
                continue
            short = len(sentence.of(self._prepared.text).split()) <= _SHORT_SENTENCE
            span = Span(*match.span(1))
            if self._belongs_to_another(span, sentence):
                continue
            if (short or sentence in addressed) and all(self._unknown(word) for word in self._words(span)):
                yield span

    def _belongs_to_another(self, span: Span, sentence: Span) -> bool:
        """Whether what stands behind the comma is a town, letters of a degree or a department: the reader's name, where
        it is known, is another.
        """
        if self._is_author(span):
            return False
        said = span.of(self._prepared.text)
        degree = said.isupper() and " " not in said
        before = self._prepared.contacts_in(Span(sentence.start, span.start))
        placed = any(contact.kind is ContactKind.ADDRESS for contact in before)
        signs = sentence == self._prepared.sentences[-1] and self._prepared.text[span.end : span.end + 1] != "!"
        return degree or placed or (signs and bool(self._forms))

    def _before(self, offset: int, start: int) -> Span | None:
        """A name with its comma just before ``offset``."""
        match = _CALLED_BEFORE.search(self._prepared.folded[max(start, offset - 40) : offset])
        if not match:
            return None
        name = max(start, offset - 40) + match.start(1)
        if name > start and not in_script(match[1], self._pack.script):  # "... with No Frost, this is ..."
            return None
        return self._run(name, name + len(match[1]))

    def _run(self, start: int, end: int) -> Span | None:
        """One to three name words from ``start``, titles included but not alone."""
        first = last = None
        at, before = start, ""
        for _ in range(_MOST_WORDS + 1):
            match = _NAME_WORD.match(self._prepared.folded, at, end)
            if not match:
                break
            word = match.group().rstrip(".'-")
            if word in self._names.titles or (first is not None and word in PARTICLES):
                first = first if first is not None else at
            elif first is not None and before in PARTICLES:
                last = at + len(word)
            elif self._name_shaped(at, word) or self._called_so(before, at, match.end(), end):
                first = first if first is not None else at
                last = at + len(word)
            else:
                break
            blank = _BLANK.match(self._prepared.folded, match.end())
            if not blank:
                break
            at, before = blank.end(), word
        return Span(first, last) if first is not None and last is not None else None

    def _name_shaped(self, at: int, word: str) -> bool:
        if word.lstrip("@") in self._forms:
            return True
        sign = self._prepared.text[at]
        if sign == "@":
            return len(word) > 1
        if plain_form(word, self._forms):
            return sign.isupper()
        last = self._prepared.text[at : at + len(word)].rpartition("-")
        compound = bool(last[0]) and last[2].islower() and len(last[2]) > _COMPOUND
        return sign.isupper() and not compound and not any(s.isdigit() for s in word) and self._unknown(word)

    def _called_so(self, before: str, at: int, after: int, end: int) -> bool:
        """Whether any capitalised word between a title and a comma or stop is a name: "Herr Freitag,"."""
        return before in self._names.titles and self._prepared.text[at].isupper() and self._closed(after, end)

    def _unknown(self, word: str) -> bool:
        """Whether a word may be a name: no word of the language that packs know to follow a salutation."""
        known = bool(plain_form(word, self._forms)) or word in self._names.titles
        return known or not (self._pack.common.match(word) or self._pack.common.match(drawn_in(word)))

    def _words(self, span: Span) -> list[str]:
        return [word.rstrip(".'-") for word in _NAME_WORD.findall(self._prepared.folded, span.start, span.end)]

    def _is_author(self, span: Span) -> bool:
        return any(is_form_of(word.lstrip("@"), self._forms) for word in self._words(span))

    def _closed(self, offset: int, end: int) -> bool:
        """Whether an address may end at ``offset``: a comma, a stop, a dash, an emoji or the line's end follows."""
        rest = self._prepared.folded[offset : min(end, offset + 3)]
        if rest == " - ":
            return True
        rest = rest.lstrip(" ")
        return not rest or not (rest[0].isalnum() or rest[0] in "'\"(-/")
