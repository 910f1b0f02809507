"""Length: the target of the type of review, and what the platform takes."""

from collections.abc import Iterator, Mapping

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.inferring import type_of
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.finding import Finding, Severity
from reviewdesk_gui.domain.policy import Policy


class LimitsCheck:
    """Too long for its readers (P16), too long or too short for the platform."""

    def __init__(self, wording: Wording, policies: Mapping[CaseType, Policy]) -> None:
        self._wording = wording
        self._policies = policies

    def __call__(self, prepared: PreparedText, context: CheckContext, _pack: LanguagePack) -> Iterator[Finding]:
        """At most one finding on the target and one on the platform's limit."""
        most = self._policies[type_of(context)].words[1]
        words = prepared.word_count
        if words > most:
            yield self._wording.finding(
                "length.target",
                Severity.HINT,
                check="length",
                key="length.target",
                why="P16",
                values={"words": words, "most": most},
            )
        platform = context.platform
        if platform is None or not prepared.text.strip():
            return
        length = platform.length(prepared.text)
        values: dict[str, object] = {
            "length": length,
            "platform": platform.name,
            "over": length - (platform.limit or 0),
            "limit": platform.limit,
        }
        if platform.limit is not None and length > platform.limit:
            yield self._wording.finding(
                "length.limit",
                Severity.MUST,
                check="length",
                key="length.limit",
                why="P16",
                values=values,
            )
        elif length < platform.minimum:
            values["limit"] = platform.minimum
            yield self._wording.finding(
                "length.minimum", Severity.MUST, check="length", key="length.minimum", values=values
            )
