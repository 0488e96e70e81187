"""Delegations: whom they stand for, who leads them, who belongs to them with which office."""

from aktenlage.model.annotation import Delegation
from aktenlage.model.article import Article
from aktenlage.pipeline import read_article


def _read(text: str) -> tuple[Delegation, ...]:
    return read_article(Article("case", text, published="2026-01-22")).delegations


def test_lists_members_with_their_offices_as_worded() -> None:
    """Offices stand before the name, or between commas before it."""
    (delegation,) = _read(
        "Die deutsche Delegation besteht aus Außenminister Johann Wadephul, dem Chef des Kanzleramts, Thorsten Frei, "
        "sowie Verteidigungsminister Boris Pistorius."
    )

    assert delegation.of == "de"
    assert delegation.members == ("johann-wadephul", "thorsten-frei", "boris-pistorius")
    assert delegation.offices == {
        "johann-wadephul": "Außenminister",
        "thorsten-frei": "Chef des Kanzleramts",
        "boris-pistorius": "Verteidigungsminister",
    }


def test_names_the_head() -> None:
    """Who leads a delegation is told by a passive verb or by what it is led under."""
    for text in (
        "Die deutsche Delegation wird von Außenminister Johann Wadephul geleitet.",
        "Außenminister Johann Wadephul führt die deutsche Delegation an.",
        "Eine deutsche Delegation unter Leitung von Außenminister Johann Wadephul ist in Ankara eingetroffen.",
    ):
        (delegation,) = _read(text)

        assert (delegation.of, delegation.head) == ("de", "johann-wadephul"), text


def test_names_the_encounter() -> None:
    """A delegation that is still to travel belongs to the encounter that is planned."""
    text = (
        "Im Dezember haben Deutschland und die Türkei in Berlin verhandelt. "
        "Am Freitag wollen Deutschland und die Türkei in Ankara verhandeln. "
        "Die deutsche Delegation wird von Johann Wadephul geleitet werden."
    )
    reading = read_article(Article("case", text, published="2026-01-22"))
    (delegation,) = reading.delegations

    assert delegation.encounter is not None
    assert reading.encounters[delegation.encounter].place == "Ankara"


def test_whoever_goes_along_is_a_member() -> None:
    """A companion belongs to the delegation of the one whom he accompanies."""
    (delegation,) = _read("Friedrich Merz wird auf der Reise von Johann Wadephul begleitet.")

    assert (delegation.head, delegation.members) == ("friedrich-merz", ("johann-wadephul",))


def test_an_article_without_delegations_has_none() -> None:
    """The word alone is no entry."""
    assert _read("Eine Delegation ist in Ankara eingetroffen.") == ()


def test_a_verb_before_a_name_is_no_office() -> None:
    """What stands between the delegation and its first member may be a verb with a preposition."""
    (delegation,) = _read("Zur deutschen Delegation gehörte neben Johann Wadephul auch Boris Pistorius.")

    assert set(delegation.members) == {"johann-wadephul", "boris-pistorius"}
    assert not delegation.offices
