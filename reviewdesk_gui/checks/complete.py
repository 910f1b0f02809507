"""The engine with every check, as the window and the commands use it."""

from collections.abc import Sequence
from pathlib import Path

from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.factory import PackShelf, build_engine
from reviewdesk_gui.checks.language import LanguageRecogniser
from reviewdesk_gui.checks.leak import LeakCheck
from reviewdesk_gui.checks.leak_words import read_leak_words
from reviewdesk_gui.checks.packfile import read_table
from reviewdesk_gui.checks.promises import Promises
from reviewdesk_gui.checks.report import CodeCheck
from reviewdesk_gui.checks.sameness import SamenessCheck, TwinSearch
from reviewdesk_gui.checks.speller import Speller
from reviewdesk_gui.checks.spelling import SpellingCheck
from reviewdesk_gui.checks.spelling_words import read_everyday
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.checks.wrong_language import WrongLanguageCheck


def build_complete_engine(
    resources: Path,
    recogniser: LanguageRecogniser,
    twins: TwinSearch,
    speller: Speller | None = None,
    *,
    interface: str = "en",
    packs: PackShelf | None = None,
) -> Engine:
    """An engine over ``resources`` that also checks spelling (with a ``speller``), sameness, leaks and the language.

    Raises DataFileError where a resource file is broken.
    """
    everyday = read_everyday(resources / "spelling.toml")
    leak_words = read_leak_words(resources / "leak.toml")

    def name(code: str) -> str:
        return str(read_table(resources / "languages" / code / "pack.toml").get("english", code))

    def checks(wording: Wording) -> Sequence[CodeCheck]:
        found: list[CodeCheck] = [
            SamenessCheck(twins, wording),
            LeakCheck(leak_words, wording),
            WrongLanguageCheck(recogniser.recognise, name, wording),
        ]
        if speller is not None:
            found.append(SpellingCheck(speller, wording, everyday))
        return found

    return build_engine(
        resources,
        interface=interface,
        packs=packs,
        checks=checks,
        promises=Promises(resources / "languages"),
        twins=twins,
        recognise=recogniser,
    )
