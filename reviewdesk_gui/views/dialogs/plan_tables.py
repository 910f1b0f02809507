"""The plan of an import as tables: reviews that come or change, rejected rows, files and how they were read."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from reviewdesk_gui.domain.case import Outcome
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.plan import Change, Entry, Plan
from reviewdesk_gui.importing.scanned import FileScan, Rejected, Scan
from reviewdesk_gui.views import labels

SHOWN = 500
_LONGEST = 300
_WIDEST = 360
_BEST = 5.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("plan_tables", text)


def review_words(review: Review, platforms: Mapping[str, Platform]) -> tuple[str, ...]:
    """Stars, author, day, place and text of a review."""
    platform = platforms.get(review.platform)
    when = review.written_at.date().isoformat() if review.written_at else "–"
    where = platform.name if platform else review.platform
    return labels.stars(review.rating), labels.author(review.author), when, where, _short(review.full_text)


def new_table(entries: Sequence[Entry], platforms: Mapping[str, Platform]) -> QTableWidget:
    """Reviews that the desk does not know, with the shop's reply where one stands already."""
    rows = [
        (*review_words(entry.review, platforms), _short(entry.row.reply.text) if entry.row.reply else "")
        for entry in entries[:SHOWN]
    ]
    return _table([*_heads(), _tr("Your reply there")], rows, stretched=(4, 5))


def changed_table(entries: Sequence[Entry], platforms: Mapping[str, Platform]) -> QTableWidget:
    """Reviews on the desk about which something is new, and what."""
    rows = [(*review_words(entry.review, platforms), "; ".join(what_is_new(entry))) for entry in entries[:SHOWN]]
    return _table([*_heads(), _tr("What is new")], rows, stretched=(4,))


def what_is_new(entry: Entry) -> list[str]:
    """What an import tells about a review that the desk knows."""
    before, case = entry.before, entry.case
    if before is None:
        return []
    told = [
        (len(case.former_reviews) > len(before.former_reviews), _tr("the review was changed")),
        (entry.outdated, _tr("your reply is outdated")),
        (entry.altered, _tr("your reply reads differently there")),
        (entry.seen, _tr("your reply was found there")),
        (before.outcome is Outcome.REVIEW_REMOVED is not case.outcome, _tr("the review stands there again")),
    ]
    return [words for holds, words in told if holds] or [_tr("more is known about it")]


def rejected_table(rejected: Sequence[Rejected]) -> QTableWidget:
    """Rows and files that cannot be used, and why."""
    names = _names(row.file for row in rejected[:SHOWN])
    rows = [(names[row.file], str(row.line or "–"), row.reason) for row in rejected[:SHOWN]]
    table = _table([_tr("File"), _tr("Line"), _tr("Reason")], rows, stretched=(2,))
    table.setWordWrap(True)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def files_table(scan: Scan, plan: Plan, format_name: Callable[[str], str]) -> QTableWidget:
    """What each file brings and how it was read."""
    counts = Counter((entry.row.file, entry.change) for entry in plan.entries)
    rejected = Counter(row.file for row in plan.rejected)
    names = _names(file.file for file in scan.files[:SHOWN])
    rows = [
        (
            names[file.file],
            format_name(file.format_id),
            *(str(counts[file.file, change]) for change in (Change.NEW, Change.CHANGED, Change.SAME)),
            str(rejected[file.file]),
            _scale(file),
            _order(file),
        )
        for file in scan.files[:SHOWN]
    ]
    heads = [_tr("File"), _tr("Read as"), _tr("New"), _tr("Changed"), _tr("Same"), _tr("Rejected")]
    table = _table([*heads, _tr("Ratings"), _tr("Dates")], rows, stretched=(1,))
    for number, file in enumerate(scan.files[:SHOWN]):
        named = table.item(number, 0)
        if named is not None:
            named.setToolTip(f"{file.file}\n{_encoding(file)}".strip())
    return table


def _names(files: Iterable[str]) -> dict[str, str]:
    """Each file's name without its folders; with the innermost one where another has the same name."""
    files = set(files)
    bases = Counter(Path(file).name for file in files)
    return {file: "/".join(Path(file).parts[-2:]) if bases[Path(file).name] > 1 else Path(file).name for file in files}


def _encoding(file: FileScan) -> str:
    """In which encoding the letters were read, with a question mark where they fit another nearly as well."""
    return file.encoding.upper() + (" ?" if file.encoding_guessed else "")


def _scale(file: FileScan) -> str:
    if file.columns and not any(use.field == Field.RATING for use in file.columns):
        return "–"
    return _tr("out of {}").format(f"{file.scale or _BEST:g}")


def _order(file: FileScan) -> str:
    words = {"dmy": _tr("day first"), "mdy": _tr("month first"), "ymd": _tr("year first")}
    return words.get(file.date_order, "–")


def _heads() -> list[str]:
    return [_tr("Stars"), _tr("Author"), _tr("Date"), _tr("Where"), _tr("Text")]


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, stretched: Sequence[int]) -> QTableWidget:
    table = QTableWidget(len(rows), len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(number, column, item)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.resizeColumnsToContents()
    header = table.horizontalHeader()
    for column in range(len(heads)):
        if column in stretched:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        else:
            header.resizeSection(column, min(header.sectionSize(column), _WIDEST))
    return table
