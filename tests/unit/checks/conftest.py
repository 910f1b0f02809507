"""The engine over the shipped packs, built once for all tests of the room, and what it takes for a move."""

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.factory import build_engine
from reviewdesk_gui.domain.shop import Shop


@pytest.fixture(scope="session")
def engine():
    return build_engine(paths.resources())


@pytest.fixture(scope="session")
def hit(engine):
    """The words of a reply that make a move true; None where there are none."""

    def find(move, text, author="", language="en", shop=None):
        found = engine.check(text, CheckContext(language=language, author=author, shop=shop or Shop())).move(move)
        return found.span.of(text) if found else None

    return find
