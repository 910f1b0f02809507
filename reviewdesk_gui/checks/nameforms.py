"""The words by which an author may be called: the name itself, its forms of address, short, pet and drawn-out forms."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.pack import Names
from reviewdesk_gui.checks.textwords import drawn_in

_GERMANIC = ("van", "von", "fan", "de", "der", "den", "af", "ter", "ten", "zu")
PARTICLES = frozenset((*_GERMANIC, "di", "da", "del", "la", "le", "bin", "al", "el"))
"""Small words inside a surname."""
AUTHOR_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_RAW_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_RAW_NAME = re.compile(r"[^\W_][\w.'’-]*")
_BEGINNING = re.compile(r"[^\W_]+")
_SHORT = 3
_FIGURES = "0123456789"
_NOBODY = "google"
_MOST_AUTHORS = 32  # remembered
_TELLING = 6  # letters of a beginning that says that an author's word is no name


@lru_cache(maxsize=_MOST_AUTHORS)
def author_forms(author: str, names: Names) -> frozenset[str]:
    """Every folded word by which the author may be called: the names, their forms of address and short forms."""
    said = AUTHOR_WORD.findall(fold(author))
    if _NOBODY in said:  # "A Google user" in any language
        return frozenset()
    letters = _abbreviations(author)
    words = [
        word for word in said if len(word) > 1 and word not in letters and not names.not_names.match(word, _TELLING)
    ]
    words += [bare for word in words if len(bare := word.rstrip(_FIGURES)) > _SHORT and bare != word]  # "anna85"
    forms = {fold(author).strip()} | set(words) if words else set()
    for word in words:
        forms.update(names.diminutives.get(word, ()))
        forms.update(full for full, short in names.diminutives.items() if word in short)
        for ending, address in names.endings:
            if word.endswith(ending) and len(word) - len(ending) >= 1:
                forms.add(word[: len(word) - len(ending)] + address)
    return frozenset(forms)


def _abbreviations(author: str) -> frozenset[str]:
    """Words of two capitals beside a longer one ("Orient GB"): they call nobody."""
    words = _RAW_WORD.findall(author)
    short = {word for word in words if len(word) <= 2 and word.isupper()}
    return frozenset(fold(word) for word in short) if len(short) < len(words) else frozenset()


def plain_form(word: str, forms: frozenset[str]) -> str:
    """The author's form that the folded ``word`` is, drawn out ("annaaa") or hung on to ("ellie-bear"); "" if none."""
    if word in forms:
        return word
    drawn = drawn_in(word)
    head = drawn.partition("-")[0]
    return next((form for form in (drawn, head) if len(form) >= _SHORT and form in forms), "")


def only_calls(said: str, forms: frozenset[str]) -> bool:
    """Whether the words of ``said`` are the author's ``forms`` and nothing else."""
    words = [fold(word).rstrip(".'-") for word in _RAW_NAME.findall(said)]
    return bool(forms) and all(plain_form(word, forms) for word in words)


def calls_like(forms: frozenset[str], folded: str) -> Iterator[re.Match[str]]:
    """The words of a folded text that are one of ``forms`` up to their first sign, drawn out or not, in order."""
    beginning = _beginning_of_any(forms)
    if beginning:
        for found in beginning.finditer(folded):
            word = AUTHOR_WORD.match(folded, found.start())
            if word:
                yield word


@lru_cache(maxsize=_MOST_AUTHORS)
def _beginning_of_any(forms: frozenset[str]) -> re.Pattern[str] | None:
    beginnings = {drawn_in(found.group()) for form in forms if (found := _BEGINNING.search(form))}
    return re.compile("|".join(sorted(map(_any_length, beginnings)))) if beginnings else None


def initials_like(author: str, text: str) -> Iterator[re.Match[str]]:
    """The calls in ``text`` of an author who goes by nothing but initials, written close, apart or with dots, after a
    comma or before a comma or an exclamation mark: "N.K.!", "Hi AL!".
    """
    letters = _RAW_WORD.findall(author)
    if len(letters) > 1 and all(len(letter) == 1 for letter in letters):
        said = r"\.?[ ]?".join(letters)
        yield from re.finditer(rf"(?<!\w)(?:(?<=, ){said}\.?(?!\w)|{said}\.?(?=[,!]))", text)


def _any_length(beginning: str) -> str:
    """An expression for a word's ``beginning`` with any of its single letters drawn out; its first letter stands first,
    since the search can skip to it.
    """
    runs = ["".join(run) for _, run in groupby(beginning)]
    first, *rest = [run if len(run) > 1 else f"{run}(?:{run}{run}+)?" for run in runs]
    initial = beginning[0]
    at_start = rf"(?<![^\W_]{initial})(?<![^\W_]['-]{initial})"
    return rf"{initial}{at_start}{first[1:]}{''.join(rest)}(?![^\W_])"


def is_form_of(word: str, forms: frozenset[str]) -> bool:
    """Whether the folded ``word`` is one of the author's forms, or shares a long stem with one."""
    if plain_form(word, forms):
        return True
    stem = max(_SHORT, len(word) - 2)
    return len(word) > _SHORT and any(
        len(form) > _SHORT and abs(len(form) - len(word)) <= 2 and form[:stem] == word[:stem] for form in forms
    )


def vocative(name: str, names: Names) -> str:
    """``name`` as the language's table of address has it, by its longest ending; as it is where none fits."""
    small = fold(name)
    fitting = [pair for pair in names.vocative if small.endswith(pair[0]) and len(small) > len(pair[0]) - 1]
    if not fitting:
        return name
    ending, address = max(fitting, key=lambda pair: len(pair[0]))
    kept = name[: len(name) - len(ending)]
    return kept + address if kept else address[:1].upper() + address[1:]
