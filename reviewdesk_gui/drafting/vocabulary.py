"""The words that the author of a template may choose from a list."""

from dataclasses import dataclass

from reviewdesk_gui.drafting.phrasebook import Phrasebook
from reviewdesk_gui.drafting.template_files import PLAIN_WORDS, TABLES


@dataclass(frozen=True, slots=True)
class TemplateWord:
    """What to insert ("{{ name }}"), its group (text, shop, review, slot, block) and, for a slot, its label."""

    code: str
    group: str
    label: str = ""


def template_words(book: Phrasebook) -> list[TemplateWord]:
    """Every word that a template of the language may use, group by group."""
    words = [TemplateWord(f"{{{{ {name} }}}}", "text") for name in sorted(PLAIN_WORDS)]
    for table, entries in TABLES.items():
        words += [TemplateWord(f"{{{{ {table}.{entry} }}}}", table) for entry in sorted(entries)]
    for id_, slot in book.slots.items():
        words.append(TemplateWord(f"{{{{ {id_} }}}}", "slot", str(slot.get("label", id_))))
    for kind, blocks in book.blocks.items():
        words += [TemplateWord(f"{{{{ block.{kind}.{block.id} }}}}", "block") for block in blocks]
    return words
