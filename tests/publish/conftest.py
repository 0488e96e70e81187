"""A small dossier made by hand."""

import pytest

from aktenlage.model.article import Article, Span
from aktenlage.model.dossier import (
    Confirmation,
    Disagreement,
    Dossier,
    DossierActor,
    DossierDelegation,
    DossierDocument,
    DossierStatement,
    Event,
    Evidence,
    Origin,
    Participant,
    Report,
    Source,
    StanceTaken,
    Standpoint,
    StatusReport,
    Value,
)
from aktenlage.model.reading import Reading

FIRST = "Die Schweiz und Norwegen treffen sich am Freitag in Genf. <b>Norwegen</b> verlangt eine Waffenruhe."
SECOND = "Die Schweiz und Norwegen haben in Genf gesprochen. „Wir kommen voran“, hieß es aus Bern."


def _place(article: str, words: str) -> Evidence:
    start = {"a": FIRST, "b": SECOND}[article].index(words)
    return Evidence(article, start, start + len(words))


@pytest.fixture
def readings() -> list[Reading]:
    """Two articles of two outlets, the first with HTML in its text."""
    return [
        Reading(
            Article("a", FIRST, outlet="Blatt A", published="2026-01-22", url="javascript:alert(1)"),
            sentences=(Span(0, 57), Span(58, len(FIRST))),
        ),
        Reading(
            Article("b", SECOND, outlet="Blatt B", published="2026-01-24", url="https://b.example/1"),
            sentences=(Span(0, 50), Span(51, len(SECOND))),
        ),
    ]


@pytest.fixture
def dossier() -> Dossier:
    """A meeting planned and held, a position, a plan, a delegation, a statement."""
    planned, held = _place("a", "treffen sich am Freitag in Genf"), _place("b", "haben in Genf gesprochen")
    return Dossier(
        as_of="2026-01-24T23:59:59+01:00",
        articles=(
            Source("a", "Blatt A", "Treffen in Genf", "2026-01-22", origin="o1"),
            Source("b", "Blatt B", None, "2026-01-24", agencies=("dpa",), origin="o2"),
        ),
        origins=(Origin("o1", "outlet", "Blatt A", ("a",)), Origin("o2", "agency", "dpa", ("b",))),
        actors=(DossierActor("ch", "Schweiz", "state"), DossierActor("no", "Norwegen", "state")),
        events=(
            Event(
                "e1",
                "meeting",
                (Participant("ch"), Participant("no")),
                place="Genf",
                date="2026-01-23",
                duration="PT1H",
                topics=("ceasefire",),
                status="held",
                history=(
                    StatusReport("planned", "a", "2026-01-22", (planned,)),
                    StatusReport("held", "b", "2026-01-24", (held,)),
                ),
                confirmations=(Confirmation("no", "unconfirmed", (planned,)),),
                reports=(Report("a", "o1", (planned,)), Report("b", "o2", (held,))),
                outlets=2,
                independent_origins=2,
                disagreements=(
                    Disagreement("date", "granularity", (Value("2026-01-23", (planned,)), Value("2026-W04", (held,)))),
                ),
            ),
            Event(
                "e2",
                "visit",
                (Participant("ch"),),
                place="Oslo",
                date="2026-02",
                duration=None,
                topics=(),
                status="planned",
                reports=(Report("b", "o2", (held,)),),
                outlets=1,
                independent_origins=1,
            ),
        ),
        statements=(
            DossierStatement(
                "s1",
                "ch",
                date="2026-01-24",
                type="direct",
                reports=("b",),
                evidence=(_place("b", "Wir kommen voran"),),
            ),
        ),
        positions=(
            Standpoint(
                "no", "ceasefire", (StanceTaken("demands", "2026-01-22", None, (_place("a", "eine Waffenruhe"),)),)
            ),
        ),
        documents=(
            DossierDocument(
                "d1", "9-Punkte-Plan", "plan", "agreed", ("12-Punkte-Plan", "9-Punkte-Plan"), ("ch",), ("no",)
            ),
        ),
        delegations=(DossierDelegation("ch", "ch", ("ch",), "e1", {"ch": "Gastgeberin"}, (held,)),),
    )
