"""Who signs, across languages."""

import pytest

from reviewdesk_gui.domain.finding import Move
from reviewdesk_gui.domain.shop import Shop


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("We mended it. - Sarah", "Sarah"),
        ("We mended it. /AB", "AB"),
        ("We mended it.\n\nKind regards,\nTom", "Tom"),
        ("We mended it.\nErik Lund", "Erik Lund"),
        ("We mended it. Team Oven", "Team Oven"),
        ("We mended it. - Sarah 😊", "Sarah"),
        ("We mended it.\nPam (front desk)", "Pam (front desk)"),
        ("We mended it.\nGordon Thorpe\nhead gardener", "Gordon Thorpe"),
        ("We mended it.\ndr Alan Frost, Cardiology", "dr Alan Frost, Cardiology"),
        ("We mended it.\n\nYours,\nMembers of the Board, Holm Rowing Club", "Members of the Board, Holm Rowing Club"),
        ("We mended it.\nxx Denise", "Denise"),
        ("See you again! <3 The Book Lounge", "The Book Lounge"),
        ("See you again! <3 Have a nice day", None),
        ("So glad it fits! <3 See you soon", None),
        ("See you again! <3", None),
        ("We mended it\n~ your Pam from the bakery", "your Pam from the bakery"),
        ("We mended it, ring us any time. Robyn", "Robyn"),
        ("We mended the crust. Gwil, Crumbs & Co", "Gwil, Crumbs & Co"),
        ("We mended the crust. Gwil at Fernhill", "Gwil at Fernhill"),
        ("We mended it.\n\nKind regards,\nSupporters", "Supporters"),
        ("We mended it.\n\nKind regards,\nWelcome!", None),
        ("We mended the stairs. Gwil, P.S. Stairs", "Gwil, P.S. Stairs"),
        ("so sorry again!! free cakes next time ur passing xx Gem", "Gem"),
        ("The size is still three x Large", None),
        ("We mended it for you. Pat :)", "Pat"),
        ("We mended it for you. R. Osterman", "R. Osterman"),
        ('We mended it.\nBakery "Red Ear", Malmö', 'Bakery "Red Ear", Malmö'),
        ("We mended it.\n«Окна-Лайт»", "«Окна-Лайт»"),
        ("We mended it.\nбригада „Стрела“ София", "бригада „Стрела“ София"),
        ("We mended it.\nLuvair Baggage Team", "Luvair Baggage Team"),
        ("We mended it.\nGriet, The Lime Tree House", "Griet, The Lime Tree House"),
        ('We mended it.\nThe cook called it "The Great Fire" and laughed', None),
        ('We mended it.\nAsk for "The Great Fire"!', None),
        ('We mended it.\nAsk for "The Great Fire"', None),
        ('We mended it.\nNext time do try our "Red Velvet".', None),
        ("We mended it.\nСпросите торт «Наполеон»", None),
        ("We mended it.\nFragen Sie nach dem „Großen Feuer“.", None),
        ("We mended it.\n14 High Street, Leeds", None),
        ("We mended it.\nErik Lund\n14 High Street, Leeds", "Erik Lund"),
        ("We mended it.\nHoliday Season Thanks", None),
        ("We mended it.\nMerry Christmas Everyone", None),
        ("We mended it.\nGood Luck With Luvair", None),
        ("We mended it.\nKind regards", None),
        ("You are the best Annie-bee!! It made our week xx", None),
        ("Thanks Tobias! Glad you like the new bikes 💪 See you at 6am", None),
        ("We are over the moon! GG", None),
        ("Here is what we did:\n- New chairs\n- Better Lamps", None),
        ("We asked the cook.\n- Soup is kept warmer now", None),
        ("Best pizza in town, they say.", None),
        ("Mind the step. Thanks", None),
        ("Members get in free. Thanks,\nWe Hope To See You. It was a long day for all of us", None),
        ("We mended it. See you soon!", None),
        ("Go to Menu - Help - Contact.", None),
        ("Thanks a ton! Keep Zapping :)", None),
        ("Here is how:\n1. Open the menu\n2. Choose English", None),
        ("Here is how:\n1. Open the menu\n2. Settings", None),
        ("Open the app – your picture – Help – Chatbox.", None),
    ],
)
def test_the_signature(hit, text, signature):
    assert hit(Move.SIGNATURE, text) == signature


