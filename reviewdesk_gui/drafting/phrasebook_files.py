"""Reading ``blocks/<code>/``: the phrasebook of each language, with the line of whatever cannot be used."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from reviewdesk_gui.domain.datafile import line_of, parse_toml
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.drafting.phrasebook import KINDS, Block, NameRules, Phrasebook
from reviewdesk_gui.drafting.sandbox import ReplyEnvironment, names_used, parse

T = TypeVar("T")
_REACH = ("email", "phone", "link", "site", "none")
_DAYPARTS = ("morning", "day", "evening")
_BLOCK_FIELDS = {"id", "text", "plain", "voices"}
# What a block may name beside the shared slots.
BLOCK_WORDS = frozenset({"name", "reach", "signature", "daypart", "shop", "review", "compensation", "today"})


def read_phrasebook(folder: Path, shared: Mapping[str, Any], problems: list[DataFileError]) -> Phrasebook:
    """The phrasebook in ``folder``, whose name is the language's code; ``shared`` are slots known from another folder.

    A file that cannot be used is left out and added to ``problems`` with its line.
    """
    language = _usable(partial(_language, folder / "language.toml"), problems) or {}
    slots = _usable(partial(_table, folder / "slots.toml"), problems) or {}
    known = frozenset({*slots, *shared})
    blocks = {}
    for path in sorted(folder.glob("*.toml"), key=_place):
        if path.stem not in ("language", "slots"):
            blocks[path.stem] = _usable(partial(_read_blocks, path, known), problems) or ()
    return Phrasebook(
        language=folder.name,
        dayparts=language.get("dayparts", {}),
        reach=language.get("reach", {}),
        labels=language.get("labels", {}),
        names=_name_rules(language),
        blocks=blocks,
        slots=slots,
        lower_dates=bool(language.get("lower_dates", False)),
    )


def _place(path: Path) -> tuple[int, str]:
    return KINDS.index(path.stem) if path.stem in KINDS else len(KINDS), path.stem


def merged(first: Phrasebook, second: Phrasebook) -> Phrasebook:
    """``first`` with the blocks and slots of ``second``, which take the place of those with the same id."""
    blocks: dict[str, tuple[Block, ...]] = dict(first.blocks)
    for kind, added in second.blocks.items():
        ids = {block.id for block in added}
        blocks[kind] = (*(block for block in blocks.get(kind, ()) if block.id not in ids), *added)
    return Phrasebook(
        language=first.language,
        dayparts=second.dayparts or first.dayparts,
        reach=second.reach or first.reach,
        labels={**first.labels, **second.labels},
        names=first.names,
        blocks=blocks,
        slots={**first.slots, **second.slots},
        lower_dates=first.lower_dates,
    )


def _usable(read: Callable[[], T], problems: list[DataFileError]) -> T | None:
    try:
        return read()
    except DataFileError as problem:
        problems.append(problem)
        return None


def _language(path: Path) -> dict[str, Any]:
    language = _table(path)
    for name, wanted in (("reach", _REACH), ("dayparts", _DAYPARTS)):
        missing = [key for key in wanted if key not in language.get(name, {})]
        if missing and language:
            raise DataFileError(path, 0, f"[{name}] lacks {', '.join(missing)}")
    return language


def _table(path: Path) -> dict[str, Any]:
    return parse_toml(_text(path), path) if path.is_file() else {}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(path, 0, f"cannot be read: {error}") from None


def _read_blocks(path: Path, slots: frozenset[str]) -> tuple[Block, ...]:
    text = _text(path)
    environment = ReplyEnvironment()
    blocks: list[Block] = []
    for entry in parse_toml(text, path).get("block", []):
        line = line_of(text, f'id = "{entry.get("id", "")}"')
        unknown = set(entry) - _BLOCK_FIELDS
        if unknown or not entry.get("id") or not isinstance(entry.get("text"), str):
            raise DataFileError(
                path, line, "a block needs an id and a text; it may have plain and voices, nothing else"
            )
        if any(block.id == entry["id"] for block in blocks):
            raise DataFileError(path, line, f"the block {entry['id']} stands twice")
        for source in (entry["text"], entry.get("plain", "")):
            _judge(environment, source, path, line, slots)
        voices = tuple(entry.get("voices", ()))
        blocks.append(
            Block(id=entry["id"], kind=path.stem, text=entry["text"], plain=entry.get("plain", ""), voices=voices)
        )
    return tuple(blocks)


def _judge(environment: ReplyEnvironment, source: str, path: Path, line: int, slots: frozenset[str]) -> None:
    for name, _ in names_used(parse(environment, source, path, line)):
        word = name.partition(".")[0]
        if word not in BLOCK_WORDS and word not in slots:
            raise DataFileError(path, line, f"“{name}” is neither a slot of slots.toml nor a word that a block knows")


def _name_rules(language: Mapping[str, Any]) -> NameRules:
    names = language.get("names", {})
    vocative = language.get("vocative", {})
    endings = sorted(((pair[0], pair[1]) for pair in vocative.get("endings", [])), key=lambda pair: -len(pair[0]))
    return NameRules(
        titles=_folded(names.get("titles", ())),
        not_names=frozenset(_folded(names.get("not_names", ()))),
        surnames=_folded(names.get("surnames", ())),
        given=frozenset(_folded(names.get("given", ()))),
        vocative={key.casefold(): value for key, value in vocative.get("exceptions", {}).items()},
        endings=tuple(endings),
        only=frozenset(_folded(vocative.get("only", ()))),
    )


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)
