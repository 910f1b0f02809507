"""The reader's name as an address: after a salutation, alone at the start, or beside words such as "thank you"."""

import re
from collections.abc import Iterator

from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.pack import LanguagePack, Names
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.textwords import SEPARATOR
from reviewdesk_gui.domain.finding import Span

_NAME_WORD = re.compile(r"@?[^\W\d_][\w.'-]*")
_AUTHOR_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_GAP = re.compile(SEPARATOR)
_MOST_WORDS = 3
_SHORT = 3
_NOBODY = "google"
_TELLING = 6  # letters of a beginning that says that an author's word is no name
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "di", "da", "del", "la", "le", "af", "ter", "ten", "zu", "bin", "al", "el"}
)
_SHORT_SENTENCE = 7
_SIGNING_ZONE = 60  # code points at the end
_TRAILING = re.compile(r",\s+([^\W\d_a-zà-öø-ÿа-яёіїєґ][\w'’-]+(?: [^\W\d_a-zà-öø-ÿа-яёіїєґ][\w'’-]+)?)\W*\Z")


def author_forms(author: str, names: Names) -> frozenset[str]:
    """Every folded word by which the author may be called: the names, their forms of address and short forms."""
    said = _AUTHOR_WORD.findall(fold(author))
    if _NOBODY in said:  # "A Google user" in any language
        return frozenset()
    words = [word for word in said if len(word) > 1 and not names.not_names.match(word, _TELLING)]
    forms = {fold(author).strip()} | set(words) if words else set()
    for word in words:
        forms.update(names.diminutives.get(word, ()))
        for ending, address in names.endings:
            if word.endswith(ending) and len(word) - len(ending) >= 1:
                forms.add(word[: len(word) - len(ending)] + address)
    return frozenset(forms)


def is_form_of(word: str, forms: frozenset[str]) -> bool:
    """Whether the folded ``word`` is one of the author's forms, or shares a long stem with one."""
    if word in forms:
        return True
    stem = max(_SHORT, len(word) - 2)
    return len(word) > _SHORT and any(
        len(form) > _SHORT and abs(len(form) - len(word)) <= 2 and form[:stem] == word[:stem] for form in forms
    )


class NameFinder:
    """Finds names used as an address in one prepared text."""

    def __init__(self, prepared: PreparedText, pack: LanguagePack, author: str) -> None:
        self._prepared = prepared
        self._names = pack.names
        self._pack = pack
        self._forms = author_forms(author, pack.names)

    def after(self, offset: int, sentence_end: int) -> Span | None:
        """The name that follows a salutation ending at ``offset``: "Hello| Anna Berg," "Hej|, Anna!"."""
        gap = _GAP.match(self._prepared.folded, offset, sentence_end)
        if not gap:
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
        """A name that opens the reply as an address: "Anna, thank you", "Anna!"."""
        if not self._prepared.sentences:
            return None
        sentence = self._prepared.sentences[0]
        span = self._run(sentence.start, sentence.end)
        if span is None or not self._closed(span.end, len(self._prepared.text)):
            return None
        if self._is_author(span):
            return span
        stop = self._prepared.folded[span.end : span.end + 2].lstrip(".")[:1]
        stops = ("!",) if self._forms else (",", "!", "\n")
        shouted = " " in span.of(self._prepared.text) and span.of(self._prepared.text).isupper()
        named = stop in stops and not shouted and all(self._unknown(word) for word in self._words(span))
        return span if named else None

    def late(self) -> Iterator[Span]:
        """Names further on: the author's own anywhere before the signature, others beside a word of address."""
        folded, text = self._prepared.folded, self._prepared.text
        for match in _AUTHOR_WORD.finditer(folded) if self._forms else ():
            if match.group() in self._forms and text[match.start()].isupper() and not self._signs(match.start()):
                yield Span(*match.span())
        addressed = list(self._pack.address.search(self._prepared))
        for hit in addressed:
            span = self.after(hit.span.end, hit.sentence.end) or self._before(hit.span.start, hit.sentence.start)
            if span and not self._signs(span.start) and all(self._unknown(word) for word in self._words(span)):
                yield span
        yield from self._trailing({hit.sentence for hit in addressed})

    def _trailing(self, addressed: set[Span]) -> Iterator[Span]:
        """A comma and a name at the end of a short sentence, or of one that holds a word of address."""
        for sentence in self._prepared.sentences:
            match = _TRAILING.search(self._prepared.text, sentence.start, sentence.end)
            if not match or self._signs(match.start(1)):
                continue
            short = len(sentence.of(self._prepared.text).split()) <= _SHORT_SENTENCE
            span = Span(*match.span(1))
            if (short or sentence in addressed) and all(self._unknown(word) for word in self._words(span)):
                yield span

    def _before(self, offset: int, start: int) -> Span | None:
        """A name with its comma just before ``offset``."""
        match = re.search(r"([^\W\d_][\w'-]*)\s*,\s*\Z", self._prepared.folded[max(start, offset - 40) : offset])
        if not match:
            return None
        base = max(start, offset - 40)
        return self._run(base + match.start(1), base + match.end(1))

    def _run(self, start: int, end: int) -> Span | None:
        """One to three name words from ``start``, titles included but not alone."""
        first = last = None
        at, before = start, ""
        for _ in range(_MOST_WORDS + 1):
            match = _NAME_WORD.match(self._prepared.folded, at, end)
            if not match:
                break
            word = match.group().rstrip(".'-")
            if word in self._names.titles or (first is not None and word in _PARTICLES):
                first = first if first is not None else at
            elif first is not None and before in _PARTICLES:
                last = at + len(word)
            elif self._name_shaped(at, word):
                first = first if first is not None else at
                last = at + len(word)
            else:
                break
            blank = re.match(r"\.?[ ]", self._prepared.folded[match.end() : match.end() + 2])
            if not blank:
                break
            at, before = match.end() + blank.end(), word
        return Span(first, last) if first is not None and last is not None else None

    def _name_shaped(self, at: int, word: str) -> bool:
        if word in self._forms:
            return True
        sign = self._prepared.text[at]
        return (sign.isupper() or sign == "@") and not any(s.isdigit() for s in word) and self._unknown(word)

    def _unknown(self, word: str) -> bool:
        """Whether a word may be a name: no word of the language that packs know to follow a salutation."""
        return word in self._forms or word in self._names.titles or not self._pack.common.match(word)

    def _words(self, span: Span) -> list[str]:
        return [word.rstrip(".'-") for word in _NAME_WORD.findall(self._prepared.folded, span.start, span.end)]

    def _is_author(self, span: Span) -> bool:
        return any(is_form_of(word, self._forms) for word in self._words(span))

    def _closed(self, offset: int, end: int) -> bool:
        """Whether an address may end at ``offset``: a comma, a full stop, an emoji or the line's end follows."""
        rest = self._prepared.folded[offset : min(end, offset + 3)].lstrip(" ")
        return not rest or not (rest[0].isalnum() or rest[0] in "'\"(-/")

    def _signs(self, offset: int) -> bool:
        """Whether ``offset`` lies where the writer signs: on the last lines, after a dash, or before who it is."""
        folded = self._prepared.folded
        if len(folded) - offset >= _SIGNING_ZONE:
            return False
        before = folded[max(0, offset - 3) : offset]
        if before.endswith(("-", "- ", "/", "\n")) or "\n" in folded[max(0, offset - 30) : offset]:
            return True
        last = self._prepared.sentences[-1]
        followed = bool(_NAME_WORD.sub("", folded[offset:], count=1).strip(" .,!?:;)"))
        return followed and last.start <= offset and len(self._prepared.sentences) > 1
