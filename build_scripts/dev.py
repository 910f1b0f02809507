"""One command for everything: ``python3 build_scripts/dev.py run`` opens the app, ``… test`` runs the whole test suite.

Needs Python 3.11 and a package index, nothing else: a private environment is made from the lock file on first use.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - the one line that older Pythons get to read
    sys.exit("ReviewDesk needs Python 3.11 or newer; this is " + sys.version.split()[0])

import system_libraries
from environment import DEVELOPMENT, ROOT, RUNTIME, Environment

_APP = ("-m", "reviewdesk_gui")
_DICTIONARIES = ROOT / "build_scripts" / "bring_dictionaries.py"
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def run(rest: list[str]) -> int:
    """Open the app on a desk of its own; without a display do the main job headless."""
    environment = _ready(RUNTIME)
    home = ROOT / "desk"
    home.mkdir(exist_ok=True)
    own = {"REVIEWDESK_HOME": str(home)}
    if system_libraries.has_display():
        return environment.call(*_APP, *rest, env=own)
    print("There is no display here, so the main job is done without a window:", flush=True)
    tour = home / "tour"
    code = environment.call(*_APP, "tour", tour, env=own)
    for theme in ("light", "dark"):
        picture = tour / f"window-{theme}.png"
        shot = ("--desk", tour / "desk.json", "--screenshot", picture, "--theme", theme)
        code = environment.call(*_APP, *shot, env={**own, **_OFFSCREEN}) or code
        print(f"picture   {picture}", flush=True)
    return code


def test(rest: list[str]) -> int:
    """Lint, types, contracts, the tests without Qt, then the whole suite.

    ``--fast`` leaves out slow tests, ``--no-lint`` the checks of the source, ``--no-bare`` the lane without Qt; what
    follows ``--`` goes to pytest.
    """
    parser = argparse.ArgumentParser(prog="dev.py test")
    parser.add_argument("--fast", action="store_true", help="leave out the slow tests")
    parser.add_argument("--no-lint", action="store_true", help="leave out lint, type and contract checks")
    parser.add_argument("--no-bare", action="store_true", help="leave out the lane without Qt")
    parser.add_argument("pytest", nargs="*", help="arguments for pytest, after --")
    args = parser.parse_args(rest)
    environment = _ready(DEVELOPMENT)
    codes = [] if args.no_lint else [check([])]
    marks = ["-m", "not slow"] if args.fast else []
    if not args.no_bare and not args.pytest:
        bare = Environment(".venv-bare", without_qt=True)
        bare.ensure(DEVELOPMENT)
        codes.append(
            _step("tests/unit without Qt", bare, "-m", "pytest", "-q", "-n", _workers(), "-m", "not slow", "tests/unit")
        )
    workers = [] if any(word.startswith("-n") for word in args.pytest) else ["-n", _workers()]
    codes.append(_step("all tests", environment, "-m", "pytest", *workers, *marks, *args.pytest, env=_OFFSCREEN))
    return max(codes)


def check(_rest: list[str]) -> int:
    """Lint, format, types, import contracts, unused code and dependencies."""
    environment = _ready(DEVELOPMENT)
    codes = [
        _step("lint", environment, "-m", "ruff", "check", "."),
        _step("format", environment, "-m", "ruff", "format", "--check", "."),
        _step("types", environment, "-m", "mypy"),
        _step("contracts", environment, "-c", "from importlinter.cli import lint_imports_command as go; go()"),
        _step("unused code", environment, "-m", "vulture"),
        _step("dependencies", environment, "-m", "deptry", "."),
    ]
    return max(codes)


def accuracy(rest: list[str]) -> int:
    """Score the moves against labelled rows: ``--rows PATH [--language CODE] [--misses] [--faults]``."""
    return _ready(RUNTIME).call(ROOT / "build_scripts" / "accuracy.py", *rest)


def train(rest: list[str]) -> int:
    """Learn the judges of single sentences again from their texts: ``[--language CODE] [--test]``."""
    return _ready(RUNTIME).call(ROOT / "build_scripts" / "train_sentences.py", *rest)


def bench(rest: list[str]) -> int:
    """Measure ``checks``, ``store``, ``import`` or ``list``."""
    benches = sorted(path.stem.removeprefix("bench_") for path in (ROOT / "build_scripts").glob("bench_*.py"))
    if not rest or rest[0] not in benches:
        sys.exit(f"dev.py bench takes one of: {', '.join(benches)}")
    script = ROOT / "build_scripts" / f"bench_{rest[0]}.py"
    return _ready(DEVELOPMENT).call(script, *rest[1:], env=_OFFSCREEN)


def screenshots(rest: list[str]) -> int:
    """Take the README's pictures of the sample desk, or others into a folder that is named."""
    return _ready(RUNTIME).call(ROOT / "build_scripts" / "screenshots.py", *rest, env=_OFFSCREEN)


def build(rest: list[str]) -> int:
    """Make the application that runs without Python; ``--smoke`` also starts it and does the main job in it."""
    return _ready(DEVELOPMENT).call(ROOT / "build_scripts" / "build_app.py", *rest, env=_OFFSCREEN)


def dictionaries(rest: list[str]) -> int:
    """Bring spelling dictionaries for all eight languages, where apt or npm is at hand."""
    return _ready(RUNTIME).call(_DICTIONARIES, *rest)


_VERBS: dict[str, Callable[[list[str]], int]] = {
    verb.__name__: verb for verb in (run, test, check, accuracy, train, bench, screenshots, build, dictionaries)
}


def main(argv: list[str]) -> int:
    """Run one verb with what follows it."""
    if not argv or argv[0] not in _VERBS:
        lines = [f"  {name:13}{(verb.__doc__ or '').strip().splitlines()[0]}" for name, verb in _VERBS.items()]
        print("python3 build_scripts/dev.py VERB\n" + "\n".join(lines))
        return 0 if argv and argv[0] in ("-h", "--help") else 2
    try:
        return _VERBS[argv[0]](argv[1:])
    except KeyboardInterrupt:
        return 130


def _ready(lock: Path) -> Environment:
    system_libraries.ensure()
    environment = Environment()
    environment.ensure(lock)
    tried = environment.folder / "reviewdesk-dictionaries"
    if not tried.exists():
        environment.call(_DICTIONARIES)
        tried.touch()
    return environment


def _step(name: str, environment: Environment, *args: str | Path, env: dict[str, str] | None = None) -> int:
    print(f"\n── {name}", flush=True)
    code = environment.call(*args, env=env)
    if code:
        print(f"── {name}: failed", flush=True)
    return code


def _workers() -> str:
    return str(max(os.cpu_count() or 1, 1))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
