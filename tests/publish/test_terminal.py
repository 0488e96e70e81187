"""The summary on a terminal."""

from collections.abc import Sequence

from rich.console import Console

from aktenlage.model.dossier import Dossier
from aktenlage.model.reading import Reading
from aktenlage.publish.quotes import Quotes
from aktenlage.publish.sections import sections
from aktenlage.publish.terminal import print_sections


def test_prints_what_is_next_and_where_things_stand(dossier: Dossier, readings: Sequence[Reading]) -> None:
    """The summary names the held meeting, the planned visit and the one position, in the interface language."""
    console = Console(width=100, record=True, file=None, quiet=False)
    with console.capture() as capture:
        print_sections(sections(dossier, Quotes(dossier, readings), "en"), console)
    text = capture.get()

    assert "Meeting: Schweiz and Norwegen (Genf)" in text
    assert "Visit: Schweiz (Oslo)" in text
    assert "Norwegen demands" in text
    assert "What is next" in text
