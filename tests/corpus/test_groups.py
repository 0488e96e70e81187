"""Bodies and groups without an entry in a registry become actors of the article."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.language.analysis import analyse
from aktenlage.model.annotation import Actor, Mention
from aktenlage.model.article import Article
from aktenlage.model.reading import Reading
from aktenlage.read.groups import read_groups

CORPUS = yaml.safe_load(Path(__file__).with_name("groups.de.yaml").read_text(encoding="utf-8"))


def _groups(text: str, *mentions: Mention) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    return read_groups(analyse(text), Reading(Article("test", text), mentions=mentions))


@pytest.mark.parametrize("case", CORPUS["finds"])
def test_finds_a_body(case: dict[str, Any]) -> None:
    """The words become a mention of an actor with this name in the nominative."""
    actors, mentions = _groups(case["text"])

    named = {actor.id: (actor.name, actor.kind) for actor in actors}
    assert [(*named[m.actor], case["text"][m.start : m.end]) for m in mentions if m.actor] == [
        (case["name"], case["kind"], case["words"])
    ]


def test_finds_both_levels_of_a_federation() -> None:
    """The federation and its states act side by side."""
    actors, _ = _groups("Bund und Länder streiten über Geld.")

    assert [actor.name for actor in actors] == ["Bund", "Länder"]


@pytest.mark.parametrize("case", CORPUS["again"])
def test_knows_a_body_again(case: dict[str, Any]) -> None:
    """A name, an abbreviation or a bare noun later in the article means the same body."""
    actors, mentions = _groups(case["text"])

    found = next(actor.id for actor in actors if actor.name.endswith(case["name"]))
    assert sum(mention.actor == found for mention in mentions) == case["times"]


@pytest.mark.parametrize("text", CORPUS["ignores"])
def test_makes_no_actor_of_other_nouns(text: str) -> None:
    """Nouns without a name, and people in general, are no actors."""
    assert _groups(text) == ((), ())


def test_leaves_mentions_as_they_are() -> None:
    """What is read already is not read a second time."""
    text = "Die Partei Grüne tagte."
    mention = Mention(11, 16, "name", "gruene")

    assert _groups(text, mention) == ((), (mention,))


def test_many_bare_nouns_end_at_once() -> None:
    """Looking back for a body takes no longer in a long article."""
    actors, _ = _groups("Der Verband klagt gegen das Gericht. " * 3000)

    assert len(actors) <= 2
