"""Times a whole check of a reply, with every check on, against other prose checkers in one run.

``again`` is the same text checked over, ``typing`` one more key struck inside it, ``cold`` a text of sentences that are
not remembered, ``fresh`` one that also calls rules never used before (each is made ready on its first use); spelling is
warm and the pack loaded in all of them. ``again`` and the other checkers' times are the best of several runs, the rest
are medians. Read the ratios, not the milliseconds. The floor is the pack's own trigger words as one compiled pattern
run over the folded text.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reviewdesk_gui import paths
from reviewdesk_gui.checks.complete import build_complete_engine
from reviewdesk_gui.checks.context import CheckContext, PastReply
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
_MOST_TEXTS = 15  # a language
_KEYS = 60  # struck
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
    "mixed marks": "??!!" * (HOSTILE_SIZE // 4),
}

NODE_BENCH = """
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
const [text, folder] = [fs.readFileSync(process.argv[2], 'utf8'), process.argv[3]];
const best = async (run) => { let b = 1e9; for (let i = 0; i < 9; i++) { const a = process.hrtime.bigint();
  await run(); b = Math.min(b, Number(process.hrtime.bigint() - a) / 1e6); } return b; };
const found = {};
try { const wg = createRequire(folder + '/')('write-good'); found['write-good'] = await best(() => wg(text)); } catch {}
try {
  const part = (name) => import(pathToFileURL(folder + '/harper.js/dist/' + name + '.js').href);
  const { LocalLinter } = await part('index');
  const linter = new LocalLinter({ binary: (await part('binaryInlined')).binaryInlined });
  await linter.lint(text); found['harper.js'] = await best(() => linter.lint(text));
} catch {}
console.log(JSON.stringify(found));
"""


def best_of(run: Callable[[], object], times: int = 9) -> float:
    """Milliseconds of the fastest of ``times`` runs."""
    fastest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        fastest = min(fastest, time.perf_counter() - start)
    return fastest * 1000


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
        sample_file, script = Path(folder) / "text.txt", Path(folder) / "bench.mjs"
        sample_file.write_text(text, "utf-8")
        script.write_text(NODE_BENCH, "utf-8")
        done = subprocess.run(
            ["node", str(script), str(sample_file), str(node_modules.resolve())],
            capture_output=True,
            text=True,
            check=False,
        )
    return {name: float(ms) for name, ms in json.loads(done.stdout or "{}").items()}


def engine_for(resources: Path, speller: DirectSpeller) -> Engine:
    """The engine with every check; spelling where the machine has dictionaries, warm after the first run."""
    return build_complete_engine(resources, LanguageRecogniser(resources / "recognition.toml"), TwinSearch(), speller)


def speller() -> DirectSpeller:
    """The dictionaries of this machine."""
    return DirectSpeller(standard_shelf((paths.dictionaries(),)))


def texts_of(code: str, size: int, between: str = " ") -> list[str]:
    """Texts of ``size`` characters from the pack's examples, no example in two of them."""
    pack = load_pack(paths.resources() / "languages" / code, examples=True)
    sentences = list(dict.fromkeys(example.text for rule in pack.rules for example in parse_examples(rule)))
    count = max(2, min(_MOST_TEXTS, sum(map(len, sentences)) // (size + size // 4)))
    return [between.join(sentences[number::count])[:size] for number in range(count)]


@dataclass(frozen=True)
class Times:
    """Milliseconds of one language's checks."""

    load: float
    first: float
    short: float
    again: float
    typing: float
    cold: float
    fresh: float
    floor: float


def context_for(code: str, texts: Sequence[str]) -> CheckContext:
    """A case with a review, and with earlier replies of the owner's."""
    past = tuple(PastReply(text[start : start + SHORT]) for text in texts for start in range(0, LONG, SHORT))
    return CheckContext(
        language=code, author="Anna Berg", rating=2, review=texts[-1][:SHORT], past=past, today=date(2026, 1, 5)
    )


def bench_language(code: str) -> Times:
    """All of one language's times."""
    words = speller()
    texts = texts_of(code, LONG)
    context, long = context_for(code, texts), texts[0]
    warming = engine_for(paths.resources(), words)
    for text in texts:
        warming.check(text, context)
    engine = engine_for(paths.resources(), words)
    first = best_of(lambda: engine.check(long[:SHORT], context), 1)
    fresh = [best_of(partial(engine.check, text, context), 1) for text in texts[1:]]
    cold = [best_of(partial(engine.check, text, context), 1) for text in texts_of(code, LONG, "\n")]
    engine.check(long, context)
    pattern, folded = floor_pattern(code), fold(long)
    return Times(
        load=best_of(lambda: load_pack(paths.resources() / "languages" / code), 3),
        first=first,
        short=best_of(lambda: engine.check(long[:SHORT], context)),
        again=best_of(lambda: engine.check(long, context)),
        typing=median(typed(engine, long, context)),
        cold=median(cold),
        fresh=median(fresh),
        floor=best_of(lambda: pattern.findall(folded)),
    )


def typed(engine: Engine, text: str, context: CheckContext) -> list[float]:
    """Milliseconds of the check after each key struck in the middle of ``text``."""
    half = text.find(" ", len(text) // 2) + 1
    before, after = text[:half], text[half:-_KEYS]
    return [best_of(partial(engine.check, f"{before}{text[:keys]} {after}", context), 1) for keys in range(1, _KEYS)]


def bench_hostile() -> bool:
    """Prints the time of each hostile text; says whether all stay under one second."""
    engine = engine_for(paths.resources(), speller())
    context = CheckContext(language="en", author="Anna Berg", rating=1, today=date(2026, 1, 5))
    fine = True
    for name, text in HOSTILE.items():
        ms = best_of(partial(engine.check, text, context), 1)
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
    print(f"{'':<5}" + "".join(f"{name:>9}" for name in (*Times.__annotations__, "x floor", "linear")) + "   (ms)")
    found: dict[str, Times] = {}
    for code in codes:
        times = found[code] = bench_language(code)
        linear = times.again / times.short / (LONG / SHORT)
        shown = (*astuple(times), times.again / times.floor, linear)
        print(f"{code:<5}" + "".join(f"{value:>9.2f}" for value in shown), flush=True)
    code = "en" if "en" in codes else codes[0]
    text, own = texts_of(code, LONG)[0], found[code]
    for name, ms in {"proselint": proselint_ms(text), **node_ms(text, options.node_modules)}.items():
        print(
            f"{name:<12}{ms:>8.2f} ms on the same text: {ms / own.again:.1f} times our check again,"
            f" {ms / own.typing:.1f} times while typing, {ms / own.cold:.1f} times cold"
        )
    return 0 if bench_hostile() else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ReviewDeskError as error:
        sys.exit(f"bench: {error}")