@pytest.mark.parametrize(
    ("language", "thanks"),
    [("en", "Thanks for being with us!"), ("nl", "Bedankt dat je bij ons bent!"), ("de", "Danke, dass du dabei bist!")],
)
def test_the_words_of_a_link_do_not_sign(hit, language, thanks):
    text = f"Hi! https://study.example/LP-support.\n\n{thanks}"
    assert hit(Move.SIGNATURE, text, language=language) is None


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("Thanks for coming. Have a nice day, Anna", None),
        ("Thanks for coming. Have a nice day,\nAnna", "Anna"),
        ("Thanks for coming. Have a nice day, Berta", "Have a nice day, Berta"),
        ("Hello! So kind of you. THANKS Anna ☕️", None),
        ("The fee comes off. See ya soon, Big Al", "Big Al"),
    ],
)
def test_the_readers_own_name_beside_a_wish_does_not_sign(hit, text, signature):
    assert hit(Move.SIGNATURE, text, "Anna Berg") == signature


def test_the_shops_own_name_at_the_end_signs(hit):
    shop = Shop(name="the corner shop", answerer="Lo")
    assert hit(Move.SIGNATURE, "We mended it.\nthe corner shop", shop=shop) == "the corner shop"
    assert hit(Move.SIGNATURE, "the corner shop mended it today, all is well", shop=shop) is None


@pytest.mark.parametrize(
    ("end", "contact"),
    [("Your team at shoes.example", None), ("Jo\nwww.shoes.example", "www.shoes.example"), ("Jo, shoes.example", None)],
)
def test_a_bare_domain_that_signs_is_no_link(hit, end, contact):
    assert hit(Move.CONTACT, f"Sorry for the wait.\n\nRegards,\n{end}") == contact


def test_a_sentence_that_quotes_a_greeting_does_not_sign(hit):
    text = 'Danke. "Alles Gute Horst" stand falsch da. Der nächste Kuchen geht auf uns.'
    assert hit(Move.SIGNATURE, text, language="de") is None


@pytest.mark.parametrize(
    ("text", "language", "signature"),
    [
        ("The fee comes off. Dean will be chuffed. Jo", "en", "Jo"),
        ("The fee comes off. Ok", "en", None),
        ("The fee comes off. #AK", "en", "AK"),
        ("Das Formular findest du online. /ms", "de", "ms"),
        ("Das Formular findest du online. LG", "de", None),
        ("Bedankt voor je bezoek. MVG", "nl", None),
        ("Byt till en annan dimmer. Ljus & Lykta", "sv", "Ljus & Lykta"),
        ("Дякуємо за очікування. Марина, Зв'язок+", "uk", "Марина, Зв'язок+"),
        ("Vi ses där. Verkstan: Skolbrinken 4, Djursholm.", "sv", None),
        ("Dear guest, Greetings from the Oak Inn! The lift runs again since the first of May.", "en", None),
        ("Das Geld ist unterwegs. Danke für Ihr Lob - Sabine vom Gästeservice", "de", "Sabine vom Gästeservice"),
        ("Dat is opgelost. Bedankt! *Anke*", "nl", "Anke"),
        ("The fee comes off. Sorry once more, Hessel de Boer (owner)", "en", "Hessel de Boer (owner)"),
        ("The fee comes off. Sorry once more, Hessel (and 3 others)", "en", None),
        ("Gern per Mail an info@oven.example. Oder z.Hd. Frau Pohl", "de", None),
        ("Oder vorbeischauen, Lindenstr. 8, 1. OG", "de", None),
        ("Groetnis út Koudum,\nRinske, Tee & Kofje Fan der Wal", "fy", "Rinske, Tee & Kofje Fan der Wal"),
        ("Tack för allt, vi hälsar avdelningen!", "sv", None),
        ("Заедем во вторник. Ян", "ru", "Ян"),
        ("Струны встают за два дня. Вдохновения 🎸", "ru", None),
        ("Струни стають за два дні. Натхнення 🎸", "uk", None),
    ],
)
def test_a_bare_name_after_the_last_sentence_signs(hit, text, language, signature):
    assert hit(Move.SIGNATURE, text, language=language) == signature


