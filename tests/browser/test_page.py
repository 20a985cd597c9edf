"""For everybody: by keyboard, on a phone, in both languages and themes; and when something goes wrong."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Route, expect

from bench.service import ROOT
from tests.browser.conftest import DESK, PHONE, Visit, Visiting

ARTICLE = "lausanne-accord-cadre"
SCRIPTS = sorted(path.name for path in (ROOT / "service/web/static/explorer/js").glob("*.js"))


def findings(one: Visit) -> list[dict[str, Any]]:
    """What axe finds serious or critical: rule and elements."""
    told = Axe().run(one.page).response["violations"]
    grave = [found for found in told if found["impact"] in {"serious", "critical"}]
    return [{found["id"]: [node["html"][:120] for node in found["nodes"]]} for found in grave]


@pytest.mark.parametrize(("width", "theme"), [(DESK, "light"), (DESK, "dark"), (PHONE, "dark")])
def test_axe_finds_nothing_grave(visit: Visiting, width: int, theme: str) -> None:
    one = visit(width, theme)
    one.open()
    one.page.wait_for_selector("#stored a")
    one.keep(f"home-{width}-{theme}")
    assert findings(one) == []
    one.read(ARTICLE)
    one.keep(f"reading-{width}-{theme}")
    one.page.click("#reader .mark.metonymic")
    one.page.wait_for_timeout(400)
    one.keep(f"card-{width}-{theme}", whole=False)
    assert findings(one) == []


def test_a_phone_never_scrolls_sideways(visit: Visiting) -> None:
    one = visit(PHONE)
    one.open()
    one.page.wait_for_selector("#stored a")
    wide = "document.documentElement.scrollWidth"
    assert one.page.evaluate(wide) == PHONE
    one.read(ARTICLE)
    assert one.page.evaluate(wide) == PHONE
    one.keep(f"reading-{PHONE}-light")
    for tab in ("json", "geojson"):
        one.page.click(f"#tab-{tab}")
        assert one.page.evaluate(wide) == PHONE


def test_all_is_reached_by_keyboard(visit: Visiting) -> None:
    one = visit()
    page = one.open()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.focus("#tab-text")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#tab-html")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.insert_text("Moscou a annoncé mardi une trêve à Alep.")
    page.keyboard.press("Control+Enter")
    one.wait()
    expect(page.locator("#headline")).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.mark')"):
            break
    expect(page.locator(".mark:focus")).to_have_text("Moscou")
    expect(page.locator("#card")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".mark:focus")).to_have_text("mardi")
    page.keyboard.press("End")
    expect(page.locator(".mark:focus")).to_have_text("Alep")
    page.keyboard.press("Enter")
    expect(page.locator("#card .card-close")).to_be_focused()
    expect(page.locator(".place-marker.chosen")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    expect(page.locator(".mark:focus")).to_have_text("Alep")


def test_the_page_speaks_the_language_of_its_reader(visit: Visiting) -> None:
    french, english = visit(language="fr-CA"), visit(language="en-GB")
    assert french.open().text_content("#lead") == "Qui agit, où et quand"
    page = english.read(ARTICLE)
    assert page.get_attribute("html", "lang") == "en"
    expect(page.locator("#actors")).to_contain_text("United States")
    english.keep("reading-english")
    page.click("#languages button[lang=fr]")
    expect(page.locator("#actors")).to_contain_text("États-Unis")
    expect(page.locator("#map")).to_contain_text("Pologne")
    page.reload()
    english.wait()
    assert page.get_attribute("html", "lang") == "fr"
    untold = page.evaluate(
        "[...document.querySelectorAll('main *')].filter((e) => !e.children.length).map((e) => e.textContent)"
    )
    assert not [
        words for words in untold if words.startswith(("form.", "map.", "card.", "time.", "actors.", "call."))
    ]


def test_the_theme_is_switched_and_remembered(visit: Visiting) -> None:
    page = visit(theme="light").open()
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#themes button[aria-label='Thème sombre']")
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == dark


def test_a_problem_is_shown_as_it_is_said(visit: Visiting) -> None:
    one = visit()
    page = one.open()
    page.click("#send")
    problem = page.locator("#problem")
    expect(problem).to_contain_text("422")
    expect(problem).to_contain_text("Invalid fields")
    expect(page.locator("#text")).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".field[data-field=text] .wrong")).to_be_visible()
    one.keep("problem", whole=False)
    assert findings(one) == []
    page.fill("#text", "Mot. " * 30_000)
    page.click("#send")
    expect(problem).to_contain_text("413")
    expect(problem).to_contain_text("100000")
    page.fill("#text", "À Alep, mardi.")
    page.click("#send")
    one.wait()
    expect(problem).to_be_hidden()
    one.open("?article=nowhere")
    expect(problem).to_contain_text("404")
    assert [error for error in one.errors if "Failed to load resource" not in error] == []
    one.errors.clear()  # Chromium itself tells of each answer of 4xx


def test_a_key_is_asked_for_where_one_is_wanted(visit: Visiting) -> None:
    one = visit()

    def guard(route: Route) -> None:
        if route.request.headers.get("authorization") == "Bearer sesame":
            route.continue_()
        else:
            body = {"type": "/problems/key-wanted", "title": "Key wanted", "status": 401, "detail": "No key."}
            route.fulfill(status=401, json=body, content_type="application/problem+json")

    one.page.route("**/v1/**", guard)
    one.open(f"?article={ARTICLE}")
    one.page.fill("#key", "sesame")
    one.page.press("#key", "Enter")
    page = one.wait()
    line = page.text_content("#panel-curl code") or ""
    assert "$GAZETTE_KEY" in line
    assert "sesame" not in line
    assert [error for error in one.errors if "401" not in error] == []
    one.errors.clear()


def test_an_article_as_long_as_allowed_stays_usable(visit: Visiting) -> None:
    """The answer is made up: how long the service reads is measured elsewhere."""
    sentence = "Hier 🎉 à Alep, Moscou a parlé. "
    text = (sentence * 20 + "\n") * 155
    starts = [at for at in range(len(text)) if text.startswith("Alep", at)]
    unit = len(text[:1].encode("utf-16-le")) // 2
    assert unit == 1
    one = visit()
    page = one.open()
    place = {"id": "geonames:170063", "name": "Alep", "type": "city", "country": "SY", "admin1": None}
    point = {"latitude": 36.2, "longitude": 37.16, "bbox": None, "precision": "city", "confidence": 0.9}
    mentions = [
        {
            "start": at + text.count("🎉", 0, at),
            "end": at + 4 + text.count("🎉", 0, at),
            "text": "Alep",
            "usage": "literal",
        }
        for at in starts
    ]
    lists = {"parents": [], "candidates": [], "reasons": [], "mentions": mentions}
    article = {
        "id": None, "language": "fr", "language_source": "detected", "published_at": None,
        "published_at_source": "none",
        "published_at_candidates": [], "characters": len(text), "boilerplate": [],
    }  # fmt: skip
    meta = {
        "service": "0",
        "model": "0",
        "gazetteer": "0",
        "rules": "0",
        "offset_unit": "utf16",
        "degraded": [],
        "attribution": [],
    }
    answer = {
        "article": article, "actors": [], "places": [{**place, **point, **lists}], "dates": [],
        "focus": {"country": "SY", "place": None}, "meta": meta,
    }  # fmt: skip
    page.route("**/v1/analyze", lambda route: route.fulfill(json=answer))
    page.fill("#text", text)
    page.click("#send")
    one.wait()
    expect(page.locator("#reader .mark")).to_have_count(len(starts))
    assert set(page.locator("#reader .mark").all_text_contents()) == {"Alep"}
    choosing = page.evaluate(
        "() => { const begin = performance.now(); document.querySelector('#places button').click();"
        " document.body.offsetHeight; return performance.now() - begin; }"
    )
    assert choosing < 2000


def test_every_script_is_read_and_short(visit: Visiting) -> None:
    page = visit().open()
    base = (page.get_attribute("script[type=module]", "src") or "").rpartition("/")[0]
    for name in SCRIPTS:
        if name != "main.js":
            page.evaluate("(name) => import(name)", f"/{base}/{name}")
        lines = (ROOT / "service/web/static/explorer/js" / name).read_text(encoding="utf-8").splitlines()
        assert len(lines) < 200, name


def test_spans_are_cut_and_days_are_scaled(visit: Visiting) -> None:
    page = visit().open()
    base = "/" + (page.get_attribute("script[type=module]", "src") or "").rpartition("/")[0]
    cut = (
        "async ([base, spans]) => (await import(`${base}/segments.js`))"
        ".cut(10, spans, [5]).map((s) => [s.start, s.end, s.spans.length])"
    )
    spans = [{"start": 2, "end": 8}, {"start": 4, "end": 9}, {"start": 4, "end": 4}]
    assert page.evaluate(cut, [base, spans]) == [
        [0, 2, 0],
        [2, 4, 1],
        [4, 5, 2],
        [5, 8, 2],
        [8, 9, 1],
        [9, 10, 0],
    ]
    ends = "async (base) => (await import(`${base}/segments.js`)).blockEnds('a\\n\\nb\\nc')"
    assert page.evaluate(ends, base) == [3, 5, 6]
    scale = (
        "async (base) => { const { makeScale } = await import(`${base}/timescale.js`);"
        " const s = makeScale(-4000, 30, 0); return [-4000, -30, -1, 0, 31].map(s.x); }"
    )
    told = page.evaluate(scale, base)
    assert told == sorted(told)
    assert (told[0], round(told[-1], 9)) == (0, 1)
    assert told[3] - told[2] > 50 * (told[1] - told[0]) / 3970
