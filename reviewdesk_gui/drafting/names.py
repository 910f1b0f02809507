"""The name to address a customer by, out of what a platform shows as the author."""

import re

from reviewdesk_gui.drafting.phrasebook import NameRules
from reviewdesk_gui.drafting.vocative import vocative

_TOKEN = re.compile(r"[^\s,]+")
_JOINTS = re.compile(r"[-'’ʼ`]")
_PREFIXES = ("Mc", "Mac", "De", "La", "Le", "Di", "Van")
_NAME = re.compile(r"[^\W\d_]+(?:[-'’ʼ`][^\W\d_]+)*\Z")


def address_name(author: str, rules: NameRules) -> str:
    """First name, or title and surname, in the form of address; "" where the author's name is none ("Guest 4711").

    A lower-case name is capitalised; a user name with digits, an initial or a lone word for a customer gives "".
    """
    tokens = _TOKEN.findall(author.strip())
    if not tokens or any(token.casefold().strip(".") in rules.not_names for token in tokens):
        return ""
    if len(tokens) > 1 and tokens[0].casefold().rstrip(".") in rules.titles:
        surname = _surname(tokens[1:])
        return f"{vocative(tokens[0], rules)} {surname}" if surname else ""
    names = [shaped for shaped in map(_shaped, tokens) if shaped]
    if not names or not _shaped(tokens[0]):
        return ""
    first = names[0]
    if len(names) > 1 and _is_surname(first, rules) and not _is_surname(names[1], rules):
        first = names[1]
    return vocative(first, rules)


def _surname(tokens: list[str]) -> str:
    """The last name with its small particles ("de Vries"), or ""."""
    if not _shaped(tokens[-1]):
        return ""
    start = len(tokens) - 1
    while start > 0 and tokens[start - 1].islower() and tokens[start - 1].isalpha():
        start -= 1
    return " ".join([*tokens[start:-1], _shaped(tokens[-1])])


def _is_surname(name: str, rules: NameRules) -> bool:
    folded = name.casefold()
    return bool(rules.surnames) and folded not in rules.given and folded.endswith(rules.surnames)


def _shaped(token: str) -> str:
    """The token as a name, or "" where it is an initial, has digits, or has a capital inside that no name has."""
    if len(token) < 2 or not _NAME.match(token) or not any(character.isalpha() for character in token):
        return ""
    if token.isupper() or token.islower():
        return "-".join(part.capitalize() for part in token.split("-")) if len(token) > 2 or token.islower() else ""
    return token if all(_capital(part) for part in _JOINTS.split(token)) else ""


def _capital(part: str) -> bool:
    """Large first letter, small rest, but for prefixes as in McKenzie."""
    for prefix in _PREFIXES:
        if part.startswith(prefix) and part[len(prefix) : len(prefix) + 1].isupper():
            part = part[len(prefix) :]
    return part[:1].isupper() and (part[1:].islower() or len(part) == 1)
