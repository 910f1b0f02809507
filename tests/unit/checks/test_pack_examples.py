"""Every example of every language pack holds."""

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.examples import examples_of
from reviewdesk_gui.checks.exampletest import judge
from reviewdesk_gui.checks.packs import load_pack

PACKS = {
    folder.parent.name: load_pack(folder.parent, examples=True)
    for folder in sorted((paths.resources() / "languages").glob("*/pack.toml"))
}
EXAMPLES = [
    pytest.param(code, rule, example, wanted, id=f"{rule.id}:{example.line}")
    for code, pack in PACKS.items()
    for rule, example, wanted in examples_of(pack)
]


@pytest.mark.parametrize(("code", "rule", "example", "wanted"), EXAMPLES)
def test_example(code, rule, example, wanted):
    reason = judge(PACKS[code], rule, example, wanted=wanted)
    assert not reason, f"{rule.path}:{example.line}: {reason} in {example.text!r}"
