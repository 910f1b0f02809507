"""Reading everything behind the chosen paths; decides nothing about the desk."""

import zipfile
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

from reviewdesk_gui import paths as program_paths
from reviewdesk_gui.collection import no_collection, spare_from_collection
from reviewdesk_gui.domain.platform import parse_platforms
from reviewdesk_gui.importing.legacy import EncodingJudge
from reviewdesk_gui.importing.making import told_of_making
from reviewdesk_gui.importing.opening import open_tables
from reviewdesk_gui.importing.own_export import without_tables
from reviewdesk_gui.importing.own_files import find_files
from reviewdesk_gui.importing.platform_names import PlatformNames
from reviewdesk_gui.importing.raw_table import FileError
from reviewdesk_gui.importing.reading import TableReader, TableResult
from reviewdesk_gui.importing.registry import AUTO, check_format, documents
from reviewdesk_gui.importing.scanned import FileScan, OpenFile, Progress, Rejected, Scan, ScanOptions
from reviewdesk_gui.importing.scripts import Scripts
from reviewdesk_gui.importing.scripts import load as load_scripts
from reviewdesk_gui.importing.sources import Source, find_sources
from reviewdesk_gui.importing.trouble import RowError
from reviewdesk_gui.importing.vocabulary import Vocabulary, load
from reviewdesk_gui.importing.watch import Watch


def scan_paths(
    paths: Sequence[Path],
    *,
    format_id: str = AUTO,
    options: ScanOptions | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Scan:
    """Every review in the files, folders and zips of ``paths``, and every row that cannot be used with its reason.

    Raises ImportStoppedError where ``cancelled`` says so, UsageError for an unknown ``format_id`` or encoding; broken
    input is no error but a rejection.
    """
    options = options or ScanOptions()
    check_choices(format_id, options.encoding)
    found = list(find_sources(paths))
    sources = without_tables([source for source in found if isinstance(source, Source)])
    watch = Watch(sum(source.size for source in sources), progress, cancelled)
    platforms_file = program_paths.resources() / "platforms.toml"
    platforms = PlatformNames(parse_platforms(platforms_file.read_text("utf-8"), platforms_file).values())
    resources = program_paths.resources() / "importing"
    words = load(resources)
    judges = _judges(words, options)
    reader = TableReader(format_id, options, words, platforms, watch)
    rejected = [trouble for trouble in found if isinstance(trouble, Rejected)]
    results: list[TableResult] = []
    unread: list[FileScan] = []
    passed_over: list[Rejected] = []
    attached: dict[str, OpenFile] = {}
    with no_collection():
        for source in sources:
            watch.begin(source.name, source.size)
            tables, trouble = _read_source(source, reader, format_id, judges[options.encoding_of(source.name)])
            for table in tables:
                table.scan = told_of_making(table.scan, source, sources, options.now)
            results += tables
            for table in tables:
                files, missing = find_files(source, table.reviews, watch)
                attached.update(files)
                rejected += missing
            if trouble is not None:
                quiet = trouble.foreign and not source.chosen
                (passed_over if quiet else rejected).append(Rejected(source.name, trouble.line, str(trouble)))
                unread += [trouble.scan] if trouble.scan is not None and not quiet else []
        spare_from_collection(sum(len(result.reviews) for result in results))
    if not results and not rejected:
        rejected = _nothing_found(paths, passed_over)
    return Scan(
        reviews=tuple(chain.from_iterable(result.reviews for result in results)),
        rejected=tuple(rejected + [row for result in results for row in result.rejected]),
        files=(*(result.scan for result in results), *unread),
        attached=attached,
    )


def check_choices(format_id: str, encoding: str) -> None:
    """Raises UsageError where no adapter has this id, or nobody knows the encoding."""
    check_format(format_id)
    _scripts().encoding(encoding)


def _scripts() -> Scripts:
    return load_scripts(program_paths.resources() / "importing" / "encodings.toml")


def _judges(words: Vocabulary, options: ScanOptions) -> dict[str, EncodingJudge]:
    """Who tells old encodings, by what the owner chose for a file."""
    scripts = _scripts()
    return {
        chosen: EncodingJudge(scripts, words.header_languages, options.languages, scripts.encoding(chosen))
        for chosen in ("", options.encoding)
    }


def _read_source(
    source: Source, reader: TableReader, format_id: str, judge: EncodingJudge
) -> tuple[list[TableResult], FileError | None]:
    """The tables of one file, and why it could not be read. Sheets without reviews beside a sheet with reviews are
    passed over.
    """
    results: list[TableResult] = []
    unknown: FileError | None = None
    try:
        with source.open() as handle:
            for raw in open_tables(source, handle, documents(format_id), judge):
                if raw.instead and results:
                    continue
                try:
                    results.append(reader.read(raw, source.modified))
                except FileError as trouble:
                    unknown = unknown or trouble
    except FileError as trouble:
        return results, trouble
    except RowError as refused:
        return results, FileError(str(refused))
    except zipfile.BadZipFile as error:
        return results, FileError(f"is damaged ({error}); download the archive again")
    except OSError as error:
        return results, FileError(f"cannot be read: {error.strerror or error}")
    return results, None if results else unknown


def _nothing_found(paths: Sequence[Path], passed_over: list[Rejected]) -> list[Rejected]:
    if passed_over:
        return passed_over[:20]
    return [Rejected(str(path), 0, "holds no file with reviews") for path in paths]
