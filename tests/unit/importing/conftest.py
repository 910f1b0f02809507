"""What the import tests share: one moment, a scan at that moment, small files by their text."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reviewdesk_gui.importing import Scan, ScanOptions, scan_paths

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def fixtures() -> Path:
    return Path(__file__).parents[2] / "fixtures" / "imports"


@pytest.fixture
def scan() -> Callable[..., Scan]:
    """``scan(path, ..., date_order="dmy")``."""

    def work(*paths: Path, format_id: str = "auto", **options: object) -> Scan:
        return scan_paths(paths, format_id=format_id, options=ScanOptions(now=NOW, **options))  # type: ignore[arg-type]

    return work


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def work(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return work
