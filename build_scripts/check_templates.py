"""Show reply templates as a customer would read them, with what the checks say: for whoever writes templates.

    python build_scripts/check_templates.py [--folder DIR] [--show] [ID-PART ...]

Without ID-PART ("sv/", "complaint", "own/de/") all templates are judged. ``--folder`` adds a folder of own templates
(with ``replies/<code>/<type>/`` inside). Ends with 1 where a file cannot be used or where a finding of severity must or
should is left.
"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.engine import Engine
from reviewdesk_gui.checks.factory import build_engine
from reviewdesk_gui.domain.finding import Severity
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting import Catalogue, Draft, Template
from reviewdesk_gui.drafting.own import preview

_SHOP = Shop(name="Café Linden", answerer="Maria Lund", role="Café Linden", email="hello@linden.example")


def judged(engine: Engine, template: Template, draft: Draft) -> list[str]:
    """One line for each finding that must or should be mended."""
    context = CheckContext(
        language=template.language,
        type=template.type,
        author=template.example.get("author", ""),
        shop=_SHOP,
        today=datetime.now(UTC).date(),
    )
    findings = engine.check(draft.text, context).findings
    serious = [finding for finding in findings if finding.severity is not Severity.HINT]
    return [f"{finding.severity}: {finding.rule}: {finding.message}" for finding in serious]


def main() -> int:
    """Judge the templates named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="ID-PART")
    parser.add_argument("--folder", type=Path, action="append", default=[])
    parser.add_argument("--show", action="store_true", help="print the text of every template, not only of faulty ones")
    wanted = parser.parse_args()
    catalogue = Catalogue.load([paths.templates(), *wanted.folder])
    engine = build_engine(paths.resources())
    for problem in catalogue.problems:
        print(problem)
    chosen = [one for one in catalogue.all if not wanted.parts or any(part in one.id for part in wanted.parts)]
    faulty = 0
    for template in chosen:
        draft = preview(template, _SHOP, datetime.now(UTC))
        lines = judged(engine, template, draft)
        faulty += bool(lines)
        if lines or wanted.show:
            print(f"--- {template.id} ({len(draft.text.split())} words)", draft.text, *lines, sep="\n")
    print(f"{len(chosen)} templates, {faulty} with findings, {len(catalogue.problems)} files that cannot be used")
    return 1 if faulty or catalogue.problems else 0


if __name__ == "__main__":
    sys.exit(main())
