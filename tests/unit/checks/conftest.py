"""The engine over the shipped packs, built once for all tests of the room."""

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.factory import build_engine


@pytest.fixture(scope="session")
def engine():
    return build_engine(paths.resources())
