"""What the reading room keeps out."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from lxml import html
from starlette.testclient import TestClient

from aktenlage import Store

Visit = Callable[..., TestClient]
HOSTILE = quote("boese/<b>&\"'", safe="")


def test_what_an_article_prints_is_never_markup(visit: Visit, store: Store) -> None:
    """Text, title, outlet and id of an article are shown as they are, and run nowhere."""
    room = visit()
    statement = next(each for each in store.view().statements().items if "boese" in each.evidence[0].article)

    for path in (
        f"/article/{HOSTILE}",
        "/articles",
        "/sources",
        "/statements",
        f"/statement/{statement.id}",
        "/search?q=Macron",
    ):
        page = html.fromstring(room.get(path).text)
        assert [script.get("src").partition("?")[0] for script in page.iter("script")] == ["/static/room.js"]
        assert page.xpath("//img | //*[@onload or @onerror] | //a[starts-with(@href, 'javascript')]") == []
        assert page.xpath("//*[@style]") == []


def test_every_answer_forbids_what_is_not_ours(visit: Visit) -> None:
    """Pages load nothing from elsewhere and cannot be framed, errors included."""
    room = visit()

    for path in ("/", "/nowhere", "/static/room.css"):
        policy = room.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


def test_other_hosts_are_refused(visit: Visit) -> None:
    """A page elsewhere cannot reach a server on this machine under a name of its own."""
    assert visit().get("/", headers={"host": "evil.example"}).status_code == 421


def test_size_and_rate_are_limited(visit: Visit) -> None:
    """What is too large or comes too often is refused with one sentence."""
    room = visit(write=True)

    assert room.post("/decisions", content=b"x" * 100_000).status_code == 413
    assert room.get("/search", params={"q": "x" * 9_000}).status_code == 414
    assert 429 in {room.post("/undo").status_code for _ in range(60)}
    assert 429 in {room.get("/api/v1/nothing?as_of=2026-01-20").status_code for _ in range(12)}


def test_nobody_writes_where_writing_is_off(visit: Visit, store: Store) -> None:
    """Without --write and without a token there is no form, and none is taken."""
    room = visit()
    event = store.view().ids("event")[0]

    assert '<form method="post"' not in room.get(f"/event/{event}").text
    assert room.post("/decisions", data={"act": "hide", "kind": "event", "id": event}).status_code in (403, 404)
    assert store.judgements() == []


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_forms_of_other_pages_are_refused(visit: Visit, store: Store, headers: dict[str, str]) -> None:
    """A form counts only with what our own page gave the browser, and sent from there."""
    room = visit(write=True)
    event = store.view().ids("event")[0]
    form = html.fromstring(room.get(f"/event/{event}").text).forms[-1]
    data = {"act": "hide", "kind": "event", "id": event, "form": form.fields["form"]}

    assert room.post("/decisions", data={**data, "form": "x"}).status_code == 403
    assert room.post("/decisions", data=data, headers=headers).status_code == 403
    assert TestClient(room.app).post("/decisions", data=data).status_code == 403
    assert store.judgements() == []


def test_a_token_opens_the_file_for_writing(visit: Visit, store: Store) -> None:
    """Who knows the token may decide, nobody else, and only until signing out."""
    room = visit(token="correct horse battery")
    event = store.view().ids("event")[0]

    def value() -> str:
        return str(html.fromstring(room.get("/decisions").text).xpath("//input[@name='form']/@value")[0])

    assert room.post("/open", data={"form": value(), "token": "guess"}).status_code == 403
    assert 'name="act"' not in room.get(f"/event/{event}").text
    assert room.post("/open", data={"form": value(), "token": "correct horse battery"}).status_code == 200
    assert 'name="act"' in room.get(f"/event/{event}").text
    room.post("/close", data={"form": value()})
    assert 'name="act"' not in room.get(f"/event/{event}").text
