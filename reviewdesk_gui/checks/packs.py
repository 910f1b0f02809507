"""Reading a language pack: a folder of small TOML files becomes rules that the engine can run.

A rule without id, check, severity, why or examples is refused, with its file and line.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.pack import LanguagePack, Names
from reviewdesk_gui.checks.pack_triggers import NAME as TRIGGERS
from reviewdesk_gui.checks.pack_triggers import read_triggers, stamp_of, write_triggers
from reviewdesk_gui.checks.packfile import PackFile, checked_lists, parse_file, read_table, read_text
from reviewdesk_gui.checks.phrasebook import PhraseBook
from reviewdesk_gui.checks.phrases import Lists, PhraseError
from reviewdesk_gui.checks.rule import Matcher, Rule
from reviewdesk_gui.checks.ruleparse import parse_rule
from reviewdesk_gui.checks.sentence_model import LazyModel
from reviewdesk_gui.checks.trigger_index import TriggerIndex
from reviewdesk_gui.checks.trigger_table import TriggerTable, table_of
from reviewdesk_gui.checks.triggers import Triggers
from reviewdesk_gui.checks.wordset import WordSet
from reviewdesk_gui.domain.datafile import line_of, parse_toml
from reviewdesk_gui.domain.errors import DataFileError

NOT_RULES = frozenset({"pack.toml", "inserts.toml", "types.toml", "topics.toml", "promises.toml"})


def load_pack(folder: Path, *, examples: bool = False) -> LanguagePack:
    """The pack of one language folder, with or without its examples. Raises DataFileError naming file and line."""
    shared = _head(folder / "pack.toml")
    head, lists, loose = shared.table, shared.lists, shared.loose
    texts = _rule_texts(folder)
    known = None if examples else read_triggers(folder / TRIGGERS, _stamp(shared, texts))
    files = [
        parse_file(path, text, lists, loose=loose, examples=examples, proved=known is not None)
        for path, text in texts.items()
    ]
    rules = [parse_rule(entry, file, head["code"]) for file in files for entry in file.table.get("rule", [])]
    _refuse_twins(rules)
    common = WordSet(lists.words("not_names"))
    calls = tuple((rule, matcher) for rule in rules for matcher in rule.matchers)
    names = next((file for file in files if "names" in file.table), None)
    return LanguagePack(
        code=head["code"],
        name=head["name"],
        english=head["english"],
        script=head["script"],
        lists=lists,
        rules=tuple(rules),
        names=_names(names.table["names"] if names else {}, common),
        inserts=read_table(folder / "inserts.toml", optional=True),
        abbreviations=frozenset(word.rstrip(".") for word in lists.words("abbreviations")),
        loose_apostrophe=loose,
        index=TriggerIndex(known or _looked_for(calls)),
        calls=calls,
        sentences=LazyModel(folder / "sentences.msgpack"),
        address=_address(names),
        closings=_book("closings", shared, files),
        others=_book("others", shared, files),
        mentioned=_book("mentioned", shared, files),
        common=common,
        doubles=WordSet(lists.words("doubles")),
    )


def keep_triggers(folder: Path, pack: LanguagePack) -> None:
    """Writes the trigger words of the ``pack`` that was read from ``folder``, for it to be loaded faster."""
    stamp = _stamp(_head(folder / "pack.toml"), _rule_texts(folder))
    write_triggers(folder / TRIGGERS, stamp, _looked_for(pack.calls))


def _rule_texts(folder: Path) -> Mapping[Path, str]:
    paths = sorted(path for path in folder.glob("*.toml") if path.name not in NOT_RULES)
    return {path: read_text(path) for path in paths}


def _stamp(head: PackFile, texts: Mapping[Path, str]) -> str:
    return stamp_of({path.name: text for path, text in texts.items()} | {head.path.name: head.text})


def _head(path: Path) -> PackFile:
    text = read_text(path)
    table = parse_toml(text, path)
    for key in ("code", "name", "english", "script"):
        if not isinstance(table.get(key), str):
            raise DataFileError(path, 0, f"{key} is missing")
    loose = bool(table.get("loose_apostrophe", table["script"] == "Cyrillic"))
    return PackFile(path, text, table, Lists(checked_lists(table.get("lists", {}), path), loose=loose), loose)


def _names(table: Mapping[str, Any], common: WordSet) -> Names:
    return Names(
        endings=tuple((fold(name), fold(address)) for name, address in table.get("endings", [])),
        diminutives={fold(name): tuple(fold(s) for s in short) for name, short in table.get("diminutives", {}).items()},
        not_names=common,
        vocative=tuple((fold(name), fold(address)) for name, address in table.get("vocative", [])),
        titles=frozenset(fold(word).rstrip(".") for word in table.get("titles", [])),
    )


def _address(names: PackFile | None) -> PhraseBook:
    return names.book(names.table["names"].get("address_after", []), "address_after") if names else PhraseBook(())


def _book(name: str, head: PackFile, files: Sequence[PackFile]) -> PhraseBook:
    """The list ``name`` of pack.toml or of the first file that has one."""
    for file in (head, *files):
        if name in file.table.get("lists", {}):
            return file.book(file.table["lists"][name], name)
    return PhraseBook(())


def _looked_for(calls: Iterable[tuple[Rule, Matcher]]) -> TriggerTable:
    """The trigger words of each call, looked for when all words of the pack are read."""
    return table_of(_triggers(rule, matcher) for rule, matcher in calls)


def _triggers(rule: Rule, matcher: Matcher) -> Triggers:
    try:
        return matcher.triggers()
    except PhraseError as error:
        line = line_of(read_text(rule.path), matcher.groups[0][0].phrase.source.replace("\\", "\\\\"))
        raise DataFileError(rule.path, line, f"{rule.id}: {error}") from None


def _refuse_twins(rules: Sequence[Rule]) -> None:
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise DataFileError(rule.path, rule.line, f"{rule.id} stands twice, also in {seen[rule.id].path.name}")
        seen[rule.id] = rule


def main(argv: Sequence[str]) -> int:
    """Checks the packs of the given language codes, or all: prints what is wrong with file and line. The trigger words
    of a pack in which nothing is wrong are kept beside it.
    """
    from reviewdesk_gui.checks.exampletest import failures
    from reviewdesk_gui.paths import resources

    folder = resources() / "languages"
    wrong = 0
    for code in argv or sorted(path.parent.name for path in folder.glob("*/pack.toml")):
        try:
            pack = load_pack(folder / code, examples=True)
            found = [str(failure) for failure in failures(pack)]
        except DataFileError as error:
            found = [str(error)]
            pack = None
        print(*found, sep="\n", end="\n" if found else "")
        if pack:
            examples = sum(len(rule.find) + len(rule.leave) for rule in pack.rules)
            print(f"{code}: {len(pack.rules)} rules, {examples} examples, {len(found)} wrong")
            if not found:
                keep_triggers(folder / code, pack)
        wrong += len(found)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
