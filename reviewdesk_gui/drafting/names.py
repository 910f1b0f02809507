"""The name to address a customer by, out of what a platform shows as the author."""

import re

from reviewdesk_gui.drafting.phrasebook import NameRules
from reviewdesk_gui.drafting.vocative import vocative

_TOKEN = re.compile(r"[^\s,]+")
_NAME = re.compile(r"[^\W\d_]+(?:[-'’ʼ`][^\W\d_]+)*\Z")


def address_name(author: str, rules: NameRules) -> str:
    """First name, or title and surname, in the form of address; "" where the author's name is none ("Guest 4711").

    A lower-case name is capitalised; a user name with digits, an initial or a lone word for a customer gives "".
    """
    tokens = _TOKEN.findall(author.strip())
    if not tokens or any(token.casefold().strip(".") in rules.not_names for token in tokens):
        return ""
    if len(tokens) > 1 and tokens[0].casefold().rstrip(".") in rules.titles:
        surname = _shaped(tokens[-1])
        title = tokens[0]
        return f"{vocative(title, rules)} {surname}" if surname else ""
    names = [shaped for shaped in map(_shaped, tokens) if shaped]
    if not names or not _shaped(tokens[0]):
        return ""
    first = names[0]
    if len(names) > 1 and _is_surname(first, rules) and not _is_surname(names[1], rules):
        first = names[1]
    return vocative(first, rules)


def _is_surname(name: str, rules: NameRules) -> bool:
    return name.casefold().endswith(rules.surnames) if rules.surnames else False


def _shaped(token: str) -> str:
    """The token as a name, or "" where it is an initial, has digits, or has a capital inside that no name has."""
    if len(token) < 2 or not _NAME.match(token) or not any(character.isalpha() for character in token):
        return ""
    if token.isupper() or token.islower():
        return "-".join(part.capitalize() for part in token.split("-")) if len(token) > 2 or token.islower() else ""
    return token if token[0].isupper() else ""
