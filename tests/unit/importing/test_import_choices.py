"""What the owner can choose before an import: columns, date order, scale, personal data, format."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reviewdesk_gui.importing import Scan, make_plan

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]


def test_a_date_order_settles_the_ambiguous_rows(fixtures: Path, scan: Read) -> None:
    path = fixtures / "generic" / "ambiguous.csv"

    assert scan(path).files[0].ambiguous_dates == 1
    chosen = scan(path, date_order="dmy")
    assert chosen.files[0].ambiguous_dates == 0
    assert [row.review.written_at.date().isoformat() for row in chosen.reviews if row.review.written_at] == [
        "2026-03-05",
        "2026-03-06",
    ]


def test_a_cell_that_says_nothing_is_no_reply_and_a_translation_on_one_line_is_taken_off(
    write: Write, scan: Read
) -> None:
    rows = "Ada,5,(Translated by Google) Good (Original) Bra,n/a\nBo,4,I like (Translated by Google) jokes,-\n"
    found = scan(write("r.csv", f"name,rating,review,reply\n{rows}")).reviews

    assert [row.reply for row in found] == [None, None]
    assert [row.review.text for row in found] == ["Bra", "I like (Translated by Google) jokes"]


def test_a_scale_is_shown_and_can_be_chosen(write: Write, scan: Read) -> None:
    path = write("s.csv", "name,score,review\nAda,4,Fint\nBo,5,Bra\n")

    assert [row.review.rating for row in scan(path).reviews] == [4.0, 5.0]
    assert [row.review.rating for row in scan(path, scale=10.0).reviews] == [2.0, 2.5]


def test_guessed_columns_are_shown_with_samples(write: Write, scan: Read) -> None:
    path = write("g.csv", "Namn,Betyg,Recension,Påhitt,E-post\nAda,5,Fint,x,ada@mail.example\n")
    [file] = scan(path).files

    assert file.guessed
    assert [(use.header, use.field, use.samples) for use in file.columns] == [
        ("Namn", "author", ("Ada",)),
        ("Betyg", "rating", ("5",)),
        ("Recension", "text", ("Fint",)),
        ("Påhitt", "", ("x",)),
        ("E-post", "email", ()),
    ]


def test_a_mapping_is_remembered_by_the_header(write: Write, scan: Read) -> None:
    path = write("m.csv", "Vem,Hur,Vad\nAda,5,Fint\n")
    unknown = scan(path)
    mapping = {unknown.files[0].header_key: {"Vem": "author", "Hur": "rating", "Vad": "text"}}

    assert unknown.reviews == ()
    assert [use.samples for use in unknown.files[0].columns] == [("Ada",), ("5",), ("Fint",)]
    [row] = scan(path, mapping=mapping).reviews
    assert (row.review.author, row.review.rating, row.review.text) == ("Ada", 5.0, "Fint")
    again = write("other.csv", "Vem,Hur,Vad\nBo,1,Fult\n")
    assert scan(again, mapping=mapping).reviews[0].review.author == "Bo"


def test_email_and_ip_are_dropped_unless_wanted(fixtures: Path, scan: Read) -> None:
    path = fixtures / "judgeme.csv"

    assert "nils@mail.example" not in repr(scan(path))
    kept = scan(path, keep_personal=True).reviews[0]
    assert "nils@mail.example" in kept.facts
    assert "192.0.2.7" in kept.facts


def test_a_table_without_a_platform_takes_the_chosen_one(write: Write, scan: Read) -> None:
    path = write(
        "p.csv", "name,review,source\nAda,Fint,\nBo,Bra,TripAdvisor.com\nCy,Ok,Google Maps\nDi,Nja,Google Play\n"
    )

    platforms = [row.review.platform for row in scan(path, platform="yelp").reviews]
    assert platforms == ["yelp", "tripadvisor", "google", "google_play"]


def test_rejected_rows_keep_their_cells_for_mending(fixtures: Path, scan: Read) -> None:
    rejected = scan(fixtures / "generic" / "troubles.csv").rejected

    assert rejected[0].cells == ("Siv", "7/5", "2026-11-02", "Bad rating")


def test_rejected_rows_can_be_saved_mended_and_brought_back(fixtures: Path, tmp_path: Path, scan: Read) -> None:
    from reviewdesk_gui.importing.rejects import save_rejected

    found = scan(fixtures / "generic" / "troubles.csv")
    path = save_rejected(found, tmp_path / "rejected.csv")
    text = path.read_text("utf-8-sig")

    assert "the rating 7/5 is outside 1 to 5" in text
    path.write_text(text.replace("7/5", "4/5"), "utf-8")
    assert [row.review.author for row in scan(path).reviews] == ["Siv"]


def test_rejected_rows_of_several_files_come_back_each_as_what_it_was(write: Write, tmp_path: Path, scan: Read) -> None:
    from reviewdesk_gui.importing.rejects import save_rejected

    one = write("one.csv", "name,rating,date,review\nAda,9/5,2026-11-01,Hej\n")
    two = write("two.csv", "Recension;Namn;Betyg\nSurt;Cy;7/5\n")
    review = {"name": "accounts/1/locations/2/reviews/a", "reviewer": {"displayName": "Bo"}, "starRating": "SIX"}
    three = write("reviews.json", json.dumps({"reviews": [review | {"comment": "Nja"}]}))
    answer = {"type": "customerReviews", "id": "as1", "attributes": {"rating": 9, "body": "Slow"}}
    four = write("app.json", json.dumps({"data": [answer]}))
    no_table = write("report.csv", b"%PDF-1.7")
    path = save_rejected(scan(one, two, three, four, no_table), tmp_path / "rejected.csv")

    mended = path.read_text("utf-8-sig").replace("9/5", "4/5").replace("7/5", "3/5").replace("SIX", "TWO")
    path.write_text(mended.replace(",9,", ",1,"), "utf-8")
    found = scan(path)
    told = [(row.review.platform, row.review.author, row.review.rating, row.review.text) for row in found.reviews]
    assert told == [
        ("other", "Ada", 4.0, "Hej"),
        ("other", "Cy", 3.0, "Surt"),
        ("google", "Bo", 2.0, "Nja"),
        ("app_store", "", 1.0, "Slow"),
    ]
    assert [row.review.external_id for row in found.reviews[2:]] == ["locations/2/reviews/a", "as1"]
    assert found.rejected == ()


def test_mended_rows_are_read_as_their_file_was(write: Write, tmp_path: Path, scan: Read) -> None:
    from reviewdesk_gui.importing.rejects import save_rejected

    rows = "Ada,9,05/03/2024,Fint\nBo,4,two weeks ago,Nja\nCy,4,soon,Dyrt\nDi,8\n"
    file = write("out-of-ten.csv", f"name,rating,date,review\n{rows}")
    options = {"date_order": "mdy", "platform": "google", "read_on": date(2024, 6, 20)}
    first = scan(file, **options)
    assert [row.review.rating for row in first.reviews] == [4.5, 2.0, 4.0]
    path = save_rejected(first, tmp_path / "rejected.csv")
    text = path.read_text("utf-8-sig")
    assert [line.split(",")[:2] for line in text.splitlines()[1:]] == [["Cy", "4"]]

    path.write_text(text.replace("soon", "3 days ago"), "utf-8")
    [again] = scan(path).reviews
    assert (again.review.rating, again.review.platform) == (2.0, "google")
    assert again.review.written_at == datetime(2024, 6, 17, tzinfo=UTC)


def test_reasons_stand_in_a_column_of_their_own(write: Write, tmp_path: Path, scan: Read) -> None:
    from reviewdesk_gui.importing.rejects import save_rejected

    lines = ['{"text": "Bra", "rating": 5, "date": "2026-11-01"}', '{"text": "Nja", "rating": "so so"}', "{broken"]
    path = save_rejected(scan(write("reviews.jsonl", "\n".join(lines))), tmp_path / "rejected.csv")
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))

    assert [len(row) for row in rows] == [4, 4, 4]
    assert [row[:3] for row in rows[1:]] == [["Nja", "so so", ""], ["", "", ""]]
    assert scan(path).reviews == ()


def test_a_file_of_rejected_rows_is_whole_or_not_there(write: Write, tmp_path: Path, scan: Read) -> None:
    from reviewdesk_gui.importing.rejects import RejectsError, save_rejected

    found = scan(write("one.csv", "name,rating,review\nAda,9/5,Hej\n"))
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(RejectsError, match="cannot be written"):
        save_rejected(found, target)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.endswith(".part")) == []


def test_mended_rows_prove_nothing_about_the_reviews_beside_them(write: Write, tmp_path: Path, scan: Read) -> None:
    from reviewdesk_gui.importing.rejects import save_rejected

    head = "title,body,rating,review_date,source,curated,reviewer_name"
    lines = [f",Kopp {day},{stars},2026-11-0{day},web,ok,Kund {day}" for day, stars in enumerate((9, 4, 9), 1)]
    found = scan(write("judgeme.csv", "\n".join([head, *lines])))
    now = datetime(2026, 11, 21, tzinfo=UTC)
    desk = make_plan(found, (), now=now).cases_to_save()
    path = save_rejected(found, tmp_path / "rejected.csv")
    path.write_text(path.read_text("utf-8-sig").replace(",9,", ",3,"), "utf-8")

    plan = make_plan(scan(path), desk, now=now)
    assert (len(desk), plan.summary()["new"], plan.removed) == (1, 2, ())


def test_anonymous_names_are_no_names(write: Write, scan: Read) -> None:
    path = write("a.csv", "name,rating,review\nAnonym,1,Uselt\nA Google User,2,Bad\nГость,1,Плохо\n")

    assert [row.review.author for row in scan(path).reviews] == ["", "", ""]


def test_a_zip_a_folder_and_the_files_give_the_same(fixtures: Path, tmp_path: Path, scan: Read) -> None:
    import shutil

    folder = fixtures / "takeout"
    archive = Path(shutil.make_archive(str(tmp_path / "takeout"), "zip", folder))

    from_folder, from_zip = scan(folder), scan(archive)
    assert [row.review for row in from_zip.reviews] == [row.review for row in from_folder.reviews]
    assert " > Takeout/" in from_zip.reviews[0].file


def test_a_takeout_with_the_owners_own_reviews_tells_of_them(fixtures: Path, scan: Read) -> None:
    found = scan(fixtures / "takeout", fixtures / "maps-places")

    assert len(found.reviews) == 7
    assert any("you wrote yourself" in row.reason for row in found.rejected)


def test_what_lies_beside_the_reviews_is_passed_over(write: Write, tmp_path: Path, scan: Read) -> None:
    write("mix/reviews.csv", "name,rating,review\nAda,5,Fint\n")
    write("mix/photo.jpg", b"\xff\xd8\xff")
    write("mix/._reviews.csv", b"\0\5\x16\7")
    write("mix/film", bytes(3000))
    write("mix/settings.json", '{"theme": "dark"}')

    found = scan(tmp_path / "mix")
    assert (len(found.reviews), found.rejected) == (1, ())
