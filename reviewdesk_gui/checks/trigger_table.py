"""The triggers of many phrases as tables by word, in a form that is read from a file as it stands."""

from collections.abc import Iterable

import msgspec

from reviewdesk_gui.checks.triggers import Trigger, Triggers

ROLES = 3  # a phrase's first set of words tells where a match lies; a second and third must have a word there too


class TriggerTable(msgspec.Struct, forbid_unknown_fields=True):
    """``words`` gives for each kind of trigger and its letters the numbers of the sets that hold it. ``users`` gives
    for each role and set the numbers of the phrases that use it so. ``leads`` has for each phrase the most words that
    may stand before one of its first set in a match.
    """

    words: dict[str, dict[str, list[int]]]
    users: list[dict[int, list[int]]]
    leads: list[int]

    def without(self, role: int) -> list[int]:
        """The phrases that have no set in that role."""
        having = {number for users in self.users[role].values() for number in users}
        return [number for number in range(len(self.leads)) if number not in having]

    def at_start(self, word: str) -> list[int]:
        """The sets that ``word`` calls by itself or by its beginning."""
        found = list(self.words.get("exact", {}).get(word, ()))
        beginnings = self.words.get("prefix", {})
        for length in range(1, len(word) + 1):
            found += beginnings.get(word[:length], ())
        return found


def table_of(triggers: Iterable[Triggers]) -> TriggerTable:
    """The table of ``triggers``, one for each phrase, the same for the same triggers."""
    numbers: dict[frozenset[Trigger], int] = {}
    users: list[dict[int, list[int]]] = [{} for _ in range(ROLES)]
    leads: list[int] = []
    for phrase, found in enumerate(triggers):
        leads.append(found.lead)
        for role, words in enumerate((found.words, *found.also)):
            if words:
                users[role].setdefault(numbers.setdefault(words, len(numbers)), []).append(phrase)
    tables: dict[str, dict[str, list[int]]] = {}
    for words, number in numbers.items():
        for kind, letters in words:
            tables.setdefault(kind, {}).setdefault(letters, []).append(number)
    ordered = {kind: dict(sorted(table.items())) for kind, table in sorted(tables.items())}
    return TriggerTable(ordered, users, leads)
