"""The form of a name in which a person is addressed, for languages that have one (Ukrainian, Bulgarian).

The rules are data: ``[vocative]`` in ``templates/blocks/<code>/language.toml``.
"""

from reviewdesk_gui.drafting.phrasebook import NameRules


def vocative(name: str, rules: NameRules) -> str:
    """``name`` in the vocative; unchanged where the language has none or the name is not known to have one."""
    known = rules.vocative.get(name.casefold())
    if known is not None:
        return known[:1].upper() + known[1:] if name[:1].isupper() else known
    if rules.only and name.casefold() not in rules.only:
        return name
    for ending, swapped in rules.endings:
        if name.casefold().endswith(ending) and len(name) > len(ending):
            return name[: len(name) - len(ending)] + swapped
    return name
