"""Finding dictionaries, and taking in those that the owner brings."""

import zipfile
from pathlib import Path

import pytest
from build_script import load_script

from reviewdesk_gui.checks.dictionaries import DictionaryShelf, profile_archives, system_folders
from reviewdesk_gui.checks.dictionary_add import MOST_BYTES, DictionaryError, add_dictionary, add_from_profiles

AFF = "SET UTF-8\n"
DIC = "2\nhej\ntack\n"


def write_pair(folder: Path, stem: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.aff").write_text(AFF, "utf-8")
    (folder / f"{stem}.dic").write_text(DIC, "utf-8")
    return folder / f"{stem}.aff"


def write_zip(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def test_the_owners_folder_comes_before_the_systems(tmp_path: Path) -> None:
    write_pair(tmp_path / "system", "sv_SE")
    own = write_pair(tmp_path / "own" / "sv_SE", "sv_SE")
    found = DictionaryShelf([tmp_path / "own", tmp_path / "system"]).find("sv")
    assert found is not None
    assert found.aff == own


def test_the_shops_country_chooses_among_variants(tmp_path: Path) -> None:
    for stem in ("en_US", "en-GB", "en_AU"):
        write_pair(tmp_path, stem)
    shelf = DictionaryShelf([tmp_path])
    assert [found.locale for country in ("AU", "US", "") if (found := shelf.find("en", country))] == [
        "en_AU",
        "en_US",
        "en-GB",
    ]


def test_german_of_germany_is_not_taken_for_another_land(tmp_path: Path) -> None:
    for stem in ("de_BE", "de_DE"):
        write_pair(tmp_path, stem)
    found = DictionaryShelf([tmp_path]).find("de")
    assert found is not None
    assert found.locale == "de_DE"


def test_half_a_pair_and_missing_folders_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "nl.aff").write_text(AFF, "utf-8")
    assert DictionaryShelf([tmp_path, tmp_path / "nowhere"]).find("nl") is None


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, "/usr/share/hunspell"),
        ("darwin", {}, "/Library/Spelling"),
        ("win32", {"PROGRAMFILES": "/programs"}, "/programs/LibreOffice/share/extensions"),
        ("linux", {"DICPATH": "/mine"}, "/mine"),
    ],
)
def test_each_system_has_its_folders(platform: str, environ: dict[str, str], expected: str) -> None:
    assert Path(expected) in system_folders(platform, environ, Path("/home/someone"))


def test_an_extension_is_taken_in_with_its_licence(tmp_path: Path) -> None:
    source = write_zip(
        tmp_path / "dict-sv.oxt",
        **{"dictionaries/sv_SE.aff": AFF, "dictionaries/sv_SE.dic": DIC, "LICENSE.txt": "free"},
    )
    (added,) = add_dictionary(source, tmp_path / "own")
    assert added.language == "sv"
    assert [path.name for path in added.licences] == ["LICENSE.txt"]
    found = DictionaryShelf([tmp_path / "own"]).find("sv")
    assert found == added


def test_an_index_pair_takes_its_language_from_the_folder(tmp_path: Path) -> None:
    source = write_zip(tmp_path / "some.zip", **{"dictionary-fy/index.aff": AFF, "dictionary-fy/index.dic": DIC})
    assert [added.locale for added in add_dictionary(source, tmp_path / "own")] == ["fy"]


def test_a_pair_is_found_from_either_file(tmp_path: Path) -> None:
    write_pair(tmp_path / "download", "bg_BG")
    (added,) = add_dictionary(tmp_path / "download" / "bg_BG.dic", tmp_path / "own")
    assert added.aff.read_text("utf-8") == AFF


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    source = write_zip(
        tmp_path / "bad.zip", **{"../../../sv_SE.aff": AFF, "../../../sv_SE.dic": DIC, "../../LICENSE": "x"}
    )
    add_dictionary(source, tmp_path / "deep" / "own")
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {"bad.zip"} | {f"deep/own/sv_SE/{name}" for name in ("sv_SE.aff", "sv_SE.dic", "LICENSE")}


def test_a_file_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sv.aff", AFF)
        with archive.open("sv.dic", "w") as stream:
            for _ in range(MOST_BYTES // (1 << 20) + 1):
                stream.write(b"0" * (1 << 20))
    with pytest.raises(DictionaryError, match="larger than any dictionary"):
        add_dictionary(path, tmp_path / "own")
    assert not list((tmp_path / "own").rglob("*.dic*"))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("photo.png", b"x", "is no dictionary"),
        ("broken.oxt", b"no zip at all", "cannot be read"),
        ("sv_SE.aff", b"SET UTF-8", "needs sv_SE.dic beside it"),
    ],
)
def test_what_is_no_dictionary_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DictionaryError, match=reason) as error:
        add_dictionary(tmp_path / name, tmp_path / "own")
    assert "\n" not in str(error.value)


def test_a_word_list_of_something_else_is_refused(tmp_path: Path) -> None:
    source = write_zip(tmp_path / "x.zip", **{"sv.aff": AFF, "sv.dic": "<html>not found</html>"})
    with pytest.raises(DictionaryError, match="no Hunspell word list"):
        add_dictionary(source, tmp_path / "own")
    assert DictionaryShelf([tmp_path / "own"]).find("sv") is None


def test_a_dictionary_is_taken_from_a_browsers_profile(tmp_path: Path) -> None:
    extensions = tmp_path / ".mozilla/firefox/abc.default/extensions"
    extensions.mkdir(parents=True)
    (extensions / "aaa-broken.xpi").write_bytes(b"no zip")
    write_zip(extensions / "theme@example.xpi", **{"manifest.json": "{}"})
    write_zip(extensions / "nl@example.xpi", **{"dictionaries/nl.aff": AFF, "dictionaries/nl.dic": DIC})
    archives = list(profile_archives("linux", {}, tmp_path))
    added = add_from_profiles("nl", archives, tmp_path / "own")
    assert added is not None
    assert added.aff.is_file()
    assert add_from_profiles("sv", archives, tmp_path / "own") is None


def test_without_a_package_manager_the_set_up_says_how_to_add_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bring = load_script("bring_dictionaries", monkeypatch)
    write_pair(tmp_path, "sv_SE")
    monkeypatch.setattr(bring, "standard_shelf", lambda _own: DictionaryShelf([tmp_path]))
    monkeypatch.setattr(bring.shutil, "which", lambda _name: None)
    assert bring.main() == 0
    said = capsys.readouterr().out
    assert said.startswith("spelling dictionaries: sv\n")
    assert "without a dictionary: en bg fy nl ru uk de." in said
