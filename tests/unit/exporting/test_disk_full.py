"""A disk that is full while a file is written: told in one line, and the old file stands."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting import ExportError, Snapshot, formats, snapshot, write

_BYTES = 4096


@pytest.fixture
def small_disk() -> Iterator[None]:
    """No file may grow beyond a few kilobytes."""
    if sys.platform == "win32":
        pytest.skip("Windows has no limit on the size of files")
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_BYTES, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("format_id", [form.id for form in formats()])
@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_is_told_and_leaves_the_old_file(
    format_id: str, cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / f"h.{format_id}"
    path.write_text("the old one", "utf-8")
    copies = [replace(cases[number % 3], id=f"{number * 7919:06d}") for number in range(1000)]

    with pytest.raises(ExportError, match=r"h\.\w+ cannot be written: .+"):
        write(snapshot(copies, shop=shop, now=taken.taken_at), path, format_id)

    assert path.read_text("utf-8") == "the old one"
    assert list(tmp_path.iterdir()) == [path]
