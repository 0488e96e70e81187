"""The API answers as it says it does, in one shape of error, and writes only with its token."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

from aktenlage import Article, Store
from aktenlage.publish.api import make_api
from aktenlage.publish.api.limits import BURST, LONGEST_BODY, Limits

TOKEN = "open sesame"
ARTICLES = [
    Article(
        "plan/1",
        "Der französische Präsident Emmanuel Macron empfängt am Freitag Bundeskanzler Friedrich Merz in Paris. "
        "Frankreich fordert eine Waffenruhe.",
        outlet="Bote",
        published="2026-01-21",
    ),
    Article(
        "held",
        "Der französische Präsident Emmanuel Macron hat am Freitag Bundeskanzler Friedrich Merz in Paris empfangen.",
        outlet="Warte",
        published="2026-01-24",
    ),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "talks.sqlite") as store:
        for article in ARTICLES:
            store.add(article)
        yield store


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    with TestClient(make_api(store, token=TOKEN)) as client:
        yield client


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/events", 1),
        ("/events?actor=fr", 1),
        ("/events?actor=us", 0),
        ("/events?status=held&since=2026-01-23&until=2026-01-23", 1),
        ("/events?as_of=2026-01-22&status=planned", 1),
        ("/positions?issue=ceasefire", 1),
        ("/articles?sort=Bote", 1),
        ("/changes?since=2026-01-24", 1),
        ("/search?q=Waffenruhe", 1),
        ("/actors?limit=1", None),
    ],
)
def test_lists_what_is_asked_for(client: TestClient, path: str, count: int | None) -> None:
    """Filters, days and pages work on every list."""
    page = client.get(path).json()

    assert page["total"] == (page["total"] if count is None else count)
    assert len(page["items"]) == min(page["total"], page["limit"])


def test_gives_entries_and_articles_by_id(client: TestClient) -> None:
    """What a list holds is found by its id, ids with a slash too."""
    [event] = client.get("/events").json()["items"]

    assert client.get(f"/events/{event['id']}").json() == event
    assert client.get("/articles/plan/1").json()["outlet"] == "Bote"
    assert client.get("/articles/plan/1/reading").json()["article"]["id"] == "plan/1"
    article, start, end = event["history"][0]["evidence"][0]
    resting = client.get("/evidence", params={"article": article, "start": start, "end": end}).json()
    assert resting["event"] == [event["id"]]


def test_says_when_nothing_has_changed(client: TestClient, store: Store) -> None:
    """The tag stays until something is written."""
    first = client.get("/events")
    headers = {"If-None-Match": first.headers["ETag"]}

    assert client.get("/events", headers=headers).status_code == 304
    store.add(Article("new", "Emmanuel Macron trifft am Montag in Rom Giorgia Meloni.", published="2026-03-01"))
    assert client.get("/events", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/events/e0", 404),
        ("/nothing", 404),
        ("/events?limit=0", 400),
        ("/events?since=bald", 400),
        ("/search", 400),
        ("/articles/none/reading", 404),
    ],
)
def test_every_error_has_one_shape(client: TestClient, path: str, status: int) -> None:
    """A code for programs, a message for people."""
    answer = client.get(path)

    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"code", "message"}


def test_writes_only_with_the_token(client: TestClient, store: Store) -> None:
    """Without a token set, or with a wrong one, nothing is decided."""
    [event] = client.get("/events").json()["items"]
    decision = {"act": "correct", "entries": [event["id"]], "field": "place", "value": "Évian"}
    right = {"Authorization": f"Bearer {TOKEN}"}

    with TestClient(make_api(store)) as closed:
        assert closed.post("/judgements", json=decision, headers=right).status_code == 403
    assert client.post("/judgements", json=decision).status_code == 401
    assert client.post("/judgements", json=decision, headers={"Authorization": "Bearer no"}).status_code == 401
    assert store.judgements() == []

    kept = client.post("/judgements", json=decision, headers=right)
    assert kept.status_code == 201
    assert client.get(f"/events/{event['id']}").json()["place"] == "Évian"

    number = kept.json()["number"]
    assert client.post(f"/judgements/{number}/undo", json={}, headers=right).status_code == 201
    assert client.get(f"/events/{event['id']}").json()["place"] == "Paris"
    assert client.post(f"/judgements/{number}/undo", json={}, headers=right).status_code == 409
    assert len(client.get("/judgements").json()) == 2


@pytest.mark.parametrize(
    "decision",
    [
        {"act": "correct", "entries": ["e0"], "field": "place", "value": "x"},
        {"act": "burn", "entries": ["e0"]},
        {"act": "accept", "entries": []},
        {"act": "accept", "entries": ["e0"], "other": 1},
    ],
)
def test_refuses_wrong_decisions(client: TestClient, decision: dict[str, object]) -> None:
    """Each with an error, and nothing is kept."""
    answer = client.post("/judgements", json=decision, headers={"Authorization": f"Bearer {TOKEN}"})

    assert answer.status_code in (400, 404)
    assert answer.json()["error"]["message"]


def test_limits_size_and_rate(client: TestClient) -> None:
    """A body that is too long, and a client who asks too often, are refused; after a while he may ask again."""
    now = [0.0]
    with TestClient(Limits(client.app, burst=3, a_second=1, clock=lambda: now[0])) as limited:
        answers = [limited.get("/").status_code for _ in range(4)]
        now[0] = 2.0
        answers.append(limited.get("/").status_code)

    assert answers == [200, 200, 200, 429, 200]
    assert client.post("/judgements", content=b"x" * (LONGEST_BODY + 1)).status_code == 413
    assert BURST > 100


@pytest.mark.filterwarnings("ignore")
def test_does_what_its_description_says(store: Store) -> None:
    """Whatever is asked, nothing fails, and every answer has the shape that OpenAPI tells."""
    app = make_api(store, token=TOKEN)
    app.user_middleware.clear()  # the generated requests come faster than any client may ask
    described = schemathesis.openapi.from_asgi("/openapi.json", app)
    operations = [found.ok() for found in described.get_all_operations()]

    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(
            max_examples=15, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
        )
        def check(case: schemathesis.Case) -> None:
            case.call_and_validate(headers={"Authorization": f"Bearer {TOKEN}"})

        check()

    assert len(operations) > 20
