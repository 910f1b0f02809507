"""Building the engine from the program's resource folder."""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reviewdesk_gui.checks.bans import BansCheck
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.jargon import OwnersJargonCheck
from reviewdesk_gui.checks.limits import LimitsCheck
from reviewdesk_gui.checks.openslots import SlotsCheck
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.packfile import read_text
from reviewdesk_gui.checks.packs import load_pack
from reviewdesk_gui.checks.punctuation import PunctuationCheck
from reviewdesk_gui.checks.repeats import RepeatsCheck
from reviewdesk_gui.checks.report import CodeCheck, PromiseReader, Recogniser, TwinFinder
from reviewdesk_gui.checks.shouting import ShoutingCheck
from reviewdesk_gui.checks.wording import Wording, load_wording
from reviewdesk_gui.checks.wrongname import WrongNameCheck
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.policy import Policy, parse_policies


class PackShelf:
    """The language packs of a folder, each loaded once, when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._packs: dict[str, LanguagePack] = {}
        self._lock = threading.Lock()

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that have a pack."""
        return tuple(sorted(path.parent.name for path in self._folder.glob("*/pack.toml")))

    def __call__(self, code: str) -> LanguagePack:
        """The pack of ``code``. Raises DataFileError."""
        pack = self._packs.get(code)
        if pack is None:
            with self._lock:
                pack = self._packs.get(code) or self._packs.setdefault(code, load_pack(self._folder / code))
        return pack


def own_checks(wording: Wording, policies: Mapping[CaseType, Policy]) -> tuple[CodeCheck, ...]:
    """The checks in code that need nothing but the text, the context and the pack."""
    return (
        SlotsCheck(wording),
        LimitsCheck(wording, policies),
        BansCheck(wording),
        WrongNameCheck(wording),
        OwnersJargonCheck(wording),
        ShoutingCheck(wording),
        RepeatsCheck(wording),
        PunctuationCheck(wording),
    )


def build_engine(
    resources: Path,
    *,
    interface: str = "en",
    packs: PackShelf | None = None,
    checks: Callable[[Wording], Sequence[CodeCheck]] | None = None,
    promises: PromiseReader | None = None,
    twins: TwinFinder | None = None,
    recognise: Recogniser | None = None,
) -> Engine:
    """An engine over ``resources`` that speaks the language ``interface``. Raises DataFileError.

    ``checks`` makes the further code checks, given the wording in which they speak; ``packs`` shares packs with others.
    """
    wording = load_wording(resources / "wording", interface)
    policies_path = resources / "policies.toml"
    policies = parse_policies(read_text(policies_path), policies_path)
    shelf = packs or PackShelf(resources / "languages")
    return Engine(
        shelf,
        shelf.languages,
        policies,
        wording,
        checks=(*own_checks(wording, policies), *(checks(wording) if checks else ())),
        promises=promises,
        twins=twins,
        recognise=recognise,
    )
