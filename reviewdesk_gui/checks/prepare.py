"""Making a text ready for its checks."""

from dataclasses import replace

from reviewdesk_gui.checks.contacts import find_contacts
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.retyped import cut_again, unchanged
from reviewdesk_gui.checks.sentence_memory import sentence_keys
from reviewdesk_gui.checks.slots import find_slots
from reviewdesk_gui.checks.textwords import count_words

_NOTHING = PreparedText(text="", folded="", language="", sentences=())


def prepare(
    text: str,
    language: str,
    abbreviations: frozenset[str] = frozenset(),
    earlier: PreparedText | None = None,
) -> PreparedText:
    """``text`` folded and cut into sentences, with its contacts and slots; time is linear in its length.

    ``earlier`` is a text of the same language to keep from what did not change; it changes no result.
    """
    folded = fold(text)
    contacts = find_contacts(text, folded)
    if earlier is None or earlier.language != language:
        earlier = _NOTHING
    same = unchanged(earlier, text, folded, contacts)
    cut = cut_again(earlier, same, text, folded, [contact.span for contact in contacts], abbreviations)
    prepared = PreparedText(
        text=text,
        folded=folded,
        language=language,
        sentences=cut.sentences,
        begins=cut.begins,
        word_count=count_words(folded),
        contacts=contacts,
    )
    opening, closing = prepared.zone("opening"), prepared.zone("closing")
    opened = opening[-1].end if opening else 0
    closes = closing[0].start if closing else len(text)
    keys = sentence_keys(folded, cut.sentences, contacts, opened, closes, cut.keys)
    slots = tuple(slot for slot in find_slots(text, folded) if not prepared.in_contact(slot))
    return replace(prepared, keys=keys, slots=slots)
