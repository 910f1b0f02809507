"""Addresses on the web that lead to a person: pages, bare domains, names on networks. A platform's own address, without
a page, leads to nobody and stays.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from reviewdesk_gui import paths
from reviewdesk_gui.domain.datafile import read_toml
from reviewdesk_gui.exporting.name_spelling import skeleton
from reviewdesk_gui.exporting.people_words import PeopleWords

_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_REST = r"[^\s<>\"»“”]"
_PAGE = re.compile(
    rf"https?://{_REST}+|www\.{_REST}+|(?<![\w.@/-])(?:{_LABEL}\.)+[^\W\d_]{{2,24}}/\w{_REST}*", re.IGNORECASE
)
_DOMAIN = re.compile(rf"(?<![\w.@/-])((?:{_LABEL}\.)+)([^\W\d_]{{2,24}})(?![\w@/-]|\.\w)(?=(.?))", re.DOTALL)
_SCHEME = re.compile(r"https?://|www\.", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'’"
_LONG_NAME = 4
_SHORTEST_LABEL = 2
_LONG_LABEL = 6
_SECOND_LEVEL = ("co", "com", "org", "net", "ac")


class WebAddresses:
    """Takes the addresses of people out of texts in ``languages``. ``platforms`` are labels whose domains stay,
    ``names`` names that an address may bear.
    """

    def __init__(
        self, words: PeopleWords, platforms: frozenset[str], names: Iterable[str], languages: Iterable[str]
    ) -> None:
        self._words, self._platforms = words, platforms
        self._doubtful = words.words_that_end(languages)
        parts = (skeleton(part) for name in names for part in re.findall(r"[^\W\d_]+", name))
        self._names = frozenset(part for part in parts if len(part) >= _LONG_NAME)
        self._on_networks = _on_networks(words.networks)

    def taken_out(self, text: str, instead: str) -> str:
        """``text`` with ``instead`` for each of them."""
        text = _PAGE.sub(self._page(instead), text)
        text = _DOMAIN.sub(lambda found: instead if self._is_address(found) else found[0], text)
        return self._on_networks.sub(lambda found: found[1] + instead, text)

    def _page(self, instead: str) -> Callable[[re.Match[str]], str]:
        def without(found: re.Match[str]) -> str:
            address = found[0].rstrip(_TRAILING)
            host, _, page = _SCHEME.sub("", _SCHEME.sub("", address)).partition("/")
            return found[0] if not page and self._is_platform(host) else instead + found[0][len(address) :]

        return without

    def _is_address(self, found: re.Match[str]) -> bool:
        before, ending, after = found[1], found[2], found[3]
        host = before + ending
        folded = ending.lower()
        if folded not in self._words.endings or ending not in (folded, ending.upper()) or self._is_platform(host):
            return False
        labels = before.rstrip(".").split(".")
        last = labels[-1]
        if len(last) < _SHORTEST_LABEL or not any(sign.isalpha() for sign in last):
            return False
        if len(labels) > 1 and all(len(label) >= _SHORTEST_LABEL for label in labels):
            return True
        return folded not in self._doubtful or self._stands_out(last, after)

    def _stands_out(self, label: str, after: str) -> bool:
        """Whether a label before an ending that is a word too is more than the end of a sentence: it has a hyphen or a
        figure, bears a name, or a sentence ends behind the ending as well.
        """
        if "-" in label or any(sign.isdigit() for sign in label):
            return True
        if len(label) >= _LONG_LABEL and not after.isspace():
            return True
        bare = skeleton(label)
        return any(name in bare for name in self._names)

    def _is_platform(self, host: str) -> bool:
        labels = host.lower().split(".")[:-1]
        while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
            labels.pop()
        return bool(labels) and labels[-1] in self._platforms


def platform_labels() -> frozenset[str]:
    """What the domains of the platforms are called: "google", "tripadvisor". Raises DataFileError."""
    return _labels(paths.resources() / "platforms.toml")


@cache
def _labels(path: Path) -> frozenset[str]:
    platforms = read_toml(path).get("platform", [])
    hosts = [_SCHEME.sub("", str(entry["reply_url"])).partition("/")[0] for entry in platforms if "reply_url" in entry]
    known = {host.split(".")[-2] for host in hosts}
    names = {str(entry.get("name", "")).lower().partition(".")[0] for entry in platforms}
    return frozenset(known | {name for name in names if name.isalnum()})


@cache
def _on_networks(networks: frozenset[str]) -> re.Pattern[str]:
    """A network, and a name on it: after a colon any name, else one with a figure, a point or a low line."""
    known = "|".join(sorted(map(re.escape, networks), key=len, reverse=True))
    name = r"[A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9_])?"
    telling = r"(?=[A-Za-z]*[._0-9][A-Za-z0-9._]*[A-Za-z0-9_])"
    return re.compile(rf"(?<!\w)((?:{known})(?:\s*:\s*@?|\s+@?{telling}))(?:{name})(?!\w)", re.IGNORECASE)
