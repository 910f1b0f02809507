import pytest
from gui_fixtures import desk_of, open_desk, strict_qt

__all__ = ["desk_of", "open_desk"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    strict_qt([item for item in items if item.path.is_relative_to(__file__.rpartition("/")[0])])
