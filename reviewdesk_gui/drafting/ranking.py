"""Which template comes first: the one used least and least like what stands on the platform already (P20)."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rapidfuzz import fuzz, process

from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.drafting.template import Template

_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TOO_ALIKE = 60.0
_REMEMBERED = timedelta(days=90)
_ROOM = 60


@dataclass(frozen=True, slots=True)
class Use:
    """When a template was used (UTC) and for which customer ("" where unknown)."""

    when: datetime
    customer: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """What has been used when: template id to uses, oldest first."""

    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)

    def with_use(self, template: str, when: datetime, customer: str = "") -> "Usage":
        """The same record with one use more; the newest 50 of each template are kept."""
        kept = (*self.uses.get(template, ()), Use(when, customer))[-50:]
        return Usage({**self.uses, template: kept})

    def last(self, template: str) -> Use | None:
        """The newest use ("used 3 days ago for Anna")."""
        uses = self.uses.get(template, ())
        return uses[-1] if uses else None

    def count(self, template: str, since: datetime | None = None) -> int:
        """How often the template was used, since that moment where one is given."""
        return sum(1 for use in self.uses.get(template, ()) if since is None or use.when >= since)

    def as_table(self) -> dict[str, list[list[str]]]:
        """A plain table for the desk's settings: id to pairs of ISO time and customer."""
        return {id_: [[use.when.isoformat(), use.customer] for use in uses] for id_, uses in self.uses.items()}

    @classmethod
    def from_table(cls, table: Mapping[str, Sequence[Sequence[str]]]) -> "Usage":
        """The record that ``as_table`` wrote; entries that cannot be read are left out."""
        uses: dict[str, tuple[Use, ...]] = {}
        for id_, pairs in table.items():
            kept = []
            for pair in pairs:
                try:
                    kept.append(Use(datetime.fromisoformat(pair[0]), pair[1]))
                except (ValueError, IndexError, TypeError):
                    continue
            uses[id_] = tuple(kept)
        return cls(uses)

    def without_customer(self, customer: str) -> "Usage":
        """The same record without that customer's name, for when a person is erased."""
        return Usage(
            {
                id_: tuple(Use(use.when, "" if use.customer == customer else use.customer) for use in uses)
                for id_, uses in self.uses.items()
            }
        )


def rank(
    templates: Sequence[Template],
    usage: Usage,
    recent: Sequence[str] = (),
    *,
    favourites: Collection[str] = (),
    platform: Platform | None = None,
    now: datetime | None = None,
) -> list[Template]:
    """Best first: what fits the platform's limit, favourites, those unlike ``recent`` (texts on the same platform), the
    least used of the last 90 days, the least alike. ``now`` is UTC; without it every use counts.
    """
    since = now - _REMEMBERED if now else None

    def key(template: Template) -> tuple[bool, bool, bool, int, float]:
        like = likeness(template, recent)
        return (
            not fits(template, platform),
            template.id not in favourites,
            like >= _TOO_ALIKE,
            usage.count(template.id, since),
            round(like),
        )

    return sorted(templates, key=key)


def fits(template: Template, platform: Platform | None) -> bool:
    """Whether the template's fixed words leave room for greeting, slots and signature within the platform's limit."""
    if platform is None or platform.limit is None:
        return True
    return platform.length(skeleton(template.source)) + _ROOM <= platform.limit


def likeness(template: Template, recent: Sequence[str]) -> float:
    """How much the template's fixed words resemble the closest of ``recent``, 0 to 100."""
    if not recent:
        return 0.0
    found = process.extractOne(skeleton(template.source), recent, scorer=fuzz.token_sort_ratio)
    return float(found[1]) if found else 0.0


def skeleton(source: str) -> str:
    """The template's fixed words, without tags."""
    return " ".join(_TAGS.sub(" ", source).split())
