"""The fix for a missing move: a sentence of the pack, filled from the shop's profile, at the place where it belongs."""

from collections.abc import Mapping

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.nameforms import vocative
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.domain.finding import Anchor, Fix, Move
from reviewdesk_gui.domain.platform import Banned

ANCHORS = {
    Move.GREETING: Anchor.START,
    Move.NAME: Anchor.START,
    Move.THANKS: Anchor.AFTER_GREETING,
    Move.APOLOGY: Anchor.AFTER_GREETING,
    Move.EMPATHY: Anchor.AFTER_GREETING,
    Move.SIGNATURE: Anchor.END,
}
_CAPITALS = 3  # letters up to which a name in capitals may be initials
_CONTACT_WAYS = (("email", Banned.EMAIL), ("phone", Banned.PHONE), ("website", Banned.LINK))


def insert_fix(move: Move, prepared: PreparedText, context: CheckContext, pack: LanguagePack, label: str) -> Fix | None:
    """The insert that makes ``move`` true, None where the pack or the profile has nothing to insert."""
    text = _text(move, context, pack)
    if not text or "{" in text:
        return None
    anchor = ANCHORS.get(move, Anchor.BODY_END)
    at = place(anchor, prepared)
    return Fix(label, _padded(text, prepared.folded, at, anchor), at=at)


def _text(move: Move, context: CheckContext, pack: LanguagePack) -> str:
    texts = pack.inserts.get(move.value, {})
    if move is Move.GREETING:
        name = address(context.author, pack)
        return texts.get("named", "").replace("{name}", name) if name else texts.get("plain", "")
    if move is Move.CONTACT:
        return _contact(context, texts)
    if move is Move.SIGNATURE:
        signature = "\n".join(part for part in (context.shop.answerer, context.shop.name) if part)
        return texts.get("text", "").replace("{signature}", signature) if signature else ""
    return texts.get("text", "").replace("{shop}", context.shop.name)


def _contact(context: CheckContext, texts: Mapping[str, str]) -> str:
    banned = context.platform.banned if context.platform else frozenset()
    for way, ban in _CONTACT_WAYS:
        value = getattr(context.shop, way)
        text = texts.get("link" if way == "website" else way, "")
        if value and text and ban not in banned:
            return text.replace("{contact}", value)
    return ""


def first_name(author: str, pack: LanguagePack) -> str:
    """What to call the author by: the first word of the name, or all of it after a title ("Frau Dr. Seidel").

    "" where it is no personal name.
    """
    words = author.split()
    if len(words) > 1 and words[0].lower().rstrip(".") in pack.names.titles:
        return " ".join(words)
    first = words[0] if words else ""
    if len(first) < 2 or not first.replace("-", "").replace("'", "").isalpha() or pack.common.match(first.lower()):
        return ""
    return first.capitalize() if first.islower() or (first.isupper() and len(first) > _CAPITALS) else first


def address(author: str, pack: LanguagePack) -> str:
    """The author's first name as it stands in an address, in the vocative where the language has one."""
    return " ".join(vocative(word, pack.names) for word in first_name(author, pack).split())


def place(anchor: Anchor, prepared: PreparedText) -> int:
    """The code point at which an insert lands."""
    if anchor is Anchor.START:
        return 0
    if anchor is Anchor.AFTER_GREETING:
        return _after_greeting(prepared)
    end = len(prepared.text.rstrip())
    signature = prepared.span_of(Move.SIGNATURE)
    if anchor is Anchor.BODY_END and signature:
        return _before_signature(prepared, signature.start)
    return end


def _after_greeting(prepared: PreparedText) -> int:
    greeting, name = prepared.span_of(Move.GREETING), prepared.span_of(Move.NAME)
    if not greeting:
        return 0
    end = greeting.end
    if name and name.start <= end + 3:
        end = max(end, name.end)
    while end < len(prepared.text) and prepared.text[end] not in ",.!\n":
        end += 1
    while end < len(prepared.text) and prepared.text[end] in ",.!":
        end += 1
    return end


def _before_signature(prepared: PreparedText, start: int) -> int:
    """The end of the last sentence before the lines that close the reply."""
    line = prepared.text.rfind("\n", 0, start) + 1
    ends = [sentence.end for sentence in prepared.sentences if sentence.end <= (line or start)]
    return ends[-1] if ends else len(prepared.text.rstrip())


def _padded(text: str, whole: str, at: int, anchor: Anchor) -> str:
    before, after = whole[:at], whole[at:]
    if anchor is Anchor.START:
        return text + ("\n\n" if after.strip() else "")
    lead = "" if not before or before.endswith(("\n", " ")) else "\n\n" if anchor is Anchor.END else " "
    if anchor is not Anchor.END and before.rstrip()[-1:].isalnum() and not before.endswith("\n"):
        lead = "\n\n" if anchor is Anchor.AFTER_GREETING else ". "
    tail = "" if not after or after[0] in "\n " else " "
    return lead + text + tail
