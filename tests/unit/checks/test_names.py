"""Who is addressed, across languages."""

import pytest

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.domain.finding import Move


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
def test_the_name(hit, text, author, name):
    assert hit(Move.NAME, text, author) == name


@pytest.mark.parametrize(
    ("text", "author", "language"),
    [
        ("Стефане, благодарим Ви!", "Стефан Петров", "bg"),
        ("Доброго дня, Соломіє! Дякуємо.", "Соломія Коваль", "uk"),
        ("Іване, дякуємо за відгук!", "Іван Гнатюк", "uk"),
        ("Здравствуйте, Дмитрий! Спасибо.", "Дмитрий Орлов", "ru"),
    ],
)
def test_slavic_forms_of_address_are_the_name(hit, text, author, language):
    assert hit(Move.NAME, text, author, language)


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
def test_the_name_in_other_languages(hit, text, author, language, name):
    assert hit(Move.NAME, text, author, language) == name


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
def test_a_name_that_opens_the_reply_greets(hit, text, author, language, greets):
    assert hit(Move.GREETING, text, author, language) == greets


@pytest.mark.parametrize("language", ["en", "sv", "de", "nl", "fy"])
@pytest.mark.parametrize("thanks", ["Mil Gracias!", "Grazie Mille!", "Merci!"])
def test_thanks_of_another_country_are_nobodys_name(engine, hit, language, thanks):
    text = f"{thanks} Rosie was so glad."
    assert hit(Move.NAME, text, author="Rosie Lee", language=language) != thanks.rstrip("!")
    report = engine.check(text, CheckContext(language=language, author="Rosie Lee"))
    assert not [finding for finding in report.findings if finding.check == "wrong_name"]


def test_the_players_of_a_game_are_nobodys_name(hit):
    assert hit(Move.NAME, "Hallo lieber Spieler, danke für deine Zeit.", language="de") is None


@pytest.mark.parametrize(
    ("text", "author", "language", "name"),
    [
        ("Андрей, спасибо за отзыв!", "Andrei Petrov", "ru", "Андрей"),
        ("Здравствуйте, Екатерина! Спасибо.", "Ekaterina M", "ru", "Екатерина"),
        ("Спасибо за отзыв, уважаемый Andrei!", "Andrei Petrov", "ru", "Andrei"),
        ("Hello Ivan, thanks.", "Иван Гнатюк", "en", "Ivan"),
    ],
)
def test_a_name_in_the_letters_of_the_other_language(hit, text, author, language, name):
    assert hit(Move.NAME, text, author, language) == name


def test_full_names_and_pet_names_call_the_same(hit):
    assert hit(Move.GREETING, "Ольга, спасибо от преподавателей!", "Оля Ткач", "ru") == "Ольга"
    assert hit(Move.GREETING, "Wimpie, bedankt voor je woorden!", "Wim", "nl") == "Wimpie"
    assert hit(Move.GREETING, "Наталочко, читала і всміхалась!", "Наталка Бойчук", "uk") == "Наталочко"


def test_thanks_may_be_drawn_out(hit):
    assert hit(Move.THANKS, "Dankeeee Bine für die 5 Sterne!!", "Bine 77", "de")
    assert hit(Move.THANKS, "Тысячу раз спасииибо за фото", language="ru")


def test_a_compound_does_not_greet(hit):
    assert hit(Move.GREETING, "Hejsan-disken öppnar i maj.", language="sv") is None
    assert hit(Move.GREETING, "Hej-hej Anna!", language="sv") is not None


def test_a_guest_is_no_name(hit):
    for code in ("bg", "de", "fy", "nl", "ru", "sv", "uk"):
        assert hit(Move.GREETING, "Dear Guest,\n200.", language=code) == "Dear Guest"
        assert hit(Move.NAME, "Dear Guest,\n200.", language=code) is None


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
def test_what_a_reader_is_to_the_shop_is_no_name(hit, text, language):
    assert hit(Move.NAME, text, language=language) is None


def test_a_surname_is_no_insult(engine):
    text = "Hallo Depp, der Riemen ist da."
    called = {finding.check for finding in engine.check(text, CheckContext(language="de", author="Jan Depp")).findings}
    meant = {finding.check for finding in engine.check(text, CheckContext(language="de", author="Jan Ohm")).findings}
    assert "attack" not in called
    assert "attack" in meant


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
def test_who_is_called(hit, text, author, language, name):
    assert hit(Move.NAME, text, author, language) == name


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
def test_names_that_begin_like_everyday_words(hit, text, language, name):
    assert hit(Move.NAME, text, language=language) == name
