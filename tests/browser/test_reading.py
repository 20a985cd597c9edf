"""Paste, submit, see: the text with its mentions, and what each view does when another is used."""

from __future__ import annotations

import json
import subprocess

from playwright.sync_api import expect

from tests.browser.conftest import Visiting

# Emoji are two units of UTF-16 and one code point: offsets that mix them up show here.
TEXT = (
    "🇨🇭🎉 Genève (AFP). Moscou a annoncé mardi 👩‍🚒 une rencontre à Lausanne avec John Kerry.\n\n"
    "Depuis 2012, « la guerre » dure ; le président russe Vladimir Poutine ira à Alep le 15 octobre."
)
MENU = "Accueil | Politique | Monde | Sports\n\n"


def test_a_pasted_text_comes_back_whole_with_its_mentions(visit: Visiting) -> None:
    page = visit().paste(TEXT)
    assert page.text_content("#reader") == TEXT
    marks = page.locator("#reader .mark").all_text_contents()
    for words in ("Genève", "AFP", "Moscou", "mardi", "Lausanne", "John Kerry", "15 octobre", "Alep"):
        assert words in marks
    expect(page.locator("#reader .mark.actor.place.metonymic")).to_have_text(["Moscou"])
    expect(page.locator("#headline")).to_be_focused()
    expect(page.locator("#composer")).to_be_hidden()


def test_the_card_tells_both_readings_of_a_metonym(visit: Visiting) -> None:
    one = visit()
    page = one.paste(TEXT)
    page.hover("#reader .mark.metonymic")
    card = page.locator("#card")
    expect(card).to_be_visible()
    expect(card.locator(".card-part.actor")).to_contain_text("gouvernement")
    expect(card.locator(".card-part.place")).to_contain_text("métonymie")
    expect(card.locator(".card-part.place")).to_contain_text("geonames:524901")
    expect(card.locator(".card-part.place details li").first).to_be_visible()
    expect(card).to_contain_text("Confiance")
    one.keep("card-desk", whole=False)
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    page.click("#reader .mark.metonymic")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_place_chosen_moves_the_map_and_lights_its_mentions(visit: Visiting) -> None:
    page = visit().paste(TEXT)
    pane = "getComputedStyle(document.querySelector('#map .leaflet-map-pane')).transform"
    marker = page.locator(".place-marker.chosen")
    before = (page.evaluate(pane), page.locator("path.land").first.get_attribute("d"))
    page.click("#places button:has-text('Alep')")
    expect(marker).to_have_attribute("aria-label", "Alep, 1 mention")
    page.wait_for_timeout(600)
    assert (page.evaluate(pane), page.locator("path.land").first.get_attribute("d")) != before
    expect(page.locator("#reader .mark.lit")).to_have_text(["Alep"])
    page.click("#map-all")
    page.locator(".place-marker[aria-label^='Lausanne']").dispatch_event("click")
    expect(page.locator("#reader .mark.lit")).to_have_text(["Lausanne"])


def test_dates_and_actors_light_their_mentions(visit: Visiting) -> None:
    page = visit().paste(TEXT)
    page.click(".when-item:has-text('15 octobre')")
    expect(page.locator("#reader .mark.lit")).to_have_text(["15 octobre"])
    page.click(".actor-row:has-text('John Kerry')")
    expect(page.locator("#reader .mark.lit")).to_have_text(["John Kerry"])
    expect(page.locator(".country", has_text="États-Unis").locator(".actor-row")).to_contain_text(
        "John Kerry"
    )
    page.click(".actor-row:has-text('John Kerry')")
    expect(page.locator("#reader .mark.lit")).to_have_count(0)


def test_districts_come_out_near_the_ground(visit: Visiting) -> None:
    one = visit()
    page = one.read("alep-cheikh-said")
    page.click("#map-all")
    page.wait_for_timeout(500)
    expect(page.locator("#map .label.named", has_text="Alep")).to_have_text("Alep")
    far = page.locator(".place-marker").count()
    page.click("#places button:has-text('Cheikh')")
    page.wait_for_timeout(900)
    assert page.locator(".place-marker").count() > far
    one.keep("districts", whole=False)


def test_boilerplate_is_greyed_and_a_page_of_html_is_known(visit: Visiting) -> None:
    page = visit().paste(MENU + TEXT)
    assert page.text_content("#reader") == MENU + TEXT
    expect(page.locator("#reader .zone").first).to_contain_text("Accueil")
    page.click("#again")
    page.evaluate(
        "navigator.clipboard.writeText('<!DOCTYPE html><html><body><p>Le maire de Lyon.</p></body></html>')"
    )
    page.focus("#text")
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+V")
    expect(page.locator("#tab-html")).to_have_attribute("aria-selected", "true")
    page.click("#send")
    expect(page.locator("#reader .mark.place")).to_have_text(["Lyon"])


def test_markup_in_a_text_stays_text(visit: Visiting) -> None:
    text = "<img src=x onerror=alert(1)> À Alep, Moscou a annoncé <b>mardi</b> une trêve. <script>1</script>"
    one = visit()
    one.open()
    one.page.fill("#title", "<b onclick=x>Titre</b>")
    one.page.fill("#text", text)
    one.page.click("#send")
    page = one.wait()
    assert page.text_content("#reader") == text
    assert page.text_content("#headline") == "<b onclick=x>Titre</b>"
    assert page.locator("#result :is(img, script, b)").count() == 0


def test_the_curl_line_is_the_very_call(visit: Visiting) -> None:
    page = visit().paste(TEXT + " L'accord d'« hier » : c'est $HOME `id` \\n !")
    line = page.text_content("#panel-curl code") or ""
    page.click("#panel-curl .copy")
    assert page.evaluate("navigator.clipboard.readText()") == line
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    page.click("#tab-json")
    assert json.loads(done.stdout) == json.loads(page.text_content("#panel-json code") or "")
    page.click("#tab-geojson")
    code = page.locator("#panel-geojson code").last
    expect(code).to_contain_text("FeatureCollection")
    assert {one["type"] for one in json.loads(code.text_content() or "")["features"]} == {"Feature"}


def test_a_stored_article_has_an_address(visit: Visiting) -> None:
    one = visit()
    page = one.open()
    page.click("#stored a >> nth=0")
    one.wait()
    address = page.url
    assert "?article=" in address
    headline = page.text_content("#headline")
    page.goto(address)
    one.wait()
    assert page.text_content("#headline") == headline
    assert "curl -s" in (page.text_content("#panel-curl code") or "")
    page.go_back()
    expect(page.locator("#form")).to_be_visible()
    expect(page.locator("#result")).to_be_hidden()