def test_a_greeting_from_names_signs(hit):
    text = "Wat fijn om te lezen.\nGroetjes van Greet en Kees, De Duinrand"
    assert hit(Move.SIGNATURE, text, language="nl").endswith("Greet en Kees, De Duinrand")


@pytest.mark.parametrize(
    ("text", "author", "language", "signature"),
    [
        ("Good to read. See you at the next service 👍 Steve", "Casey", "en", "Steve"),
        ("Well done again Hamza. Safe driving!! Imran", "Hamza R", "en", "Imran"),
        ("We are very sorry for that. O'Brien", "", "en", "O'Brien"),
        ("Vi är väldigt ledsna. Karl-Erik", "", "sv", "Karl-Erik"),
        ("Thank you for the rating. Ride safe, Team Sawari", "", "en", "Team Sawari"),
        ("Danke für den Stern. Gute Fahrt, Team Sawari", "", "de", "Team Sawari"),
        ("Tack för betyget. Kör försiktigt, team Sawari", "", "sv", "team Sawari"),
        ("Спасибо за оценку. Мягких вам тренировок, команда SUVANA", "", "ru", "команда SUVANA"),
        ("Дякуємо за оцінку. М'яких вам тренувань, команда SUVANA", "", "uk", "команда SUVANA"),
        ("Danke, und schön dass der Kaffee schmeckt, Jule vom Tresen", "Nils", "de", None),
        ("Wir schrauben neu. Danke, schön dass der Kaffee schmeckt, Jule vom Tresen", "Nils", "de", "Jule vom Tresen"),
        ("Звоните нам. Колегите са тук до 20 ч. ФиноКредит", "", "bg", "ФиноКредит"),
        ("Съжаляваме много за грешката. Елате на бул. Витоша", "", "bg", None),
        ("Съжаляваме много. Извинявам се за неудобството. д-р Б. Чалъков", "", "bg", "д-р Б. Чалъков"),
        ("Das tut uns leid. Entschuldigen Sie die Umstände. Dr. B. Schalk", "", "de", "Dr. B. Schalk"),
        ("Kaféet har stängt. Varmt välkomna åter! Bruksmuseet i Älvsered", "", "sv", "Bruksmuseet i Älvsered"),
        ("Jag har skickat en ny. Hör av dig hur det går! Stor kram Filippa", "Ronja", "sv", "Filippa"),
        ("Пишіть в чат, знайдемо) Софія з Гривеньки", "Роман", "uk", None),
        ("Кешбек уже йде. Пишіть в чат, знайдемо) Софія з Гривеньки", "Роман", "uk", "Софія з Гривеньки"),
        ("Thanks Alex, see you soon! ☕", "Alex Morgan", "en", None),
        ("Тапата е сменена. Очакваме Ви :) Дерма Естетик", "", "bg", "Дерма Естетик"),
        ("Yay! You made our day - Team Piggo", "", "en", "Team Piggo"),
        ("The lid fits again. Thanks - Team work did it.", "", "en", None),
        ("Инженеры проверят вышку и дадут ответ. «Кедр Мобайл»", "", "ru", "«Кедр Мобайл»"),
        ("Инженеры проверят вышку. Ищите нас на полке: «Кедр Мобайл»", "", "ru", None),
        ("Передали слова Маше. На связи, «Кедр Мобайл»", "", "ru", "«Кедр Мобайл»"),
        ("И Вам спасибо! Всегда рядом, КедрБанк 👌", "", "ru", "КедрБанк 👌"),
        ("De wifi wurdt ferfongen. Freonlike groetnis, jo Middelseeklinyk", "", "fy", "Middelseeklinyk"),
    ],
)
def test_who_signs_at_the_very_end(hit, text, author, language, signature):
    assert hit(Move.SIGNATURE, text, author, language) == signature
