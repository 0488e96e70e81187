"""What a reader of the pages sees."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from lxml import html
from starlette.testclient import TestClient

from aktenlage import Store, StoreError
from aktenlage.publish.export import FORMATS
from aktenlage.publish.web.site import PAGES
from aktenlage.resources.messages import LANGUAGES, messages
from aktenlage.store.page import Wanted

Visit = Callable[..., TestClient]
LISTS = [path for path in PAGES if "{" not in path]


def _text(page: str) -> str:
    return " ".join(html.fromstring(page).find(".//main").text_content().split())


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_opens_in_both_languages(visit: Visit, path: str, language: str) -> None:
    """Each page has its language, one heading, and a way to its content."""
    answer = visit().get(path, headers={"accept-language": f"{language}-CH;q=0.9, fr;q=0.1"})
    page = html.fromstring(answer.text)

    assert answer.status_code == 200
    assert page.get("lang") == language
    assert len(page.findall(".//h1")) == 1
    assert page.find(".//a[@class='skip']").get("href") == f"#{page.find('.//main').get('id')}"


def test_every_entry_has_a_page(visit: Visit, store: Store) -> None:
    """Events, statements, positions, documents, actors and articles open under their own address."""
    room, view = visit(), store.view()
    everything = Wanted(limit=1000)
    paths = [
        f"/{kind}/{name}"
        for kind in ("event", "statement", "position", "document")
        for name in view.ids(kind, everything)
    ]
    paths += [f"/{kind}/{quote(name, safe='')}" for kind in ("actor", "article") for name in view.ids(kind, everything)]

    assert [path for path in paths if room.get(path).status_code != 200] == []


def test_all_links_of_the_site_lead_somewhere(visit: Visit) -> None:
    """Following every link from page to page ends nowhere in an error."""
    room = visit()
    seen: set[str] = set()
    waiting = ["/"]
    broken = []
    while waiting and len(seen) < 400:
        path = waiting.pop()
        answer = room.get(path)
        if answer.status_code != 200:
            broken.append(path)
        if path.startswith(("/export/", "/api/")):
            continue
        for link in html.fromstring(answer.text).xpath("//a/@href"):
            target = link.partition("#")[0]
            if target.startswith("/") and "lang=" not in target and "zoom=" not in target and target not in seen:
                seen.add(target)
                waiting.append(target)

    assert broken == []
    assert len(seen) > 100


def test_an_event_tells_all_that_its_articles_say(visit: Visit, store: Store) -> None:
    """History, reports with their origin, what differs, and the exact words with outlet and date."""
    event = next(event for event in store.view().events().items if len(event.reports) > 5)

    told = _text(visit().get(f"/event/{event.id}").text)

    for words in (
        "Verlauf",
        "Meldungen",
        "Worin die Berichte auseinandergehen",
        "1 Stunde",
        "40 Minuten",
        "geplant",
        "stattgefunden",
    ):
        assert words in told
    assert "US-Präsident Donald Trump und der ukrainische Präsident Wolodymyr Selenskyj sind am Donnerstag" in told
    assert f"http://testserver/event/{event.id}" in told


def test_reasons_are_told_in_words(store: Store) -> None:
    """Why reports are one event is said in both languages."""
    reasons = {reason for event in store.view().events().items for link in event.links for reason in link.reasons}

    assert {"time", "participants"} <= reasons
    assert all(f"link.{reason}" in messages(language) for reason in reasons for language in LANGUAGES)


def test_evidence_is_marked_in_its_article(visit: Visit, store: Store) -> None:
    """The address of a piece of evidence marks exactly its words, also where other findings overlap them."""
    room, view = visit(), store.view()

    for event in view.events().items:
        for place in (place for report in event.reports for place in report.evidence):
            page = html.fromstring(
                room.get(f"/article/{quote(place.article, safe='')}?at={place.start}-{place.end}").text
            )
            marked = "".join(mark.text_content() for mark in page.iter("mark"))
            exact = view.reading(place.article).article.text[place.start : place.end]  # type: ignore[union-attr]
            assert marked.split() == exact.split()
            assert page.get_element_by_id("m").tag == "mark"


def test_the_text_of_an_article_stays_whole(visit: Visit, store: Store) -> None:
    """However findings overlap, no word is lost or told twice."""
    room, view = visit(), store.view()

    for name in view.ids("article"):
        page = html.fromstring(room.get(f"/article/{quote(name, safe='')}").text)
        body = page.xpath("//article")[0]
        for mark in body.xpath(".//a[contains(@class, 'ref')]"):
            mark.drop_tree()
        reading = view.reading(name)
        assert reading is not None
        assert body.text_content().split() == reading.article.text.split()


def test_copied_passages_lead_to_their_twins(visit: Visit) -> None:
    """A stretch that other articles carry as well is linked to it there."""
    page = html.fromstring(visit().get("/article/05-nordland-bote").text)
    links = page.xpath("//ol[@class='findings']//ul//a/@href")

    assert any(link.startswith("/article/04-musterstaedter-anzeiger?at=") for link in links)
    assert any(link.startswith("/article/06-alpenkurier-heute?at=") for link in links)


def test_search_finds_other_forms_and_marks_them(visit: Visit) -> None:
    """The word asked for is found in its other forms, marked, and leads to its article."""
    page = html.fromstring(visit().get("/search", params={"q": "Unterhändlern"}).text)

    assert {mark.text_content() for mark in page.iter("mark")} & {"Unterhändler", "Chefunterhändler"}
    assert page.xpath("//ol[@class='hits']//figcaption/a/@href")[0].endswith("#m")


@pytest.mark.parametrize("query", ['"', "* OR (", "NEAR(a b", "\x00", "'; DROP TABLE entry", "a" * 3000])
def test_no_query_breaks_the_search(visit: Visit, query: str) -> None:
    """What is no query finds nothing, and is not an error."""
    assert visit().get("/search", params={"q": query}).status_code == 200


def test_what_is_new_since_a_day(visit: Visit) -> None:
    """A day of the reader's own is the first that is told; what nobody can read as a day is said."""
    room = visit()

    days = re.findall(
        r'<time datetime="([\d-]+)">', room.get("/changes?since=2026-01-22").text.partition("<details")[0]
    )
    assert days
    assert min(days) >= "2026-01-22"
    assert "ist kein Tag" in room.get("/changes?since=gestern").text


