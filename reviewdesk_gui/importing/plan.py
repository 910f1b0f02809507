"""What an import would do to the desk: new, changed, same, removed, possibly double. Pure; applying it is the
caller's.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from msgspec.structs import replace

from reviewdesk_gui.collection import no_collection, spare_from_collection
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.reply import ReplyState
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.importing.identity import case_id
from reviewdesk_gui.importing.index import ReviewIndex, is_erased
from reviewdesk_gui.importing.merging import merge_case, merge_review
from reviewdesk_gui.importing.new_case import new_case
from reviewdesk_gui.importing.removed import Gone, find_removed
from reviewdesk_gui.importing.scanned import OpenFile, Rejected, Scan, ScannedReview


class Change(StrEnum):
    """What a row does to the desk."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Entry(msgspec.Struct, eq=False, gc=False):
    """One review of the import with the case it leads to; ``before`` is the desk's case, None where the review is new.

    ``id`` is the case's. ``twin`` is the id of another case that may well be the same review from another kind of
    export, or "". ``now`` (UTC) is when the import is planned.
    """

    change: Change
    id: str
    row: ScannedReview
    now: datetime
    before: Case | None = None
    twin: str = ""
    decided: Case | None = None

    @property
    def case(self) -> Case:
        """The case as it will stand. A new review's is made when it is first asked for: most imports are looked at
        before they are applied, and many hold far more reviews than are looked at.
        """
        if self.decided is None:
            row = self.row
            self.decided = new_case(row.review, now=self.now, reply=row.reply, facts=row.facts)
        return self.decided

    @property
    def review(self) -> Review:
        """The review of ``case``."""
        return self.row.review if self.decided is None else self.decided.review

    @property
    def seen(self) -> bool:
        """Whether a reply was found again on the platform."""
        return self._reply_became(ReplyState.SEEN)

    @property
    def altered(self) -> bool:
        """Whether the reply on the platform differs from what was copied."""
        return self._reply_became(ReplyState.ALTERED)

    @property
    def outdated(self) -> bool:
        """Whether the review was changed after its reply."""
        return self._reply_became(ReplyState.OUTDATED)

    def _reply_became(self, state: ReplyState) -> bool:
        before = self.before.replies if self.before else ()
        return any(reply.state is state and reply not in before for reply in self.case.replies)


@dataclass(frozen=True, slots=True)
class Plan:
    """The decisions for one scan. ``removed`` are the desk's cases whose reviews seem to be gone, about which the owner
    decides; ``repeated`` counts rows that say again what another row of the scan says.
    ``attached`` opens files of the cases by their SHA-256.
    """

    entries: tuple[Entry, ...]
    rejected: tuple[Rejected, ...]
    removed: tuple[Gone, ...]
    existing: dict[str, Case]
    repeated: int = 0
    attached: Mapping[str, OpenFile] = field(default_factory=dict)

    def of(self, change: Change) -> list[Entry]:
        """The entries with this change."""
        return [entry for entry in self.entries if entry.change is change]

    @property
    def twins(self) -> list[Entry]:
        """New entries that may be reviews which the desk knows already."""
        return [entry for entry in self.entries if entry.twin]

    def cases_to_save(self, *, removed: Collection[str] = (), joined: Collection[str] = ()) -> list[Case]:
        """The cases that differ from the desk's. ``removed`` are ids out of ``self.removed`` that the owner
        confirmed; ``joined`` are ids of new entries to be joined to their ``twin`` instead of becoming cases of their
        own.
        """
        with no_collection():
            saved = self._decided(joined)
            spare_from_collection(len(saved))
        saved.update((gone.case.id, gone.case) for gone in self.removed if gone.case.id in removed)
        return list(saved.values())

    def _decided(self, joined: Collection[str]) -> dict[str, Case]:
        saved: dict[str, Case] = {}
        for entry in self.entries:
            if entry.change is Change.SAME:
                continue
            if entry.twin and entry.id in joined:
                twin = saved.get(entry.twin) or self.existing.get(entry.twin)
                if twin is not None:
                    case = merge_review(twin, entry.row, now=entry.case.timeline[0].at, joining=True)
                    saved[case.id] = case
                    continue
            saved[entry.id] = entry.case
        return saved

    @property
    def files(self) -> int:
        """How many files of cases come with what is new or changed."""
        return len(self.files_of(e.row.case for e in self.entries if e.change is not Change.SAME and e.row.case))

    def files_of(self, cases: Iterable[Case]) -> list[str]:
        """The digests of the files that come with ``cases``, each once."""
        named = (attachment.sha256 for case in cases for attachment in case.attachments)
        return [digest for digest in dict.fromkeys(named) if digest in self.attached]

    def summary(self) -> dict[str, Any]:
        """The figures in the form that the command line prints."""
        counts = {change.value: 0 for change in Change}
        for entry in self.entries:
            counts[entry.change.value] += 1
        rejected = [{"file": row.file, "line": row.line, "reason": row.reason} for row in self.rejected]
        return {**counts, "repeated": self.repeated, "rejected": rejected}


