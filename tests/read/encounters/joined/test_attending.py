"""Who is heard in an article about a union's gathering takes part in it; who is elsewhere does not."""

import pytest

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article

LEAD = "Die Staats- und Regierungschefs der EU berieten am Dienstag in Brüssel über den Haushalt. "
UNION = "Europäische Union"


def _participants(text: str) -> list[set[str]]:
    """Give the names of those who take part in each encounter."""
    reading = read_article(Article("case", text, published="2026-01-22"))
    names = {actor.id: actor.name for actor in reading.actors}
    return [{names[party] for party in encounter.participants} for encounter in reading.encounters]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (LEAD + "Der spanische Ministerpräsident Pedro Sánchez forderte mehr Geld für die Häfen.", "Pedro Sánchez"),
        (
            "Die EU-Außenminister berieten am Dienstag in Brüssel. Die Hohe Vertreterin Kaja Kallas lobte die Ukraine.",
            "Kaja Kallas",
        ),
    ],
)
def test_office_holder_heard_there_takes_part(text: str, who: str) -> None:
    """Who speaks for a member or for the union itself is there."""
    assert _participants(text) == [{UNION, who}]


def test_body_that_only_names_a_conference_gives_way_to_those_there() -> None:
    """A summit named after a union brings together the people who are told to be there, and one alone attends it."""
    summit = "Der EU-Gipfel in Brüssel endete am Mittwoch."
    assert _participants(summit) == [{UNION}]
    assert _participants(f"{summit} Donald Tusk lehnte Kürzungen ab.") == [{UNION, "Donald Tusk"}]
    assert _participants("Am EU-Gipfel in Brüssel nahmen am Mittwoch Donald Tusk und Pedro Sánchez teil.") == [
        {"Donald Tusk", "Pedro Sánchez"}
    ]
    assert _participants("Nach dem EU-Gipfel in Brüssel reist Donald Tusk nach Oslo.")[0] == {"Donald Tusk"}


def test_union_of_which_a_state_is_a_member() -> None:
    """Each union has members of its own: Canada belongs to NATO, Ireland does not."""
    text = (
        "Die Verteidigungsminister der NATO kamen am Mittwoch in Brüssel zusammen. "
        "Der kanadische Premierminister Mark Carney sagte mehr Geld zu. "
        "Die irische Außenministerin Helen McEntee lobte den Plan."
    )

    assert _participants(text) == [{"NATO", "Mark Carney"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der spanische Ministerpräsident Pedro Sánchez forderte in Madrid mehr Geld für die Häfen.",
        "Der spanische Ministerpräsident Pedro Sánchez forderte am Montag mehr Geld für die Häfen.",
        "Der spanische Ministerpräsident Pedro Sánchez forderte nicht mehr Geld.",
        "Der kanadische Premierminister Mark Carney forderte weniger Zölle.",
        "Der Bischof Georg Bätzing warnte vor Kürzungen.",
    ],
)
def test_others_do_not_take_part(sentence: str) -> None:
    """Another place or day, a negation, a state that is no member or no office of state tells of nobody there."""
    assert _participants(LEAD + sentence) == [{UNION}]


@pytest.mark.parametrize(
    ("lead", "parties"),
    [
        ("Die Staats- und Regierungschefs der EU beraten am Freitag in Brüssel. ", {UNION}),
        ("Die Staats- und Regierungschefs der EU berieten im November in Brüssel. ", {UNION}),
        ("Die Staats- und Regierungschefs der EU berieten am Dienstag in Brüssel mit Japan. ", {UNION, "Japan"}),
    ],
)
def test_only_at_gatherings_of_the_day(lead: str, parties: set[str]) -> None:
    """A gathering to come, one of long ago and a meeting with others tell nothing about who is heard."""
    text = lead + "Der spanische Ministerpräsident Pedro Sánchez forderte mehr Geld für die Häfen."

    assert _participants(text) == [parties]
