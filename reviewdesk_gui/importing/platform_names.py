"""Which platform a cell or a page means: "Google Maps", "TripAdvisor.com", "trustpilot"."""

from collections.abc import Iterable

from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.importing.headers import header_word


class PlatformNames:
    """Finds platform ids by name; names that hold others ("Google Play") come first."""

    def __init__(self, platforms: Iterable[Platform]) -> None:
        platforms = tuple(platforms)
        self._ids = {platform.id for platform in platforms}
        words = {header_word(word): platform.id for platform in platforms for word in (platform.id, platform.name)}
        self._words = sorted(words.items(), key=lambda item: -len(item[0]))
        self._known: dict[str, str] = dict(words)

    def known(self, platform_id: str) -> str:
        """``platform_id`` where the desk has that platform, else ""; without a list of platforms every id passes."""
        return platform_id if not self._ids or platform_id in self._ids else ""

    def find(self, name: str) -> str:
        """The platform's id, or "" where the name means none."""
        word = header_word(name)
        if not word:
            return ""
        known = self._known.get(word)
        if known is None:
            known = next((id_ for text, id_ in self._words if len(text) > 3 and text in word), "")
            if len(self._known) < 1000:
                self._known[word] = known
        return known
