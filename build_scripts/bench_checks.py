"""Times a whole check of a reply against the bare matching floor and against other prose checkers, in one run.

Every figure is the best of several runs on the same machine and text; read the ratios, not the milliseconds. The floor
is the pack's own trigger words as one compiled pattern run over the folded text.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reviewdesk_gui import paths
from reviewdesk_gui.checks.complete import build_complete_engine
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.dictionaries import standard_shelf
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.examples import parse_examples
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.language import LanguageRecogniser
from reviewdesk_gui.checks.packs import load_pack
from reviewdesk_gui.checks.sameness import TwinSearch
from reviewdesk_gui.checks.speller import DirectSpeller
from reviewdesk_gui.domain.errors import ReviewDeskError

SHORT, LONG = 500, 4000
HOSTILE_SIZE = 65_536
HOSTILE = {
    "one giant word": "a" * HOSTILE_SIZE,
    "nested repeats": "we will we will look into look into (" * (HOSTILE_SIZE // 37),
    "ten thousand emoji": "😀" * 10_000,
    "right-to-left marks": "\u200f\u202esorry\u202c " * (HOSTILE_SIZE // 9),
    "NULs": "\0we\0will\0" * (HOSTILE_SIZE // 9),
    "at signs": "@a.b" * (HOSTILE_SIZE // 4),
    "brackets": "[[{{((" * (HOSTILE_SIZE // 6),
    "numbers": "+1 234 567 " * (HOSTILE_SIZE // 11),
    "line breaks": "hi\n" * (HOSTILE_SIZE // 3),
    "exclamation marks": "!" * HOSTILE_SIZE,
    "dots": "a. " * (HOSTILE_SIZE // 3),
}

NODE_BENCH = """
const fs = require('fs');
const text = fs.readFileSync(process.argv[2], 'utf8');
const best = async (run) => { let b = 1e9; for (let i = 0; i < 9; i++) { const a = process.hrtime.bigint();
  await run(); b = Math.min(b, Number(process.hrtime.bigint() - a) / 1e6); } return b; };
(async () => {
  const found = {};
  try { const wg = require('write-good'); found['write-good'] = await best(() => wg(text)); } catch (e) {}
  try { const h = require('harper.js'); const linter = new h.LocalLinter({ binary: h.binary });
    await linter.lint(text); found['harper.js'] = await best(() => linter.lint(text)); } catch (e) {}
  console.log(JSON.stringify(found));
})();
"""


def best_of(run: Callable[[], object], times: int = 9) -> float:
    """Milliseconds of the fastest of ``times`` runs."""
    fastest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        fastest = min(fastest, time.perf_counter() - start)
    return fastest * 1000


def sample(code: str, size: int) -> str:
    """A text of ``size`` characters made of the pack's own examples."""
    pack = load_pack(paths.resources() / "languages" / code, examples=True)
    sentences = [example.text for rule in pack.rules for example in parse_examples(rule)]
    text = ""
    while len(text) < size:
        text += " ".join(sentences[:: max(1, len(sentences) // 97)]) + "\n"
        sentences = sentences[1:] + sentences[:1]
    return text[:size]


def floor_pattern(code: str) -> re.Pattern[str]:
    """All trigger words of a pack as one pattern."""
    pack = load_pack(paths.resources() / "languages" / code)
    words = {re.escape(word) for _, matcher in pack.calls for _, word in matcher.triggers().words}
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")")


def proselint_ms(text: str) -> float:
    """Milliseconds of proselint with all of its checks."""
    from proselint.checks import __register__
    from proselint.config import DEFAULT
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    registry = CheckRegistry()
    if not registry.checks:
        registry.register_many(__register__)
    file = LintFile("bench", text)
    return best_of(lambda: list(file.lint(DEFAULT)), 5)


def node_ms(text: str, node_modules: Path | None) -> dict[str, float]:
    """Milliseconds of write-good and harper.js where their packages lie in ``node_modules``."""
    if node_modules is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        sample_file, script = Path(folder) / "text.txt", Path(folder) / "bench.cjs"
        sample_file.write_text(text, "utf-8")
        script.write_text(NODE_BENCH, "utf-8")
        done = subprocess.run(
            ["node", str(script), str(sample_file)],
            env={"NODE_PATH": str(node_modules), "PATH": "/usr/local/bin:/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
    return {name: float(ms) for name, ms in json.loads(done.stdout or "{}").items()}


def engine_for(resources: Path) -> Engine:
    """The engine with every check; spelling where the machine has dictionaries, warm after the first run."""
    speller = DirectSpeller(standard_shelf((paths.dictionaries(),)))
    return build_complete_engine(resources, LanguageRecogniser(resources / "recognition.toml"), TwinSearch(), speller)


def bench_language(code: str) -> tuple[float, float]:
    """Prints one language's line; gives the milliseconds of the long text and of its floor."""
    folder = paths.resources() / "languages" / code
    context = CheckContext(language=code, author="Anna Berg", rating=2, today=date(2026, 1, 5))
    engine = engine_for(paths.resources())
    short, long = sample(code, SHORT), sample(code, LONG)
    start = time.perf_counter()
    engine.check(short, context)
    first = (time.perf_counter() - start) * 1000
    engine.check(long, context)
    times = {
        size: best_of(lambda text=text: engine.check(text, context)) for size, text in ((SHORT, short), (LONG, long))
    }
    pattern, folded = floor_pattern(code), fold(long)
    floor = best_of(lambda: pattern.findall(folded))
    load = best_of(lambda: load_pack(folder), 3)
    print(
        f"{code:<5}{load:>9.1f}{first:>9.1f}{times[SHORT]:>9.2f}{times[LONG]:>9.2f}"
        f"{floor:>9.2f}{times[LONG] / floor:>9.1f}{times[LONG] / times[SHORT] / (LONG / SHORT):>9.2f}"
    )
    return times[LONG], floor


def bench_hostile() -> bool:
    """Prints the time of each hostile text; says whether all stay under one second."""
    engine = engine_for(paths.resources())
    context = CheckContext(language="en", author="Anna Berg", rating=1, today=date(2026, 1, 5))
    fine = True
    for name, text in HOSTILE.items():
        ms = best_of(lambda text=text: engine.check(text, context), 1)
        fine &= ms < 1000
        print(f"{name:<24}{len(text):>7} characters{ms:>9.1f} ms")
    return fine


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench checks", description=__doc__)
    parser.add_argument("--language", action="append", help="only this language (may be given several times)")
    parser.add_argument("--node-modules", type=Path, help="a folder with write-good and harper.js, to be timed beside")
    options = parser.parse_args(argv)
    codes = options.language or [
        path.parent.name for path in sorted((paths.resources() / "languages").glob("*/pack.toml"))
    ]
    print(f"{'':<5}{'load':>9}{'first':>9}{SHORT:>9}{LONG:>9}{'floor':>9}{'x floor':>9}{'linear':>9}   (ms)")
    longest = {code: bench_language(code)[0] for code in codes}
    text = sample("en" if "en" in codes else codes[0], LONG)
    peers = {"proselint": proselint_ms(text), **node_ms(text, options.node_modules)}
    own = longest.get("en", max(longest.values()))
    for name, ms in peers.items():
        print(f"{name:<12}{ms:>8.2f} ms on the same text: {ms / own:.1f} times our whole check")
    return 0 if bench_hostile() else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ReviewDeskError as error:
        sys.exit(f"bench: {error}")
