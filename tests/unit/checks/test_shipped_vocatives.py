"""The shipped tables of address: Ukrainian and Bulgarian greetings call the reader as those languages do."""

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.factory import build_engine

ENGINE = build_engine(paths.resources())


@pytest.mark.parametrize(
    ("language", "author", "address"),
    [
        ("uk", "Іван Петренко", "Іване"),
        ("uk", "Марія", "Маріє"),
        ("uk", "Олег", "Олеже"),
        ("uk", "Андрій К.", "Андрію"),
        ("bg", "Стефан Иванов", "Стефане"),
        ("bg", "Мария", "Мария"),
        ("bg", "Петър", "Петре"),
        ("ru", "Иван", "Иван"),
        ("sv", "Peter", "Peter"),
    ],
)
def test_the_greeting_that_is_offered_calls_the_reader(language: str, author: str, address: str) -> None:
    report = ENGINE.check("", CheckContext(language=language, author=author, rating=1))
    greeting = next(finding for finding in report.findings if finding.check == "greeting")
    assert f"{address}!" in greeting.fixes[0].text
