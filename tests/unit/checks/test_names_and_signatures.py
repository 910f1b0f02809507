"""Who is addressed and who signs, across languages."""

import pytest

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.domain.finding import Move
from reviewdesk_gui.domain.shop import Shop


def hit(engine, move, text, author="", language="en", shop=None):
    found = engine.check(text, CheckContext(language=language, author=author, shop=shop or Shop())).move(move)
    return found.span.of(text) if found else None


@pytest.mark.parametrize(
    ("text", "author", "name"),
    [
        ("Hello Anna, thanks.", "", "Anna"),
        ("Dear Mr. van Dijk, thanks.", "", "Mr. van Dijk"),
        ("hi anna, sorry", "Anna Berg", "anna"),
        ("Anna, thank you for writing", "Anna Berg", "Anna"),
        ("Thank you so much, Anna!", "", "Anna"),
        ("We are glad, Anna, that it fits", "Anna Berg", "Anna"),
        ("Hello J. K., sorry.", "J. K.", "J"),
        ("Hello JK! Sorry.", "J K", "JK"),
        ("That is a kind review, N.K.! Come again.", "N. K.", "N.K."),
        ("Come again, N. K.", "N.K.", "N. K."),
        ("We sold the NK. It is gone, n.k. too.", "N.K.", None),
        ("Sorry to hear that.\nKind regards, N.K.", "N.K.", None),
        ("Hello rider_77, sorry", "rider_77", "rider_77"),
        ("Hello there, sorry.", "", None),
        ("Hello, We are sorry.", "", None),
        ("Dear customer, sorry.", "Anna Berg", None),
        (
            "We moved the tables. So pleased the window seat suited you, Norman, and thanks for coming.",
            "Norman T",
            "Norman",
        ),
        ("thanks a lot bettina the cake photo is lovely", "Bettina", "bettina"),
        ("You are the best Annie-bee!! So kind of you", "Annie", "Annie-bee"),
        ("Hello @paddle44, sorry", "paddle44", "@paddle44"),
        ("Thank you @paddle44 for writing", "paddle44", "paddle44"),
        ("Mrs Hollis, I am ashamed.", "Nadia", "Mrs Hollis"),
        ("Norman you are a star", "Norman T", "Norman"),
        ("So good to hear Linda! Come again.", "", "Linda"),
        ("We appreciate it, Brenda!", "Morgan Alex", "Brenda"),
        ("Thanks for the review (Anna, front desk)", "", None),
        ("It is mended. See you soon, Big Al", "Morgan Alex", None),
        ("Yours in good health. Priya Desai, MD", "", None),
        ("We have moved to 12 Mill Street, Totnes", "", None),
        ("Glad to hear Linda helped you!", "", None),
        ("STRIKE! How good that you liked it", "Norman T", None),
        ("Will it fit in the rain? Cheerio Ben.", "Ben Tarn", "Ben"),
        ("Normaaan you are a star", "Norman T", "Normaaan"),
        ("Sorry to hear that.\nSee you soon Anna!", "Anna Berg", "Anna"),
        ("After the thanks Martin got he checks each door.", "Anna Berg", None),
        ("Sorry for the wait. Regards, Dispatch", "", None),
        ("Sorry to hear that.\nKind regards\nAnna", "Anna Berg", None),
    ],
)
def test_the_name(engine, text, author, name):
    assert hit(engine, Move.NAME, text, author) == name


@pytest.mark.parametrize(
    ("text", "author", "language"),
    [
        ("Стефане, благодарим Ви!", "Стефан Петров", "bg"),
        ("Доброго дня, Соломіє! Дякуємо.", "Соломія Коваль", "uk"),
        ("Іване, дякуємо за відгук!", "Іван Гнатюк", "uk"),
        ("Здравствуйте, Дмитрий! Спасибо.", "Дмитрий Орлов", "ru"),
    ],
)
def test_slavic_forms_of_address_are_the_name(engine, text, author, language):
    assert hit(engine, Move.NAME, text, author, language)


@pytest.mark.parametrize(
    ("text", "author", "language", "name"),
    [
        ("Sehr geehrte/r J. K.,\nvielen Dank.", "J. K.", "de", "J"),
        ("Hoi AL!\n\nBedankt!", "A L", "nl", "AL"),
        ("Lieber Herr Lang, Winter-bedingt ist zu.", "Lang", "de", "Herr Lang"),
        ("Майстер був. Після вашого відгуку Мартин перевіряє двері.", "", "uk", None),
        ("Виправляємо, що зламалося.", "", "uk", None),
        ("Сообщите, пожалуйста, номер заказа.", "", "ru", None),
        ("Цей звук звичний для систем No Frost, це розширюється пластик.", "Юрій", "uk", None),
        ("Рады слышать. Спасибо, Дарья, служба заботы", "", "ru", None),
        ("Има още работа, но мерси, Радославе, че чакаш", "Радослав", "bg", "Радославе"),
    ],
)
def test_the_name_in_other_languages(engine, text, author, language, name):
    assert hit(engine, Move.NAME, text, author, language) == name


