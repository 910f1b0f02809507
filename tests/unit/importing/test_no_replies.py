"""Cells of a reply column that say that nobody has replied, in eight languages, and replies that only begin so."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.importing import Scan
from reviewdesk_gui.importing.no_reply import load

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]
NONE = """
No reply yet|Not replied|None|no response|—|-|...|N/A|No|Not yet answered|(no reply)|NO REPLY!
No response from the owner|Pending|null|“None”
Hasn’t been answered yet|There has been no reply from the seller so far|Awaiting response
No reply has been given.|[none]|0
Inget svar|Inget svar än|Ej besvarad|Inte besvarat ännu|Obesvarad|Nej|Har inte besvarats|Saknas
Ägaren har inte svarat än
Keine Antwort|Noch keine Antwort|Nicht beantwortet|Unbeantwortet|Nein|Es gibt noch keine Antwort
Keine Rückmeldung vom Inhaber|Offen
Geen reactie|Nog geen antwoord|Niet beantwoord|Onbeantwoord|Nee|Er is nog niet gereageerd
Nog geen reactie van de eigenaar
Gjin antwurd|Noch gjin reaksje|Net beantwurde|Gjin|Der is noch gjin antwurd
Нет ответа|Ответа пока нет|Без ответа|Не отвечено|Нет|Владелец ещё не ответил|На этот отзыв ответа нет
Немає відповіді|Відповіді ще немає|Без відповіді|Ні|Поки немає|Власник ще не відповів
Няма отговор|Все още няма отговор|Без отговор|Не|Няма|Още не е отговорено|Няма отговор от собственика
"""
REPLIES = [
    "No reply yet from our side, but we will call you today.",
    "No response is good enough for what happened. I am sorry.",
    "None of our bread is from yesterday.",
    "No!!! That is not how it was, Ada.",
    "No answer can excuse this",
    "Not yet, we open in May",
    "Thanks",
    "👍",
    "Tack",
    "Inget svar duger här, men vi ringer dig.",
    "Keine Antwort ist auch keine Lösung, wir melden uns.",
    "Geen probleem!",
    "Gjin probleem!",
    "Нет, мы не закрыты",
    "Немає за що!",
    "Няма за какво!",
    "Не за что",
    "Pending your answer we have put a loaf aside",
    "10",
]


def table(cells: list[str]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["name", "rating", "review", "reply"])
    writer.writerows(["Ada", "4", f"Words {place}", cell] for place, cell in enumerate(cells))
    return text.getvalue()


@pytest.mark.parametrize("cell", [cell for line in NONE.strip().splitlines() for cell in line.split("|")])
def test_a_cell_that_says_so_is_no_reply(cell: str, write: Write, scan: Read) -> None:
    found = scan(write("t.csv", table([cell, cell.upper(), f" {cell}. "])))

    assert [row.reply for row in found.reviews] == [None] * 3


def test_a_reply_that_begins_so_stays_a_reply(write: Write, scan: Read) -> None:
    found = scan(write("t.csv", table(REPLIES)))

    assert [row.reply.text if row.reply else None for row in found.reviews] == REPLIES


def test_a_language_that_lacks_words_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "no_reply.toml"
    path.write_text('# words\n[en]\nalone = ["none"]\nno = []\nreply = []\nyet = []\n', "utf-8")

    with pytest.raises(DataFileError, match=r"no_reply.toml.*2.*aside"):
        load(path)
