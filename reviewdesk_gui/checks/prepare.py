"""Making a text ready for its checks."""

from dataclasses import replace

from reviewdesk_gui.checks.contacts import find_contacts
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.sentence_memory import sentence_keys
from reviewdesk_gui.checks.sentences import split_sentences
from reviewdesk_gui.checks.slots import find_slots
from reviewdesk_gui.checks.textwords import TextWords


def prepare(text: str, language: str, abbreviations: frozenset[str] = frozenset()) -> PreparedText:
    """``text`` folded and cut into sentences, with its contacts and slots; time is linear in its length."""
    folded = fold(text)
    contacts = find_contacts(text, folded)
    shielded = [contact.span for contact in contacts]
    prepared = PreparedText(
        text=text,
        folded=folded,
        language=language,
        sentences=split_sentences(text, folded, shielded, abbreviations),
        words=TextWords(folded),
        contacts=contacts,
        slots=find_slots(text, folded),
    )
    opening, closing = prepared.zone("opening"), prepared.zone("closing")
    opened = opening[-1].end if opening else 0
    keys = sentence_keys(folded, prepared.sentences, contacts, opened, closing[0].start if closing else len(text))
    return replace(prepared, keys=keys)