def make_plan(scan: Scan, existing: Iterable[Case], *, now: datetime, absent: Collection[str] = ()) -> Plan:
    """Compare ``scan`` with the desk's cases. The same review several times in one scan becomes one entry, the newest
    wording wins. ``absent`` are digests of attachments whose files the desk lacks.
    """
    with no_collection():
        desk = {case.id: case for case in existing}
        entries = _entries(scan.reviews, desk, now, scan.attached.keys() & absent)
        removed = find_removed(scan, desk.values(), entries, now)
        spare_from_collection(len(entries))
        repeated = len(scan.reviews) - len(entries)
        return Plan(tuple(entries.values()), scan.rejected, tuple(removed), desk, repeated, scan.attached)


def _entries(
    rows: Iterable[ScannedReview], desk: Mapping[str, Case], now: datetime, brought: Collection[str]
) -> dict[str, Entry]:
    """One entry for each review, by the id of its case; ``brought`` are digests of files that the desk lacks."""
    index = ReviewIndex(desk.values())
    entries: dict[str, Entry] = {}
    for row in rows:
        known = index.knows(row)
        before = index.find(row) if known else None
        if before is None:
            new = row.case.id if row.case else case_id(row.review)
            twin = index.twin(row) if known else ""
            entry = entries[new] = Entry(Change.NEW, new, row, now, None, twin, row.case)
            index.add(entry, row.review)
            continue
        met = entries.get(before.id)
        entries[before.id] = _again(met, row, now) if met is not None else _compare(desk[before.id], row, now, brought)
    return entries


def _compare(before: Case, row: ScannedReview, now: datetime, brought: Collection[str] = ()) -> Entry:
    if is_erased(before):
        return Entry(Change.SAME, before.id, row, now, before, decided=before)
    case = merge_case(before, row.case, now=now) if row.case else merge_review(before, row, now=now)
    brings = brought and any(attachment.sha256 in brought for attachment in case.attachments)
    change = Change.SAME if case == before and not brings else Change.CHANGED
    return Entry(change, case.id, row, now, before, decided=case)


def _again(known: Entry, row: ScannedReview, now: datetime) -> Entry:
    """A review that stands in the scan a second time: the wording that was changed last counts."""
    if row.case is not None or _last_touch(row) <= _last_touch(known.row):
        return known
    if known.before is not None:
        return _compare(known.before, row, now)
    case = new_case(row.review, now=now, reply=row.reply or known.row.reply, facts=row.facts)
    return Entry(known.change, known.id, row, now, None, known.twin, replace(case, id=known.id))


def _last_touch(row: ScannedReview) -> float:
    moments = [row.review.changed_at, row.review.written_at, row.reply.at if row.reply else None]
    return max((moment.timestamp() for moment in moments if moment), default=0.0)