@pytest.mark.parametrize(
    ("text", "author", "language", "greets"),
    [
        ("Kalle du är en stjärna", "Kalle", "sv", "Kalle"),
        ("Kalle hämtade paketet själv i går", "Kalle", "sv", None),
        ("Tess joh, wat een verhaal", "Tess", "nl", "Tess"),
        ("Norman you're right and I have no excuse", "Norman T", "en", "Norman"),
        ("Norman we stuffed up, no excuses", "Norman T", "en", "Norman"),
        ("rachid we hebben elkaar gesproken", "Rachid B.", "nl", "rachid"),
        ("Yessss!! So proud of her.", "Nadia H.", "en", None),
        ("Мартусю, ви наше сонечко!", "Марта С.", "uk", "Мартусю"),
        ("Norman - fair. We talked to the crew.", "Norman T", "en", "Norman"),
        ("Norman-style service is what we aim at", "Norman T", "en", None),
        ("Можна, і навіть потрібно!", "Dmytro", "uk", None),
        ("Аллочко, дякую вам!", "Алла", "uk", "Аллочко"),
        ("Зори, мила, ще го оправим", "Зорница Петкова", "bg", "Зори"),
        ("Tess haalt het zelf op, en betaalt dan", "Tess", "nl", None),
        ("Ojee Tess! Dat hoort niet.", "Tess", "nl", None),
        ("Г-жо Станкова, съжаляваме.", "Богдана", "bg", "Г-жо Станкова"),
    ],
)
def test_a_name_that_opens_the_reply_greets(engine, text, author, language, greets):
    assert hit(engine, Move.GREETING, text, author, language) == greets


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
        ("Open the app – your picture – Help – Chatbox.", None),
    ],
)
def test_the_signature(engine, text, signature):
    assert hit(engine, Move.SIGNATURE, text) == signature


@pytest.mark.parametrize(
    ("language", "thanks"),
    [("en", "Thanks for being with us!"), ("nl", "Bedankt dat je bij ons bent!"), ("de", "Danke, dass du dabei bist!")],
)
def test_the_words_of_a_link_do_not_sign(engine, language, thanks):
    text = f"Hi! https://study.example/LP-support.\n\n{thanks}"
    assert hit(engine, Move.SIGNATURE, text, language=language) is None


@pytest.mark.parametrize("language", ["en", "sv", "de", "nl", "fy"])
@pytest.mark.parametrize("thanks", ["Mil Gracias!", "Grazie Mille!", "Merci!"])
def test_thanks_of_another_country_are_nobodys_name(engine, language, thanks):
    text = f"{thanks} Rosie was so glad."
    assert hit(engine, Move.NAME, text, author="Rosie Lee", language=language) != thanks.rstrip("!")
    report = engine.check(text, CheckContext(language=language, author="Rosie Lee"))
    assert not [finding for finding in report.findings if finding.check == "wrong_name"]


def test_the_players_of_a_game_are_nobodys_name(engine):
    assert hit(engine, Move.NAME, "Hallo lieber Spieler, danke für deine Zeit.", language="de") is None


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
def test_the_readers_own_name_beside_a_wish_does_not_sign(engine, text, signature):
    assert hit(engine, Move.SIGNATURE, text, "Anna Berg") == signature


@pytest.mark.parametrize(
    ("text", "author", "language", "name"),
    [
        ("Андрей, спасибо за отзыв!", "Andrei Petrov", "ru", "Андрей"),
        ("Здравствуйте, Екатерина! Спасибо.", "Ekaterina M", "ru", "Екатерина"),
        ("Спасибо за отзыв, уважаемый Andrei!", "Andrei Petrov", "ru", "Andrei"),
        ("Hello Ivan, thanks.", "Иван Гнатюк", "en", "Ivan"),
    ],
)
def test_a_name_in_the_letters_of_the_other_language(engine, text, author, language, name):
    assert hit(engine, Move.NAME, text, author, language) == name


def test_the_shops_own_name_at_the_end_signs(engine):
    shop = Shop(name="the corner shop", answerer="Lo")
    assert hit(engine, Move.SIGNATURE, "We mended it.\nthe corner shop", shop=shop) == "the corner shop"
    assert hit(engine, Move.SIGNATURE, "the corner shop mended it today, all is well", shop=shop) is None


@pytest.mark.parametrize(
    ("end", "contact"),
    [("Your team at shoes.example", None), ("Jo\nwww.shoes.example", "www.shoes.example"), ("Jo, shoes.example", None)],
)
def test_a_bare_domain_that_signs_is_no_link(engine, end, contact):
    assert hit(engine, Move.CONTACT, f"Sorry for the wait.\n\nRegards,\n{end}") == contact


def test_a_sentence_that_quotes_a_greeting_does_not_sign(engine):
    text = 'Danke. "Alles Gute Horst" stand falsch da. Der nächste Kuchen geht auf uns.'
    assert hit(engine, Move.SIGNATURE, text, language="de") is None


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
def test_a_bare_name_after_the_last_sentence_signs(engine, text, language, signature):
    assert hit(engine, Move.SIGNATURE, text, language=language) == signature


