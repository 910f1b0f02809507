"""Ways to reach somebody, found in the text itself."""

import pytest

from reviewdesk_gui.checks.contacts import find_contacts
from reviewdesk_gui.checks.fold import fold


def contacts(text):
    return [(contact.kind.value, contact.span.of(text)) for contact in find_contacts(text, fold(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Write to info@oven.example.", ("email", "info@oven.example")),
        ("Write to ***@oven.example today", ("email", "***@oven.example")),
        ("Write to [email protected] today", ("email", "[email protected]")),
        ("Mail to help@[…].frl with the type", ("email", "help@[…].frl")),
        ("Schreiben Sie an help@… oder rufen Sie an", ("email", "help@…")),
        ("Mejla oss på hej@bageriet.se.Tack för allt!", ("email", "hej@bageriet.se")),
        ("Ring mig 070-xxx xx xx", ("phone", "070-xxx xx xx")),
        ("Wy binne op de Grutte Buorren 4, kom del", ("address", "Buorren 4")),
        ("Komm ins Büro in der Lange Str. 14.", ("address", "Lange Str. 14")),
        ("Hauptstr. 5a, gleich am Bahnhof", ("address", "Hauptstr. 5a")),
        ("A line to info at theoven dot co dot uk", ("email", "info at theoven dot co dot uk")),
        ("Pop in to 14a Micklegate any time", ("address", "14a Micklegate")),
        ("info (at) oven (dot) example", ("email", "info (at) oven (dot) example")),
        ("Лови нас у дискорді discord.gg/dragons, повернемо", ("url", "discord.gg/dragons")),
        ("See https://oven.example/a?b=(c).", ("url", "https://oven.example/a?b=(c)")),
        ("See www.oven.example, please", ("url", "www.oven.example")),
        ("Look at oven-shop.com/menu!", ("url", "oven-shop.com/menu")),
        ("DM @the_oven on the app", ("handle", "@the_oven")),
        ("Booking by our bot @****dent_bot", ("handle", "@****dent_bot")),
        ("The menu is on Insta: cafe.blue_door 🍦", ("handle", "cafe.blue_door")),
        ("Call +46 8 123 45 67.", ("phone", "+46 8 123 45 67")),
        ("Щодо коштів зателефонуйте 477, там розглянуть.", ("phone", "477")),
        ("Позвоните 0611, мы поможем", ("phone", "0611")),
        ("Обадете се на кратък номер 1400.", ("phone", "1400")),
        ("My direct line is 555-0128.", ("phone", "555-0128")),
        ("Das Sekretariat (Frau Koop, 2291/70-415) hilft", ("phone", "2291/70-415")),
        ("Rufen Sie auf Station an (3817/660-4110)", ("phone", "3817/660-4110")),
        ("Bitte mit dem Sekretariat (4117 602-3300) klären", ("phone", "4117 602-3300")),
        ("Melden Sie sich bei Frau Simon (3810 / 44-606)", ("phone", "3810 / 44-606")),
        ("Further help: 1800-555-0199 (9 to 9)", ("phone", "1800-555-0199")),
        ("Wenn Sie reden mögen: Axel, 5519 - 30 62 44", ("phone", "5519 - 30 62 44")),
        ("Or ask at the box office, (213) 555-0128.", ("phone", "(213) 555-0128")),
        ("Согласуйте день по 555-06-60, пожалуйста", ("phone", "555-06-60")),
        ("Приезжайте на Лесную, 14, вход со двора", ("address", "Лесную, 14")),
        ("Ring 08-123 45 67 any day", ("phone", "08-123 45 67")),
        ("тел. 8 (800) 555-35-35", ("phone", "8 (800) 555-35-35")),
        ("Come to Mill Street 5? No, 12 Mill Street.", ("address", "12 Mill Street")),
        ("Vi finns på Storgatan 12.", ("address", "Storgatan 12")),
        ("ул. Шипка 14", ("address", "ул. Шипка 14")),
        ("Приходите на Гагарина, 31, кабинет 5", ("address", "Гагарина, 31")),
        ("Новый адрес: Пушкина, 40", ("address", "Пушкина, 40")),
        ("Інсулін відклали в аптеці на Бандери, 14, заходьте", ("address", "Бандери, 14")),
        ("Schriftlich bitte (Klinikum Bergfeld, Am Hang 3, Geschäftsführung).", ("address", "Am Hang 3")),
        ("Wir sitzen hier: An der Alten Post 12, 48143 Münster", ("address", "An der Alten Post 12, 48143 Münster")),
        ("Neu: Zeil 106, 60313 Frankfurt", ("address", "Zeil 106, 60313 Frankfurt")),
        ("Skeppsbron 22 A, 111 30 Stockholm", ("address", "Skeppsbron 22 A, 111 30 Stockholm")),
        ("Come and see us at The Old Dairy, Totnes TQ9 5DF.", ("address", "TQ9 5DF")),
        ("Bring it back to us on the Markt 2, please", ("address", "Markt 2")),
        ("Neu sind wir am Limmatquai 94, gleich am See", ("address", "Limmatquai 94")),
        ("Ми тепер тут: Харківське шосе, 201, поверх 2", ("address", "шосе, 201")),
        ("De stalling vindt u op Industrieweg 8, achter de bouwmarkt", ("address", "Industrieweg 8")),
        ("Numera hittar du oss på Vinkelgränd 4.", ("address", "Vinkelgränd 4")),
        ("It gemeentehûs oan de Markt 2 is iepen", ("address", "Markt 2")),
        ("For the old sofa, ring 115 and choose option 3", ("phone", "115")),
        ("Звоните 0711 с мобильного", ("phone", "0711")),
        ("Наберите *105*8# и выберите пункт 2", ("phone", "*105*8#")),
        ("Slå 9011, knappval 2", ("phone", "9011")),
        ("De handleiding staat op warmte***.nl/downloads", ("url", "warmte***.nl/downloads")),
    ],
)
def test_found(text, wanted):
    assert wanted in contacts(text)


@pytest.mark.parametrize(
    "text",
    [
        "You stayed from 12.03.2026 to 14.03.2026.",
        "Byxan i str 38 finns kvar.",
        "Open 9.00 - 17.00 in 2025/2026",
        "It cost 1 250 000.",
        "Order 12345 is on its way",
        "Ваше обращение зарегистрировано под номером 48-117.",
        "We are @ your service",
        "Sorry.We will call",
        "See you in 24/7",
        "Your report is under number 204-1728",
        "For the live balance please dial *121#.",
        "Наберіть *100*44# і спробуйте ще раз",
        "Первая, 5 звёзд. Суббота, 14 ноября",
        "Заявка номер 88-1402 принята",
        "We ring 100 people a day",
        "Обсудили на Совете, 31 января",
        "Het staat op de markt 2 dagen per week",
        "Dat is mijn weg 8 keer per jaar",
        "Здравствуйте, Марина, 14 ноября мы закрыты",
        "Спасибо, Елена, 5 звёзд",
        "Здравейте, Ирина, 3 дни чакаме",
        "Hallo Jan, Kenmerk 2041 staat bij ons",
        "Huawei 20, Thinkpad 14, Catering 24.",
        "Kerstmarkt 2026 wordt groter. Bahnhof 12 Uhr",
        "Die Fahrt dauert auf dem Heimweg 20 Minuten",
        "We call 100 of our guests. We call 2024.",
        "Bel 100 of meer klanten",
        "Посилка на вул. Шевченка. 15.03 її повернуть",
        "Ремонт фасаду на просп. Миру триває з 2021 року",
        "Ihre Rechnungsnummer 030 4432 118 liegt vor",
        "Ärendenummer 08-33512 är stängt",
        "Номер договору 044-5567 знайшли",
        "Your ticket number is 447-1902 and it was closed",
        "Uw klacht geregistreerd is onder nummer 375266333.",
        "Im Zimmer 12, unter dem Dach, war es warm. Sie lagen (Im Zimmer 12) gut",
        "Im Mai 14, im Juni 20 Gäste",
        "Мы в магазине на выходных, 14 ноября",
    ],
)
def test_left_alone(text):
    assert contacts(text) == []
