"""The programs of ``build_scripts``, which are no package, as modules."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parents[1] / "build_scripts"


def load_script(name: str, patch: pytest.MonkeyPatch) -> ModuleType:
    """The module of ``name``.py, known to others as long as ``patch`` lasts."""
    spec = importlib.util.spec_from_file_location(f"{name}_under_test", SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    patch.setitem(sys.modules, spec.name, module)  # where a dataclass looks its module up
    spec.loader.exec_module(module)
    return module