def test_full_names_and_pet_names_call_the_same(engine):
    assert hit(engine, Move.GREETING, "Ольга, спасибо от преподавателей!", "Оля Ткач", "ru") == "Ольга"
    assert hit(engine, Move.GREETING, "Wimpie, bedankt voor je woorden!", "Wim", "nl") == "Wimpie"
    assert hit(engine, Move.GREETING, "Наталочко, читала і всміхалась!", "Наталка Бойчук", "uk") == "Наталочко"


def test_thanks_may_be_drawn_out(engine):
    assert hit(engine, Move.THANKS, "Dankeeee Bine für die 5 Sterne!!", "Bine 77", "de")
    assert hit(engine, Move.THANKS, "Тысячу раз спасииибо за фото", language="ru")


def test_a_compound_does_not_greet(engine):
    assert hit(engine, Move.GREETING, "Hejsan-disken öppnar i maj.", language="sv") is None
    assert hit(engine, Move.GREETING, "Hej-hej Anna!", language="sv") is not None


def test_a_guest_is_no_name(engine):
    for code in ("bg", "de", "fy", "nl", "ru", "sv", "uk"):
        assert hit(engine, Move.GREETING, "Dear Guest,\n200.", language=code) == "Dear Guest"
        assert hit(engine, Move.NAME, "Dear Guest,\n200.", language=code) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dear Subscriber, thank you.", "en"),
        ("Lieber Fahrer, danke.", "de"),
        ("Beste Abonnee, dank.", "nl"),
        ("Kära Prenumerant, tack.", "sv"),
        ("Уважаемый Участник, спасибо.", "ru"),
        ("Шановний Учаснику, дякуємо.", "uk"),
        ("Уважаеми Участнико, благодарим.", "bg"),
        ("Bêste Abonnee, tank.", "fy"),
    ],
)
def test_what_a_reader_is_to_the_shop_is_no_name(engine, text, language):
    assert hit(engine, Move.NAME, text, language=language) is None


def test_a_surname_is_no_insult(engine):
    text = "Hallo Depp, der Riemen ist da."
    called = {finding.check for finding in engine.check(text, CheckContext(language="de", author="Jan Depp")).findings}
    meant = {finding.check for finding in engine.check(text, CheckContext(language="de", author="Jan Ohm")).findings}
    assert "attack" not in called
    assert "attack" in meant


def test_a_greeting_from_names_signs(engine):
    text = "Wat fijn om te lezen.\nGroetjes van Greet en Kees, De Duinrand"
    assert hit(engine, Move.SIGNATURE, text, language="nl").endswith("Greet en Kees, De Duinrand")


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
        ("De wifi wurdt ferfongen. Freonlike groetnis, jo Middelseeklinyk", "", "fy", "Middelseeklinyk"),
    ],
)
def test_who_signs_at_the_very_end(engine, text, author, language, signature):
    assert hit(engine, Move.SIGNATURE, text, author, language) == signature


@pytest.mark.parametrize(
    ("text", "author", "language", "name"),
    [
        ("Vi ber om ursäkt för strulet Nathalie. Boten makuleras.", "Nathalie85", "sv", "Nathalie"),
        ("Уважаеми Веселин,\nсъжаляваме за стаята.", "Veselin G.", "bg", "Веселин"),
        ("Congrats Emma, well done.", "Emma W", "en", "Emma"),
        ("Поздравляем, Лиза! Вы молодец.", "", "ru", "Лиза"),
        ("I will have the fare refunded. Thanks, Ruairi", "Morgan", "en", None),
    ],
)
def test_who_is_called(engine, text, author, language, name):
    assert hit(engine, Move.NAME, text, author, language) == name


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Здравейте, Драгомир, съжаляваме.", "bg", "Драгомир"),
        ("Здравейте, Милена! Съжаляваме.", "bg", "Милена"),
        ("Уважаеми г-н Господинов, съжаляваме.", "bg", "г-н Господинов"),
        ("Здравейте, мили гости!", "bg", None),
        ("Здравствуйте, Мартин! Спасибо.", "ru", "Мартин"),
        ("Здравствуйте, господин Самойлов. Спасибо.", "ru", "господин Самойлов"),
        ("Доброго дня, Святославе! Дякуємо.", "uk", "Святославе"),
        ("Доброго дня, пане Новак! Дякуємо.", "uk", "пане Новак"),
        ("Beste Goedele, bedankt.", "nl", "Goedele"),
        ("Goeie Aldert, tank.", "fy", "Aldert"),
        ("Guten Tag Herr Freitag, danke.", "de", "Herr Freitag"),
        ("Sehr geehrte Frau Schade,\ndanke.", "de", "Frau Schade"),
        ("Dear Sir Thank you for the review", "en", None),
        ("Dear Ms Hope, thank you.", "en", "Ms Hope"),
    ],
)
def test_names_that_begin_like_everyday_words(engine, text, language, name):
    assert hit(engine, Move.NAME, text, language=language) == name
