"""The reading room in a real browser: Debian's Chromium, without a display and without a way out."""

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from lxml import html

from aktenlage import Store
from aktenlage.publish.web.site import PAGES, make_site
from aktenlage.store.page import Wanted

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's Chromium is not installed")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
LISTS = [path for path in PAGES if "{" not in path]
WIDTHS = (360, 768, 1280)
# All that axe knows of WCAG 2.2 up to AA, the size of what is clicked on included, and its own advice.
AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
}


@pytest.fixture(scope="module")
def room(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """A reading room on this machine in which everybody may write."""
    import uvicorn

    with Store(shutil.copy(kept, tmp_path_factory.mktemp("browser") / "room.sqlite"), create=False) as store:
        listening = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_site(store, write=True), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", store
        server.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium."""
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


class Faults:
    """What a browser complains about."""

    def __init__(self, page: Any, base: str) -> None:
        self.told: list[str] = []
        page.on("console", lambda message: message.type in ("error", "warning") and self.told.append(message.text))
        page.on("pageerror", lambda error: self.told.append(str(error)))
        page.on("request", lambda request: self._asked(request.url, base))

    def _asked(self, url: str, base: str) -> None:
        if not url.startswith(("data:", base + "/")):
            self.told.append(f"request to {url}")


def _open(browser: Any, base: str, **options: Any) -> tuple[Any, Faults]:
    context = browser.new_context(**{"locale": "de-DE", "base_url": base, "reduced_motion": "reduce", **options})
    page = context.new_page()
    return page, Faults(page, base)


def _entries(store: Store) -> list[str]:
    """An address of each kind of entry, those with most to show."""
    view = store.view()
    met = max(view.events().items, key=lambda event: len(event.reports))
    found = [f"/event/{met.id}", "/article/05-nordland-bote", f"/article/{quote(view.ids('article')[-1], safe='')}"]
    found += [f"/{kind}/{view.ids(kind)[0]}" for kind in ("statement", "position", "document")]
    return [*found, "/actor/us", "/timeline?zoom=month", "/positions?actor=us", "/search?q=Gespr%C3%A4ch", "/nowhere"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_are_sound(browser: Any, room: tuple[str, Store], theme: str) -> None:
    """No page has a fault of accessibility, scrolls sideways, or asks for what is elsewhere."""
    from axe_playwright_python.sync_playwright import Axe

    base, store = room
    page, faults = _open(browser, base, color_scheme=theme)
    wrong: list[str] = []
    # Where the layout is the same only colours can be wrong.
    paths = [*LISTS, *_entries(store)] if theme == "light" else ["/", *_entries(store)]
    for path in paths:
        page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
        page.goto(path)
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        wrong += [
            f"{path}: {found['id']}: {found['nodes'][0]['html'][:200]}"
            for found in Axe().run(page, options=AXE).response["violations"]
        ]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wrong.append(f"{path}: scrolls sideways at {width} pixels")
    page.context.close()

    assert wrong == []
    assert [fault for fault in faults.told if "404" not in fault] == []


def test_pages_open_in_english(browser: Any, room: tuple[str, Store]) -> None:
    """Choosing English lasts from page to page."""
    base, store = room
    page, faults = _open(browser, base)
    page.goto("/")
    page.get_by_role("link", name="English").click()
    titles = {}
    for path in [*LISTS, *_entries(store)[:-1]]:
        page.goto(path)
        titles[path] = (page.get_attribute("html", "lang"), page.locator("h1").count())
    page.context.close()

    assert set(titles.values()) == {("en", 1)}
    assert faults.told == []


def test_every_evidence_link_lands_on_its_words(browser: Any, room: tuple[str, Store]) -> None:
    """From each fact to its sentence, from there to the article: the same words are marked there, and in sight."""
    base, store = room
    page, faults = _open(browser, base)
    view = store.view()
    links: dict[str, str] = {}
    for kind in ("event", "statement", "position", "document"):
        for name in view.ids(kind, Wanted(limit=1000)):
            told = html.fromstring(page.request.get(f"/{kind}/{name}").text())
            for figure in told.iter("figure"):
                links[figure.find(".//a").get("href")] = "".join(mark.text_content() for mark in figure.iter("mark"))
    wrong = []
    for link, words in links.items():
        page.goto(link)
        marked, seen = page.evaluate(
            """() => [[...document.querySelectorAll("article mark")].map(mark => mark.textContent).join(""),
            (box => box.top >= 0 && box.top < innerHeight)(document.getElementById("m").getBoundingClientRect())]"""
        )
        if not seen or "".join(marked.split()) != "".join(words.split()):
            wrong.append((link, words, marked, seen))
    page.context.close()

    assert len(links) > 60
    assert wrong == []
    assert faults.told == []


def test_search_leads_to_the_words(browser: Any, room: tuple[str, Store]) -> None:
    """From the box at the top to a sentence, and from there to its article."""
    base, _ = room
    page, faults = _open(browser, base)
    page.goto("/")
    page.get_by_role("searchbox").fill("Treffen Donnerstag")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?*")
    assert page.locator(".hits mark").count() > 0
    words = page.locator(".hits blockquote").first.inner_text()
    page.locator(".hits figcaption a").first.click()

    assert "".join(page.locator("article mark").all_inner_texts()).split() == words.split()
    assert faults.told == []
    page.context.close()


def test_correcting_and_undoing(browser: Any, room: tuple[str, Store]) -> None:
    """A place is corrected in the browser, seen in the list, and taken back."""
    base, store = room
    page, faults = _open(browser, base)
    event = next(event for event in store.view().events().items if event.place == "Istanbul")
    page.goto(f"/event/{event.id}")
    page.locator("summary", has_text="Berichtigen").click()
    page.get_by_label("Ort", exact=True).fill("Ankara")
    page.locator("#reason-correct").fill("Protokoll")
    page.get_by_role("button", name="Berichtigen").click()
    assert "(Ankara)" in page.locator("h1").inner_text()
    assert "Protokoll" in page.locator("main").inner_text()
    page.get_by_role("status").get_by_role("button", name="Zurücknehmen").click()
    assert urlsplit(page.url).path == "/decisions"
    page.goto(f"/event/{event.id}")

    assert "(Istanbul)" in page.locator("h1").inner_text()
    assert faults.told == []
    page.context.close()


def test_the_keyboard_is_enough(browser: Any, room: tuple[str, Store]) -> None:
    """The first stop leads past the navigation; evidence opens with a key."""
    base, _ = room
    page, _ = _open(browser, base)
    page.goto("/timeline")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.locator("summary", has_text="Beleg").first.focus()
    page.keyboard.press("Enter")

    assert page.locator("details[open] blockquote").first.is_visible()
    page.context.close()


def test_pages_work_without_scripts(browser: Any, room: tuple[str, Store]) -> None:
    """Filters, evidence and forms need no JavaScript; legends switch layers with style alone."""
    base, _ = room
    page, _ = _open(browser, base, java_script_enabled=False)
    page.goto("/timeline")
    page.get_by_label("Akteur").fill("Russland")
    page.get_by_role("button", name="Anzeigen").click()
    assert "actor=Russland" in page.url
    page.locator("details.proof summary").first.click()
    page.locator("details.proof[open] figcaption a").first.click()
    assert page.locator("#m").is_visible()
    page.get_by_label("Akteur").check()
    page.context.close()
