"""Where something stands in an article, and how to go on from there."""

from aktenlage.language.analysis import analyse
from aktenlage.model.article import Article
from aktenlage.model.reading import Reading
from aktenlage.read.encounters.scene import Scene, backwards

TEXT = "Friedrich Merz war krank. Emmanuel Macron kam und sagte, dass er ihn sprechen wolle."


def test_goes_on_to_other_clauses() -> None:
    """From a clause lead ways to the one above it and to the one before it of its kind."""
    scene = Scene(analyse(TEXT, ()), Reading(Article("case", TEXT)))
    came, said, below = scene.clauses(1)

    assert (came.word.text, said.conjunct, came.conjunct) == ("Emmanuel", came, None)
    assert (below.above, said.above) == (said, None)


def test_goes_back_to_the_first_sentence() -> None:
    """So many sentences before are given, the nearest first, and none before the first."""
    assert list(backwards(3, 1)) == [3, 2]
    assert list(backwards(1, 5)) == [1, 0]
    assert list(backwards(-1, 2)) == []