def test_lists_are_narrowed_by_name_and_period(visit: Visit) -> None:
    """An actor is found by name; a week shows what lies in it."""
    room = visit()

    named = _text(room.get("/timeline?actor=Russland").text)
    week = _text(room.get("/timeline?zoom=week&at=2026-01-22").text)

    assert "Istanbul" in named
    assert "Florida" not in named
    assert "19.–25. Januar 2026" in week
    assert "Istanbul" not in week
    assert "kein Akteur der Akte heißt „Atlantis“" in room.get("/timeline?actor=Atlantis").text


def test_language_is_kept(visit: Visit) -> None:
    """Whoever chose a language keeps it on the next page, whatever the browser prefers."""
    room = visit()
    room.get("/?lang=en")

    assert "State of affairs" in room.get("/").text
    assert "Stand der Dinge" in visit().get("/").text


def test_the_same_page_is_not_sent_twice(visit: Visit, store: Store) -> None:
    """A page is sent again only when the store or the language has changed."""
    room = visit()
    tag = room.get("/timeline").headers["etag"]

    assert room.get("/timeline", headers={"if-none-match": tag}).status_code == 304
    assert room.get("/timeline", headers={"if-none-match": tag, "accept-language": "en"}).status_code == 200
    store.judge("accept", store.view().ids("event")[:1])
    assert room.get("/timeline", headers={"if-none-match": tag}).status_code == 200


def test_a_store_that_cannot_be_read_is_said_in_one_sentence(
    visit: Visit, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another program holds the store the reader is told so."""

    def locked() -> None:
        raise StoreError("talks.sqlite", "is in use", key="store.locked")

    room = visit()
    monkeypatch.setattr(store, "view", locked)
    answer = room.get("/timeline")

    assert answer.status_code == 503
    assert answer.text == "wird gerade von einem anderen Programm benutzt"


@pytest.mark.parametrize("name", FORMATS)
def test_the_file_is_handed_on(visit: Visit, name: str) -> None:
    """Every format of the export is offered on a page, and comes as a file."""
    room = visit()
    answer = room.get(f"/export/{name}")

    assert f'href="/export/{name}"' in room.get("/export").text
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert len(answer.content) > 100


def test_programs_ask_the_same_server(visit: Visit) -> None:
    """The interface for programs stands beside the pages."""
    assert visit().get("/api/v1/events").json()["total"] == visit().get("/api/v1/").json()["counts"]["event"]


def test_figures_lead_to_their_events(visit: Visit) -> None:
    """How often two met is a link to just these events."""
    room = visit()
    page = html.fromstring(room.get("/network?by=people").text)
    [link] = [
        row.xpath("./td[3]/a")[0]
        for row in page.iter("tr")
        if [cell.text_content() for cell in row.findall("td")[:2]] == ["Jared Kushner", "Steve Witkoff"]
    ]
    listed = html.fromstring(room.get(link.get("href")).text).xpath("//h2/a")

    assert len(listed) == int(link.text)
    assert all("Jared Kushner" in event.text and "Steve Witkoff" in event.text for event in listed)


def test_drawings_have_words(visit: Visit) -> None:
    """A drawing bears a title, its marks lead on, and a table beside it says the same."""
    page = html.fromstring(visit().get("/network?by=people").text)
    [drawing] = page.xpath("//*[local-name()='svg' and contains(@class, 'plot')]")

    assert drawing.xpath("./*[local-name()='title']")
    assert drawing.xpath(".//*[local-name()='a']/@href")
    assert ["Jared Kushner", "Steve Witkoff"] in [
        [cell.text_content() for cell in row.findall("td")[:2]] for row in page.iter("tr")
    ]


@pytest.mark.parametrize(
    "path", ["/event/e0000000000", "/article/none", "/actor/x", "/nowhere", "/statement/%00", "/static/x"]
)
def test_what_is_not_there_is_said_in_words(visit: Visit, path: str) -> None:
    """An address that leads nowhere gets a page that says so."""
    answer = visit().get(path)

    assert answer.status_code == 404
    assert "Nicht gefunden" in answer.text
