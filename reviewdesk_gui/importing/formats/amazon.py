"""Amazon: the seller feedback report, tab-separated, with headers in the language of the marketplace; the rater's
e-mail address is dropped like every other.
"""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

_INFO = FormatInfo(
    "amazon", "Amazon seller feedback", (".txt", ".tsv", ".csv"), "The feedback report of Seller Central."
)
_ENGLISH = {
    Field.DATE: ("Date",),
    Field.RATING: ("Rating",),
    Field.TEXT: ("Comments",),
    Field.REPLY: ("Your Response", "Response"),
    Field.ORDER: ("Order ID",),
    Field.EMAIL: ("Rater Email",),
}
# Italian, French, Spanish, German, Dutch and Polish; some of their headers stay English.
_ABROAD = {
    Field.DATE: ("Datum", "Data"),
    Field.RATING: ("Évaluation", "Bewertung", "Beoordeling", "Ocena"),
    Field.TEXT: ("Commentaire", "Comentarios", "Kommentare", "Opmerkingen", "Komentarze"),
    Field.REPLY: ("Antwort", "Antwoord", "Odpowiedź"),
    Field.ORDER: ("Numero ordine", "Número de pedido", "Bestellnummer", "Bestelnummer", "Numer zamówienia"),
    Field.EMAIL: (
        "E-mail autore della valutazione",
        "E-mail de l'évaluateur",
        "E-mail del cliente",
        "E-Mail des Bewerters",
        "E-mail van beoordelaar",
        "E-mail oceniającego",
    ),
}
_NEEDS = (Field.DATE, Field.RATING, Field.TEXT, Field.ORDER, Field.EMAIL)
_EVERYWHERE = {name: (*words, *_ABROAD[name]) for name, words in _ENGLISH.items()}

FEEDBACK = table_profile(_INFO, "amazon", [_ENGLISH[name] for name in _NEEDS], _ENGLISH)
ABROAD = table_profile(_INFO, "amazon", [_EVERYWHERE[name] for name in _NEEDS], _EVERYWHERE, date_order="dmy")
