"""A shop owner's day: from a review file to a posted reply, a follow-up and an exported history."""

import csv
from pathlib import Path

from desk_pages import ReplyPage, export_to
from gui_fixtures import OpenDesk

from reviewdesk_gui.domain.listing import View

HEAD = (
    "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,"
    "product_id,product_handle,reply,reply_date"
)
COLD = '"Fifty minutes for two coffees, and the wrong bun. The staff shrugged."'
REVIEWS = f"""{HEAD}
Cold,{COLD},1,2026-11-22 09:40:00 UTC,,ok,Anna Carlson,a@b.example,1,bun,,
Lovely,"=the best bread in town",5,2026-11-22 08:10:00 UTC,,ok,Tom Reed,t@b.example,1,bread,,
"""


def test_a_whole_day(open_desk: OpenDesk, tmp_path: Path) -> None:
    (tmp_path / "reviews.csv").write_text(REVIEWS, "utf-8")
    desk = open_desk()
    desk.import_files(tmp_path / "reviews.csv")
    assert "2 reviews" in desk.notice
    assert [row.split(",")[0] for row in desk.rows()] == ["Anna Carlson", "Tom Reed"]

    desk.choose("Anna Carlson")
    assert desk.author == "Anna Carlson"
    reply = ReplyPage(desk)
    assert {"Greeting", "Apology", "Solution", "Contact"} <= set(reply.missing())
    assert reply.copy() == "something else"

    for _ in range(20):
        if not reply.missing():
            break
        reply.mend(reply.missing()[0])
    assert not reply.missing()
    assert "Anna" in reply.text
    assert "hello@sunnyside.example" in reply.text

    assert reply.copy() == reply.text
    assert "copied, not posted yet" in next(row for row in desk.rows() if "Anna" in row)
    reply.post()
    assert desk.count(View.ANSWERED) == 1
    assert reply.text == ""
    assert "hello@sunnyside.example" in reply.pane.editor.placeholderText()
    assert reply.missing() == []
    reply.follow_up("ask whether the bun was right")
    assert desk.count(View.WAITING) == 1
    assert "ask whether the bun was right" in desk.window.panel.strip.text

    desk.view(View.ALL)
    export_to(desk, tmp_path / "history.csv")
    rows = list(csv.DictReader((tmp_path / "history.csv").read_text("utf-8-sig").splitlines(keepends=True)))
    assert len(rows) == 2
    assert any("the best bread" in value and not value.startswith("=") for row in rows for value in row.values())

    again = open_desk()
    again.view(View.WAITING)
    assert len(again.rows()) == 1
    again.choose("Anna Carlson")
    assert "posted" in again.window.panel.strip.text
    assert "ask whether the bun was right" in again.window.panel.strip.text


def test_a_template_starts_the_reply_as_one_undo_step(open_desk: OpenDesk, tmp_path: Path) -> None:
    (tmp_path / "reviews.csv").write_text(REVIEWS, "utf-8")
    desk = open_desk()
    desk.import_files(tmp_path / "reviews.csv")
    desk.choose("Anna Carlson")
    reply = ReplyPage(desk)
    reply.type("My own words.")
    reply.pick_template()
    assert "Anna" in reply.text
    assert "[" in reply.text
    assert reply.copy() == "something else"
    assert reply.waits
    reply.pane.editor.undo()
    assert reply.text == "My own words."


def test_the_draft_survives_a_restart(open_desk: OpenDesk, tmp_path: Path) -> None:
    (tmp_path / "reviews.csv").write_text(REVIEWS, "utf-8")
    desk = open_desk()
    desk.import_files(tmp_path / "reviews.csv")
    desk.choose("Tom Reed")
    ReplyPage(desk).type("Dear Tom, thank you")
    again = open_desk()
    again.choose("Tom Reed")
    assert ReplyPage(again).text == "Dear Tom, thank you"
    assert "draft saved" in next(row for row in again.rows() if "Tom Reed" in row)
