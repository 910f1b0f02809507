"""The history as Markdown, to keep beside other notes."""

import re
from collections.abc import Iterator
from pathlib import Path

from reviewdesk_gui.domain.attachment import size_words
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.exporting.job import ExportOptions, ExportWatch
from reviewdesk_gui.exporting.reading_aids import Words
from reviewdesk_gui.exporting.snapshot import Snapshot

_SIGNS = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_LINE_SIGNS = re.compile(r"^(\s*)([#+\->=]|\d+[.)])", re.MULTILINE)


def write_markdown(snapshot: Snapshot, path: Path, _options: ExportOptions, watch: ExportWatch) -> None:
    """One section per case."""
    words = Words.in_zone(snapshot.zone)
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as handle:
        handle.write(f"# {plain(snapshot.shop.name or 'Case history')}\n\n")
        count = "1 case" if len(snapshot.cases) == 1 else f"{len(snapshot.cases)} cases"
        removed = ", known names removed" if snapshot.anonymised else ""
        handle.write(f"{count}, as of {words.moment(snapshot.taken_at)}{removed}\n")
        for case in watch.over(snapshot.cases):
            handle.write("\n" + "\n".join(_section(case, words)) + "\n")


def plain(text: str) -> str:
    """``text`` with the signs that Markdown would take for its own made literal."""
    return _LINE_SIGNS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))


def _section(case: Case, words: Words) -> Iterator[str]:
    review = case.review
    yield f"## {plain(words.heading(case))}"
    yield ""
    facts = [words.stars(review.rating), words.label(case.type), words.label(case.status)]
    facts += [words.label(case.outcome) if case.outcome else "", f"`{case.id}`"]
    yield " · ".join(fact for fact in facts if fact)
    for name, text in words.whereabouts(review):
        yield f"\n{name}: {plain(text)}"
    if review.title:
        yield f"\n**{plain(review.title)}**"
    yield from _quote(review.text)
    for old in case.former_reviews:
        when = words.moment(old.changed_at or old.written_at)
        yield "\n" + " ".join(filter(None, ("Former wording", when, words.stars(old.rating)))) + ":"
        yield from _quote(old.full_text)
    yield from _texts(case, words)
    yield from _lists(case, words)


def _texts(case: Case, words: Words) -> Iterator[str]:
    for reply in case.replies:
        yield f"\n### Reply, {words.label(reply.state)} {words.moment(reply.at)}"
        yield f"\n{_broken(reply.text)}"
        if reply.seen_text and reply.seen_text != reply.text:
            yield "\nOn the platform:"
            yield from _quote(reply.seen_text)
    for heading, text in (("Draft", case.draft), ("Facts", case.facts)):
        if text:
            yield f"\n### {heading}\n\n{_broken(text)}"


def _lists(case: Case, words: Words) -> Iterator[str]:
    if case.compensation:
        offered = case.compensation
        said = [plain(offered.what), plain(offered.value), f"offered {words.moment(offered.offered_at)}"]
        said.append(f"given {words.moment(offered.given_at)}" if offered.given_at else "")
        yield f"\n### Compensation\n\n{', '.join(filter(None, said))}"
    if case.followups:
        yield "\n### Follow-ups\n"
        for duty in case.followups:
            done = f"done {words.moment(duty.done_at)}" if duty.done_at else "open"
            yield f"- {duty.due.isoformat()} {words.label(duty.kind)} {plain(duty.note)} ({done})".replace("  ", " ")
    if case.attachments:
        yield "\n### Attachments\n"
        for attachment in case.attachments:
            yield f"- {plain(attachment.name)}, {size_words(attachment.size)}"
    if case.timeline:
        yield "\n### Timeline\n"
        for event in words.timeline(case):
            text = plain(" ".join(event.text.split()))
            yield f"- {words.moment(event.at)} {words.label(event.kind)} {text}".rstrip()


def _quote(text: str) -> Iterator[str]:
    if text:
        yield ""
        yield from (f"> {line}".rstrip() for line in plain(text).split("\n"))


def _broken(text: str) -> str:
    """Line breaks kept as breaks."""
    return plain(text).replace("\n", "  \n")
