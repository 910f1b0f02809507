from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting import CaseFacts, Catalogue, Scene, Template
from reviewdesk_gui.drafting.template_files import read_template


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """The catalogue as it ships."""
    return Catalogue.load([paths.templates()])


@pytest.fixture
def now() -> datetime:
    """A Tuesday at eleven."""
    return datetime(2026, 3, 17, 11, 0, tzinfo=UTC)


@pytest.fixture
def shop() -> Shop:
    """A café with everything filled in."""
    return Shop(
        name="Café Linden",
        answerer="Maria Lund",
        role="owner",
        email="hello@linden.example",
        phone="+46 8 123 456 78",
        website="linden.example",
        staff=("Martin", "Elin"),
        offers=("two coffees = 8 €", "a new cake"),
        country="SE",
    )


@pytest.fixture
def scene(shipped: Catalogue, shop: Shop, now: datetime) -> Callable[..., Scene]:
    """A scene in a language, for an author."""

    def make(language: str = "en", author: str = "Emma Clarke", **facts: object) -> Scene:
        known = CaseFacts(author=author, language=language, **facts)  # type: ignore[arg-type]
        return Scene(facts=known, shop=shop, phrasebook=shipped.phrasebooks[language], now=now)

    return make


@pytest.fixture
def template(shipped: Catalogue) -> Callable[..., Template]:
    """A template made of a text, as if it stood in a file."""

    def make(source: str, front: str = 'title = "Test"', language: str = "en") -> Template:
        text = f"+++\n{front}\n+++\n{source}"
        place = (language, CaseType.PRAISE, f"{language}/praise/test")
        return read_template(text, Path("test.j2"), place, shipped.phrasebooks[language], own=True)

    return make
